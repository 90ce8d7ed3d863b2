"""Ways forward that people declare, and what the answers say about each on the same criteria."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction

from marktscan.domain.results import STRICTNESS, KnockOutState


class ScenarioKind(StrEnum):
    """What is done with the current system."""

    NOTHING = "niets doen"
    DEVELOP = "doorontwikkelen"
    TOGETHER = "gezamenlijk vervangen"
    PHASED = "gefaseerd vervangen"
    COMPONENTS = "componenten"


@dataclass(frozen=True, slots=True)
class Scenario:
    """A way forward: `vendor` carries every theme that `themes` (code → vendor) gives to nobody else.

    `starts` are the dates on which municipalities (by slug) begin with it; without one, the project's start.
    """

    name: str
    kind: ScenarioKind
    vendor: str
    risks: str
    themes: Mapping[str, str] = field(default_factory=dict)
    starts: Mapping[str, date] = field(default_factory=dict)

    def carrier(self, theme: str) -> str:
        """The vendor that carries a theme."""
        return self.themes.get(theme, self.vendor)

    @property
    def carriers(self) -> tuple[str, ...]:
        """Every vendor that takes part, the one that carries the rest first."""
        return tuple(dict.fromkeys((self.vendor, *self.themes.values())))

    @property
    def counts_promises(self) -> bool:
        """Whether promises are part of it: who does nothing waits for none."""
        return self.kind is not ScenarioKind.NOTHING


@dataclass(frozen=True, slots=True)
class ScenarioFit:
    """Points (0–100) now, with promises weighed, and on the start with every promise due by then delivered.

    `open` is the share of weight (0–1) that nobody answered, or that is only promised.
    """

    now: Fraction
    weighed: Fraction
    at_start: Fraction
    open: Fraction


@dataclass(frozen=True, slots=True)
class ScenarioOutcome:
    """One scenario computed: per ranking (named as in domain.outlook) its fit, absent where it has none.

    `regrets` are the points (0–100) by which a municipality stays below its own highest score now;
    `knock_outs` the strictest state per municipality.
    """

    scenario: Scenario
    fits: Mapping[str, ScenarioFit]
    regrets: Mapping[str, Fraction]
    knock_outs: Mapping[str, KnockOutState]

    @property
    def knock_out(self) -> KnockOutState:
        """The strictest state over all municipalities."""
        return max(self.knock_outs.values(), key=STRICTNESS.index, default=KnockOutState.MET)
