"""Days, months, quarters and halves, each in one form however written: Q3 2027, 30-9-2027, sept. '27."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from functools import cache, lru_cache

from marktscan.leaks.plain import plain

_MONTH = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|mrt|maa(?:rt)?|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?|"
    r"okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_MONTHS = ("jan", "feb", "mrt maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_PLACES = {name: place for place, names in enumerate(_MONTHS, start=1) for name in names.split()}
_ORDER = {"vierde": 4, "derde": 3, "tweede": 2, "eerste": 1, "iv": 4, "iii": 3, "ii": 2, "i": 1}
_NTH = rf"(?:[1-4]\s?(?:st|d)?e?|{'|'.join(_ORDER)})"
_QUARTER = (
    r"(?:[qk]w?[\s.-]?[1-4]\b|q[\s-]?(?:iv|i{1,3})\b|[1-4]q(?![^\W\d])|"
    rf"{_NTH}\s?(?:kwartaal|kw\b\.?)|kwartaal\s(?:[1-4]|iv|i{{1,3}})\b)"
)
_HALF = rf"(?:h[12]\b|{_NTH}\s(?:helft|half\s?jaar))"
_PART = re.compile(
    rf"(?:\b|(?<=20\d\d))(?:(?:(\d{{1,2}})(?:(?:st|d)?e)?[\s./-]+)?({_MONTH})|({_QUARTER})|({_HALF}))"
)
_OF_A_PART = re.compile(
    r"jan|feb|mrt|maa(?:rt)?\b|apr|mei\b|jun|jul|aug|sep|okt|nov|dec|q|kw|k[\s.-]?[1-4]|h[12]\b|helft|half"
)
"""One of these stands in every part of a year, and in most texts none."""
_YEAR_AFTER = re.compile(
    rf"(?:\s?(?:[-/&,]|en|of|tot|t/m|tot\sen\smet)\s?(?:{_MONTH}|{_QUARTER}|{_HALF})){{0,3}}"
    r"(?:[\s,./(-]{0,2}(?:(?:van|in|het|jaar)\s){0,3}(?:20|['’])|[/-]|(?<=q))(\d\d)\b"
)
_YEAR_BEFORE = re.compile(r"\b20(\d\d)[\s,(/-]{0,2}$")
_BEFORE = 8
_MONTH_YEAR = re.compile(r"([0-9](?<![\w./-].)[0-9]?)(?:[-/]|(?<=0\d)\.)20(\d\d)(?![-/]?\w)")
_YEAR_MONTH = re.compile(r"20(?<![\w./-]20)(\d\d)[-/](0?[1-9]|1[0-2])(?![-/]?\w)")
_DAY = re.compile(r"(\d(?<![\w-]\d)\d?)([-/.])(\d{1,2})\2(?:20|['’]|(?<!\.))(\d\d)\b(?!-)")
_ISO = re.compile(r"20(?<![\d-]20)(\d\d)(-?)(\d\d)\2(\d\d)(?!\d)")
_YEAR = re.compile(r"\s*20(\d\d)\s*")


def periods(text: str) -> Iterator[str]:
    """Every day ("2027-09-30"), month ("2027-09"), quarter ("2027-q3") and half ("2027-h2") in a text."""
    seen = plain(text)
    for found in _PART.finditer(seen) if _OF_A_PART.search(seen) else ():
        if year := _year_of(seen, found):
            yield f"20{year}-{_part(*found.groups())}"
    months = (found for found in _MONTH_YEAR.findall(seen) if 1 <= int(found[0]) <= len(_MONTHS))
    yield from (f"20{year}-{int(month):02}" for month, year in months)
    yield from (f"20{year}-{int(month):02}" for year, month in _YEAR_MONTH.findall(seen))
    yield from (f"20{year}-{int(month):02}-{int(day):02}" for day, _, month, year in _DAY.findall(seen))
    yield from (f"20{year}-{month}-{day}" for year, _, month, day in _ISO.findall(seen))


@lru_cache(maxsize=256)
def periods_in(text: str) -> frozenset[str]:
    """The same, each once; what many readers get is read once."""
    return frozenset(periods(text))


@cache
def promised(text: str) -> frozenset[str]:
    """The same, with the last day that a year, half, quarter or month means; asked for every reader."""
    return frozenset(_promised(text))


def _promised(text: str) -> Iterator[str]:
    if whole_year := _YEAR.fullmatch(text):
        yield f"20{whole_year[1]}-12-31"
    for period in periods(text):
        yield period
        yield from (day.isoformat() for day in _last_day(period))


@cache
def told_by(text: str) -> frozenset[str]:
    """The same, with month and quarter of a day, and of the last one: "september 2029" tells of Q3 2029."""
    return frozenset(_told_by(text))


def _told_by(text: str) -> Iterator[str]:
    yield from promised(text)
    for period in periods(text):
        if "-h" not in period:
            for day in (*_last_day(period), *_as_day(period)):
                yield from around(day)


def around(day: date) -> Iterator[str]:
    """The day, its month and its quarter."""
    yield from (day.isoformat(), day.isoformat()[:7], f"{day.year}-q{(day.month + 2) // 3}")


def _year_of(text: str, found: re.Match[str]) -> str:
    """The last two digits of its year; only a quarter or a half may come after the year."""
    if after := _YEAR_AFTER.match(text, found.end()):
        return after[1]
    before = text[max(found.start() - _BEFORE, 0) : found.start()]
    named = None if found[2] else _YEAR_BEFORE.search(before)
    return named[1] if named else ""


def _part(day: str | None, month: str | None, quarter: str | None, half: str | None) -> str:
    if month:
        return f"{_PLACES[month[:3]]:02}" + (f"-{int(day):02}" if day else "")
    return f"q{_which(quarter)}" if quarter else f"h{_which(half or '')}"


def _which(written: str) -> int:
    digit = re.search(r"[1-4]", written)
    return int(digit[0]) if digit else next(place for word, place in _ORDER.items() if word in written)


def _last_day(period: str) -> Iterator[date]:
    """None for a day."""
    year, _, part = period.partition("-")
    if "-" not in part:
        month = int(part.lstrip("qh")) * {"q": 3, "h": 6}.get(part[0], 1)
        yield date(int(year) + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _as_day(period: str) -> Iterator[date]:
    """None for what is no day, or no day there is."""
    with suppress(ValueError):
        yield date.fromisoformat(period)
