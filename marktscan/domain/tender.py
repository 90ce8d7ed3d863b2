"""What declared tender rules would do with offers; the scan itself awards nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from marktscan.domain.conventions import PriceFormula


@dataclass(frozen=True, slots=True)
class Bid:
    """An offer with its points for quality and its price (euro); scores on the
    `criteria` (0–100, by theme or requirement) may break a tie."""

    vendor: str
    quality: Fraction
    price: Decimal
    criteria: Mapping[str, Fraction] = field(default_factory=dict)


class OutReason(StrEnum):
    """Why an offer takes no part in what declared tender rules would do."""

    NO_SCORE = "geen score"
    INCOMPLETE = "kosten niet compleet"
    FREE = "een totaal van € 0"
    OVER_CEILING = "boven het plafond"
    TOO_LOW = "kwaliteit onder het minimum"
    KNOCK_OUT = "voldoet niet aan een knock-out"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An offer that takes no part, with every reason."""

    vendor: str
    reasons: tuple[OutReason, ...]


@dataclass(frozen=True, slots=True)
class Awarded:
    """One offer under one formula. `outcome` is quality plus price points, or in euro the price after value:
    then the lowest is best. Offers that no declared tie-break parts share a rank."""

    vendor: str
    rank: int
    quality: Fraction
    price: Decimal
    price_points: Fraction
    outcome: Fraction


@dataclass(frozen=True, slots=True)
class Award:
    """All offers under one formula, best first, and the same `without` each of them.

    `lowest` and `highest` are the bandwidth: the least and most an offer comes to in all those cases.
    """

    formula: PriceFormula
    offers: tuple[Awarded, ...]
    without: Mapping[str, tuple[Awarded, ...]]
    lowest: Mapping[str, Fraction]
    highest: Mapping[str, Fraction]

    @property
    def first(self) -> tuple[str, ...]:
        """Who comes first; more than one when only a lot can part them."""
        return _first(self.offers)

    @property
    def first_without(self) -> dict[str, tuple[str, ...]]:
        """Who comes first when an offer is not there."""
        return {out: _first(offers) for out, offers in self.without.items()}

    @property
    def depends_on_others(self) -> tuple[str, ...]:
        """The offers that decide who of the others comes first: without them it is somebody else."""
        return tuple(out for out, first in self.first_without.items() if first != self.first != (out,))


def _first(offers: tuple[Awarded, ...]) -> tuple[str, ...]:
    return tuple(offer.vendor for offer in offers if offer.rank == 1)
