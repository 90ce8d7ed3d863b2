"""Dot plots: shape tells what a dot is, the axis begins at a round number."""

from fractions import Fraction

import pytest

from marktscan.reporting.charts import Axis, Dot, DotRow, Shape, axis_for, dot_plot, palette
from tests.reporting.charts.drawn import SVG, lines, parsed, rects, words


@pytest.mark.parametrize(
    ("values", "axis"),
    [
        ([Fraction("58.2"), Fraction("76.4")], Axis(55, 80, 5)),
        ([0, 100], Axis(0, 100, 20)),
        ([Fraction("74.7"), Fraction("74.9")], Axis(74, 75, 1)),
        ([100, 100], Axis(99, 100, 1)),
        ([0], Axis(0, 1, 1)),
        ([], Axis(0, 100, 20)),
    ],
)
def test_an_axis_of_round_numbers(values: list[Fraction], axis: Axis) -> None:
    assert axis_for(values) == axis


def test_a_dot_stands_at_its_score() -> None:
    chart = dot_plot([DotRow("", (Dot("Kade", "70", 70),))], Axis(60, 80, 5), alt="x", width=210)
    (box,) = rects(chart, palette.MARKET)
    assert (box.left + box.right) / 2 == 105


def test_every_row_names_its_municipality_and_every_dot_its_figure() -> None:
    chart = dot_plot([DotRow("Diemen", (Dot("Kade", "70,0", 70),))], Axis(60, 80, 5), alt="x")
    assert words(chart) == ["Diemen", "Kade 70,0", "60", "65", "70", "75", "80"]


def test_each_kind_of_dot_has_its_own_shape() -> None:
    own = [Dot(shape.value, "", 70, shape) for shape in Shape]
    root = parsed(dot_plot([DotRow("", tuple(own))], Axis(60, 80, 5), alt="x"))
    fills = [element.get("fill") for element in root.iter(f"{SVG}circle")]
    assert fills == [palette.WHITE, palette.SUBJECT]


def test_the_subject_now_and_with_promises_are_joined() -> None:
    row = DotRow("", (Dot("nu", "62", 62, Shape.SUBJECT), Dot("alles", "78", 78, Shape.PROMISED)))
    chart = dot_plot([row], Axis(60, 80, 5), alt="x", width=210)
    joined = [ends for colour, ends in lines(chart) if colour == palette.SUBJECT]
    assert [(x1, x2) for x1, _, x2, _ in joined] == [(25, 185)]


def test_packages_are_not_joined() -> None:
    row = DotRow("", (Dot("Kade", "62", 62), Dot("Linde", "78", 78)))
    chart = dot_plot([row], Axis(60, 80, 5), alt="x")
    assert palette.SUBJECT not in [colour for colour, _ in lines(chart)]


def test_figures_of_a_narrow_axis_skip() -> None:
    chart = dot_plot([], Axis(0, 100, 2), alt="x", width=156)
    assert words(chart)[:2] == ["0", "16"]


def test_marks_are_painted_in_a_fixed_order_with_the_subject_on_top() -> None:
    row = DotRow("", (Dot("nu", "62", 62, Shape.SUBJECT), Dot("Kade", "62", 62)))
    svg = dot_plot([row], Axis(60, 80, 5), alt="x").svg
    assert svg.index("<circle") > svg.index(f'fill="{palette.MARKET}"')
