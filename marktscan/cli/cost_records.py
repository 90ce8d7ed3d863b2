"""Costs as JSON: amounts in euro as text, so that no cent gets lost in a float."""

from collections.abc import Sequence
from decimal import Decimal

from marktscan.cli.scores import exact, places, rounded
from marktscan.domain.bandwidth import cost_bandwidth
from marktscan.domain.costs import CeilingCheck, CostGap, CostLine, Costs, CostTotal, Frontier, VendorCosts
from marktscan.domain.tender import Award


def as_json(costs: Costs, vendors: Sequence[str]) -> dict[str, object]:
    """Everything about money, for these vendors."""
    chosen = [costs.of(vendor) for vendor in vendors]
    return {
        "years": costs.years,
        "indexation": str(costs.indexation),
        "costs": {item.vendor: _vendor(item) for item in chosen},
        "bandwidth": {scope: _bandwidth(costs, scope) for scope in chosen[0].totals} if chosen else {},
        "ceilings": [_ceiling(item) for item in costs.ceilings if item.vendor in vendors],
        "frontiers": {item.ranking: _frontier(item) for item in costs.frontiers},
        "tender": [_award(item) for item in costs.awards],
        "left_out": [{"vendor": o.vendor, "reasons": [r.value for r in o.reasons]} for o in costs.left_out],
    }


def _bandwidth(costs: Costs, scope: str) -> dict[str, object] | None:
    found = cost_bandwidth(costs, scope)
    if found is None:
        return None
    return {
        "lowest": euros(found.lowest),
        "highest": euros(found.highest),
        "offers": found.offers,
        "incomplete": found.incomplete,
        "unknown": found.unknown,
    }


def _vendor(item: VendorCosts) -> dict[str, object]:
    totals = {scope: _total(total) for scope, total in item.totals.items()}
    return {"totals": totals, "lines": [_line(line) for line in item.lines]}


def _total(total: CostTotal) -> dict[str, object]:
    return {
        "total": None if total.total is None else euros(total.total),
        "complete": total.complete,
        "one_off": euros(total.one_off),
        "yearly": euros(total.yearly),
        "exit": euros(total.exit),
        "internal": euros(total.internal),
        "options": euros(total.options),
        "missing": [_gap(gap) for gap in total.gaps],
    }


def euros(amount: Decimal) -> str:
    """The exact amount without an exponent."""
    return f"{amount:f}"


def _gap(gap: CostGap) -> dict[str, object]:
    return {
        "kind": gap.kind,
        "municipality": gap.municipality,
        "reason": gap.reason.value,
        "sources": places((gap.source,)),
    }


def _line(line: CostLine) -> dict[str, object]:
    return {
        "kind": line.kind,
        "municipality": line.municipality,
        "part": line.part.value,
        "optional": line.optional,
        "quantity": euros(line.quantity.value),
        "one_off": euros(line.one_off),
        "per_year": euros(line.yearly),
        "total": euros(line.total),
        "sources": places(line.sources),
    }


def _ceiling(item: CeilingCheck) -> dict[str, object]:
    return {
        "scope": item.scope,
        "vendor": item.vendor,
        "ceiling": euros(item.ceiling),
        "amount": None if item.amount is None else euros(item.amount),
        "state": item.state.value,
    }


def _frontier(item: Frontier) -> dict[str, object]:
    return {
        "places": [
            {
                "vendor": place.vendor,
                "score": rounded(place.quality),
                "score_exact": exact(place.quality),
                "cost": None if place.cost is None else euros(place.cost),
                "complete": place.complete,
                "worth": place.worth.value,
            }
            for place in item.places
        ],
        "steps": [
            {
                "cheaper": step.cheaper,
                "better": step.better,
                "euro_per_point_exact": exact(step.euro_per_point),
            }
            for step in item.steps
        ],
    }


def _award(item: Award) -> dict[str, object]:
    return {
        "formula": item.formula.value,
        "offers": [
            {
                "vendor": offer.vendor,
                "rank": offer.rank,
                "price_points_exact": exact(offer.price_points),
                "outcome_exact": exact(offer.outcome),
                "lowest_exact": exact(item.lowest[offer.vendor]),
                "highest_exact": exact(item.highest[offer.vendor]),
                "first_without": list(item.first_without[offer.vendor]),
                "outcomes_without": {o.vendor: exact(o.outcome) for o in item.without[offer.vendor]},
            }
            for offer in item.offers
        ],
    }
