"""Chapter: costs beside quality. Prices are confidential: only for the municipalities themselves."""

from collections.abc import Sequence
from fractions import Fraction

from marktscan.domain.conventions import TOGETHER
from marktscan.domain.costs import CostGap, Costs, CostTotal, Frontier, Place, Worth
from marktscan.domain.results import KnockOutState
from marktscan.reporting.anchors import COSTS
from marktscan.reporting.charts import Spot, scatter
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import lower_first, some_of
from marktscan.reporting.view import (
    Bullets,
    Cell,
    Chapter,
    Column,
    Figure,
    Heading,
    Link,
    Part,
    Row,
    Table,
    Text,
    cell,
    head,
    paragraph,
)
from marktscan.wording.formats import Exact, euro, list_of, number, percentage

_TOTALS = "kosten-opbouw"
_UNKNOWN = "onbekend"
_MILLION = 10**6


def cost_chapter(facts: Facts) -> Chapter | None:
    """What everything costs, beside what it scores; None where prices may not be seen."""
    if facts.background is None or not may_see_prices(facts):
        return None
    costs = facts.background.costs
    if all(item.totals[TOGETHER].total is None for item in costs.vendors):
        said = "Geen enkele leverancier heeft bruikbare prijzen gegeven."
        return Chapter(COSTS, "Kosten naast kwaliteit", "Kosten zijn nog onbekend", (paragraph(said),))
    beside = costs.frontier(facts.view)
    parts: tuple[Part, ...] = (
        paragraph(_period(costs)),
        *_picture(facts, beside),
        _totals(facts, costs),
        *_per_municipality(facts, costs),
        *_steps(facts, beside),
        *_ceilings(facts, costs),
        *_missing(facts, costs),
    )
    return Chapter(COSTS, "Kosten naast kwaliteit", _title(facts, beside), parts, new_page=True)


def may_see_prices(facts: Facts) -> bool:
    """Whether this report is for the municipalities themselves."""
    return facts.sees_prices


def _title(facts: Facts, beside: Frontier) -> str:
    best = _named(facts, beside, Worth.EFFICIENT)
    return (
        f"Geen ander pakket is beter voor hetzelfde geld dan {some_of(best)}"
        if best
        else "Nog niet te vergelijken met kosten"
    )


def _named(facts: Facts, beside: Frontier, worth: Worth) -> list[str]:
    return sorted(facts.product(place.vendor) for place in beside.places if place.worth is worth)


def _scope(facts: Facts) -> str:
    return facts.own.slug if facts.own else TOGETHER


def _whose(facts: Facts) -> str:
    return facts.own.name if facts.own else "alle gemeenten samen"


def _period(costs: Costs) -> str:
    return (
        f"De kosten zijn opgeteld over {costs.years} jaar. Jaarlijkse kosten stijgen elk jaar na het eerste "
        f"met {percentage(costs.indexation, 1)}. Geen enkele prijs telt mee in een score. Een bedrag dat "
        "ontbreekt, is niet € 0: het totaal heet dan ‘ten minste’."
    )


def _picture(facts: Facts, beside: Frontier) -> tuple[Part, ...]:
    """The scatter, with the line along the offers that no other beats."""
    shown = [place for place in beside.places if place.worth is not Worth.UNKNOWN]
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
        f"Kosten en punten van {_whose(facts)}{_key(facts)}. Assen beginnen niet bij 0. Open rondje "
        "met pijl: kosten zijn ten minste zo hoog."
    )
    return (Figure(title, subtitle, chart, Link("Cijfers", _TOTALS)),)


def _key(facts: Facts) -> str:
    return "" if facts.own else f", verdeelsleutel: {lower_first(facts.base_key.name)}"


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
    return f"{facts.product(place.vendor)}: {least}{euro(place.cost or 0)}, {_points(place.quality)} punten."


def _points(quality: Exact | None) -> str:
    return _UNKNOWN if quality is None else number(quality)


def _totals(facts: Facts, costs: Costs) -> Table:
    """What the total is made of, beside the score."""
    columns = (
        Column("Pakket", width=88),
        Column("Totaal", "num"),
        *(Column(name, "num") for name in ("Eenmalig", "Jaarlijks", "Vertrek", "Eigen")),
        Column("Opties", "num gap"),
        Column("Punten", "num", 34),
    )
    rows = tuple(_total_row(facts, costs, place) for place in costs.frontier(facts.view).places)
    subtitle = (
        f"Euro over {costs.years} jaar, {_whose(facts)}, goedkoopste eerst. ≥: ten minste. Opties tellen "
        "niet mee in het totaal. Eigen: wat gemeenten zelf uitgeven."
    )
    return Table("Waaruit de kosten bestaan", columns, rows, subtitle, "keep spaced", anchor=_TOTALS)


