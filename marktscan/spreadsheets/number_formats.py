"""The text that a spreadsheet shows for a number or a date, by the format of its cell.

Only what people use for numbers of requirements is written out: places, literals, decimals, percentages and
dates; separators of thousands are left out. A format with anything else shows the value in full.
"""

import re
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from marktscan.spreadsheets.texts import number_text, shown

MOST_DIGITS = 15
MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
LOCAL_DATE = "mm-dd-yy"
"""How a workbook names the reader's own short date."""

_SECTION = re.compile(r'(?:"[^"]*"|\\.|[^;"\\])+', re.DOTALL)
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[\$(?P<currency>[^\]-]*)[^\]]*\]'
    r"|(?P<left_out>\[(?:Black|Blue|Cyan|Green|Magenta|Red|White|Yellow)\]|[_*].|,)"
    r"|(?P<place>[0#?.])|(?P<unknown>[A-Za-z@\[/])|(?P<other>.)",
    re.DOTALL | re.IGNORECASE,
)
_DATE_PART = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|([ymdhs]+)|([^@;])', re.IGNORECASE | re.DOTALL)

Mark = tuple[bool, str]
"""One piece of a format: whether it is a place for a digit (or the point), and its text."""


def as_shown(value: object, number_format: str) -> str:
    """What the cell shows; text as it is."""
    if isinstance(value, date):
        return _date_text(value, number_format)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return shown(value)
    number = Decimal(number_text(value))
    if not number.is_finite() or number.adjusted() > MOST_DIGITS:
        return str(value)
    return _number_text(number, number_format) or number_text(value)


def _number_text(number: Decimal, number_format: str) -> str:
    positive, *others = _SECTION.findall(number_format) or ["General"]
    own_negative = number < 0 and bool(others)
    marks = _marks(others[0] if own_negative else positive)
    if marks is None:
        return f"{number:f}"
    sign = "-" if number < 0 and not own_negative else ""
    return sign + _filled_in(marks, abs(number) * (100 if (False, "%") in marks else 1))


@lru_cache(maxsize=256)
def _marks(section: str) -> tuple[Mark, ...] | None:
    """The pieces of a format; None when it holds something else than places and literals."""
    pieces = [(match.lastgroup, match[match.lastgroup or 0]) for match in _TOKEN.finditer(section)]
    kinds = {kind for kind, _ in pieces}
    points = sum(piece == ("place", ".") for piece in pieces)
    if "unknown" in kinds or "place" not in kinds or points > 1:
        return None
    return tuple((kind == "place", text) for kind, text in pieces if kind != "left_out")


def _filled_in(marks: tuple[Mark, ...], number: Decimal) -> str:
    point = marks.index((True, ".")) if (True, ".") in marks else len(marks)
    before, after = marks[:point], marks[point + 1 :]
    decimals = sum(is_place for is_place, _ in after)
    digits = f"{number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP):f}"
    whole, _, fraction = digits.partition(".")
    behind = _behind(after, fraction)
    return _in_front(before, whole) + ("." if behind[:1].isdigit() else "") + behind


def _in_front(marks: tuple[Mark, ...], digits: str) -> str:
    """The side before the point, filled from the right; the leftmost place takes all that is left."""
    left = digits.lstrip("0")
    written = ""
    places = sum(is_place for is_place, _ in marks)
    for is_place, text in reversed(marks):
        if not is_place:
            written = text + written
            continue
        places -= 1
        digit = left if places == 0 else left[-1:]
        left = left[: len(left) - len(digit)]
        written = (digit or ("0" if text == "0" else "")) + written
    return written


def _behind(marks: tuple[Mark, ...], fraction: str) -> str:
    """The side behind the point; a place # shows no zero at the end."""
    forced = max((place for place, mark in enumerate(marks, 1) if mark == (True, "0")), default=0)
    least = sum(is_place for is_place, _ in marks[:forced])
    shown_digits = iter(fraction[:least] + fraction[least:].rstrip("0"))
    return "".join(next(shown_digits, "") if is_place else text for is_place, text in marks)


def _date_text(value: date, number_format: str) -> str:
    parts = _DATE_PART.findall(number_format)
    if number_format == LOCAL_DATE or not any(code[:1].casefold() in {"y", "d"} for _, _, code, _ in parts):
        return shown(value)
    written, previous = "", ""
    for quoted, escaped, code, other in parts:
        written += _date_part(value, code.casefold(), previous) if code else quoted + escaped + other
        previous = code.casefold() or previous
    return written


def _date_part(value: date, code: str, previous: str) -> str:
    moment = value if isinstance(value, datetime) else datetime.combine(value, time())
    if code.startswith("y"):
        return f"{value.year % 100:02}" if code in {"y", "yy"} else str(value.year)
    if code.startswith("mmm"):
        return MONTHS[value.month - 1]
    minutes = code.startswith("m") and previous.startswith("h")
    number = {"d": value.day, "h": moment.hour, "s": moment.second, "m": value.month}[code[0]]
    return f"{moment.minute if minutes else number:0{min(len(code), 2)}}"
