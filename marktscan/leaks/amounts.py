"""Amounts and percentages in every notation people use: 1.234.567 · 1234567 · € 1,2 mln. · 12,5 procent."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_GAP = "[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}]"
_AMOUNT = re.compile(
    rf"(?P<euro>(?:€|\bEUR\b|\beuro\b)\s?)?(?<![\w.,])(?P<digits>\d(?:[\d.,'’]|{_GAP}(?=\d{{3}}(?!\d)))*)"
    rf"(?:\s?(?P<unit>miljoen|mln|mio|duizend|mille|m(?=\b)|k(?=\b)|euro|EUR|%|procent|pct|,-))?",
    re.IGNORECASE,
)
_SCALES = {"miljoen": 6, "mln": 6, "mio": 6, "m": 6, "duizend": 3, "mille": 3, "k": 3}
_PERCENT = frozenset({"%", "procent", "pct"})
_BREAK = re.compile(r"(?<=\d[.,])\n(?=\d)")
_GROUPED = re.compile(r"\d{1,3}(?:[.,'’ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}]\d{3})+")
_FEWEST_PLAIN, _FEWEST_SCALED, _FEWEST_PERCENT, _FEWEST_ROUNDED = 5, 2, 3, 4
_CENTS = 2
_LEAST_WITH_CENTS = 10


@dataclass(frozen=True, slots=True)
class Amount:
    """A number that was written: its value, the size of its last digit, and as what it is meant."""

    value: Decimal
    unit: Decimal
    euro: bool = False
    percent: bool = False
    scaled: bool = False

    def is_telling(self) -> bool:
        """Whether it says enough to point at one amount: a bare small number may be anything."""
        digits = self._digits
        if self.percent:
            return self.unit < 1 and digits >= _FEWEST_PERCENT
        if self.scaled:
            return digits >= _FEWEST_SCALED
        with_cents = self.unit == Decimal("0.01") and self.value >= _LEAST_WITH_CENTS
        return (self.euro and self.value > 0) or with_cents or (self.unit == 1 and digits >= _FEWEST_PLAIN)

    def may_be(self, secret: Decimal) -> bool:
        """Whether the secret, rounded as this was written, is this; a few digits are taken as exact."""
        if not self.scaled and self._digits < _FEWEST_ROUNDED:
            return secret == self.value
        return abs(secret - self.value) * 2 <= self.unit

    @property
    def _digits(self) -> int:
        return len((self.value / self.unit).to_integral_value().as_tuple().digits)


def amounts(text: str) -> Iterator[Amount]:
    """Every number in a text."""
    for found in _AMOUNT.finditer(_BREAK.sub("", text)):
        number = _number(found["digits"].rstrip(".,'’ "))
        if number is not None:
            yield _meant(number, bool(found["euro"]), (found["unit"] or "").lower())


def _meant(number: tuple[Decimal, Decimal], euro: bool, unit: str) -> Amount:
    value, last = number
    if unit in _PERCENT:
        return Amount(value, last, percent=True)
    scale = Decimal(10) ** _SCALES.get(unit, 0)
    return Amount(value * scale, last * scale, euro or unit in {"euro", "eur", ",-"}, scaled=unit in _SCALES)


def _number(digits: str) -> tuple[Decimal, Decimal] | None:
    """Value and size of the last digit; groups of three are thousands, the last mark may be decimal."""
    if grouped := _GROUPED.match(digits):
        whole = re.sub(r"\D", "", grouped[0])
        rest = digits[grouped.end() :]
    else:
        whole, rest = re.match(r"\d*", digits)[0], ""  # type: ignore[index]
        rest = digits[len(whole) :]
    if not rest:
        return Decimal(whole), Decimal(1)
    part = re.fullmatch(r"[.,](\d+)", rest)
    return (Decimal(f"{whole}.{part[1]}"), Decimal(1).scaleb(-len(part[1]))) if part else None
