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
    the percentage of answers that may share one and the same explanation.
    """

    tolerance: int = 1
    minimum_level: Level = Level.DEMONSTRATED
    same_text: int = 20


@dataclass(frozen=True, slots=True)
class SimulationRules:
    """How many draws, from which seed, and how closely weights are drawn around the stated ones.

    With concentration 80 a theme of 10 % varies by about a third. 9.604 draws give ±1 percentage point.
    """

    draws: int = 100_000
    seed: int = 20261101
    concentration: int = 80
