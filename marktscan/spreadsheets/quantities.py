"""Read amounts, percentages and dates from the cells of a row, however people typed them."""

import re
from datetime import date, datetime
from decimal import Decimal

from marktscan.domain.finding import Code
from marktscan.spreadsheets.amounts import TwoReadings, read_amount
from marktscan.spreadsheets.periods import read_period
from marktscan.spreadsheets.row import Row
from marktscan.spreadsheets.texts import dutch_number, number_text, percentage_text, shown

_MOST_DIGITS = 12
"""Before the decimal mark: a thousand billion is no price or quantity, and exact sums hold 28 digits."""


def amount(row: Row, name: str) -> Decimal | None:
    """A number exactly as shown; None when empty or not a number."""
    value = row.value(name)
    match value:
        case None:
            return None
        case datetime() | date():
            row.tell(Code.DATE_FOR_NUMBER, name, value=shown(value), meant=f"{value.day}.{value.month}")
            return None
        case bool():
            row.tell(Code.NOT_A_NUMBER, name, value=shown(value))
            return None
        case int() | float() if row.is_percentage(name):
            row.tell(Code.PERCENTAGE_FOR_AMOUNT, name, value=percentage_text(value))
            return None
        case int() | float():
            return _within_reason(row, name, Decimal(number_text(value)), number_text(value))
    return _typed_amount(row, name, str(value), str(value))


def _typed_amount(row: Row, name: str, written: str, digits: str) -> Decimal | None:
    number = read_amount(digits)
    if isinstance(number, Decimal):
        read = _within_reason(row, name, number, written)
        if read is not None:
            row.tell(Code.NUMBER_READ_AS, name, value=written, read_as=dutch_number(number))
        return read
    if isinstance(number, TwoReadings):
        facts = {"decimal": number.decimal, "thousands": number.thousands}
        row.tell(Code.NUMBER_AMBIGUOUS, name, value=written, **facts)
    else:
        row.tell(Code.NOT_A_NUMBER, name, value=written)
    return None


def _within_reason(row: Row, name: str, number: Decimal, written: str) -> Decimal | None:
    """The number, unless nobody can mean it."""
    if number.adjusted() < _MOST_DIGITS:
        return number
    row.tell(Code.NUMBER_TOO_LARGE, name, value=written)
    return None


def percentage(row: Row, name: str) -> Decimal | None:
    """A number on a scale to 100: "35 %" and a cell shown as 35 % both mean 35."""
    value = row.value(name)
    if isinstance(value, str) and value.strip().endswith("%"):
        return _typed_amount(row, name, value, value.strip().removesuffix("%"))
    if isinstance(value, int | float) and row.is_percentage(name):
        number = Decimal(number_text(value * 100))
        row.tell(Code.NUMBER_READ_AS, name, value=percentage_text(value), read_as=dutch_number(number))
        return number
    return amount(row, name)


def day(row: Row, name: str) -> date | None:
    """A date; a period typed as text means its last day. None when empty or unclear."""
    value = row.value(name)
    if value is None:
        return None
    if isinstance(value, date):
        found = value.date() if isinstance(value, datetime) else value
        _tell_unseen_day(row, name, found)
        return found
    day = read_period(shown(value))
    if day is None:
        row.tell(Code.DATE_UNCLEAR, name, value=shown(value))
    elif shown(day) != shown(value).strip():
        row.tell(Code.VALUE_READ_AS, name, value=shown(value), read_as=shown(day))
    return day


def _tell_unseen_day(row: Row, name: str, day: date) -> None:
    """A cell may show less than it holds, such as the year alone: people see what was read."""
    written = row.seen(name)
    unseen = day.day not in map(int, re.findall(r"\d+", written))
    if written and (unseen or read_period(written) not in {None, day}):
        row.tell(Code.VALUE_READ_AS, name, value=written, read_as=shown(day))
