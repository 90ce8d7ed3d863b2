"""Numbers typed as text, read the Dutch way; what can be read two ways is refused."""

import re
from dataclasses import dataclass
from decimal import Decimal

from marktscan.spreadsheets.texts import clean_id

_CURRENCY = re.compile(r"^(-?)\s*(?:€|eur|euro)?\s*(-?)(.*?)\s*(,-{1,2})?\s*(?:€|eur|euro)?$", re.IGNORECASE)
_GROUPED_COMMA = re.compile(r"\d{1,3}(\.\d{3})+,\d+|\d{1,3}( \d{3})+(,\d+)?|\d{1,3}(\.\d{3}){2,}")
_GROUPED_POINT = re.compile(r"\d{1,3}(,\d{3})+\.\d+|\d{1,3}(,\d{3}){2,}")
_TWO_READINGS = re.compile(r"([1-9]\d{0,2})[.,](\d{3})")
_PLAIN = re.compile(r"\d+([.,]\d+)?")
_WHOLE = re.compile(r"\d+|[1-9]\d{0,2}(\.\d{3})+|\d{1,3}( \d{3})+")
"""Whole euros as they stand before ",-": the comma is spoken for, so a point can only part thousands."""


@dataclass(frozen=True, slots=True)
class TwoReadings:
    """A number that means one thing with a decimal mark and another with a thousands mark."""

    decimal: str
    thousands: str


def read_amount(text: str) -> Decimal | TwoReadings | None:
    """The number in `text` ("€ 1.250,00", "€ 1.250,-", "3,5", "3.5"); None when it is not a number."""
    match = _CURRENCY.match(clean_id(text))
    if match is None or (match[1] and match[2]):
        return None
    sign, digits, is_whole = match[1] or match[2], match[3].strip(), match[4]
    if is_whole and _WHOLE.fullmatch(digits):
        return Decimal(sign + digits.replace(".", "").replace(" ", ""))
    return _digits(digits + (is_whole or ""), sign)


def _digits(text: str, sign: str) -> Decimal | TwoReadings | None:
    if doubtful := _TWO_READINGS.fullmatch(text):
        return TwoReadings(f"{sign}{doubtful[1]},{doubtful[2]}", f"{sign}{doubtful[1]}{doubtful[2]}")
    if _GROUPED_COMMA.fullmatch(text):
        return Decimal(sign + text.replace(".", "").replace(" ", "").replace(",", "."))
    if _GROUPED_POINT.fullmatch(text):
        return Decimal(sign + text.replace(",", ""))
    return Decimal(sign + text.replace(",", ".")) if _PLAIN.fullmatch(text) else None
