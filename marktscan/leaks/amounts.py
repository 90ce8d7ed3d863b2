"""Amounts and percentages in every notation people use: 1.234.567 · 1234567 · € 1,2 mln. · 12,5 procent."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from marktscan.leaks.plain import without_marks
from marktscan.leaks.worded import in_digits

_GAP = "[ \N{NO-BREAK SPACE}\u2000-\u200a\N{NARROW NO-BREAK SPACE}\u205f\u3000]"
_SIGN = r"€|(?<![^\W_])euro?|(?<=\b[kmt])euro?"
_AMOUNT = re.compile(
    rf"(?:(?:(?<![^\W_])(?P<before>[kmt]))?(?P<euro>{_SIGN})\s?|(?<![\w.,]))"
    rf"(?P<digits>\d(?:[\d.,'’]|{_GAP}(?=\d{{3}}(?!\d)))*)"
    r"(?:\s?(?P<scale>miljoen|mljn|mln|mio|duizend|mille|ton(?=\b)|m(?=\b|eur)|k(?=\b|eur)))?"
    r"(?:\.?\s?(?P<unit>euro|eur|€|%|procent|pct|,-|(?<=,)-))?",
    re.IGNORECASE,
)
_SCALES = {"miljoen": 6, "mljn": 6, "mln": 6, "mio": 6, "m": 6, "ton": 5} | dict.fromkeys(
    ("duizend", "mille", "k", "t"), 3
)
_PERCENT = frozenset({"%", "procent", "pct"})
_MONEY = frozenset({"euro", "eur", "€", ",-"})
_PRICE = (
    r"prijs|prijzen|kost|kosten|tarief|bedrag|som|totaal|abonnement|licentie|eenmalig|jaarlijks|meerprijs|"
    r"per jaar|korting"
)
_PRICED_BEFORE = re.compile(rf"\b\w*(?:{_PRICE})\b[^\n\d]{{0,15}}$", re.IGNORECASE)
_UNITS = r"jaar|maand|inwoner|gebruiker|medewerker|uur|dagdeel|koppeling|stuk|j\b|m\b"
_PRICED_AFTER = re.compile(
    rf"[,\s]*-?\s*(?:p\.|per\s|voor elke?\s)\s*(?:{_UNITS})|\s*korting\b", re.IGNORECASE
)
_BREAK = re.compile(r"(?<=\d[.,])\n(?=\d)")
_IN_A_ROW = re.compile(r"(?<![\w.,])(?:\d\.?\d{3}|\d{1,3},\d\d)(?![\w.,-]|\s?%)")
_GROUPED = re.compile(rf"(?!0)\d{{1,3}}(?:(?:[.,'’]|{_GAP})\d{{3}})+")
_DECIMALS = re.compile(r"\d+,\d+")
_FEWEST_PLAIN, _FEWEST_SCALED, _FEWEST_PERCENT, _FEWEST_ROUNDED = 5, 2, 3, 4
_FEWEST_PRICED = 3
_CENTS = Decimal("0.01")
_LEAST_WITH_A_POINT = 10
"""Below, "2.10" is more often the number of a version or paragraph than an amount."""
_ROUND = 100
"""What is round, as "2.000 zaken", is as often a number of something else."""
_YEARS = range(1990, 2100)
_NEAR = 40


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
    return _amounts(text, named=named, telling=False)


@lru_cache(maxsize=256)
def telling_amounts(text: str, *, named: bool = False) -> tuple[Amount, ...]:
    """Those of amounts() that say enough to point at one amount; what many readers get is read once."""
    return tuple(found for found in _amounts(text, named=named, telling=True) if found.is_telling())


def _amounts(text: str, *, named: bool, telling: bool) -> Iterator[Amount]:
    """When `telling`, without most of the numbers that tell nothing: a workbook is full of them."""
    joined = in_digits(_BREAK.sub("", without_marks(text)))
    for found in _AMOUNT.finditer(joined):
        if named and not (found["euro"] or found["unit"]):
            continue
        digits = found["digits"].rstrip(".,'’ ")
        bare = telling and len(digits) < _FEWEST_PLAIN and digits.isdecimal() and _is_bare(found)
        if bare and len(digits) < _FEWEST_PRICED:
            continue
        priced = _priced(joined, found)
        if bare and not priced:
            continue
        number = _number(digits, scaled=found["scale"] is not None)
        if number is not None:
            yield _meant(number, found, priced=priced)


def _is_bare(found: re.Match[str]) -> bool:
    """Whether nothing is written beside the digits that makes more of them."""
    return not (found["before"] or found["euro"] or found["scale"] or found["unit"])


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


def _priced(text: str, found: re.Match[str]) -> bool:
    if _PRICED_AFTER.match(text, found.end()):
        return True
    before = text[max(found.start() - _NEAR, 0) : found.start()].removesuffix("\n").rpartition("\n")[2]
    return bool(before and _PRICED_BEFORE.search(before))


def _meant(number: tuple[Decimal, Decimal], found: re.Match[str], *, priced: bool) -> Amount:
    value, last = number
    unit = (found["unit"] or "").lower()
    scaled_by = (found["scale"] or found["before"] or "").lower()
    if unit in _PERCENT:
        return Amount(value, last, percent=True, priced=priced)
    scale = Decimal(10) ** _SCALES.get(scaled_by, 0)
    comma = "," in found["digits"] or value >= _LEAST_WITH_A_POINT
    return Amount(
        value * scale,
        last * scale,
        euro=bool(found["euro"]) or unit in _MONEY or unit == "-",
        scaled=scale > 1,
        priced=priced,
        grouped=_GROUPED.match(found["digits"]) is not None,
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
