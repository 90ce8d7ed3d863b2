"""Read samenvoeging.xlsx: what people decided about rows that may be one requirement."""

from pathlib import Path

from marktscan.domain.finding import Code, Finding
from marktscan.domain.programme import Decision, MergeDecision
from marktscan.domain.project import Municipality, Project
from marktscan.spreadsheets.books import open_book
from marktscan.spreadsheets.columns import decisions_form
from marktscan.spreadsheets.rows import Row, rows_of
from marktscan.spreadsheets.tables import find_table
from marktscan.spreadsheets.texts import shown

DECISIONS_FILE = "samenvoeging.xlsx"

_DECISIONS = {item.value: item for item in Decision}


def read_decisions(root: Path, project: Project) -> tuple[tuple[MergeDecision, ...], tuple[Finding, ...]]:
    """The decisions in the order of the sheet; none when the workbook is missing or cannot be read."""
    book, in_file = open_book(root, f"requirements/{DECISIONS_FILE}")
    if book is None:
        return (), in_file
    form = decisions_form(tuple((m.slug, m.name) for m in project.municipalities))
    table, in_sheet = find_table(book, form)
    if table is None:
        return (), in_sheet
    decisions = tuple(_decision(row, project.municipalities) for row in rows_of(table))
    return decisions, (*in_sheet, *table.found)


def _decision(row: Row, municipalities: tuple[Municipality, ...]) -> MergeDecision:
    own_ids = {m.slug: row.own_id(f"id_{m.slug}") for m in municipalities}
    return MergeDecision(
        joint_id=row.id,
        ids={slug: own_id for slug, own_id in own_ids.items() if own_id},
        proposal=row.text("proposal"),
        decision=_choice(row),
        text=row.text("text"),
        decided_by=row.text("decided_by"),
        decided_on=shown(row.day("decided_on")),
        origin=row.origin,
    )


def _choice(row: Row) -> Decision | None:
    """What was decided; an empty cell is no decision, and that is told too."""
    if not row.filled("decision"):
        row.tell(Code.DECISION_UNKNOWN, "decision", requirement=row.id, choices=", ".join(_DECISIONS))
    return row.choice("decision", _DECISIONS, Code.DECISION_UNKNOWN)
