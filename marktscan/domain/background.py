"""What stands behind and beside the scores: promises, proof, assessors, choosing together and costs."""

from dataclasses import dataclass

from marktscan.domain.agreement import Assessed, Together
from marktscan.domain.claims import Claims
from marktscan.domain.costs import Costs
from marktscan.domain.frozen import HeldRules
from marktscan.domain.outlook import Outlook
from marktscan.domain.scenario import ScenarioOutcome
from marktscan.domain.sureness import PriceShares, Sureness
from marktscan.domain.weighing import Weighing


@dataclass(frozen=True, slots=True)
class Background:
    """Everything that is computed from the same answers as the scores and that changes none of them.

    `sureness` and `prices` (turned out otherwise) are drawn, so they are there only where they are asked for;
    `rules` is None when no rules were fixed.
    """

    outlook: Outlook
    claims: Claims
    assessed: Assessed
    together: Together
    costs: Costs
    sureness: Sureness | None = None
    prices: tuple[PriceShares, ...] | None = None
    scenarios: tuple[ScenarioOutcome, ...] = ()
    weighings: tuple[Weighing, ...] = ()
    rules: HeldRules | None = None
