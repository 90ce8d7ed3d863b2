"""Totals of costs per municipality and together, ceilings, and cost beside quality: method, section 7."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from marktscan.domain.conventions import TOGETHER
from marktscan.domain.costs import (
    CostGap,
    CostLine,
    CostPart,
    Costs,
    CostTotal,
    Frontier,
    GapReason,
    VendorCosts,
)
from marktscan.domain.project import Project
from marktscan.domain.results import Results
from marktscan.domain.scan import Scan, Submission
from marktscan.scoring.awards import awards, bidding
from marktscan.scoring.ceilings import ceiling_checks
from marktscan.scoring.cost_lines import NOTHING, Priced, priced_lines
from marktscan.scoring.frontier import frontier
from marktscan.scoring.tie_breaks import scores_on


def costs(scan: Scan, results: Results) -> Costs:
    """What everything costs over the declared period; no score depends on it."""
    rules = scan.project.costs
    vendors = tuple(vendor_costs(scan.project, submission) for submission in scan.submissions)
    ceilings = tuple(ceiling_checks(rules, vendors))
    frontiers = tuple(_frontiers(results, vendors))
    rules_of_tender, key = scan.project.tender, scan.project.keys[0]
    places = next(item.places for item in frontiers if item.ranking == f"key:{key.code}")
    answers = scores_on(rules_of_tender.tie_break, results, key)
    tender = bidding(rules_of_tender, results.joint[key.code], places, ceilings, answers)
    found = awards(rules_of_tender, tender.bids)
    return Costs(rules.years, rules.indexation, vendors, ceilings, frontiers, found, tender.left_out)


def vendor_costs(project: Project, submission: Submission) -> VendorCosts:
    """The totals of one vendor, per municipality and together."""
    priced = priced_lines(project, submission)
    options = _asked_as_option(project, submission)
    here = _by_municipality(priced)
    own = {
        slug: total((*here[slug], *here[""]), slug, options)
        for slug in sorted(m.slug for m in project.municipalities)
    }
    totals = {**own, TOGETHER: total(priced, TOGETHER, options)}
    lines = tuple(item for item in priced if isinstance(item, CostLine))
    return VendorCosts(submission.vendor.slug, totals, lines)


def _by_municipality(priced: Iterable[Priced]) -> defaultdict[str, list[Priced]]:
    """The lines of each municipality; "" has those that are for none or for all together."""
    found = defaultdict[str, list[Priced]](list)
    for item in priced:
        found[item.municipality].append(item)
    return found


def _asked_as_option(project: Project, submission: Submission) -> frozenset[str]:
    """The kinds of cost that are options, casefolded: as the project asked, else as the vendor says."""
    asked = {line.kind.casefold(): line.optional for line in project.forms.price_sheet.lines}
    said = {line.kind.casefold(): line.optional for line in submission.prices}
    return frozenset(kind for kind, optional in {**said, **asked}.items() if optional)


def total(priced: Iterable[Priced], scope: str, options: frozenset[str]) -> CostTotal:
    """What counts in this scope added up, and what is missing from it; `options` are never missing."""
    items = list(priced)
    counted = [item for item in items if isinstance(item, CostLine) and _falls_in(item, scope)]
    gaps = [gap for gap in _gaps(items, scope) if gap.kind.casefold() not in options]
    base = [line for line in counted if not line.optional]
    offered = [line for line in base if line.part is CostPart.OFFER]
    leaving = _sum(line.total for line in base if line.part is CostPart.EXIT)
    internal = _sum(line.total for line in base if line.part is CostPart.INTERNAL)
    one_off, yearly = _sum(line.one_off for line in offered), _sum(line.over_period for line in offered)
    return CostTotal(
        one_off,
        yearly,
        leaving,
        internal,
        options=_sum(line.total for line in counted if line.optional),
        total=one_off + yearly + leaving + internal if offered else None,
        gaps=tuple(gaps),
    )


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, NOTHING)


def _falls_in(item: Priced, scope: str) -> bool:
    return scope in {TOGETHER, item.municipality}


def _gaps(items: Iterable[Priced], scope: str) -> Iterator[CostGap]:
    """What is missing here; a price for all together is missing from each municipality's own total."""
    for item in items:
        if isinstance(item, CostGap):
            if _falls_in(item, scope) or not item.municipality:
                yield item
        elif not item.municipality and scope != TOGETHER:
            yield CostGap(item.kind, "", GapReason.SHARED, item.sources[0])


def _frontiers(results: Results, vendors: tuple[VendorCosts, ...]) -> Iterator[Frontier]:
    for slug, ranking in results.municipalities.items():
        yield frontier(slug, ranking, {item.vendor: item.totals[slug] for item in vendors})
    for code, ranking in results.joint.items():
        yield frontier(f"key:{code}", ranking, {item.vendor: item.totals[TOGETHER] for item in vendors})
