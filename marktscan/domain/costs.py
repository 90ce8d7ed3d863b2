"""What every offer costs over the declared period, what is missing from that, and cost beside quality.

Amounts are Decimal, in euro. A scope is a municipality's slug, or TOGETHER for all of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from marktscan.domain.results import KnockOutState
from marktscan.domain.source import Source
from marktscan.domain.tender import Award, LeftOut

VOLUMES = "price_sheet.volumes."
"""Where the project file declares how many units each municipality needs."""


class CostPart(StrEnum):
    """Who is paid, and when."""

    OFFER = "aanbod"
    EXIT = "vertrek"
    INTERNAL = "eigen kosten"


class GapReason(StrEnum):
    """Why a line is not in a total; none of these is € 0."""

    NO_PRICES = "geen prijzen"
    EMPTY = "niet ingevuld"
    ABSENT = "regel ontbreekt"
    NEGATIVE = "negatief bedrag"
    NO_QUANTITY = "geen aantal"
    DOUBLE = "staat er al"
    SHARED = "alleen een prijs voor alle gemeenten samen"
    UNKNOWN_MUNICIPALITY = "onbekende gemeente"


@dataclass(frozen=True, slots=True)
class Quoted:
    """A number as it was given, with its place: units, or euro a unit."""

    value: Decimal
    source: Source

    @property
    def volume(self) -> str:
        """The name of the quantity that the project file declares; empty for a number in a vendor's sheet."""
        sheet = self.source.sheet
        return sheet.removeprefix(VOLUMES) if sheet.startswith(VOLUMES) else ""


@dataclass(frozen=True, slots=True)
class CostLine:
    """One line that counts: `one_off` and `yearly` are for all units together, `yearly` in prices of the
    first year; `over_period` is what it adds up to. `municipality` is empty for all together; a price that
    was not given is None."""

    kind: str
    municipality: str
    part: CostPart
    optional: bool
    quantity: Quoted
    one_off_price: Quoted | None
    yearly_price: Quoted | None
    one_off: Decimal
    yearly: Decimal
    over_period: Decimal

    @property
    def total(self) -> Decimal:
        """What the line costs over the whole period."""
        return self.one_off + self.over_period

    @property
    def sources(self) -> tuple[Source, ...]:
        """The cells of its prices, at least one."""
        return tuple(price.source for price in (self.one_off_price, self.yearly_price) if price)

    @property
    def place(self) -> Source:
        """The same as one place: file and sheet, and every cell."""
        cells = dict.fromkeys(source.cell for source in self.sources)
        return replace(self.sources[0], cell=", ".join(cells))


@dataclass(frozen=True, slots=True)
class CostGap:
    """A line that should have been in a total and is not; empty `municipality`: it is not for one of them."""

    kind: str
    municipality: str
    reason: GapReason
    source: Source


@dataclass(frozen=True, slots=True)
class CostTotal:
    """What one vendor costs in one scope, over the whole period; options stand beside the total.

    `total` is None without a single price of the vendor. With `gaps` it is "ten minste": a lower bound.
    """

    one_off: Decimal
    yearly: Decimal
    exit: Decimal
    internal: Decimal
    options: Decimal
    total: Decimal | None
    gaps: tuple[CostGap, ...]

    @property
    def complete(self) -> bool:
        """Whether nothing is missing."""
        return self.total is not None and not self.gaps


@dataclass(frozen=True, slots=True)
class VendorCosts:
    """The totals of one vendor by scope, with every line they were made from."""

    vendor: str
    totals: Mapping[str, CostTotal]
    lines: tuple[CostLine, ...]


@dataclass(frozen=True, slots=True)
class CeilingCheck:
    """Whether a vendor stays under a declared ceiling; a lower bound under it is still to verify.

    `amount` is what counts towards the ceiling (euro), None when nothing is known.
    """

    scope: str
    vendor: str
    ceiling: Decimal
    state: KnockOutState
    amount: Decimal | None = None


class Worth(StrEnum):
    """Where an offer stands against the efficient frontier."""

    EFFICIENT = "op de grens"
    DOMINATED = "er is iets beters voor niet meer geld"
    OPEN = "nog niet te zeggen"
    UNKNOWN = "niet te vergelijken"


@dataclass(frozen=True, slots=True)
class Place:
    """One vendor with its quality (points, 0–100) and costs; `complete` is False for a lower bound."""

    vendor: str
    quality: Fraction | None
    cost: Decimal | None
    complete: bool
    worth: Worth


@dataclass(frozen=True, slots=True)
class FrontierStep:
    """What one more point of quality costs between two neighbours on the frontier."""

    cheaper: str
    better: str
    euro_per_point: Fraction


@dataclass(frozen=True, slots=True)
class Frontier:
    """Cost beside quality in one ranking, named by its slug or "key:" and a code, cheapest first.

    `steps` runs along the complete offers that no complete offer beats.
    """

    ranking: str
    places: tuple[Place, ...]
    steps: tuple[FrontierStep, ...]


@dataclass(frozen=True, slots=True)
class Costs:
    """Everything about money: vendors alphabetically by slug; `awards` is what a later tender could do with
    every offer that is not `left_out`."""

    years: int
    indexation: Decimal
    vendors: tuple[VendorCosts, ...]
    ceilings: tuple[CeilingCheck, ...]
    frontiers: tuple[Frontier, ...]
    awards: tuple[Award, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    def of(self, vendor: str) -> VendorCosts:
        """One vendor's costs; KeyError when it is not there."""
        return {item.vendor: item for item in self.vendors}[vendor]

    def frontier(self, ranking: str) -> Frontier:
        """Cost beside quality in one ranking; KeyError when there is none."""
        return {item.ranking: item for item in self.frontiers}[ranking]
