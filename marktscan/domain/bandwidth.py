"""Between which amounts all offers lie: what may be said of costs where no single price may be seen."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from marktscan.domain.conventions import TOGETHER
from marktscan.domain.costs import Costs, CostTotal

STEP = Decimal(100_000)


@dataclass(frozen=True, slots=True)
class CostBandwidth:
    """From the lowest total without options to the highest with every option, in euro over the period.

    `offers` totals lie in it, of which `incomplete` are a lower bound; `unknown` vendors gave no price.
    """

    lowest: Decimal
    highest: Decimal
    offers: int
    incomplete: int
    unknown: int

    @property
    def certain(self) -> bool:
        """Whether every vendor lies within the bounds, whatever is still to come."""
        return not self.incomplete and not self.unknown

    def outward(self, step: Decimal = STEP) -> "CostBandwidth":
        """The same with its bounds moved outward to whole steps, so that no amount can be read from it."""
        down = (self.lowest / step).to_integral_value(ROUND_FLOOR)
        up = (self.highest / step).to_integral_value(ROUND_CEILING)
        return replace(self, lowest=down * step, highest=up * step)


def cost_bandwidth(costs: Costs, scope: str = TOGETHER, fewest: int = 1) -> CostBandwidth | None:
    """The bandwidth of all vendors in one scope; None when fewer than `fewest` of them have a total.

    In public: `cost_bandwidth(costs, fewest=…)`, the smallest group of the project, and then `.outward()`.
    """
    found = [item.totals[scope] for item in costs.vendors]
    known = [(total, item) for item in found if (total := item.total) is not None]
    if len(known) < max(fewest, 1):
        return None
    return CostBandwidth(
        lowest=min(total for total, _ in known),
        highest=max(total + item.options for total, item in known),
        offers=len(known),
        incomplete=_incomplete(item for _, item in known),
        unknown=len(found) - len(known),
    )


def _incomplete(totals: Iterable[CostTotal]) -> int:
    return sum(not total.complete for total in totals)
