"""Chapter: hard requirements: who meets them, what they cost whom, and what the result is without them."""

from collections.abc import Sequence

from marktscan.domain.results import KnockOut, KnockOutState, Ranking
from marktscan.domain.scan import Submission
from marktscan.reporting import verdict
from marktscan.reporting.anchors import COSTS, requirement_anchor
from marktscan.reporting.ceilings import strictest
from marktscan.reporting.chapters.knock_out_tables import STYLES, SYMBOLS, matrix
from marktscan.reporting.chapters.titles import knock_out_title
from marktscan.reporting.chapters.widths import name_width
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import capital, counted, shortened
from marktscan.reporting.view import (
    Cell,
    Chapter,
    Column,
    Link,
    Paragraph,
    Part,
    Row,
    Table,
    cell,
    head,
    paragraph,
)
from marktscan.wording.formats import NO_BREAK_SPACE, euro, list_of

ANCHOR = "knock-outs"
_LONGEST = 75
_ROOM, _STATE, _NARROWEST = 400, 44, 30
_SHORT = {
    KnockOutState.MET: "ja",
    KnockOutState.CONDITIONAL: "voorw.",
    KnockOutState.TO_VERIFY: "nagaan",
    KnockOutState.FAILED: "nee",
}


def knock_outs(facts: Facts) -> Chapter:
    """The matrix per municipality and per requirement."""
    asked = [row.id for row in facts.scan.programme.rows if row.knock_out]
    if not (asked or facts.ceilings) or not facts.submissions:
        said = "Zonder knock-outs of zonder pakketten is hier niets te toetsen."
        return Chapter(ANCHOR, "Knock-outs", knock_out_title(facts), (paragraph(said),))
    per = " per gemeente en samen" if facts.several else ""
    subtitle = f"De strengste uitkomst{per}, met de eisen die haar bepalen."
    parts: tuple[Part, ...] = (
        _meaning(facts),
        matrix(facts, "Per gemeente" if facts.several else "Per pakket", subtitle),
        _per_requirement(facts, asked),
        *((_everyone(facts, asked), _without(facts)) if facts.comparable else ()),
    )
    return Chapter(ANCHOR, "Knock-outs", knock_out_title(facts), parts)


def _meaning(facts: Facts) -> Paragraph:
    ceiling = " Ook een plafond voor de kosten is een knock-out." if facts.ceilings else ""
    return paragraph(
        "Een knock-out is een harde eis. Hij sluit hier niemand uit: het rapport zegt alleen wie erop "
        "zou afvallen. ✓ voldoet: werkt nu, met bewijs. ○ voorwaardelijk: via een partner, of beloofd in een "
        "contract vóór de start. ? te verifiëren: leeg, onduidelijk of zonder bewijs. ✘ voldoet niet: niet "
        f"of te laat, alleen als maatwerk, of beloofd zonder contract.{ceiling}"
    )


def _per_requirement(facts: Facts, asked: Sequence[str]) -> Table:
    columns = (
        Column("Eis", width=46),
        Column("Wat"),
        *((Column("Bij", width=36),) if facts.several else ()),
        *(Column(facts.brief(s.vendor.slug), width=_width(facts, s)) for s in facts.submissions),
    )
    states = _states(facts.results.knock_outs)
    rows = (
        *(_requirement(facts, requirement, states) for requirement in asked),
        *(_ceiling(facts, scope) for scope in dict.fromkeys(check.scope for check in facts.ceilings)),
    )
    over = "strengste uitkomst over de gemeenten die de eis als knock-out hebben"
    subtitle = f"Per pakket de {over if facts.several else 'uitkomst van elke knock-out'}."
    return Table("Welke knock-out welk pakket kost", columns, rows, subtitle, "matrix narrow spaced")


def _width(facts: Facts, submission: Submission) -> int:
    """What fits beside the words, at least wide enough for a symbol and a short word."""
    widest = _ROOM // len(facts.submissions)
    return min(max(_STATE, name_width(facts.brief(submission.vendor.slug))), max(widest, _NARROWEST))


def _states(found: Sequence[KnockOut]) -> dict[tuple[str, str], list[KnockOutState]]:
    states: dict[tuple[str, str], list[KnockOutState]] = {}
    for item in found:
        states.setdefault((item.requirement, item.vendor), []).append(item.state)
    return states


