"""Between which amounts everything lies, in the words of the summary."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from marktscan.domain.bandwidth import STEP, CostBandwidth, cost_bandwidth
from marktscan.domain.conventions import TOGETHER
from marktscan.domain.costs import Costs
from marktscan.reporting.anchors import COSTS
from marktscan.reporting.chapters.costs import may_see_prices
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import counted
from marktscan.reporting.view import Heading, Link, Part, paragraph
from marktscan.wording.formats import euro, number

_MILLION = 10**6


def bandwidth_parts(facts: Facts) -> tuple[Part, ...]:
    """The bandwidth as a title and what stands behind it; nothing where prices may not be seen."""
    if facts.background is None or not may_see_prices(facts):
        return ()
    costs = facts.background.costs
    scope = facts.own.slug if facts.own else TOGETHER
    found = cost_bandwidth(costs, scope)
    link = Link("Kosten naast kwaliteit", COSTS)
    if found is None:
        return (
            Heading("Kosten zijn nog niet bekend"),
            paragraph("Niemand gaf bruikbare prijzen; zie ", link, "."),
        )
    said = " ".join(_sentences(facts, costs, scope, found))
    whose = f" voor {facts.own.name}" if facts.own else ""
    return (Heading(bandwidth_title(costs, found, whose)), paragraph(f"{said} Zie ", link, "."))


def bandwidth_title(costs: Costs, found: CostBandwidth, whose: str = "") -> str:
    """From the lowest to the highest, in millions rounded outward; `whose` when not of all together.

    What is known of a highest that may become more is rounded down: it is more than that.
    """
    wide = found.outward()
    known = found.highest // STEP * STEP
    if not found.incomplete and found.lowest == found.highest:
        return f"Kosten{whose}: € {_millions(found.lowest)} miljoen in {costs.years} jaar"
    highest = f"meer dan {_millions(known)}" if found.incomplete else _millions(wide.highest)
    return f"Kosten{whose}: € {_millions(wide.lowest)} tot {highest} miljoen in {costs.years} jaar"


def _millions(amount: Decimal) -> str:
    return number(Fraction(amount) / _MILLION, 1)


def _sentences(facts: Facts, costs: Costs, scope: str, found: CostBandwidth) -> Iterator[str]:
    """What the bounds are, what the current system costs, and how many offers are not whole."""
    if found.lowest == found.highest:
        yield "Zoveel kost elk aanbod met een prijs, ook met alle opties."
    else:
        yield "Dat loopt van het laagste totaal tot het hoogste met alle opties."
    if facts.incumbent:
        own = costs.of(facts.incumbent.vendor.slug).totals[scope]
        name = facts.product(facts.incumbent.vendor.slug)
        if own.total is None:
            yield f"De prijs van {name} is niet bekend."
        else:
            yield f"{name} kost {'' if own.complete else 'ten minste '}{euro(own.total)}."
    if found.incomplete:
        offers = counted(found.incomplete, "aanbod", "aanbiedingen")
        yield f"Bij {offers} ontbreken nog bedragen."
    if found.unknown:
        vendors = counted(found.unknown, "pakket", "pakketten")
        yield f"Van {vendors} is geen prijs bekend."
