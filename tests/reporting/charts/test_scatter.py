"""Cost beside quality as a picture: marks at their place, labels that never meet, round figures."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marktscan.reporting.charts import Chart, Spot, palette, scatter
from marktscan.reporting.charts.scatter import round_ticks
from tests.reporting.charts.drawn import SVG, lines, parsed, rects, texts, words


def drawn(*spots: Spot, edge: tuple[tuple[int, int], ...] = ()) -> Chart:
    return scatter(spots, edge, titles=("euro", "punten"), figure=str, alt="Kosten en punten.")


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([6_167_857, 13_461_027], [6_000_000, 8_000_000, 10_000_000, 12_000_000, 14_000_000]),
        ([0, 7], [0, 1, 2, 3, 4, 5, 6, 7]),
        ([5, 5], [5, 6]),
        ([], [0, 1]),
    ],
)
def test_round_figures_hold_all_values(values: list[int], ticks: list[int]) -> None:
    assert round_ticks(values) == ticks


def test_a_spot_stands_where_its_figures_meet() -> None:
    (box,) = rects(
        drawn(Spot("Kade", 50, 70), Spot("Rx", 0, 60, True), Spot("X", 100, 80, True)), palette.MARKET
    )
    assert (box.left + box.right) / 2 == Fraction(30 + 480, 2)
    assert (box.top + box.bottom) / 2 == Fraction(220 + 16, 2)


def test_the_subject_is_round_and_what_may_cost_more_is_open() -> None:
    chart = drawn(Spot("Rx", 1, 60, subject=True), Spot("Kade", 5, 70, open=True))
    fills = [(mark.get("fill"), mark.get("stroke")) for mark in parsed(chart).iter(f"{SVG}circle")]
    assert fills == [(palette.SUBJECT, palette.WHITE), (palette.WHITE, palette.MARKET)]
    assert len([stroke for stroke, _ in lines(chart) if stroke == palette.MARKET]) == 3


def test_the_edge_runs_through_the_best() -> None:
    chart = drawn(Spot("A", 0, 60), Spot("B", 5, 70), edge=((0, 60), (5, 70)))
    (ends,) = [ends for stroke, ends in lines(chart) if stroke == palette.LEADER]
    assert ends == [30, 220, 480, 16]


def test_titles_stand_at_the_axes() -> None:
    assert {"euro", "punten", "Kade"} <= set(words(drawn(Spot("Kade", 5, 70))))


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20), st.booleans()), min_size=1, max_size=12))
def test_no_label_meets_another(places: list[tuple[int, int, bool]]) -> None:
    spots = [Spot(f"Pakket {i}", x, y, open=is_open) for i, (x, y, is_open) in enumerate(places)]
    boxes = [box for text, box in texts(drawn(*spots)) if text.startswith("Pakket")]
    assert not any(one.meets(other) for i, one in enumerate(boxes) for other in boxes[:i])
