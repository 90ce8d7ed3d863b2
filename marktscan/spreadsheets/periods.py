"""Dates typed as text; a promised period counts from its last day."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date

from marktscan.spreadsheets.texts import clean_id

_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_MONTH = "(" + "|".join(f"{name}|{name[:3]}\\.?" for name in _MONTHS) + "|mrt\\.?|sept\\.?)"
_YEAR = r"(20\d\d)"
_ORDINALS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4}
_NTH = r"([1-4]|eerste|tweede|derde|vierde)\s?e?"
_QUARTERS_IN_YEAR, _MONTHS_IN_QUARTER, _MONTHS_IN_HALF = 4, 3, 6


def _month(name: str) -> int:
    short = name[:3].replace("mrt", "maa")
    return [month[:3] for month in _MONTHS].index(short) + 1


def _nth(word: str) -> int:
    return _ORDINALS.get(word) or int(word)


def _day(year: str, month: int, day: str) -> date:
    return date(int(year), month, int(day))


def _end(year: str, month: int) -> date:
    return date(int(year), month, monthrange(int(year), month)[1])


def _half(year: str, which: str) -> date:
    return _end(year, _MONTHS_IN_HALF * _nth(which))


def _quarter(year: str, which: str) -> date:
    return _end(year, _MONTHS_IN_QUARTER * _nth(which))


_FORMS: tuple[tuple[str, Callable[[re.Match[str]], date]], ...] = (
    (rf"{_YEAR}-(\d\d?)-(\d\d?)", lambda m: _day(m[1], int(m[2]), m[3])),
    (rf"(\d\d?)[-/.](\d\d?)[-/.]{_YEAR}", lambda m: _day(m[3], int(m[2]), m[1])),
    (rf"(\d\d?) {_MONTH} {_YEAR}", lambda m: _day(m[3], _month(m[2]), m[1])),
    (rf"{_MONTH} {_YEAR}", lambda m: _end(m[2], _month(m[1]))),
    (rf"(\d\d?)[-/]{_YEAR}", lambda m: _end(m[2], int(m[1]))),
    (rf"{_YEAR}[-/](\d\d?)", lambda m: _end(m[1], int(m[2]))),
    (rf"[qk]w?\s?([1-4])[ -/']*{_YEAR}", lambda m: _quarter(m[2], m[1])),
    (rf"{_YEAR}[ -/]*[qk]w?\s?([1-4])", lambda m: _quarter(m[1], m[2])),
    (rf"{_NTH} kwartaal(?: van)? {_YEAR}", lambda m: _quarter(m[2], m[1])),
    (rf"kwartaal ([1-4])(?: van)? {_YEAR}", lambda m: _quarter(m[2], m[1])),
    (rf"h([12])[ -/]*{_YEAR}", lambda m: _half(m[2], m[1])),
    (rf"(1|2|eerste|tweede)\s?e? (?:half ?jaar|helft)(?: van)? {_YEAR}", lambda m: _half(m[2], m[1])),
    (_YEAR, lambda m: _end(m[1], 12)),
)
"""Every way of writing a date that has one meaning only; "eind 2027" and "medio 2027" have not."""


def read_period(text: str) -> date | None:
    """The day `text` means, for a period its last day; None when it is not one clear date or period."""
    plain = clean_id(text).casefold()
    for form, make in _FORMS:
        if match := re.fullmatch(form, plain):
            try:
                return make(match)
            except ValueError:  # no such day: 31-2-2027
                return None
    return None
