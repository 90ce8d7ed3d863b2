"""Whatever the data: labels never overlap and nothing falls off the paper."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marktscan.reporting.charts import (
    Axis,
    Bar,
    BarColumn,
    Chart,
    Dot,
    DotRow,
    Kind,
    Moment,
    Pair,
    Promise,
    Score,
    Segment,
    Shape,
    ShareRow,
    WeightRange,
    axis_for,
    dot_plot,
    dumbbell,
    ranked_bars,
    share_bars,
    stacked_bar,
    timeline,
    weight_ranges,
)
from marktscan.reporting.charts.palette import ANSWERS
from tests.reporting.charts.drawn import assert_tidy
from tests.reporting.charts.invented import labels, maybe, positions, values, widths

bars = st.builds(
    Bar,
    labels,
    values,
    maybe,
    maybe,
    maybe,
    maybe,
    subject=st.booleans(),
    best=st.booleans(),
    failed=st.booleans(),
)
columns = st.builds(BarColumn, labels, st.lists(bars, max_size=12).map(tuple))
dots = st.builds(Dot, labels, values, positions, st.sampled_from(Shape))
dot_rows = st.builds(DotRow, labels, st.lists(dots, max_size=12).map(tuple))
scores = st.builds(Score, labels, values, maybe)
pairs = st.builds(Pair, labels, values, scores, scores)
segments = st.builds(
    Segment, labels, values, positions, st.sampled_from(list(ANSWERS.values())), st.booleans()
)
share_rows = st.builds(ShareRow, labels, st.lists(segments, max_size=12).map(tuple))
promises = st.builds(Promise, labels, labels, st.booleans())
moments = st.builds(
    Moment, labels, positions, st.lists(promises, max_size=3).map(tuple), st.sampled_from(Kind)
)
weights = st.builds(WeightRange, labels, values, positions, maybe, maybe)
examples = settings(max_examples=60)


@examples
@given(st.lists(columns, max_size=6), widths)
def test_ranked_bars(found: list[BarColumn], width: int) -> None:
    assert_tidy(ranked_bars(found, alt="x", width=width))


@examples
@given(st.lists(dot_rows, max_size=4), widths)
def test_dot_plot(found: list[DotRow], width: int) -> None:
    axis = axis_for([dot.position for row in found for dot in row.dots])
    assert_tidy(dot_plot(found, axis, alt="x", width=width))


@examples
@given(st.lists(pairs, max_size=8), widths)
def test_dumbbell(found: list[Pair], width: int) -> None:
    assert_tidy(dumbbell(found, alt="x", width=width))


@examples
@given(st.lists(segments, max_size=12), widths)
def test_stacked_bar(found: list[Segment], width: int) -> None:
    assert_tidy(stacked_bar(found, alt="x", width=width))


@examples
@given(st.lists(share_rows, max_size=4), widths)
def test_share_bars(found: list[ShareRow], width: int) -> None:
    assert_tidy(share_bars(found, alt="x", width=width))


@examples
@given(st.lists(moments, max_size=9), widths)
def test_timeline(found: list[Moment], width: int) -> None:
    assert_tidy(timeline(found, alt="x", width=width))


@examples
@given(
    st.lists(weights, max_size=8),
    st.sampled_from([Axis(0, 100, 20), Axis(0, 40, 10), Axis(0, 12, 2)]),
    widths,
)
def test_weight_ranges(found: list[WeightRange], axis: Axis, width: int) -> None:
    assert_tidy(weight_ranges(found, axis, alt="x", width=width))


@pytest.mark.parametrize("count", [1, 12])
@pytest.mark.parametrize("position", [0, 100])
def test_many_packages_in_many_municipalities_on_one_place(count: int, position: int) -> None:
    packages = tuple(Dot(f"Pakket {number}", "66,8", position) for number in range(count))
    rows = [DotRow(f"Gemeente {number}", packages) for number in range(count)]
    assert_tidy(dot_plot(rows, axis_for([position]), alt="x"))


def every_kind() -> list[Chart]:
    pair = Pair("Openbaarheid", "−45", Score("Rx", "38", 38), Score("Linde", "83", 83))
    return [
        ranked_bars([BarColumn("Diemen", (Bar("Kade", "75,0", 75, failed=True),))], alt="<Kade> & 75"),
        dot_plot([DotRow("Diemen", (Dot("Kade", "75", 75),))], Axis(60, 80, 5), alt="<Kade> & 75"),
        dumbbell([pair], alt="<Kade> & 75"),
        stacked_bar([Segment("S", "3", 3, ANSWERS["S"])], alt="<Kade> & 75"),
        share_bars([ShareRow("Diemen", (Segment("S", "3", 3, ANSWERS["S"]),))], alt="<Kade> & 75"),
        timeline([Moment("jan 2027", 1, (Promise("Woo"),))], alt="<Kade> & 75"),
        weight_ranges([WeightRange("Woo", "8 %", 8, 5, None)], Axis(0, 20, 5), alt="<Kade> & 75"),
    ]


@pytest.mark.parametrize("chart", every_kind())
def test_every_kind_says_its_alternative_and_names_its_font(chart: Chart) -> None:
    assert '<svg xmlns="http://www.w3.org/2000/svg" role="img" font-family="Source Sans 3" ' in chart.svg
    assert "<title>&lt;Kade&gt; &amp; 75</title>" in chart.svg
    assert chart.alt == "<Kade> & 75"
    assert f'viewBox="0 0 {chart.width} ' in chart.svg


def test_the_same_data_gives_the_same_bytes() -> None:
    assert [chart.svg for chart in every_kind()] == [chart.svg for chart in every_kind()]
