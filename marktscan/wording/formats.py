"""Numbers, amounts and dates as Dutch readers expect them: the one place where rounding happens.

Rounding is half up (7,25 → 7,3) from exact values; a float is refused, because it no longer is the number
that was computed. Half up is away from zero, so that a difference reads the same from both sides.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

Exact = int | Decimal | Fraction

MINUS = "\N{MINUS SIGN}"
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
SHORT_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


def number(value: Exact, decimals: int = 1) -> str:
    """A number with a decimal comma and a full stop per thousand: 71,3 or 33.000,0."""
    rounded = _half_up(value, decimals)
    return (MINUS if rounded < 0 else "") + _digits(abs(rounded), decimals)


def points(value: Exact, decimals: int = 1) -> str:
    """A difference in points, always with its sign: +4,2 or −0,3; nothing is 0,0."""
    return ("+" if _half_up(value, decimals) > 0 else "") + number(value, decimals)


def percentage(share: Exact, decimals: int = 0) -> str:
    """A share (0–1) as a percentage: 87 %."""
    return f"{number(100 * share, decimals)}{NO_BREAK_SPACE}%"


def answered(share: Exact, agreed: int) -> str:
    """The share of weight that is answered, held against the agreed percentage.

    With as many decimals (at most three) as it takes not to look like the agreed share, or like everything.
    """
    bounds = [Fraction(agreed, 100), Fraction(1)]
    for decimals in range(3):
        said = percentage(share, decimals)
        if not any(share < bound and said == percentage(bound, decimals) for bound in bounds):
            return said
    return percentage(share, 3)


def euro(amount: Exact, decimals: int = 0) -> str:
    """An amount in euro: € 33.000."""
    return f"€{NO_BREAK_SPACE}{number(amount, decimals)}"


def thousands(value: int) -> str:
    """A whole number with a full stop per thousand: 33.000."""
    return number(value, 0)


def fraction(value: Exact) -> str:
    """The exact value as numerator and denominator: 2137/30."""
    exact = _exact(value)
    return f"{exact.numerator}/{exact.denominator}"


def date_long(day: date) -> str:
    """A date in words: 1 november 2026."""
    return f"{day.day}{NO_BREAK_SPACE}{MONTHS[day.month - 1]} {day.year}"


def month(day: date) -> str:
    """The month of a date, short: apr 2027."""
    return f"{SHORT_MONTHS[day.month - 1]}{NO_BREAK_SPACE}{day.year}"


def list_of(words: Sequence[str]) -> str:
    """An enumeration: a, b en c."""
    *most, last = words or [""]
    return f"{', '.join(most)} en {last}" if most else last


def _half_up(value: Exact, decimals: int) -> int:
    """The value in units of 10^−decimals, rounded half away from zero."""
    top, bottom = _exact(value).as_integer_ratio()
    size: int = (2 * abs(top) * 10**decimals + bottom) // (2 * bottom)
    return size if top >= 0 else -size


def _exact(value: Exact) -> Fraction:
    """The value as a fraction; TypeError for a float."""
    if not isinstance(value, Exact):
        raise TypeError(f"exact number expected, not {type(value).__name__}")
    return Fraction(value)


def _digits(units: int, decimals: int) -> str:
    """A natural number of 10^−decimals with its separators."""
    whole, part = divmod(units, 10**decimals)
    grouped = f"{whole:,}".replace(",", ".")
    return f"{grouped},{part:0{decimals}}" if decimals else grouped
