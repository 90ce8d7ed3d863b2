"""Days and quarters, each in one form however it was written: Q3 2027, 30 september 2027, 30-9-2027."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from marktscan.leaks.plain import plain

_MONTHS = ("jan", "feb", "mrt maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_MONTH = {name: place for place, names in enumerate(_MONTHS, start=1) for name in names.split()}
_LONG = r"[a-z]*\.?"
_NAMED = re.compile(rf"(?:\b(\d{{1,2}})\s+)?\b({'|'.join(_MONTH)}){_LONG}\s+(20\d\d)\b")
_DAY = re.compile(r"\b(\d{1,2})[-/.](\d{1,2})[-/.](20\d\d)\b")
_ISO = re.compile(r"\b(20\d\d)-(\d\d)-(\d\d)(?!\d)")
_ORDER = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4}
_QUARTER = re.compile(
    rf"\b(?:[qk]\s?([1-4])|([1-4])e?\s?kwartaal|kwartaal\s([1-4])|({'|'.join(_ORDER)})\skwartaal)"
    r"(?:\s?(?:van|in|-|/))?\s?(20\d\d)\b|\b(20\d\d)[\s-]?[qk]([1-4])\b"
)


def periods(text: str) -> Iterator[str]:
    """Every day ("2027-09-30"), month ("2027-09") and quarter ("2027-q3") in a text."""
    seen = plain(text)
    for day, month, year in _NAMED.findall(seen):
        yield f"{year}-{_MONTH[month]:02}" + (f"-{int(day):02}" if day else "")
    yield from (f"{year}-{int(month):02}-{int(day):02}" for day, month, year in _DAY.findall(seen))
    yield from ("-".join(parts) for parts in _ISO.findall(seen))
    for one, two, three, word, year, before, last in _QUARTER.findall(seen):
        yield f"{year or before}-q{one or two or three or last or _ORDER[word]}"


def promised(text: str) -> Iterator[str]:
    """The same, with the last day that a quarter or a month means."""
    for period in periods(text):
        yield period
        year, _, part = period.partition("-")
        if "-" not in part:
            month = 3 * int(part[1:]) if part.startswith("q") else int(part)
            yield _last_day(int(year), month).isoformat()


def around(day: date) -> Iterator[str]:
    """The day, its month and its quarter."""
    yield from (day.isoformat(), day.isoformat()[:7], f"{day.year}-q{(day.month + 2) // 3}")


def _last_day(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
