"""What promises do to the outcome: weighed, delivered, and by the date on which each would come true.

A ranking is named by a municipality's slug, or by "key:" and the code of a joint key. Points stand on 0–100.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from marktscan.domain.conventions import Credibility
from marktscan.domain.results import KnockOut, Ranking
from marktscan.domain.source import Source


@dataclass(frozen=True, slots=True)
class Rankings:
    """Every ranking of one way of counting: per municipality by slug, joint by the code of the key."""

    municipalities: Mapping[str, Ranking]
    joint: Mapping[str, Ranking]

    def named(self) -> dict[str, Ranking]:
        """All of them under one name each."""
        return {**self.municipalities, **{f"key:{code}": found for code, found in self.joint.items()}}


class Standing(StrEnum):
    """Whether a promise counts when promises are weighed."""

    WEIGHED = "telt gewogen mee"
    UNDATED = "zonder datum"
    PAST = "datum is al voorbij"
    LATE = "pas na de start van het contract"


@dataclass(frozen=True, slots=True)
class Promise:
    """One answer R: when it would come true, how firm it is and what it would add.

    `factor` (0–1) is what it weighs now, 0 when it is PAST or LATE. `gains` are the points it adds to each
    ranking once it is delivered; a ranking in which the vendor has no score is left out.
    """

    vendor: str
    requirement: str
    available: date | None
    credibility: Credibility
    standing: Standing
    factor: Fraction
    gains: Mapping[str, Fraction]
    sources: tuple[Source, ...]

    @property
    def expected(self) -> bool:
        """Whether it has a date that is still to come, so that it has a place in time."""
        return self.standing in {Standing.WEIGHED, Standing.LATE}


@dataclass(frozen=True, slots=True)
class Release:
    """Everything one vendor promises for one date; `gains` as in Promise."""

    vendor: str
    available: date
    requirements: tuple[str, ...]
    gains: Mapping[str, Fraction]


@dataclass(frozen=True, slots=True)
class Step:
    """From this date the score in a ranking is `score`, if what was promised for then is delivered."""

    available: date
    score: Fraction
    requirements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Curve:
    """One vendor's score in one ranking over time, `start` on the reference date, then step by step."""

    ranking: str
    vendor: str
    start: Fraction
    steps: tuple[Step, ...]

    def at(self, day: date) -> Fraction:
        """The score on this day."""
        return next((s.score for s in reversed(self.steps) if s.available <= day), self.start)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The current system beside the best of the market on one date, in one ranking.

    `market` are the vendors that then have the highest score, `best`. All promises due by that date are taken
    as delivered, the current system's and the market's alike.
    """

    ranking: str
    day: date
    incumbent: Fraction
    best: Fraction
    market: tuple[str, ...]

    @property
    def lead(self) -> Fraction:
        """How far the current system is ahead; below 0 when it is behind."""
        return self.incumbent - self.best


@dataclass(frozen=True, slots=True)
class PromisedKnockOut:
    """A hard requirement that is only promised: conditional, or failed with the reason why."""

    knock_out: KnockOut
    available: date | None


@dataclass(frozen=True, slots=True)
class Outlook:
    """The three results side by side (now stands in Results) and the fit over time.

    `releases` are in order of the number of promises, most first; `comparisons` are empty without a score of
    the current system or of anyone beside it.
    """

    promises: tuple[Promise, ...]
    weighed: Rankings
    delivered: Rankings
    releases: tuple[Release, ...]
    curves: tuple[Curve, ...]
    comparisons: tuple[Comparison, ...]
    knock_outs: tuple[PromisedKnockOut, ...]

    def curve(self, ranking: str, vendor: str) -> Curve | None:
        """One vendor's curve, None when it has no score in that ranking."""
        return next((c for c in self.curves if (c.ranking, c.vendor) == (ranking, vendor)), None)

    def greatest_release(self, vendor: str) -> Release | None:
        """The release that carries most of a vendor's promises, None without dated promises."""
        return next((release for release in self.releases if release.vendor == vendor), None)
