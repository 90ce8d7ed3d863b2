"""Declared ceilings as knock-outs: what counts towards them, and who stays under them."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from marktscan.domain.conventions import TOGETHER, CostRules
from marktscan.domain.costs import CeilingCheck, Costs, CostTotal, VendorCosts
from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.results import KnockOutState
from marktscan.domain.scan import Scan
from marktscan.domain.source import Source


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


def above_ceilings(scan: Scan, costs: Costs) -> Iterator[Finding]:
    """Who comes above a ceiling; where all of them do, the ceiling itself is the finding."""
    names = {m.slug: m.name for m in scan.project.municipalities} | {TOGETHER: "alle gemeenten samen"}
    for scope in dict.fromkeys(check.scope for check in costs.ceilings):
        checks = [check for check in costs.ceilings if check.scope == scope]
        over = [check.vendor for check in checks if check.state is KnockOutState.FAILED]
        if len(over) == len(checks):
            place = Source(scan.project.source.file, "costs.ceilings", scope)
            yield finding(Code.CEILING_ALL_FAIL, place, municipality=names[scope])
        else:
            yield from (_above(scan, vendor, names[scope]) for vendor in over)


def _above(scan: Scan, vendor: str, name: str) -> Finding:
    of = {submission.vendor.slug: submission for submission in scan.submissions}[vendor]
    return finding(
        Code.COSTS_ABOVE_CEILING,
        Source(of.prices_file),
        vendor=of.vendor.product or vendor,
        municipality=name,
    )
