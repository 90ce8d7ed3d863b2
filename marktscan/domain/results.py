"""What was computed, with its working. Scores are exact fractions on 0–100, shares and weights on 0–1."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from marktscan.domain.answer import AnswerCode
from marktscan.domain.source import Source


class State(StrEnum):
    """Why a row has the value it has: the five states of empty (method, section 3)."""

    ANSWERED = "beantwoord"
    UNANSWERED = "onbeantwoord"
    UNKNOWN = "nog onbekend"
    GRANTED = "niet van toepassing"
    CLAIMED = "niet van toepassing, niet toegestaan"


class KnockOutState(StrEnum):
    """Whether a vendor meets a hard requirement; `order` in Strictness gives which one wins jointly."""

    MET = "voldoet"
    CONDITIONAL = "voorwaardelijk"
    TO_VERIFY = "te verifiëren"
    FAILED = "voldoet niet"


STRICTNESS = tuple(KnockOutState)
"""Mildest first: the joint state is the strictest of the municipalities' states."""


@dataclass(frozen=True, slots=True)
class Contribution:
    """One municipality × vendor × requirement: value (0–1, low and high), effective weight (share of the
    whole score, 0–1), and every cell it came from. Contribution to the score = 100 × weight × value."""

    municipality: str
    vendor: str
    theme: str
    requirement: str
    state: State
    code: AnswerCode
    reason: str
    low: Fraction
    high: Fraction
    raw_weight: int
    weight: Fraction
    sources: tuple[Source, ...]

    @property
    def score(self) -> Fraction:
        """Points (0–100) this row adds to the score."""
        return 100 * self.weight * self.low


@dataclass(frozen=True, slots=True)
class ThemeScore:
    """One theme of one vendor: score on 0–100, `high` with all that is unknown at its best.

    `weight` is the share (0–1) of the theme for this vendor, after an empty theme gave its share away.
    """

    theme: str
    weight: Fraction
    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True)
class VendorScore:
    """One place in a ranking. `low` is the score, `high` differs from it only when something is unknown;
    both and `rank` are None when the vendor's answers could not be used. Equal scores share a rank."""

    vendor: str
    rank: int | None
    low: Fraction | None
    high: Fraction | None
    coverage: Fraction
    knock_out: KnockOutState
    themes: tuple[ThemeScore, ...]

    def theme(self, code: str) -> ThemeScore | None:
        """This vendor's score on one theme, None when the theme carries no weight."""
        return next((t for t in self.themes if t.theme == code), None)


@dataclass(frozen=True, slots=True)
class Ranking:
    """All vendors by score, highest first, unscored ones last; `provisional` below the coverage rule."""

    entries: tuple[VendorScore, ...]
    provisional: bool

    def of(self, vendor: str) -> VendorScore:
        """One vendor's place; KeyError when it is not there, which cannot happen for a known vendor."""
        return {e.vendor: e for e in self.entries}[vendor]

    @property
    def scored(self) -> tuple[VendorScore, ...]:
        """The entries that have a score."""
        return tuple(e for e in self.entries if e.low is not None)


@dataclass(frozen=True, slots=True)
class KnockOut:
    """One hard requirement of one municipality for one vendor, with the cells that decided it."""

    municipality: str
    vendor: str
    requirement: str
    state: KnockOutState
    reason: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Regret:
    """What a municipality gives up (points, 0–100) when this vendor is chosen instead of its own first."""

    vendor: str
    by_municipality: Mapping[str, Fraction]
    greatest: Fraction


@dataclass(frozen=True, slots=True)
class Results:
    """The outcome per municipality (by slug) and joint (by key code), with everything behind it.

    A vendor without a score in a municipality has no contributions there, and no regret.
    """

    municipalities: Mapping[str, Ranking]
    joint: Mapping[str, Ranking]
    knock_outs: tuple[KnockOut, ...]
    contributions: tuple[Contribution, ...]
    regrets: tuple[Regret, ...]

    def contributions_of(self, municipality: str, vendor: str) -> tuple[Contribution, ...]:
        """The rows behind one score, in the order of the programme."""
        return tuple(c for c in self.contributions if c.municipality == municipality and c.vendor == vendor)


@dataclass(frozen=True, slots=True)
class TippingPoint:
    """The weight (0–1) of one theme at which first place would change, for one ranking.

    `municipality` is its slug, or "key:" and the code of the key for a joint ranking. First place holds
    while the weight lies in [`lower`, `upper`]; None means: no change that way. `lower_vendor` and
    `upper_vendor` are who would then come first.
    """

    municipality: str
    theme: str
    weight: Fraction
    lower: Fraction | None
    upper: Fraction | None
    lower_vendor: str
    upper_vendor: str


@dataclass(frozen=True, slots=True)
class LeaveOneOut:
    """What leaving one vendor out does: who is first then, and whether any other score moved.

    `ranking` names the ranking as TippingPoint does.
    """

    ranking: str
    vendor: str
    first: tuple[str, ...]
    first_changed: bool
    scores_changed: bool


@dataclass(frozen=True, slots=True)
class Stress:
    """The first exact layer of how sure the outcome is."""

    tipping_points: tuple[TippingPoint, ...]
    leave_one_out: tuple[LeaveOneOut, ...]
