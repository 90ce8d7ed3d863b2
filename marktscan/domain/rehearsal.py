"""What a dry run of the rules on simulated bids tells, before anybody has answered.

A ranking is named by a municipality's slug, or by "key:" and the code of a joint key. Shares lie on 0–1.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from marktscan.domain.answer import AnswerCode
from marktscan.domain.conventions import PriceFormula
from marktscan.domain.tender import Awarded, Bid


@dataclass(frozen=True, slots=True)
class Assumptions:
    """What simulated bids are drawn from: how often each answer is given (asked, and as a hard requirement),
    how often each mark, and between which amounts (euro) the level of prices lies."""

    answers: Mapping[AnswerCode, Fraction]
    hard_answers: Mapping[AnswerCode, Fraction]
    marks: Mapping[int, Fraction]
    lowest: Decimal
    highest: Decimal
    observed: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """How many rounds of how many bids, from which seed."""

    rounds: int
    vendors: int
    seed: int


@dataclass(frozen=True, slots=True)
class Ties:
    """One ranking over all rounds: how often two or more are first, and how often the first two differ and
    print alike."""

    ranking: str
    at_first: Fraction
    hidden_by_print: Fraction


@dataclass(frozen=True, slots=True)
class ThemeReach:
    """One theme in one ranking: its weight (share), the most points (0–100) by which it can set two bids
    apart, how often the first place is another one without it, and whether it is proved that it can never
    turn an order round (`idle`): the most it can give is less than the least difference of all the others."""

    ranking: str
    theme: str
    weight: Fraction
    most: Fraction
    changes_first: Fraction
    idle: bool


@dataclass(frozen=True, slots=True)
class IdleRequirement:
    """A requirement of one municipality that can never turn an order round; `most` as in ThemeReach."""

    municipality: str
    requirement: str
    most: Fraction


@dataclass(frozen=True, slots=True)
class HardRequirement:
    """One hard requirement over all simulated bids: how many fail it, and how many fail nothing else."""

    requirement: str
    fails: Fraction
    alone: Fraction


@dataclass(frozen=True, slots=True)
class HardRequirements:
    """How often a bid fails at least one, and how often nobody is left; worst requirement first."""

    bids_failing: Fraction
    rounds_without_anyone: Fraction
    items: tuple[HardRequirement, ...]


@dataclass(frozen=True, slots=True)
class Bound:
    """A ceiling or a minimum, by its names in marktscan.toml: the part of all bids that it keeps out by
    itself, and of all rounds in which it leaves nobody."""

    rule: tuple[str, ...]
    keeps_out: Fraction
    leaves_nobody: Fraction


@dataclass(frozen=True, slots=True)
class Reversal:
    """Three bids to check by calculator: without `out`, which does not win, somebody else wins."""

    bids: tuple[Bid, ...]
    out: str
    together: tuple[Awarded, ...]
    without: tuple[Awarded, ...]


@dataclass(frozen=True, slots=True)
class TenderTrial:
    """The declared rules of a tender over all rounds in which at least two bids take part.

    `ties` is how often two or more have the best outcome before a tie is broken, `lots` how often only a lot
    (or nothing) parts them then. `rounding_flips` is how often another comes first without rounding, and
    `half_flips` with a half rounded the other way. `reversals` is how often a bid that does not win decides
    who does, `smallest` the easiest example. `price_part` is the part of the differences between bids that
    price makes, beside the `declared_part`; `least` and `most` are the fewest and most price points given,
    `none` how many bids get no points for their price and `all_points` how many get all.
    """

    formula: PriceFormula
    rounds: int
    ties: Fraction
    lots: Fraction
    rounding_flips: Fraction
    half_flips: Fraction
    reversals: Fraction
    smallest: Reversal | None
    price_part: Fraction
    declared_part: Fraction
    least: Fraction
    most: Fraction
    none: Fraction
    all_points: Fraction


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """Everything a dry run tells; `tender` is None when no round has two bids or a value is missing.

    Where no requirement has a weight only `hard` tells anything.

    `bounds` are about bids that could take part in a tender: a ceiling on costs and minima for quality.
    """

    plan: Plan
    assumptions: Assumptions
    ties: tuple[Ties, ...]
    themes: tuple[ThemeReach, ...]
    idle: tuple[IdleRequirement, ...]
    hard: HardRequirements
    bounds: tuple[Bound, ...]
    tender: TenderTrial | None
