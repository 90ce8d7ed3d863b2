"""Amounts and percentages in every notation people use: 1.234.567 · 1234567 · € 1,2 mln. · 12,5 procent."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from marktscan.leaks.numerals import GAP, Numeral, numerals

_SCALES = {"miljoen": 6, "mljn": 6, "mln": 6, "mio": 6, "m": 6, "ton": 5} | dict.fromkeys(
    ("duizend", "mille", "k", "t"), 3
)
_PERCENT = frozenset({"%", "procent", "pct"})
_MONEY = frozenset({"euro", "eur", "€", ",-", "-"})
_IN_A_ROW = re.compile(r"(?<![\w.,])(?:\d\.?\d{3}|\d{1,3},\d\d)(?![\w.,-]|\s?%)")
_GROUPED = re.compile(rf"(?!0)\d{{1,3}}(?:(?:[.,'’]|{GAP})\d{{3}})+")
_DECIMALS = re.compile(r"\d+,\d+")
_FEWEST_PLAIN, _FEWEST_SCALED, _FEWEST_PERCENT, _FEWEST_ROUNDED = 5, 2, 3, 4
_FEWEST_PRICED = 3
_CENTS = Decimal("0.01")
_LEAST_WITH_A_POINT = 10
"""Below, "2.10" is more often the number of a version or paragraph than an amount."""
_ROUND = 100
"""What is round, as "2.000 zaken", is as often a number of something else."""
_YEARS = range(1990, 2100)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number that was written: its value, the size of its last digit, and as what it is meant.

    `priced` is whether the words around it speak of a price; `grouped` whether it was written as 1.234,
    `cents` whether with two decimals as Dutch amounts have.
    """

    value: Decimal
    unit: Decimal
    euro: bool = False
    percent: bool = False
    scaled: bool = False
    priced: bool = False
    grouped: bool = False
    cents: bool = False

    @property
    def money(self) -> bool:
        """Whether it is said to be money."""
        return self.value > 0 and not self.percent and (self.euro or self._is_a_price)

    def is_telling(self) -> bool:
        """Whether it says enough to point at one amount: a bare small number may be anything."""
        if self.percent:
            return self.priced or (self.unit < 1 and self._digits >= _FEWEST_PERCENT)
        if self.scaled:
            return self.euro or not self.is_rough
        exact = self.grouped and self.value % _ROUND != 0
        long = self.unit == 1 and (exact or self._digits >= _FEWEST_PLAIN)
        return self.money or self.cents or long

    @property
    def is_rough(self) -> bool:
        """Whether it is one digit and a scale, as "€ 0,1 mln": too rough to be somebody's secret itself."""
        return self.scaled and self._digits < _FEWEST_SCALED

    def may_be(self, secret: Decimal) -> bool:
        """Whether the secret, rounded as this was written, is this; a few digits are taken as exact."""
        if not self.scaled and self._digits < _FEWEST_ROUNDED:
            return secret == self.value
        return abs(secret - self.value) * 2 <= self.unit

    @property
    def _is_a_price(self) -> bool:
        if not self.priced:
            return False
        year = self.unit == 1 and self.value in _YEARS and not self.grouped
        return not year and (self.unit == _CENTS or self._digits >= _FEWEST_PRICED)

    @property
    def _digits(self) -> int:
        return len((self.value / self.unit).to_integral_value().as_tuple().digits)


def amounts(text: str, *, named: bool = False) -> Iterator[Amount]:
    """Every number in a text; when `named` only those with a sign or word that says of what."""
    found = map(_meant, numerals(text, named=named, telling=False))
    return (amount for amount in found if amount is not None)


@lru_cache(maxsize=256)
def telling_amounts(text: str, *, named: bool = False) -> tuple[Amount, ...]:
    """Those of amounts() that say enough to point at one amount, each once; what many get is read once."""
    found = map(_meant, dict.fromkeys(numerals(text, named=named, telling=True)))
    return tuple(amount for amount in found if amount is not None and amount.is_telling())


def priced_as(kinds: re.Pattern[str], text: str) -> tuple[Amount, ...]:
    """The numbers that tell, right behind the name of something with a price, as in the row of a table."""
    if not _IN_A_ROW.search(text):
        return ()
    beside = "\n".join(f"prijs {number}" for number in kinds.findall(text))
    return telling_amounts(beside)


def rows_of(kinds: Iterable[str]) -> re.Pattern[str] | None:
    """How to find the numbers behind these names: four digits or more, or cents; None without names."""
    named = "|".join(re.escape(kind).replace(r"\ ", r"\s") for kind in sorted(kinds, reverse=True) if kind)
    return re.compile(rf"(?:{named})[\s:|–-]{{1,6}}({_IN_A_ROW.pattern})", re.IGNORECASE) if named else None


@lru_cache(maxsize=4096)
def _meant(numeral: Numeral) -> Amount | None:
    """None for what only looks like a number, as "1.2.3"."""
    number = _number(numeral.digits.rstrip(".,'’ "), scaled=numeral.scale is not None)
    if number is None:
        return None
    value, last = number
    if numeral.unit in _PERCENT:
        return Amount(value, last, percent=True, priced=numeral.priced)
    scale = Decimal(10) ** _SCALES.get(numeral.scale or numeral.before or "", 0)
    comma = "," in numeral.digits or value >= _LEAST_WITH_A_POINT
    return Amount(
        value * scale,
        last * scale,
        euro=numeral.euro is not None or numeral.unit in _MONEY,
        scaled=scale > 1,
        priced=numeral.priced,
        grouped=_GROUPED.match(numeral.digits) is not None,
        cents=last == _CENTS and value >= 1 and comma,
    )


def _number(digits: str, *, scaled: bool) -> tuple[Decimal, Decimal] | None:
    """Value and size of the last digit; groups of three are thousands, the last mark may be decimal.

    In "1,235 mln" the comma is decimal too.
    """
    grouped = _GROUPED.match(digits)
    if grouped and not (scaled and _DECIMALS.fullmatch(digits)):
        whole = re.sub(r"\D", "", grouped[0])
        rest = digits[grouped.end() :]
    else:
        whole, rest = re.match(r"\d*", digits)[0], ""  # type: ignore[index]
        rest = digits[len(whole) :]
    if not rest:
        return Decimal(whole), Decimal(1)
    part = re.fullmatch(r"[.,](\d+)", rest)
    return (Decimal(f"{whole}.{part[1]}"), Decimal(1).scaleb(-len(part[1]))) if part else None
