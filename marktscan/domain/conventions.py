"""Conventions of the method that are no facts; each has a default, and marktscan.toml may declare another."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from marktscan.domain.assessment import Level


class Credibility(StrEnum):
    """How firmly a promise was made, firmest first."""

    CONTRACT = "in het contract toegezegd"
    PUBLIC = "openbare planning met datum"
    STATEMENT = "uitspraak met datum"
    NONE = "zonder datum"


_CREDIBILITY = MappingProxyType(
    {
        Credibility.CONTRACT: Decimal("0.9"),
        Credibility.PUBLIC: Decimal("0.6"),
        Credibility.STATEMENT: Decimal("0.4"),
        Credibility.NONE: Decimal(0),
    }
)


@dataclass(frozen=True, slots=True)
class PromiseRules:
    """How a promise is weighed: by credibility (0–1), and after how many months half of that.

    `delivered` is the points (0–100) of a promise that came true. One of the `public_words` anywhere in the
    evidence tells that a planning is public.
    """

    credibility: Mapping[Credibility, Decimal] = field(default_factory=lambda: _CREDIBILITY)
    half_life_months: int = 12
    delivered: int = 100
    public_words: tuple[str, ...] = ("http", "www.", "openbaar", "openbare", "gepubliceerd")


@dataclass(frozen=True, slots=True)
class AssessorRules:
    """When assessors must talk, and from which level a claim counts as proved.

    `tolerance` is how many steps of the scale of marks the highest and the lowest may lie apart, `same_text`
    the percentage of answers that may share one and the same explanation. `demo` is how many claims a
    demonstration has time for, besides those that are a knock-out.
    """

    tolerance: int = 1
    minimum_level: Level = Level.DEMONSTRATED
    same_text: int = 20
    demo: int = 20


@dataclass(frozen=True, slots=True)
class InternalCost:
    """What municipalities spend themselves (own hours, for instance), in euro by municipality's slug.

    It belongs to the `vendors` named, or to every vendor when none is.
    """

    kind: str
    one_off: Mapping[str, Decimal] = field(default_factory=dict)
    yearly: Mapping[str, Decimal] = field(default_factory=dict)
    vendors: tuple[str, ...] = ()


TOGETHER = "samen"
"""The ceiling and the total of all municipalities together, where others are named by their slug."""


@dataclass(frozen=True, slots=True)
class CostRules:
    """Over how many years costs are added up, and how.

    Yearly amounts rise by `indexation` (a share) every year after the first. A total above its ceiling (euro
    over the whole period, by slug or TOGETHER) is a knock-out; where `under_ceiling` names kinds of cost,
    only those count towards it. `exit` names the kinds of cost of leaving.
    """

    years: int = 4
    indexation: Decimal = Decimal(0)
    exit: tuple[str, ...] = ()
    ceilings: Mapping[str, Decimal] = field(default_factory=dict)
    internal: tuple[InternalCost, ...] = ()
    under_ceiling: tuple[str, ...] = ()

    @property
    def growth(self) -> Decimal:
        """How many times the first year's amount is paid over the whole period, indexation included."""
        return sum(((1 + self.indexation) ** year for year in range(self.years)), Decimal(0))


class PriceFormula(StrEnum):
    """How a tender may turn a price into points, or into a price that can be compared."""

    ABSOLUTE = "absoluut"
    RATIO = "verhouding"
    LINEAR = "lineair"
    LOGARITHMIC = "logaritmisch"
    AFTER_VALUE = "op waarde"


class Rounding(StrEnum):
    """What happens to points with more decimals than declared; the first two say where a half goes."""

    HALF_UP = "naar boven"
    HALF_EVEN = "naar even"
    CUT_OFF = "afkappen"


BY_PRICE, BY_QUALITY, BY_LOT = "prijs", "kwaliteit", "loting"
"""Ways to break a tie; the code of a theme and the id of a requirement are others: the higher score wins."""


@dataclass(frozen=True, slots=True)
class TenderRules:
    """What a tender that follows could fix beforehand.

    `quality` and `price` are the most points each can give; price points are rounded to `decimals`, the
    points of a theme and those for quality only when they have decimals of their own. Below a minimum (points
    for quality, or a theme's score on 0–100) an offer takes no part; `strict` also leaves out who fails a
    hard requirement. The absolute formula needs `lowest` and `highest` (euro), the logarithmic one
    `half_points_factor`, awarding on value `value_per_point` (euro a point of quality); a formula without
    what it needs cannot be shown.
    """

    formula: PriceFormula = PriceFormula.LINEAR
    quality: int = 70
    price: int = 30
    decimals: int = 0
    rounding: Rounding = Rounding.HALF_UP
    tie_break: tuple[str, ...] = (BY_PRICE, BY_LOT)
    lowest: Decimal | None = None
    highest: Decimal | None = None
    half_points_factor: Decimal | None = None
    value_per_point: Decimal | None = None
    theme_decimals: int | None = None
    quality_decimals: int | None = None
    minimum_quality: int = 0
    minimum_themes: Mapping[str, int] = field(default_factory=dict)
    strict: bool = False


@dataclass(frozen=True, slots=True)
class SimulationRules:
    """How many draws, from which seed, and how closely weights are drawn around the stated ones.

    With concentration 80 a theme of 10 % varies by about a third. 9.604 draws give ±1 percentage point.
    """

    draws: int = 100_000
    seed: int = 20261101
    concentration: int = 80
