"""What every offer costs: the parts of its total, per municipality, the bandwidth, and what is missing."""

from collections.abc import Sequence

from marktscan.domain.bandwidth import cost_bandwidth
from marktscan.domain.conventions import TOGETHER
from marktscan.domain.costs import CostGap, Costs, CostTotal, Place
from marktscan.reporting.anchors import cost_anchor, score_anchor
from marktscan.reporting.chapters.cost_rows import Section
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import capital, counted
from marktscan.reporting.view import (
    Bullets,
    Cell,
    Column,
    Heading,
    Part,
    Row,
    Table,
    Text,
    cell,
    head,
    led,
    paragraph,
    traced,
)
from marktscan.wording.formats import Exact, euro, list_of, number

TOTALS = "kosten-opbouw"
"""Where the table with the parts of every total stands."""
TOTAL = "totaal"
"""What the row with a total in the annex is called, beside the sections."""
_UNKNOWN = "onbekend"


def totals(facts: Facts, costs: Costs) -> Table:
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
        f"Euro over {costs.years} jaar, {whose(facts)}, goedkoopste eerst. ≥: ten minste. Opties tellen "
        "niet mee in het totaal. Eigen: wat gemeenten zelf uitgeven."
    )
    return Table("Waaruit de kosten bestaan", columns, rows, subtitle, "keep spaced", anchor=TOTALS)


def _total_row(facts: Facts, costs: Costs, place: Place) -> Row:
    total = costs.of(place.vendor).totals[scope(facts)]
    return Row(
        (
            head(facts.product(place.vendor)),
            led(cell(_amount(total), style="num strong"), cost_anchor(place.vendor, TOTAL)),
            *(_part_cell(place.vendor, total, section) for section in Section),
            led(cell(points(place.quality), style="num"), _score_anchor(facts)),
        )
    )


def _part_cell(vendor: str, total: CostTotal, section: Section) -> Cell:
    """A part of a total, leading to where it is added up; nothing is 0 only when nothing is missing."""
    amount, option = section.of(total), section is Section.OPTIONS
    shown = number(amount, 0) if amount or total.complete or option else "–"
    return led(cell(shown, style="num gap" if option else "num"), cost_anchor(vendor, section))


def _score_anchor(facts: Facts) -> str:
    return score_anchor(facts.own.slug) if facts.own else facts.joint_anchor()


def _amount(total: CostTotal) -> str:
    if total.total is None:
        return _UNKNOWN
    return number(total.total, 0) if total.complete else f"≥ {number(total.total, 0)}"


def per_municipality(facts: Facts, costs: Costs) -> tuple[Part, ...]:
    """In the joint report of several municipalities: what each pays."""
    if facts.own or not facts.several:
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
    return led(cell(_amount(costs.of(vendor).totals[scope]), style="num"), cost_anchor(vendor, TOTAL))


def bandwidth(facts: Facts, costs: Costs) -> tuple[Part, ...]:
    """Between which amounts all offers lie, to the euro."""
    found = cost_bandwidth(costs, scope(facts))
    if found is None:
        return ()
    offers = counted(found.offers, "pakket met een prijs ligt", "pakketten met een prijs liggen")
    lowest, highest = euro(found.lowest), euro(found.highest)
    said = f"{capital(offers)} tussen {lowest} zonder opties en {highest} met alle opties."
    told = said if found.certain else f"{said} Er ontbreken nog bedragen."
    return (paragraph(*traced(told, TOTALS), style="note"),)


def missing(facts: Facts, costs: Costs) -> tuple[Part, ...]:
    """What every vendor still has to give, line by line."""
    gaps = {s.vendor.slug: costs.of(s.vendor.slug).totals[scope(facts)].gaps for s in facts.submissions}
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


def any_price(costs: Costs) -> bool:
    """Whether anybody gave a price that counts."""
    return any(item.totals[TOGETHER].total is not None for item in costs.vendors)


def scope(facts: Facts) -> str:
    """What the totals of this report are over: one municipality, or all together."""
    return facts.own.slug if facts.own else TOGETHER


def whose(facts: Facts) -> str:
    """The same in words."""
    return facts.own.name if facts.own else facts.whole


def points(quality: Exact | None) -> str:
    """A score, or that it is not known."""
    return _UNKNOWN if quality is None else number(quality)
