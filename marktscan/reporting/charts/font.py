"""Source Sans 3 as it is drawn: which characters it has and how wide they are."""

import unicodedata
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from functools import cache, lru_cache

from marktscan.assets import templates

SUBSTITUTE = "□"
_UNITS_PER_EM = 1000
_JOINERS = frozenset("\u200c\u200d") | frozenset(map(chr, range(0xFE00, 0xFE10)))


class Weight(Enum):
    """The weights the report has a font file for, as CSS numbers them."""

    REGULAR = 400
    SEMIBOLD = 600


_FILES = {Weight.REGULAR: "SourceSans3_400Regular.ttf", Weight.SEMIBOLD: "SourceSans3_600SemiBold.ttf"}


@dataclass(frozen=True, slots=True)
class Face:
    """A size in points and a weight."""

    size: Fraction
    weight: Weight = Weight.REGULAR


LABEL = Face(Fraction(17, 2))
STRONG = Face(Fraction(17, 2), Weight.SEMIBOLD)
VALUE = Face(Fraction(9))
STRONG_VALUE = Face(Fraction(9), Weight.SEMIBOLD)
TITLE = Face(Fraction(19, 2), Weight.SEMIBOLD)


def width(text: str, face: Face) -> Fraction:
    """The width in points, without kerning: what is drawn is never noticeably wider."""
    advances = _advances(face.weight)
    missing = advances[ord(SUBSTITUTE)]
    return face.size * sum(advances.get(ord(char), missing) for char in text) / _UNITS_PER_EM


def missing_glyphs(text: str) -> tuple[str, ...]:
    """The characters of a text that the font cannot draw, each once, in order of appearance."""
    found = (char for char in unicodedata.normalize("NFC", text) if _visible(char) == SUBSTITUTE != char)
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=1 << 15)
def printable(text: str) -> str:
    """The text with □ for every character the font cannot draw; spaces become spaces, joiners vanish.

    Line ends and tabs stay: HTML reads them as white space. Every report prints the same texts again, so
    they are remembered.
    """
    return "".join(map(_visible, unicodedata.normalize("NFC", text)))


def one_line(text: str) -> str:
    """The printable text with all white space as single spaces, as a label in a picture needs it."""
    return " ".join(printable(text).split())


def _visible(char: str) -> str:
    if char in "\n\t":
        return char
    if char in _JOINERS:
        return ""
    if unicodedata.category(char) != "Cc" and ord(char) in _advances(Weight.REGULAR):
        return char
    return " " if char.isspace() else SUBSTITUTE


@cache
def _advances(weight: Weight) -> dict[int, int]:
    """The advance width per character; only the tables cmap and hmtx are read (some 10 ms)."""
    from fontTools.ttLib import TTFont

    with TTFont(templates() / "fonts" / _FILES[weight], lazy=True) as font:
        metrics = font["hmtx"].metrics
        return {char: metrics[glyph][0] for char, glyph in font.getBestCmap().items()}
