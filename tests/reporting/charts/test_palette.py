"""Every text is readable on what lies under it, and nothing is told by colour alone."""

from itertools import pairwise

import pytest

from marktscan.reporting.charts import palette
from marktscan.reporting.charts.palette import Fill, contrast

FILLS = (*palette.ANSWERS.values(), *palette.EVIDENCE, *palette.SHARES, *palette.PLACES)


def test_contrast_follows_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("colour", [palette.INK, palette.GREY, palette.SUBJECT, palette.FAILED])
def test_text_on_paper_is_readable(colour: str) -> None:
    assert contrast(colour, palette.WHITE) >= 4.5


@pytest.mark.parametrize("fill", FILLS)
def test_text_on_a_surface_is_readable(fill: Fill) -> None:
    assert contrast(fill.text, fill.surface) >= 4.5


@pytest.mark.parametrize("colour", [palette.MARKET, palette.MARKET_BAR, palette.SUBJECT, palette.LEADER])
def test_marks_stand_out_from_the_paper(colour: str) -> None:
    assert contrast(colour, palette.WHITE) >= 3


def test_neighbouring_shares_differ_without_colour() -> None:
    surfaces = [fill.surface for fill in (*palette.SHARES, palette.SHARES[0])]
    assert all(contrast(one, other) > 1.3 for one, other in pairwise(surfaces))