def _requirement(facts: Facts, requirement: str, states: dict[tuple[str, str], list[KnockOutState]]) -> Row:
    positions = facts.requirement(requirement).positions
    holders = [m.name for m in facts.municipalities if m.slug in positions and positions[m.slug].knock_out]
    cells = (_short_cell(states.get((requirement, s.vendor.slug))) for s in facts.submissions)
    every = len(holders) == len(facts.municipalities)
    where = "alle" if every else ", ".join(f"{name[:3]}." for name in holders)
    link = Link(requirement, requirement_anchor(requirement))
    said = cell(shortened(facts.text_of(requirement), _LONGEST))
    return Row((head(link), said, *_held_by(facts, where), *cells))


def _held_by(facts: Facts, where: str) -> tuple[Cell, ...]:
    """The cell that says which municipalities ask it, when there are several."""
    return (cell(where),) if facts.several else ()


def _ceiling(facts: Facts, scope: str) -> Row:
    """A declared ceiling as a row of its own: for one municipality, or for all together."""
    checks = {check.vendor: check for check in facts.ceilings if check.scope == scope}
    limit = next(iter(checks.values())).ceiling
    who = {m.slug: f"{m.name[:3]}." for m in facts.municipalities}.get(scope, "samen")
    years = counted(facts.project.costs.years, "jaar", "jaar")
    return Row(
        (
            head(Link("Plafond", COSTS)),
            cell(f"De kosten zijn over {years} niet meer dan {euro(limit)}."),
            *_held_by(facts, who),
            *(_short_cell([checks[s.vendor.slug].state]) for s in facts.submissions),
        )
    )


def _short_cell(states: Sequence[KnockOutState] | None) -> Cell:
    if not states:
        return cell("n.v.t.", style="none")
    state = strictest(states)
    return cell(f"{SYMBOLS[state]}{NO_BREAK_SPACE}{_SHORT[state]}", style=STYLES[state])


def _everyone(facts: Facts, asked: Sequence[str]) -> Paragraph:
    """A knock-out nobody meets says something about the requirement."""
    states = _states(facts.results.knock_outs)
    failed = [
        requirement
        for requirement in asked
        if all(
            strictest(states.get((requirement, s.vendor.slug), [])) is KnockOutState.FAILED
            for s in facts.submissions
        )
    ]
    if not failed:
        return paragraph("Er is geen knock-out waarop elk pakket zou afvallen.")
    said = f"Aan {list_of(failed)} voldoet geen enkel pakket."
    return paragraph(f"{said} Dan zegt het iets over de eis: bespreek of die zo hard moet zijn.")


def _without(facts: Facts) -> Table:
    """First place with everybody, and among those that do not fail."""
    columns = (
        Column("Gemeente", width=144),
        Column("Bovenaan, knock-outs genegeerd", width=166),
        Column("Bovenaan zonder wie niet voldoet"),
    )
    rows = tuple(_first_row(facts, said, facts.ranking(name)) for name, said in facts.rankings.items())
    failing = sum(e.knock_out is KnockOutState.FAILED for e in facts.joint.entries)
    where = "ergens niet" if facts.several else "niet"
    said = counted(failing, f"pakket voldoet {where}", f"pakketten voldoen {where}")
    subtitle = f"{capital(said) if failing else 'Niemand zou nu afvallen'}; de scores zelf veranderen niet."
    return Table("Wat knock-outs met de eerste plaats zouden doen", columns, rows, subtitle, "keep spaced")


def _first_row(facts: Facts, name: str, ranking: Ranking) -> Row:
    everybody = verdict.leaders(facts, ranking) or "niemand"
    return Row((head(name), cell(everybody), cell(_first_that_holds(facts, ranking))))


def _first_that_holds(facts: Facts, ranking: Ranking) -> str:
    left = [e for e in ranking.scored if e.knock_out is not KnockOutState.FAILED]
    if not left:
        return "niemand: elk pakket met een score voldoet ergens niet"
    first = [e for e in left if e.low == left[0].low]
    return list_of([facts.product(e.vendor) for e in first])
