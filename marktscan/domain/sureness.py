"""How sure the outcome is: what one change would do, and how it holds when everything shifts at once.

A ranking is named by a municipality's slug, or by "key:" and the code of a joint key. Shares lie on 0–1.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Shift:
    """The least weight (0–1) that must move between themes before `rival` comes level with `first`.

    None when no weight can do that.
    """

    ranking: str
    first: str
    rival: str
    least: Fraction | None


@dataclass(frozen=True, slots=True)
class Dominance:
    """In this ranking `vendor` is nowhere below `over` and somewhere above: no weight can turn them round."""

    ranking: str
    vendor: str
    over: str


class LeftOut(StrEnum):
    """What was left out, beside vendors (results.LeaveOneOut)."""

    MUNICIPALITY = "gemeente"
    ASSESSOR = "beoordelaar"
    THEME = "thema"


@dataclass(frozen=True, slots=True)
class WithoutOne:
    """Who is first in a ranking when one municipality, assessor or theme is left out."""

    kind: LeftOut
    name: str
    ranking: str
    first: tuple[str, ...]
    first_changed: bool


@dataclass(frozen=True, slots=True)
class DecisiveAnswer:
    """An answer that changes an order when it is judged one step of its scale higher or lower.

    The score in the municipality moves by `points` (0–100) and then comes level with or passes `others`.
    """

    municipality: str
    vendor: str
    requirement: str
    points: Fraction
    others: tuple[str, ...]


class Scenario(StrEnum):
    """How weights are drawn; in the last one promises are drawn along, as they are in no score.

    In all of them what is unknown and what assessors disagree about is drawn along.
    """

    UNIFORM = "elke verdeling even mogelijk"
    AROUND = "rond uw eigen verdeling"
    ORDINAL = "alleen de volgorde van uw thema’s"
    PROMISED = "rond uw eigen verdeling, met beloften"


@dataclass(frozen=True, slots=True)
class VendorShares:
    """One vendor over all draws: how often each rank, how often above each other, mean weights when first.

    `central` is empty and `confidence` None for a vendor that is never first.
    """

    vendor: str
    ranks: tuple[Fraction, ...]
    beats: Mapping[str, Fraction]
    central: Mapping[str, Fraction]
    confidence: Fraction | None
    holistic: Fraction

    @property
    def first(self) -> Fraction:
        """How often this vendor is first."""
        return self.ranks[0]


@dataclass(frozen=True, slots=True)
class Simulated:
    """One ranking in one scenario; the vendors in the order of the ranking, entropy in bits.

    `municipality` names the ranking: a slug, or "key:" and the code of a joint key.
    """

    municipality: str
    scenario: Scenario
    vendors: tuple[VendorShares, ...]
    entropy: Fraction

    def of(self, vendor: str) -> VendorShares:
        """One vendor; KeyError without a score."""
        return {found.vendor: found for found in self.vendors}[vendor]


@dataclass(frozen=True, slots=True)
class PriceShares:
    """How often (0–1) a complete offer is the cheapest of a ranking, and how often no other offer there costs
    no more and is no worse, when the prices of every vendor turn out otherwise."""

    ranking: str
    vendor: str
    cheapest: Fraction
    efficient: Fraction


@dataclass(frozen=True, slots=True)
class Level:
    """The first two of a municipality that the method calls equal (gelijk)."""

    municipality: str
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the method: who leads clearly, whose difference is none, which ranking is provisional."""

    clear: str | None
    level: tuple[Level, ...]
    provisional: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sureness:
    """Everything that says how sure the outcome is, beside tipping points and leaving a vendor out."""

    shifts: tuple[Shift, ...]
    dominance: tuple[Dominance, ...]
    without_one: tuple[WithoutOne, ...]
    decisive: tuple[DecisiveAnswer, ...]
    simulated: tuple[Simulated, ...]
    words: Words

    def simulation(self, municipality: str, scenario: Scenario) -> Simulated | None:
        """One simulation; None where nobody has a score."""
        return next(
            (s for s in self.simulated if (s.municipality, s.scenario) == (municipality, scenario)), None
        )
