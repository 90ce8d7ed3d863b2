"""Divided bars: lengths are shares, figures inside where they fit."""

from fractions import Fraction

from marktscan.reporting.charts import Segment, ShareRow, palette, share_bars, stacked_bar
from marktscan.reporting.charts.palette import ANSWERS, SHARES
from tests.reporting.charts.drawn import rects, texts, words


def code(letter: str, amount: int) -> Segment:
    return Segment(letter, str(amount), amount, ANSWERS[letter])


def test_segments_share_the_width_with_a_point_of_white_between() -> None:
    chart = stacked_bar([code("S", 3), code("C", 1)], alt="x", width=200)
    (first,), (second,) = rects(chart, ANSWERS["S"].surface), rects(chart, ANSWERS["C"].surface)
    assert (first.left, first.right, second.left, second.right) == (0, 149, 150, 200)


def test_figures_stand_inside_where_they_fit_and_else_behind_the_label() -> None:
    chart = stacked_bar([code("S", 400), code("N", 1)], alt="x", width=200)
    assert sorted(words(chart)) == ["400", "N 1", "S"]


def test_a_figure_inside_has_the_text_colour_of_its_surface() -> None:
    chart = stacked_bar([code("S", 4)], alt="x")
    assert f'fill="{palette.WHITE}" font-weight="600">4<' in chart.svg


def test_an_empty_segment_is_left_out() -> None:
    assert words(stacked_bar([code("S", 4), code("N", 0)], alt="x")) == ["S", "4"]


def test_no_answers_at_all_is_an_open_bar() -> None:
    chart = stacked_bar([], alt="x", width=100)
    assert len(rects(chart, palette.WHITE)) == 1


def test_a_sliver_still_shows() -> None:
    chart = stacked_bar([code("S", 100_000), code("N", 1)], alt="x", width=100)
    (sliver,) = rects(chart, ANSWERS["N"].surface)
    assert sliver.right <= 100
    assert sliver.left > 99


def share(name: str, value: str, amount: Fraction | int, place: int) -> Segment:
    return Segment(name, value, amount, SHARES[place], strong=amount > 50)


def test_shares_keep_their_figures_in_the_labels() -> None:
    row = ShareRow("Diemen", (share("Kade", "43 %", 43, 0), share("Linde", "57 %", 57, 1)))
    found = dict(texts(share_bars([row], alt="x")))
    assert list(found) == ["Diemen", "Linde 57 %", "Kade 43 %"]
    assert found["Linde 57 %"].right == 324


def test_the_last_name_stands_at_the_edge_when_only_a_nameless_sliver_follows() -> None:
    row = ShareRow(
        "Aalsmeer", (share("Linde", "12 %", 12, 0), share("Kade", "87 %", 87, 1), share("", "", 1, 2))
    )
    found = dict(texts(share_bars([row], alt="x")))
    assert found["Kade 87 %"].right == 324
    assert found["Linde 12 %"].top == found["Kade 87 %"].top


def test_share_bars_without_names_use_the_whole_width() -> None:
    chart = share_bars([ShareRow("", (share("Kade", "100 %", 100, 0),))], alt="x", width=240)
    (bar,) = rects(chart, SHARES[0].surface)
    assert (bar.left, bar.right) == (0, 240)


def test_no_rows_is_an_empty_picture() -> None:
    assert share_bars([], alt="x").height == 0
