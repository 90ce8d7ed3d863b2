"""Costs as lines of text: totals per municipality and together, what is missing, cost beside quality."""

from collections.abc import Iterator
from decimal import Decimal

from marktscan.cli.scored import Scored
from marktscan.cli.tender_lines import tender_lines
from marktscan.cli.terminal import columns
from marktscan.domain.bandwidth import cost_bandwidth
from marktscan.domain.conventions import TOGETHER
from marktscan.domain.costs import CeilingCheck, CostGap, CostLine, Costs, CostTotal, Frontier, Place
from marktscan.domain.results import KnockOutState
from marktscan.wording.formats import euro, number, percentage

NOTHING = "–"
HEADER = ("leverancier", "totaal", "eenmalig", "jaarlijks", "vertrek", "eigen kosten", "opties", "ontbreekt")
AMOUNTS = range(1, len(HEADER))


def overview(found: Scored) -> Iterator[str]:
    """All vendors: totals in every scope, ceilings, and cost beside quality in every ranking."""
    costs, names = found.background.costs, scope_names(found)
    yield _period(costs)
    for scope, name in names.items():
        rows = ((item.vendor, *_amounts(item.totals[scope])) for item in costs.vendors)
        yield from ("", name, *columns(HEADER, rows, AMOUNTS))
    yield from _bandwidth(costs)
    yield from _ceilings(costs, names)
    for item in costs.frontiers:
        yield from ("", f"Kosten naast kwaliteit: {_ranking_names(found)[item.ranking]}", *_beside(item))
    yield ""
    yield from tender_lines(costs, found.scan.project)
    yield from ("", "Opties tellen niet mee in een totaal. Wat ontbreekt: marktscan costs LEVERANCIER")


def of_vendor(found: Scored, vendor: str) -> Iterator[str]:
    """One vendor: every line with its amounts, and everything that is missing."""
    costs = found.background.costs.of(vendor)
    gaps = costs.totals[TOGETHER].gaps
    yield f"Kosten van {vendor}. {_period(found.background.costs)}"
    header = ("kostensoort", "gemeente", "soort", "aantal", "eenmalig", "per jaar", "hele periode", "plaats")
    yield from ("", *columns(header, map(_line, costs.lines), range(3, len(header) - 1)))
    if gaps:
        yield from ("", f"Ontbreekt, en is niet € 0: {len(gaps)}")
        yield from columns(("kostensoort", "gemeente", "waarom", "plaats"), map(_gap, gaps))
    total = costs.totals[TOGETHER]
    yield from ("", f"Samen: {amount(total)}, opties niet meegeteld ({euro(total.options)}).")


def scope_names(found: Scored) -> dict[str, str]:
    """The municipalities by slug, and all of them together."""
    own = sorted(found.scan.project.municipalities, key=lambda m: m.slug)
    return {**{m.slug: m.name for m in own}, TOGETHER: "Samen"}


def _ranking_names(found: Scored) -> dict[str, str]:
    keys = {f"key:{key.code}": f"samen, {key.name.lower()}" for key in found.scan.project.keys}
    return {**{m.slug: m.name for m in found.scan.project.municipalities}, **keys}


def _period(costs: Costs) -> str:
    return (
        f"Over {costs.years} jaar. Jaarlijkse kosten stijgen elk jaar na het eerste met "
        f"{percentage(costs.indexation, 1)}."
    )


def amount(total: CostTotal) -> str:
    """A total as it may be said: with what is missing it is a lower bound."""
    if total.total is None:
        return "onbekend"
    return euro(total.total) if total.complete else f"ten minste {euro(total.total)}"


def _amounts(total: CostTotal) -> tuple[str, ...]:
    parts = (total.one_off, total.yearly, total.exit, total.internal, total.options)
    return amount(total), *(_part(part, total) for part in parts), str(len(total.gaps) or "")


def _part(sum_of_part: Decimal, total: CostTotal) -> str:
    """Nothing counted is € 0 only when nothing is missing."""
    return euro(sum_of_part) if sum_of_part or not total.gaps else NOTHING


def _line(line: CostLine) -> tuple[str, ...]:
    part = f"{line.part} (optie)" if line.optional else line.part.value
    amounts = map(euro, (line.one_off, line.yearly, line.total))
    quantity = line.quantity.value
    units = number(quantity, 0 if quantity == int(quantity) else 2)
    where = f"{line.place.sheet}!{line.place.cell}"
    return line.kind, line.municipality or TOGETHER, part, units, *amounts, where


def _gap(gap: CostGap) -> tuple[str, ...]:
    return gap.kind or "alles", gap.municipality or TOGETHER, gap.reason.value, str(gap.source)


def _bandwidth(costs: Costs) -> Iterator[str]:
    if found := cost_bandwidth(costs):
        lowest, highest = euro(found.lowest), euro(found.highest)
        yield from ("", f"Bandbreedte samen: {lowest} zonder opties tot {highest} met alle opties.")


def _ceilings(costs: Costs, names: dict[str, str]) -> Iterator[str]:
    if costs.ceilings:
        yield from ("", "Plafond (knock-out)")
        rows = (_ceiling(item, names) for item in costs.ceilings)
        yield from columns(("voor", "leverancier", "plafond", "uitkomst"), rows, (2,))


def _ceiling(item: CeilingCheck, names: dict[str, str]) -> tuple[str, ...]:
    told = "te verifiëren: het totaal is niet compleet"
    state = told if item.state is KnockOutState.TO_VERIFY else item.state.value
    return names[item.scope], item.vendor, euro(item.ceiling), state


def _beside(item: Frontier) -> Iterator[str]:
    yield from columns(("leverancier", "kosten", "punten", "oordeel"), map(_place, item.places), (1, 2))
    for step in item.steps:
        extra = euro(step.euro_per_point)
        yield f"Van {step.cheaper} naar {step.better}: {extra} per punt kwaliteit."


def _place(place: Place) -> tuple[str, ...]:
    cost = NOTHING if place.cost is None else euro(place.cost)
    shown = cost if place.complete or place.cost is None else f"ten minste {cost}"
    quality = NOTHING if place.quality is None else number(place.quality)
    return place.vendor, shown, quality, place.worth.value
