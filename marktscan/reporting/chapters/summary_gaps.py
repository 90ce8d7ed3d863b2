"""What sets the current system apart in the summary: the widest differences, and what stays missing."""

from marktscan.domain.programme import JointRequirement
from marktscan.reporting.anchors import requirement_anchor
from marktscan.reporting.chapters.answers import MISSING, missing_title
from marktscan.reporting.chapters.incumbent import ANCHOR as INCUMBENT
from marktscan.reporting.chapters.incumbent import BESIDE
from marktscan.reporting.chapters.themes import compared, difference_chart, greatest
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import capital, count, counted, shortened
from marktscan.reporting.view import (
    Bullets,
    Figure,
    Heading,
    Link,
    Part,
    Text,
    paragraph,
)

_WIDEST = 5
_FEWER = 3
_LONGEST = 80


def widest_differences(facts: Facts, vendor: str) -> tuple[Part, ...]:
    """The themes on which this package differs most from the best of the others."""
    widest = greatest(compared(facts, vendor), _WIDEST)
    if not widest:
        return (
            Heading("Geen markt om mee te vergelijken"),
            paragraph("Er is geen ander pakket met een score."),
        )
    behind = sum(c.difference < 0 for c in widest)
    ahead = sum(c.difference > 0 for c in widest)
    title = capital(
        f"{counted(behind, 'achterstand', 'achterstanden')}, {counted(ahead, 'voorsprong', 'voorsprongen')}"
    )
    subtitle = f"Punten per thema. Rond: {facts.product(vendor)}. Vierkant: het beste andere pakket"
    return (Figure(title, subtitle, difference_chart(facts, vendor, widest), Link("Cijfers", BESIDE)),)


def what_is_missing(facts: Facts, vendor: str) -> tuple[Part, ...]:
    """What no promise covers, knock-outs and heavy weights first."""
    rows = [facts.requirement(a.requirement) for a in facts.answers_with(vendor, MISSING)]
    if not rows:
        return (
            Heading("Niets blijft ontbreken"),
            paragraph("Er is geen eis waarvoor nu niets is en ook geen belofte."),
        )
    ordered = sorted(rows, key=lambda row: (not row.knock_out, -facts.weight(row.id, vendor)))
    items = tuple(_missing_item(row) for row in ordered[:_FEWER])
    return (Heading(missing_title(len(rows))), Bullets(items), *_more(len(rows) - len(items)))


def _missing_item(row: JointRequirement) -> Text:
    hard = " (knock-out)" if row.knock_out else ""
    return (Link(row.id, requirement_anchor(row.id)), f" {shortened(row.text, _LONGEST)}{hard}")


def _more(rest: int) -> tuple[Part, ...]:
    if not rest:
        return ()
    link = Link("het hoofdstuk over het huidige systeem", INCUMBENT)
    return (paragraph(f"En nog {count(rest)} andere; zie ", link, ".", style="note"),)
