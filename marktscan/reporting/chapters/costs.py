"""Chapter: costs beside quality. Prices are confidential: only for the municipalities themselves."""

from fractions import Fraction

from marktscan.domain.conventions import TOGETHER
from marktscan.domain.costs import Costs, Frontier, Place, Worth
from marktscan.domain.results import KnockOutState
from marktscan.reporting.anchors import COSTS, Figures
from marktscan.reporting.chapters.cost_tables import (
    TOTALS,
    any_price,
    bandwidth,
    missing,
    per_municipality,
    points,
    scope,
    totals,
    whose,
)
from marktscan.reporting.chapters.price_shares import other_prices
from marktscan.reporting.charts import Spot, scatter
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import count
from marktscan.reporting.view import (
    Bullets,
    Chapter,
    Figure,
    Heading,
    Link,
    Part,
    Text,
    paragraph,
    traced,
)
from marktscan.wording.formats import euro, list_of, number, percentage

_MILLION = 10**6
_NAMED = 3
"""Packages that fit in a title."""


def cost_chapter(facts: Facts) -> Chapter | None:
    """What everything costs, beside what it scores; None where prices may not be seen."""
    if facts.background is None or not may_see_prices(facts):
        return None
    costs = facts.background.costs
    if not any_price(costs):
        said = "Geen enkele leverancier heeft bruikbare prijzen gegeven."
        return Chapter(COSTS, "Kosten naast kwaliteit", "Kosten zijn nog onbekend", (paragraph(said),))
    beside = costs.frontier(facts.view)
    parts: tuple[Part, ...] = (
        paragraph(*traced(_period(costs), facts.origin(Figures.SETTINGS))),
        totals(facts, costs),
        *bandwidth(facts, costs),
        *_picture(facts, beside),
        *_steps(facts, beside),
        *_ceilings(facts, costs),
        *per_municipality(facts, costs),
        *other_prices(facts),
        *missing(facts, costs),
    )
    return Chapter(COSTS, "Kosten naast kwaliteit", _title(facts, beside), parts)


def may_see_prices(facts: Facts) -> bool:
    """Whether this report is for the municipalities themselves."""
    return facts.sees_prices


def _title(facts: Facts, beside: Frontier) -> str:
    best = _named(facts, beside, Worth.EFFICIENT)
    if best and len(beside.places) == 1:
        return f"Alleen {best[0]} heeft een prijs"
    if len(best) == len(beside.places) and len(set(map(_point, beside.places))) == 1:
        return "Elk pakket kost evenveel en haalt evenveel punten"
    if not best:
        return "Nog niet te vergelijken met kosten"
    if len(best) <= _NAMED:
        return f"Geen ander pakket is beter voor hetzelfde geld dan {list_of(best)}"
    if len(best) == len(beside.places):
        return "Geen enkel pakket is beter voor hetzelfde geld dan een ander"
    return f"Bij {count(len(best))} pakketten is niets beter voor hetzelfde geld"


def _named(facts: Facts, beside: Frontier, worth: Worth) -> list[str]:
    return sorted(facts.product(place.vendor) for place in beside.places if place.worth is worth)


def _period(costs: Costs) -> str:
    return (
        f"De kosten zijn opgeteld over {costs.years} jaar. Jaarlijkse kosten stijgen elk jaar na het eerste "
        f"met {percentage(costs.indexation, 1)}. Geen enkele prijs telt mee in een score. Een bedrag dat "
        "ontbreekt, is niet € 0: het totaal heet dan ‘ten minste’. Elk bedrag in een tabel "
        "leidt naar de bijlage, waar het regel voor regel is opgeteld."
    )


def _picture(facts: Facts, beside: Frontier) -> tuple[Part, ...]:
    """The scatter, with the line along the offers that no other beats."""
    shown = [place for place in beside.places if place.worth is not Worth.UNKNOWN]
    if len(beside.places) == 1:
        return ()
    if not shown:
        return (paragraph("Er is nog geen pakket met kosten en een score.", style="note"),)
    best = _named(facts, beside, Worth.EFFICIENT)
    title = (
        "Voor hetzelfde geld is niets beter dan wat op de lijn staat"
        if len(best) > 1
        else "Kosten en punten per pakket"
    )
    chart = scatter(
        [_spot(facts, place) for place in shown],
        [_point(place) for place in sorted(_on_the_line(beside), key=_point)],
        titles=("kosten in miljoen euro", "punten"),
        figure=lambda value: number(Fraction(value) / _MILLION, 1),
        alt=f"{title}. {' '.join(_spoken(facts, place) for place in shown)}",
    )
    subtitle = (
        f"Kosten en punten van {whose(facts)}{_key(facts)}. Assen beginnen niet bij 0. Open rondje "
        "met pijl: kosten zijn ten minste zo hoog."
    )
    return (Figure(title, subtitle, chart, Link("Cijfers", TOTALS)),)


def _key(facts: Facts) -> str:
    return "" if facts.own else f", {facts.weighing}"


def _on_the_line(beside: Frontier) -> list[Place]:
    """The offers along which a point of quality has a price."""
    names = {name for step in beside.steps for name in (step.cheaper, step.better)}
    return [place for place in beside.places if place.vendor in names]


def _point(place: Place) -> tuple[Fraction, Fraction]:
    return Fraction(place.cost or 0), place.quality or Fraction(0)


def _spot(facts: Facts, place: Place) -> Spot:
    along, up = _point(place)
    return Spot(facts.product(place.vendor), along, up, facts.is_incumbent(place.vendor), not place.complete)


def _spoken(facts: Facts, place: Place) -> str:
    least = "" if place.complete else "ten minste "
    return f"{facts.product(place.vendor)}: {least}{euro(place.cost or 0)}, {points(place.quality)} punten."


def _steps(facts: Facts, beside: Frontier) -> tuple[Part, ...]:
    """What a point more costs, from each offer on the line to the next."""
    if not beside.steps:
        return ()
    said: tuple[Text, ...] = tuple(
        traced(
            f"Van {facts.product(step.cheaper)} naar {facts.product(step.better)}: "
            f"{euro(step.euro_per_point)} voor elk punt erbij.",
            TOTALS,
        )
        for step in beside.steps
    )
    return (Heading("Wat een punt meer kost", style="next"), Bullets(said))


def _ceilings(facts: Facts, costs: Costs) -> tuple[Part, ...]:
    """The declared ceilings and who stays under them."""
    names = {m.slug: m.name for m in facts.municipalities} | {TOGETHER: facts.whole}
    scopes = dict.fromkeys(
        item.scope for item in costs.ceilings if facts.own is None or item.scope == scope(facts)
    )
    settings = facts.origin(Figures.SETTINGS)
    said = [traced(_ceiling(facts, costs, scope, names[scope]), settings) for scope in scopes]
    return (Heading("Plafond", style="next"), *(paragraph(*text) for text in said)) if said else ()


def _ceiling(facts: Facts, costs: Costs, scope: str, name: str) -> str:
    checks = [item for item in costs.ceilings if item.scope == scope]
    over = [facts.product(item.vendor) for item in checks if item.state is KnockOutState.FAILED]
    open_ = [facts.product(item.vendor) for item in checks if item.state is KnockOutState.TO_VERIFY]
    first = f"Het plafond voor {name} is {euro(checks[0].ceiling)}. Dat is een knock-out."
    second = f" Erboven: {list_of(sorted(over))}." if over else " Geen pakket komt erboven."
    return first + second + (f" Te verifiëren: {list_of(sorted(open_))}." if open_ else "")
