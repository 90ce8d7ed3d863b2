"""The numbers in a text as they are written, and which of them the words around them call a price."""

import re
from bisect import bisect
from collections.abc import Iterator
from typing import NamedTuple

from marktscan.leaks.plain import folded, without_marks
from marktscan.leaks.worded import in_digits

GAP = "[ \N{NO-BREAK SPACE}\u2000-\u200a\N{NARROW NO-BREAK SPACE}\u205f\u3000]"
_SIGN = r"€|(?<![^\W_])euro?|(?<=\b[kmt])euro?"
_NUMERAL = re.compile(
    rf"(?:(?:(?<![^\W_])(?P<before>[kmt]))?(?P<euro>{_SIGN})\s?|(?<![\w.,]))"
    rf"(?P<digits>\d(?:[\d.,'’]|{GAP}(?=\d{{3}}(?!\d)))*)"
    r"(?:\s?(?P<scale>miljoen|mljn|mln|mio|duizend|mille|ton(?=\b)|m(?=\b|eur)|k(?=\b|eur)))?"
    r"(?:\.?\s?(?P<unit>euro|eur|€|%|procent|pct|,-|(?<=,)-))?"
)
_LONGEST_SIGN = len("keuro ")
_BEGINS = re.compile(r"\d(?:(?<![\w.,]\d)|(?<=[or]\d))")
"""Where digits of a numeral may begin: behind nothing that belongs to them, or behind "euro" or "eur"."""
_BREAK = re.compile(r"\n(?<=\d[.,]\n)(?=\d)")
_PRICE = (
    *("prijs", "prijzen", "kost", "kosten", "tarief", "bedrag", "som", "totaal", "abonnement", "licentie"),
    *("eenmalig", "jaarlijks", "meerprijs", "per jaar", "korting"),
)
_PRICES = {word: re.compile(rf"{word}\b") for word in _PRICE}
_RIGHT_BEHIND = re.compile(r"[^\n\d]{0,15}\n?")
_UNITS = r"jaar|maand|inwoner|gebruiker|medewerker|uur|dagdeel|koppeling|stuk|j\b|m\b"
_PRICED_AFTER = re.compile(rf"[,\s]*-?\s*(?:p\.|per\s|voor elke?\s)\s*(?:{_UNITS})|\s*korting\b")
_LONGEST_PASSED, _LONGEST_UNPRICED = 4, 2
"""A bare number of so many digits tells nothing unless it is a price, one of so many not even then."""


class Numeral(NamedTuple):
    """A number with what is written right before and behind it; `priced` is what the words around it say."""

    before: str | None
    euro: str | None
    digits: str
    scale: str | None
    unit: str | None
    priced: bool


def numerals(text: str, *, named: bool, telling: bool) -> Iterator[Numeral]:
    """All of them; when `named` only those with a sign or word that says of what.

    When `telling`, without most of those that tell nothing: a workbook is full of them.
    """
    joined = in_digits(_BREAK.sub("", folded(without_marks(text))))
    prices = _prices(joined)
    for found in _written(joined):
        before, euro, digits, scale, unit = found.groups()
        if named and not (euro or unit):
            continue
        bare = telling and not (before or euro or scale or unit) and _is_short(digits)
        if bare and len(digits) <= _LONGEST_UNPRICED:
            continue
        priced = _is_priced(joined, found, prices)
        if priced or not bare:
            yield Numeral(before, euro, digits, scale, unit, priced)


def _written(text: str) -> Iterator[re.Match[str]]:
    """Every numeral, sought only where digits are: in most places of a text there are none."""
    end = 0
    while digit := _BEGINS.search(text, end):
        found = _NUMERAL.search(text, max(digit.start() - _LONGEST_SIGN, end))
        if found is None:
            return
        yield found
        end = found.end()


def _is_short(digits: str) -> bool:
    return len(digits) <= _LONGEST_PASSED and digits.isdecimal()


def _prices(text: str) -> list[int]:
    """Where words of price end."""
    there = (ending for word, ending in _PRICES.items() if word in text)
    return sorted(found.end() for ending in there for found in ending.finditer(text))


def _is_priced(text: str, found: re.Match[str], prices: list[int]) -> bool:
    """Whether a word of price stands before it, on its line or right above, or its unit behind it."""
    start, end = found.span()
    before = bisect(prices, start)
    if before and _RIGHT_BEHIND.fullmatch(text, prices[before - 1], start):
        return True
    return _PRICED_AFTER.match(text, end) is not None
