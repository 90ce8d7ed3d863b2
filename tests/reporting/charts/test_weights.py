"""Tipping points: a band with a foot where it tips."""

from marktscan.reporting.charts import Axis, Chart, WeightRange, palette, weight_ranges
from tests.reporting.charts.drawn import lines, rects, words

AXIS = Axis(0, 40, 10)


def drawn(low: int | None, high: int | None) -> Chart:
    return weight_ranges([WeightRange("Woo", "8 %: 5–12 %", 8, low, high)], AXIS, alt="x", width=90)


def feet(chart: Chart) -> list[int]:
    return [int(x1) for _, (x1, y1, _, y2) in lines(chart) if y2 - y1 == 10]


def test_the_band_runs_from_tipping_point_to_tipping_point() -> None:
    chart = drawn(5, 12)
    (band,) = rects(chart, palette.MARKET_BAR)
    assert (band.left, band.right) == (15, 29)
    assert feet(chart) == [15, 29]


def test_a_side_that_never_tips_runs_on_without_a_foot() -> None:
    chart = drawn(None, 12)
    (band,) = rects(chart, palette.MARKET_BAR)
    assert band.left == 5
    assert feet(chart) == [29]


def test_a_place_that_holds_at_one_weight_only_has_no_band() -> None:
    assert rects(drawn(8, 8), palette.MARKET_BAR) == []


def test_the_axis_has_percentages() -> None:
    chart = weight_ranges([WeightRange("Woo", "8 %", 8, None, None)], AXIS, alt="x")
    assert words(chart) == ["0 %", "10 %", "20 %", "30 %", "40 %", "Woo", "8 %"]
