"""A ladder of bars: the longest fills the room, an empty step keeps its place."""

from fractions import Fraction

from marktscan.reporting.charts import Step, step_bars
from marktscan.reporting.charts.palette import EVIDENCE
from tests.reporting.charts.drawn import rects, words

STEPS = [
    Step(name, f"{size} %", size, fill)
    for (name, size), fill in zip(
        (("een", 50), ("twee", 25), ("drie", 0), ("vier", 25)), EVIDENCE, strict=True
    )
]


def test_lengths_are_in_proportion_and_nothing_is_drawn_for_nothing() -> None:
    chart = step_bars(STEPS, alt="x")
    bars = [box for fill in EVIDENCE for box in rects(chart, fill.surface)]
    assert len(bars) == 3
    whole, half = bars[0].right - bars[0].left, bars[1].right - bars[1].left
    assert abs(half / whole - Fraction(1, 2)) < Fraction(1, 50)


def test_every_step_has_its_name_and_figure() -> None:
    assert words(step_bars(STEPS, alt="x")) == ["een", "50 %", "twee", "25 %", "drie", "0 %", "vier", "25 %"]


def test_no_step_is_drawn_beyond_the_picture() -> None:
    chart = step_bars([Step("x" * 80, "100 %", 100, EVIDENCE[3])], alt="x", width=90)
    (bar,) = rects(chart, EVIDENCE[3].surface)
    assert bar.right <= 90
