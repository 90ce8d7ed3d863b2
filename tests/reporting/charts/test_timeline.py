"""Promises in time: a diamond per date, filled when the contract holds all of it."""

from marktscan.reporting.charts import Chart, Kind, Moment, Promise, palette, timeline
from tests.reporting.charts.drawn import SVG, assert_tidy, lines, parsed, texts, words


def moment(when: str, at: int, *promises: Promise, kind: Kind = Kind.PROMISE) -> Moment:
    return Moment(when, at, promises, kind)


def diamonds(chart: Chart) -> list[str]:
    return [element.get("fill", "") for element in parsed(chart).iter(f"{SVG}path")]


WOO = Promise("Woo-module", "telt 38 %")
ARCHIVE = Promise("Archiefpakket", "telt 67 %", committed=True)


def test_texts_stand_below_their_marks_while_there_is_room() -> None:
    chart = timeline([moment("apr 2027", 5, ARCHIVE), moment("jul 2028", 20, WOO)], alt="x")
    assert words(chart) == ["apr 2027", "Archiefpakket", "telt 67 %", "jul 2028", "Woo-module", "telt 38 %"]
    assert palette.LEADER not in [colour for colour, _ in lines(chart)]


def test_a_contract_fills_the_diamond() -> None:
    chart = timeline([moment("apr 2027", 5, ARCHIVE), moment("jul 2028", 20, WOO)], alt="x")
    assert diamonds(chart) == [palette.SUBJECT, palette.WHITE]


def test_promises_of_one_date_stand_together_each_with_its_own_diamond() -> None:
    chart = timeline([moment("apr 2027", 5, ARCHIVE), moment("apr 2027", 5, WOO)], alt="x")
    assert words(chart).count("apr 2027") == 1
    half_and_half, own = [palette.WHITE, palette.SUBJECT], [palette.SUBJECT, palette.WHITE]
    assert diamonds(chart) == half_and_half + own


def test_texts_that_would_meet_move_aside_with_a_stem_each() -> None:
    close = [moment("apr 2027", 5, ARCHIVE), moment("mei 2027", 6, WOO), moment("jul 2028", 60, WOO)]
    chart = timeline(close, alt="x")
    stems = [ends for colour, ends in lines(chart) if colour == palette.LEADER]
    assert len(stems) == 3
    assert stems[0][0] == stems[0][2]
    assert stems[1][2] > stems[1][0]


def test_many_dates_become_a_list_with_notes_beside() -> None:
    chart = timeline([moment(f"{day} mei", day, WOO) for day in range(1, 9)], alt="x")
    found = texts(chart)
    baselines = {text: box.bottom for text, box in found[:3]}
    assert len(set(baselines.values())) == 1


def test_a_narrow_list_has_notes_below() -> None:
    chart = timeline([moment(f"{day} mei", day, WOO) for day in range(1, 9)], alt="x", width=156)
    _, (_, title), (_, note) = texts(chart)[:3]
    assert note.top > title.top


def test_now_and_the_start_have_their_own_marks() -> None:
    ends = [moment("nov 2026", 0, kind=Kind.NOW), moment("jul 2028", 20, kind=Kind.START)]
    chart = timeline(ends, alt="x")
    assert diamonds(chart) == []
    assert len(list(parsed(chart).iter(f"{SVG}circle"))) == 1


def test_moments_are_put_in_order() -> None:
    chart = timeline([moment("jul 2028", 20), moment("apr 2027", 5)], alt="x")
    assert words(chart) == ["apr 2027", "jul 2028"]


def test_no_moments_is_an_empty_picture() -> None:
    assert words(timeline([], alt="x")) == []


def test_a_last_moment_without_words_keeps_room_for_its_mark() -> None:
    chart = timeline([moment("", 0, kind=Kind.NOW), moment("", 50)], alt="x", width=156)
    assert_tidy(chart)


def test_in_a_list_the_start_crosses_the_line_that_runs_down() -> None:
    many = [moment(f"{day} mei", day, WOO) for day in range(1, 9)]
    chart = timeline([*many, moment("jul 2028", 20, kind=Kind.START)], alt="x")
    across = [ends for _, ends in lines(chart) if ends[1] == ends[3]]
    assert [x2 - x1 for x1, _, x2, _ in across] == [10]
