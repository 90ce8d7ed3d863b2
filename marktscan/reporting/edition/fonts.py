"""The letters of an edition: Source Sans 3 with only the characters that are used, inside the style sheet."""

from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from io import BytesIO
from string import printable

from marktscan.assets import templates

FILES = {400: "SourceSans3_400Regular.ttf", 600: "SourceSans3_600SemiBold.ttf"}
ALWAYS = frozenset(printable) | frozenset("áàâäéèêëíìîïóòôöúùûüçñÉËÏÖÜ€§°·×–—−‘’“”…≤≥→←↑↓✓○✘□") | {"\u00a0"}
"""In every edition, so that most reports share one set of letters, which is made once."""
FEATURES = ("ccmp", "kern", "liga", "lnum", "locl", "mark", "mkmk", "tnum")
_COPYRIGHT, _LICENCE = 0, 13
_OWN_NAMES = {1: "Marktscan letters", 4: "Marktscan letters", 6: "Marktscan-letters"}
"""The licence keeps the name of the font for the font as it was published, not for a part of it."""
_ENGLISH_ON_WINDOWS = 3, 1, 0x409


def font_faces(text: str) -> str:
    """The rules of a style sheet that bring all letters of this text along."""
    wanted = ALWAYS | frozenset(text)
    return "\n".join(_face(weight, _letters(weight, wanted)) for weight in FILES)


def _face(weight: int, letters: str) -> str:
    source = f'url("data:font/woff2;base64,{letters}") format("woff2")'
    return f'@font-face {{ font-family: "Source Sans 3"; font-weight: {weight}; src: {source} }}'


@cache
def _letters(weight: int, characters: frozenset[str]) -> str:
    """A font with these characters, packed and as text (some 20 kB, 0.2 s)."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    options = Options(
        layout_features=list(FEATURES), hinting=False, name_IDs=[_COPYRIGHT, _LICENCE], name_legacy=True
    )
    with TTFont(templates() / "fonts" / FILES[weight], lazy=True, recalcTimestamp=False) as font:
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=_codes(characters))
        subsetter.subset(font)
        for number, name in _OWN_NAMES.items():
            font["name"].setName(name, number, *_ENGLISH_ON_WINDOWS)
        font.flavor = "woff2"
        packed = BytesIO()
        font.save(packed, reorderTables=False)
    return b64encode(packed.getvalue()).decode("ascii")


def _codes(characters: Iterable[str]) -> list[int]:
    return sorted(map(ord, characters))
