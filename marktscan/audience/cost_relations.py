"""How amounts hang together, and how points for a price tell the price."""

from collections.abc import Iterator
from decimal import Decimal

from marktscan.audience.inference import Quantity, Relation, relation, tells
from marktscan.domain.conventions import TOGETHER, PriceFormula
from marktscan.domain.costs import Costs, VendorCosts
from marktscan.domain.tender import Award

PARTS = ("one_off", "yearly", "exit", "internal")
_RELATIVE = frozenset({PriceFormula.RATIO, PriceFormula.LINEAR, PriceFormula.LOGARITHMIC})


def price(vendor: str, scope: str, part: str = "") -> Quantity:
    """An amount of one vendor in one scope; without a part its total."""
    return ("price", vendor, scope, part)


def cost_relations(costs: Costs, fewest: int) -> Iterator[Relation]:
    """Totals and their parts, joint and per municipality, and a bandwidth in which fewer others hide."""
    for vendor in costs.vendors:
        yield from _totals(vendor)
    priced = [item.vendor for item in costs.vendors if item.totals[TOGETHER].total is not None]
    if len(priced) <= fewest:
        for slug, bound in ((v, b) for v in priced for b in ("lowest", "highest")):
            yield tells("bandwidth of few offers", price(slug, TOGETHER), ("bandwidth", bound))


def _totals(costs: VendorCosts) -> Iterator[Relation]:
    for scope, total in costs.totals.items():
        if total.total is not None:
            parts = [part for part in PARTS if getattr(total, part) != Decimal(0)]
            addends = (price(costs.vendor, scope, part) for part in parts)
            yield relation("total = Σ parts", (price(costs.vendor, scope), *addends))
    own = [scope for scope in costs.totals if scope != TOGETHER]
    for part in ("", *PARTS):
        members = (price(costs.vendor, scope, part) for scope in (*own, TOGETHER))
        yield relation("together = Σ municipalities", members)


def award_relations(award: Award) -> Iterator[Relation]:
    """Price points and prices: by a relative formula every price follows from the lowest."""
    formula = award.formula
    lowest = max(award.offers, key=lambda offer: offer.price_points, default=None)
    for offer in award.offers:
        own = price(offer.vendor, TOGETHER)
        points, outcome = (("points", formula.value, offer.vendor), ("outcome", formula.value, offer.vendor))
        if formula is PriceFormula.AFTER_VALUE:
            yield relation("price after value = price − value", (outcome, own))
            continue
        needed = (price(lowest.vendor, TOGETHER),) if formula in _RELATIVE and lowest else ()
        yield relation("price points = formula of the price", (points, own, *needed))
        yield relation("outcome = quality + price points", (outcome, points))
