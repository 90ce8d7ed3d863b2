"""What a report is made from: everything that was read and computed, or what one reader may have of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from marktscan.domain.answer import AnswerCode
from marktscan.domain.background import Background
from marktscan.domain.bandwidth import CostBandwidth
from marktscan.domain.classification import CellKind
from marktscan.domain.finding import Finding
from marktscan.domain.results import KnockOutState, Results, Stress
from marktscan.domain.scan import Scan

UNTOLD = KnockOutState.TO_VERIFY
"""What stands in a ranking where no state may be told; Shown.knock_outs holds the states that may."""
UNTOLD_COVERAGE = Fraction(0)
"""What stands in a ranking where the coverage would tell a weight."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a reader may have of what is left out: counts, bounds and bests that nothing follows from.

    `best` is the highest score (0–100) of the others by theme, under the first key; `tallies` counts the
    answers by vendor that may be read; `knock_outs` holds states by municipality ("" for all) and vendor;
    `left_out` counts the cells this reader may not read.
    """

    best: Mapping[str, Fraction] = field(default_factory=dict)
    bandwidth: CostBandwidth | None = None
    tallies: Mapping[str, Mapping[AnswerCode, int]] = field(default_factory=dict)
    knock_outs: Mapping[tuple[str, str], KnockOutState] = field(default_factory=dict)
    left_out: Mapping[CellKind, int] = field(default_factory=dict)


NOTHING_SHOWN = Shown()


@dataclass(frozen=True, slots=True)
class Material:
    """The scan with what was computed from it."""

    scan: Scan
    results: Results
    stress: Stress
    findings: tuple[Finding, ...] = ()
    background: Background | None = None
    shown: Shown = NOTHING_SHOWN
