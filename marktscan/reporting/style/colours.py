"""The colours of the house style: which are declared, and which of those can be read by everybody."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path

from marktscan.assets import templates
from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.source import Source
from marktscan.domain.style import TOKENS, Declared
from marktscan.reporting.charts.palette import contrast
from marktscan.wording.formats import number

SHEET = Path("css", "tokens.css")
TEXT, GRAPHIC, STEP = 4.5, 3.0, 1.2
"""Contrast that text needs and that marks need (WCAG 2.2, 1.4.3 and 1.4.11), and that steps of one scale need
so that they differ on a black and white print."""
_TOKEN = re.compile(r"--([a-z0-9-]+)\s*:\s*([^;}]+)")
_SHORT, _LONG = re.compile(r"#([0-9a-f])([0-9a-f])([0-9a-f])"), re.compile(r"#[0-9a-f]{6}")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)

Declarations = Mapping[str, Declared]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two tokens that meet on the page, and the contrast they need there."""

    one: str
    other: str
    least: float


PAIRS = (
    *(Pair(name, "paper", TEXT) for name in ("accent", "ink", "grey", "incumbent", "fail")),
    *(Pair("ink", under, TEXT) for under in ("t1", "t2", "t3", "met", "conditional", "to-verify", "failed")),
    *(Pair("ink", under, TEXT) for under in ("weight", "incumbent-tint")),
    *(Pair("paper", under, TEXT) for under in ("t4", "t5")),
    *(Pair(f"t{step}", f"t{step + 1}", STEP) for step in range(1, 5)),
    Pair("incumbent", "incumbent-tint", TEXT),
    Pair("mark", "paper", GRAPHIC),
)


@cache
def product_colours() -> Mapping[str, str]:
    """The colours the product comes with, by token."""
    found = _tokens((templates() / SHEET).read_text(encoding="utf-8"), "")
    return {token: _hexadecimal(found[token].value) or "" for token in TOKENS}


def declared_in(sheet: str, file: str) -> tuple[dict[str, Declared], tuple[Finding, ...]]:
    """The colours in a style sheet of the project's own, with their lines, and the names it made up."""
    found = _tokens(sheet, file)
    strange = (
        finding(Code.COLOUR_NAME, given.source, name=name)
        for name, given in found.items()
        if name not in TOKENS
    )
    return {token: given for token, given in found.items() if token in TOKENS}, tuple(strange)


def usable(declared: Declarations) -> tuple[dict[str, str], tuple[Finding, ...]]:
    """Those colours that differ from the product's and can be used, and why the others cannot."""
    read = {token: _hexadecimal(given.value) for token, given in declared.items()}
    strange = [_no_colour(declared[token]) for token, colour in read.items() if colour is None]
    own = {token: colour for token, colour in read.items() if colour is not None}
    unreadable: list[Finding] = []
    while failing := _first_failing({**product_colours(), **own}, own):
        blamed = _blamed(failing, own)
        unreadable.append(_too_little(failing, blamed, {**product_colours(), **own}, declared))
        del own[blamed]
    changed = {token: colour for token, colour in own.items() if colour != product_colours()[token]}
    return changed, (*strange, *unreadable)


def usable_accents(
    declared: Declarations, colours: Mapping[str, str]
) -> tuple[dict[str, str], tuple[Finding, ...]]:
    """The colours of municipalities, by slug, that text on the paper of this house can have."""
    paper = colours.get("paper", product_colours()["paper"])
    read = {slug: _hexadecimal(given.value) for slug, given in declared.items()}
    found = tuple(_judged_accent(given, read[slug], paper) for slug, given in declared.items())
    wrong = tuple(item for item in found if item)
    good = {slug: c for (slug, c), item in zip(read.items(), found, strict=True) if c and item is None}
    return good, wrong


def _judged_accent(given: Declared, colour: str | None, paper: str) -> Finding | None:
    if colour is None:
        return _no_colour(given)
    if contrast(colour, paper) >= TEXT:
        return None
    return _contrast_finding(given, paper, contrast(colour, paper), TEXT)


def _first_failing(colours: Mapping[str, str], own: Iterable[str]) -> Pair | None:
    """The first pair with too little contrast that one of the own colours is part of."""
    ours = set(own)
    return next((pair for pair in PAIRS if {pair.one, pair.other} & ours and _short(pair, colours)), None)


def _short(pair: Pair, colours: Mapping[str, str]) -> bool:
    return contrast(colours[pair.one], colours[pair.other]) < pair.least


def _blamed(pair: Pair, own: Mapping[str, str]) -> str:
    """The own colour of a pair; of two the first, which is what is read on the other."""
    return pair.one if pair.one in own else pair.other


def _too_little(pair: Pair, blamed: str, colours: Mapping[str, str], declared: Declarations) -> Finding:
    other = pair.other if blamed == pair.one else pair.one
    reached = contrast(colours[pair.one], colours[pair.other])
    return _contrast_finding(declared[blamed], colours[other], reached, pair.least)


def _contrast_finding(given: Declared, beside: str, reached: float, least: float) -> Finding:
    return finding(
        Code.COLOUR_CONTRAST,
        given.source,
        value=given.value.strip(),
        beside=beside,
        found=_at_most(reached),
        expected=_at_most(least),
    )


def _at_most(ratio: float) -> str:
    """A contrast with one decimal, cut off: what is too little never looks like enough."""
    return number(Fraction(int(10 * ratio), 10), 1)


def _no_colour(given: Declared) -> Finding:
    return finding(Code.COLOUR_UNKNOWN, given.source, value=given.value.strip())


def _hexadecimal(value: str) -> str | None:
    """A colour as #rrggbb in small letters; None when it is not written as #rgb or #rrggbb."""
    plain = value.strip().lower()
    if short := _SHORT.fullmatch(plain):
        return f"#{''.join(2 * digit for digit in short.groups())}"
    return plain if _LONG.fullmatch(plain) else None


def _tokens(sheet: str, file: str) -> dict[str, Declared]:
    """Every variable in a style sheet with its line; what stands in a comment counts for nothing."""
    plain = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), sheet)
    return {
        found[1]: Declared(found[2], _line_of(plain, found.start(), file)) for found in _TOKEN.finditer(plain)
    }


def _line_of(text: str, place: int, file: str) -> Source:
    return Source(file, cell=f"regel {text.count(chr(10), 0, place) + 1}")