def _total_row(facts: Facts, costs: Costs, place: Place) -> Row:
    total = costs.of(place.vendor).totals[_scope(facts)]
    parts = (total.one_off, total.yearly, total.exit, total.internal)
    shown = (number(part, 0) if part or total.complete else "–" for part in parts)
    return Row(
        (
            head(facts.product(place.vendor)),
            cell(_amount(total), style="num strong"),
            *(cell(part, style="num") for part in shown),
            cell(number(total.options, 0), style="num gap"),
            cell(_points(place.quality), style="num"),
        )
    )


def _amount(total: CostTotal) -> str:
    if total.total is None:
        return _UNKNOWN
    return number(total.total, 0) if total.complete else f"≥ {number(total.total, 0)}"


def _per_municipality(facts: Facts, costs: Costs) -> tuple[Part, ...]:
    """In the joint report: what each municipality pays."""
    if facts.own:
        return ()
    columns = (
        Column("Pakket"),
        *(Column(m.name, "num") for m in facts.municipalities),
        Column("Samen", "num"),
    )
    scopes = (*(m.slug for m in facts.municipalities), TOGETHER)
    rows = tuple(
        Row(
            (
                head(facts.product(s.vendor.slug)),
                *(_scope_cell(costs, s.vendor.slug, scope) for scope in scopes),
            )
        )
        for s in facts.submissions
    )
    subtitle = f"Totaal over {costs.years} jaar in euro. ≥: ten minste, want er ontbreken bedragen."
    return (Table("Kosten per gemeente", columns, rows, subtitle, "keep spaced"),)


def _scope_cell(costs: Costs, vendor: str, scope: str) -> Cell:
    return cell(_amount(costs.of(vendor).totals[scope]), style="num")


def _steps(facts: Facts, beside: Frontier) -> tuple[Part, ...]:
    """What a point more costs, from each offer on the line to the next."""
    if not beside.steps:
        return ()
    said: tuple[Text, ...] = tuple(
        (
            f"Van {facts.product(step.cheaper)} naar {facts.product(step.better)}: "
            f"{euro(step.euro_per_point)} voor elk punt erbij.",
        )
        for step in beside.steps
    )
    return (Heading("Wat een punt meer kost", style="next"), Bullets(said))


def _ceilings(facts: Facts, costs: Costs) -> tuple[Part, ...]:
    """The declared ceilings and who stays under them."""
    names = {m.slug: m.name for m in facts.municipalities} | {TOGETHER: "alle gemeenten samen"}
    scopes = dict.fromkeys(
        item.scope for item in costs.ceilings if facts.own is None or item.scope == _scope(facts)
    )
    said = [(_ceiling(facts, costs, scope, names[scope]),) for scope in scopes]
    return (Heading("Plafond", style="next"), *(paragraph(*text) for text in said)) if said else ()


def _ceiling(facts: Facts, costs: Costs, scope: str, name: str) -> str:
    checks = [item for item in costs.ceilings if item.scope == scope]
    over = [facts.product(item.vendor) for item in checks if item.state is KnockOutState.FAILED]
    open_ = [facts.product(item.vendor) for item in checks if item.state is KnockOutState.TO_VERIFY]
    first = f"Het plafond voor {name} is {euro(checks[0].ceiling)}. Dat is een knock-out."
    second = f" Erboven: {list_of(sorted(over))}." if over else " Geen pakket komt erboven."
    return first + second + (f" Te verifiëren: {list_of(sorted(open_))}." if open_ else "")


def _missing(facts: Facts, costs: Costs) -> tuple[Part, ...]:
    """What every vendor still has to give, line by line."""
    gaps = {s.vendor.slug: costs.of(s.vendor.slug).totals[_scope(facts)].gaps for s in facts.submissions}
    said: tuple[Text, ...] = tuple(
        (f"{facts.product(vendor)}: {_gaps(facts, found)}.",) for vendor, found in gaps.items() if found
    )
    return (Heading("Wat nog ontbreekt", style="next"), Bullets(said)) if said else ()


def _gaps(facts: Facts, gaps: Sequence[CostGap]) -> str:
    names = {m.slug: m.name for m in facts.municipalities}
    by_line: dict[tuple[str, str], list[str]] = {}
    for gap in gaps:
        by_line.setdefault((gap.kind or "alle kosten", gap.reason.value), []).append(
            names.get(gap.municipality, "")
        )
    return "; ".join(
        f"{kind} – {reason}{f' ({list_of(where)})' if all(where) else ''}"
        for (kind, reason), where in by_line.items()
    )
