"""The rules as they were fixed before the first answer was opened, what changed since, and what that does.

A rule is named by the path to it: ("points", "answers", "S") for a setting of marktscan.toml,
("eisen", "diemen", "ARC-03", "gewicht") for a cell of a workbook. Its value is text as it stands in a TOML
file.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from marktscan.domain.source import Source

RulePath = tuple[str, ...]
RuleValues = Mapping[RulePath, str]


def rule_name(path: RulePath) -> str:
    """The rule as people type it: points.answers.S."""
    return ".".join(path)


@dataclass(frozen=True, slots=True)
class Freeze:
    """The record: by whom and when, every rule with its value, and SHA-256 of the rules and of the files.

    `answers` are the files with answers that were already there, `reason` why it was done all the same.
    """

    by: str
    day: date
    reason: str
    rules: RuleValues
    rules_sha256: str
    files: Mapping[str, str]
    answers: tuple[str, ...]
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Amendment:
    """A change of one rule that people recorded; None is a rule that is not there.

    `sha256` is about this amendment and everything recorded before it.
    """

    rule: RulePath
    before: str | None
    after: str | None
    reason: str
    by: str
    day: date
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Recorded:
    """What lies in the folder of the record; amendments oldest first."""

    freeze: Freeze
    amendments: tuple[Amendment, ...]


class Measure(StrEnum):
    """What of the outcome moves."""

    NOW = "score nu"
    WEIGHED = "score met gewogen beloften"
    TENDER = "regels voor een latere aanbesteding"
    COSTS = "kosten"


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a vendor stands: rank, outcome (points, for costs euro) and what holds for hard requirements."""

    rank: int | None
    outcome: Fraction | None
    knock_out: str = ""


NOWHERE = Stand(None, None)


@dataclass(frozen=True, slots=True)
class Move:
    """One vendor in one ranking before and after a change; the two differ."""

    measure: Measure
    ranking: str
    vendor: str
    before: Stand
    after: Stand

    @property
    def points(self) -> Fraction:
        """How far the outcome moves; 0 where there is none before or after."""
        if self.before.outcome is None or self.after.outcome is None:
            return Fraction(0)
        return self.after.outcome - self.before.outcome


@dataclass(frozen=True, slots=True)
class FirstPlace:
    """Who is first in a ranking before and after a change; the two differ."""

    measure: Measure
    ranking: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Effect:
    """Everything in the outcome that a change moves; empty when it moves nothing."""

    moves: tuple[Move, ...] = ()
    firsts: tuple[FirstPlace, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleChange:
    """A rule that has another value than what was agreed. `before` is what was agreed last, None when the
    rule was not there; `agreed` is that amendment, None for the freeze itself. `effect` is what this change
    does alone, None when that cannot be told apart or was not computed."""

    rule: RulePath
    before: str | None
    after: str | None
    source: Source
    agreed: Amendment | None = None
    effect: Effect | None = None


@dataclass(frozen=True, slots=True)
class AmendedRule:
    """An amendment that holds today, and what it does to the outcome alone, None when that cannot be told."""

    amendment: Amendment
    effect: Effect | None = None


@dataclass(frozen=True, slots=True)
class HeldRules:
    """The freeze held against the rules of today.

    `changes` are recorded nowhere, `together` is what they do jointly, `since` what all that changed since
    the freeze does, recorded or not; both None when the outcome under the older rules cannot be computed.
    """

    freeze: Freeze
    amendments: tuple[AmendedRule, ...] = ()
    changes: tuple[RuleChange, ...] = ()
    together: Effect | None = None
    since: Effect | None = None
