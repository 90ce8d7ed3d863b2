"""Declared ceilings as knock-outs: what counts towards them, and who stays under them."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from marktscan.domain.conventions import TOGETHER, CostRules
from marktscan.domain.costs import CeilingCheck, CostTotal, VendorCosts
from marktscan.domain.results import KnockOutState


def ceiling_checks(rules: CostRules, vendors: Iterable[VendorCosts]) -> Iterator[CeilingCheck]:
    """Every vendor under every ceiling, by vendor and then by scope."""
    for item in vendors:
        for scope, ceiling in sorted(rules.ceilings.items()):
            amount, complete = counted(item, scope, rules.under_ceiling)
            yield CeilingCheck(scope, item.vendor, ceiling, state(amount, ceiling, complete), amount)


def counted(item: VendorCosts, scope: str, kinds: tuple[str, ...]) -> tuple[Decimal | None, bool]:
    """What counts towards a ceiling in this scope, None without a price, and whether nothing is missing.

    The whole total, or only these `kinds` of cost; options never count.
    """
    total = item.totals[scope]
    return (total.total, total.complete) if not kinds else _of_kinds(item, total, scope, kinds)


def _of_kinds(
    item: VendorCosts, total: CostTotal, scope: str, kinds: tuple[str, ...]
) -> tuple[Decimal | None, bool]:
    named = {kind.casefold() for kind in kinds}
    missing = any(not gap.kind or gap.kind.casefold() in named for gap in total.gaps)
    amounts = [
        line.total
        for line in item.lines
        if line.kind.casefold() in named and not line.optional and scope in {TOGETHER, line.municipality}
    ]
    return (sum(amounts, Decimal(0)) if amounts else None), bool(amounts) and not missing


def state(amount: Decimal | None, ceiling: Decimal, complete: bool) -> KnockOutState:
    """A lower bound above the ceiling is certain, one below it is not; nor is an unknown amount."""
    if amount is not None and amount > ceiling:
        return KnockOutState.FAILED
    return KnockOutState.MET if complete else KnockOutState.TO_VERIFY
