"""Elements are exact, escaped and complete."""

from fractions import Fraction

import pytest

from marktscan.reporting.charts.svg import Box, Chart, Scale, drawing, number, rect, text


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0, "0"),
        (100, "100"),
        (Fraction(1, 3), "0.33"),
        (Fraction(2, 3), "0.67"),
        (Fraction(1, 200), "0.01"),
        (Fraction(17, 2), "8.5"),
        (Fraction(-1, 3), "-0.33"),
        (Fraction(-1, 1000), "0"),
        (Fraction(99999, 1000), "100"),
    ],
)
def test_numbers_have_at_most_two_decimals(value: int | Fraction, written: str) -> None:
    assert number(value) == written


def test_words_are_escaped() -> None:
    assert ">&lt;script&gt; &amp; &#34;<" in text((0, 0), '<script> & "')


def test_an_empty_label_is_no_element() -> None:
    assert text((0, 0), "") == ""


def test_an_outline_stays_inside_its_box() -> None:
    drawn = rect(Box(10, 10, 20, 5), "#ffffff", "#005F99", 1)
    assert 'x="10.5" y="10.5" width="19" height="4"' in drawn


def test_a_surface_narrower_than_its_outline_has_no_negative_width() -> None:
    assert 'width="0"' in rect(Box(0, 0, Fraction(1, 10), 5), "#ffffff", "#005F99", 1)


@pytest.mark.parametrize("alt", ["", "  "])
def test_a_chart_without_text_alternative_does_not_exist(alt: str) -> None:
    with pytest.raises(ValueError, match="text alternative"):
        drawing([], alt, (10, 10))


def test_a_chart_knows_its_size_and_prints_what_the_font_has() -> None:
    chart = drawing([], "Kade \U0001f600", (Fraction(492), Fraction(31, 2)))
    assert chart == Chart(chart.svg, "Kade □", Fraction(492), Fraction(31, 2))
    assert 'width="492pt" height="15.5pt" viewBox="0 0 492 15.5"' in chart.svg


def test_a_scale_ends_where_it_ends() -> None:
    scale = Scale(60, 80, 10, 110)
    assert [scale.at(value) for value in (50, 60, 65, 80, 99)] == [10, 10, 35, 110, 110]


def test_everything_on_a_scale_without_length_stands_left() -> None:
    assert Scale(5, 5, 10, 110).at(7) == 10
