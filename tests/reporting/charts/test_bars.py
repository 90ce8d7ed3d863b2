"""Ranked bars: length is score, open is promise, a thin line is what is unknown."""

from fractions import Fraction

import pytest

from marktscan.reporting.charts import Bar, BarColumn, Chart, palette, ranked_bars
from tests.reporting.charts.drawn import lines, rects, texts, words


def drawn(*bars: Bar, title: str = "", width: int = 492) -> Chart:
    return ranked_bars([BarColumn(title, bars)], alt="x", width=width)


def test_a_bar_is_as_long_as_its_score() -> None:
    chart = drawn(Bar("Kade", "75,0", 75), width=240)
    (bar,) = rects(chart, palette.MARKET_BAR)
    assert bar.right - bar.left == 180


def test_an_exact_score_is_drawn_to_two_decimals() -> None:
    (bar,) = rects(drawn(Bar("Kade", "33,3", Fraction(100, 3))), palette.MARKET_BAR)
    assert bar.right == 164


def test_zero_has_a_track_but_no_bar() -> None:
    chart = drawn(Bar("Kade", "0,0", 0))
    assert len(rects(chart, palette.TRACK)) == 1
    assert rects(chart, palette.MARKET_BAR) == []


def test_no_score_has_no_track() -> None:
    assert rects(drawn(Bar("Kade", "–", None)), palette.TRACK) == []


def test_promises_are_an_open_part_after_the_score() -> None:
    chart = drawn(Bar("Rx", "60", 60, promised=80, subject=True), width=100)
    (now,) = rects(chart, palette.SUBJECT)
    (later,) = rects(chart, palette.WHITE)
    assert now.right == 60
    assert (later.left, later.right) == (Fraction("60.4"), Fraction("79.6"))


@pytest.mark.parametrize("promised", [None, 50, 60])
def test_a_promise_that_adds_nothing_is_not_drawn(promised: int | None) -> None:
    assert rects(drawn(Bar("Rx", "60", 60, promised=promised)), palette.WHITE) == []


def test_what_is_unknown_is_a_line_to_the_highest_score() -> None:
    chart = drawn(Bar("Rx", "60–90", 60, reach=90), width=100)
    assert (palette.INK, [60, 16, 90, 16]) in list(lines(chart))


def test_the_best_of_the_market_is_a_stroke_and_leaves_the_label_plain() -> None:
    chart = drawn(Bar("Openbaarheid", "38", 38, marker=83, subject=True), width=100)
    assert (palette.INK, [83, Fraction("13.5"), 83, Fraction("20.5")]) in list(lines(chart))
    assert f'fill="{palette.INK}">Openbaarheid' in chart.svg


def test_the_subject_is_bold_and_blue() -> None:
    assert f'fill="{palette.SUBJECT}" font-weight="600">Rx' in drawn(Bar("Rx", "60", 60, subject=True)).svg


def test_a_knock_out_is_a_cross_behind_the_name() -> None:
    found = dict(texts(drawn(Bar("Beemster", "59,1", 59, failed=True))))
    assert found["✘"].left - found["Beemster"].right == pytest.approx(4, abs=0.02)


def test_a_knock_out_without_name_keeps_its_cross() -> None:
    assert dict(texts(drawn(Bar("", "", 59, failed=True))))["✘"].left == 0


def test_a_long_name_makes_room_for_cross_and_figure() -> None:
    assert (
        words(drawn(Bar("Linde Gemeentecloud Plus", "59,1", 59, failed=True), width=114))[0]
        == "Linde Gemeenteclou…"
    )


@pytest.mark.parametrize(
    ("count", "width", "lefts"),
    [
        (1, 492, [0]),
        (2, 492, [0, 252]),
        (3, 492, [0, 168, 336]),
        (4, 492, [0, 126, 252, 378]),
        (5, 492, [0, 168, 336, 0, 168]),
        (3, 240, [0, 126, 0]),
        (2, 156, [0, 0]),
    ],
)
def test_columns_are_spread_evenly_over_rows(count: int, width: int, lefts: list[int]) -> None:
    columns = [BarColumn(f"Gemeente {n}", (Bar("Kade", "75,0", 75),)) for n in range(count)]
    found = texts(ranked_bars(columns, alt="x", width=width))
    assert [box.left for text, box in found if text.startswith("Gemeente")] == lefts


def test_headings_have_a_rule_in_every_column() -> None:
    columns = [BarColumn("Diemen", ()), BarColumn("", ())]
    assert len(list(lines(ranked_bars(columns, alt="x")))) == 2


def test_without_headings_there_is_no_rule() -> None:
    assert list(lines(drawn(Bar("Kade", "75", 75)))) == []


def test_no_columns_is_an_empty_picture() -> None:
    assert words(ranked_bars([], alt="x")) == []
