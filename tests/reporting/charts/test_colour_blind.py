"""Nobody needs to see colours: neighbours differ for every kind of colour blindness, or carry an outline,
and what a black and white print makes alike carries its letter, symbol or words."""

import re
from itertools import pairwise

import pytest

from marktscan.reporting.charts import Segment, palette, stacked_bar
from marktscan.reporting.charts.palette import Fill
from marktscan.reporting.style.colours import product_colours
from tests.reporting import small
from tests.reporting.test_html import html

Triple = tuple[float, float, float]
Matrix = tuple[Triple, Triple, Triple]
SIGHTS: dict[str, Matrix] = {
    "full": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""Machado, Oliveira & Fernandes 2009, table 1, severity 1,0; they act on linear RGB."""
JUST_NOTICEABLE = 2.3
"""ΔE*ab, Mahy, Van Eycken & Oosterlinck 1994."""
CLEAR, FAR = 3 * JUST_NOTICEABLE, 20.0
GREY_STEP = 5.0
"""L* between two greys that stay apart on an office printer; below it a letter must tell."""

GROUPS = {
    "answers": tuple(palette.ANSWERS.values()),
    "evidence": palette.EVIDENCE,
    "shares": (*palette.SHARES, palette.SHARES[0]),
    "places": palette.PLACES,
    "scale": tuple(Fill(product_colours()[f"t{step}"]) for step in range(1, 6)),
}
MARKS = (palette.SUBJECT, palette.MARKET, palette.FAILED)


def lab(colour: str, sight: str) -> Triple:
    """CIE L*a*b* (D65) of an sRGB colour as somebody with this sight sees it."""
    linear = [_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5)]
    seen = [sum(m * c for m, c in zip(row, linear, strict=True)) for row in SIGHTS[sight]]
    red, green, blue = (min(max(channel, 0), 1) for channel in seen)
    x = _root((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047)
    y = _root(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue)
    z = _root((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _root(share: float) -> float:
    return share ** (1 / 3) if share > (6 / 29) ** 3 else share / (3 * (6 / 29) ** 2) + 4 / 29


def difference(one: str, other: str, sight: str) -> float:
    pairs = zip(lab(one, sight), lab(other, sight), strict=True)
    return float(sum((a - b) ** 2 for a, b in pairs) ** 0.5)


def test_the_colour_space_is_the_standard_one() -> None:
    assert lab("#ffffff", "full") == pytest.approx((100, 0, 0), abs=0.02)
    assert lab("#ff0000", "full") == pytest.approx((53.24, 80.09, 67.20), abs=0.02)
    assert difference("#ffffff", "#000000", "full") == pytest.approx(100, abs=0.01)


def test_the_simulation_makes_red_and_green_alike_for_who_cannot_tell_them_apart() -> None:
    red, green = "#b05030", "#6a7a2c"
    assert difference(red, green, "full") > 2 * difference(red, green, "deuteranopia")


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("group", GROUPS)
def test_neighbours_differ_or_have_an_outline(group: str, sight: str) -> None:
    for one, other in pairwise(GROUPS[group]):
        apart = difference(one.surface, other.surface, sight)
        assert apart >= CLEAR or (one.outline and other.outline), (one, other, apart)


@pytest.mark.parametrize("sight", SIGHTS)
def test_marks_of_the_subject_the_market_and_a_failure_are_far_apart(sight: str) -> None:
    subject, market, failed = MARKS
    assert difference(subject, market, sight) >= FAR
    assert difference(subject, failed, sight) >= FAR
    assert difference(market, failed, sight) >= FAR


@pytest.mark.parametrize("group", ["evidence", "shares", "scale"])
def test_scales_run_from_light_to_dark_on_a_black_and_white_print(group: str) -> None:
    greys = [lab(fill.surface, "full")[0] for fill in GROUPS[group]]
    assert all(abs(one - other) >= GREY_STEP for one, other in pairwise(greys))


def test_answers_that_print_alike_in_grey_carry_their_letter() -> None:
    every = [Segment(code, "12", 10, fill) for code, fill in palette.ANSWERS.items()]
    letters = re.findall(r">([A-Z?])</text>", str(stacked_bar(every, alt="Alle antwoorden.").svg))
    assert set(letters) == set(palette.ANSWERS)


def test_states_of_knock_outs_have_a_symbol_and_words() -> None:
    cells = re.findall(r'<td class="(met|conditional|to-verify|failed)">(.*?)</td>', html(small.scan()))
    assert {state for state, _ in cells} >= {"met", "conditional", "failed"}
    texts = [re.sub(r"<[^>]*>", "", text) for _, text in cells]
    assert [text for text in texts if not re.match(r"[^\w\s]\s?\w{2}", text)] == []
