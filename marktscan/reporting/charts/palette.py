"""The colours of every picture; each says what it stands for, none says it alone."""

from dataclasses import dataclass

INK = "#1a1a1a"
GREY = "#595959"  # quiet text: still 7 : 1 on white
WHITE = "#ffffff"
HAIR = "#dedede"  # lines of an axis
TRACK = "#efefef"  # the empty part of a bar
LEADER = "#767676"  # from a label to its mark
MARKET = "#4d4d4d"  # marks of packages on the market
MARKET_BAR = "#8c8c8c"
SUBJECT = "#005F99"  # the system the question is about
SUBJECT_TINT = "#dbe8f3"
FAILED = "#A33F00"


@dataclass(frozen=True, slots=True)
class Fill:
    """A surface, the text that is readable on it, and an outline where it is as light as the paper."""

    surface: str
    text: str = INK
    outline: str = ""


ANSWERS = {
    "S": Fill("#08306b", WHITE),
    "C": Fill("#2171b5", WHITE),
    "P": Fill("#6baed6"),
    "R": Fill("#c6dbef"),
    "M": Fill("#e4e4e4"),
    "N": Fill("#fbe0d3"),
    "X": Fill("#f7fbff", outline=GREY),
    "O": Fill(WHITE, outline=GREY),
    "?": Fill("#fff4d6", outline=GREY),
}
"""Surfaces of the answer codes, darkest for what works best."""

EVIDENCE = (
    Fill(WHITE, outline=SUBJECT),
    Fill(SUBJECT_TINT, outline=SUBJECT),
    Fill("#6baed6", outline=SUBJECT),
    Fill("#08306b", WHITE, outline=SUBJECT),
)
"""From claimed to confirmed: darker is better proved."""

SHARES = (Fill(MARKET, WHITE), Fill("#c4c4c4"), Fill(MARKET_BAR), Fill("#e4e4e4"))
"""Neighbours in a bar of shares; after the last it starts again."""

PLACES = (
    Fill("#08306b", WHITE),
    Fill("#2171b5", WHITE),
    Fill("#6baed6"),
    Fill("#c6dbef"),
    Fill("#e4e4e4"),
    Fill(WHITE, outline=GREY),
)
"""Places in a ranking, darkest for the first; the last stands for all that follow."""


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1–21 (WCAG 2.2, definition of contrast ratio)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    threshold = 0.04045
    return channel / 12.92 if channel <= threshold else ((channel + 0.055) / 1.055) ** 2.4
