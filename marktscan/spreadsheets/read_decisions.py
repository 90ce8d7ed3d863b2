"""Read samenvoeging.xlsx: what people decided about rows that may be one requirement."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from marktscan.domain.finding import Code, Finding, Severity, finding
from marktscan.domain.programme import Decision, MergeDecision
from marktscan.domain.project import Municipality, Project
from marktscan.domain.source import Source
from marktscan.spreadsheets.books import open_book
from marktscan.spreadsheets.collection import without_collection
from marktscan.spreadsheets.columns import DECISIONS, decisions_form
from marktscan.spreadsheets.folders import nearest_file
from marktscan.spreadsheets.own_columns import own_headings, own_values, rows_beside
from marktscan.spreadsheets.quantities import day
from marktscan.spreadsheets.row import Row
from marktscan.spreadsheets.rows import rows_of
from marktscan.spreadsheets.tables import find_table
from marktscan.spreadsheets.texts import key_of, shown

DECISIONS_FILE = "samenvoeging.xlsx"

_OURS = frozenset(map(key_of, (DECISIONS.sheet, "Lees mij", "Keuzelijsten", "_marktscan")))
"""The sheets of a proposal."""
_DECISIONS = {item.value: item for item in Decision}


@without_collection()
def read_decisions(root: Path, project: Project) -> tuple[tuple[MergeDecision, ...], tuple[Finding, ...]]:
    """The decisions in the order of the sheet; none when the workbook is missing or cannot be read."""
    book, in_file = open_book(root, nearest_file(root, "requirements", DECISIONS_FILE))
    if book is None:
        return (), in_file if len(project.municipalities) > 1 else _unless_missing(in_file)
    form = decisions_form(tuple((m.slug, m.name) for m in project.municipalities))
    table, in_sheet = find_table(book, form)
    if table is None:
        return (), in_sheet
    headings = own_headings(table)
    decisions = tuple(
        replace(_decision(row, project.municipalities), noted=own_values(row, headings))
        for row in rows_of(table)
    )
    heading = form.columns[0].heading
    beside = rows_beside(table, headings)
    table.found.extend(finding(Code.ROW_WITHOUT_ID, place, heading=heading) for place in beside)
    told = (item for item in in_sheet if item.code is not Code.COLUMN_UNKNOWN)  # those columns are kept
    return decisions, (*in_file, *told, *table.found)


def sheets_left_behind(root: Path) -> tuple[Finding, ...]:
    """The sheets that people added: a proposal does not hold them, so saving it over this file loses them."""
    book, _ = open_book(root, nearest_file(root, "requirements", DECISIONS_FILE))
    titles = [] if book is None else [sheet.title for sheet in book.sheets.worksheets]
    own = [title for title in titles if key_of(title) not in _OURS]
    found = book.file if book else ""
    return tuple(finding(Code.DECISION_SHEET_ADDED, Source(found, title), sheet=title) for title in own)


def _unless_missing(found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """One municipality has nothing to merge, so it need not have the workbook."""
    return tuple(item for item in found if item.code is not Code.FILE_MISSING)


def loses_decisions(findings: Sequence[Finding]) -> bool:
    """Whether reading the decisions left out something people wrote."""
    errors = {item.code for item in findings if item.code.severity is Severity.ERROR} - {Code.FILE_MISSING}
    return any(code is Code.ROW_WITHOUT_ID or code.number.startswith(("F1", "F2")) for code in errors)


def is_still_open(item: Finding) -> bool:
    """Whether a finding only says that people have yet to decide."""
    empty = item.code is Code.DECISION_UNKNOWN and "value" not in dict(item.facts)
    return empty or item.code is Code.FILE_MISSING


def _decision(row: Row, municipalities: tuple[Municipality, ...]) -> MergeDecision:
    own_ids = {m.slug: own_id for m in municipalities if (own_id := row.own_id(f"id_{m.slug}"))}
    texts = {slug: row.text(f"text_{slug}") for slug in own_ids}
    return MergeDecision(
        joint_id=row.id,
        ids=own_ids,
        proposal=row.text("proposal"),
        decision=_choice(row),
        text=row.text("text"),
        decided_by=row.text("decided_by"),
        decided_on=shown(day(row, "decided_on")) or row.written("decided_on"),
        origin=row.origin,
        texts={slug: text for slug, text in texts.items() if text},
        changes_noted=row.text("changes_noted"),
        written=row.written("decision"),
    )


def _choice(row: Row) -> Decision | None:
    """What was decided; an empty cell is no decision, and that is told too."""
    if not row.filled("decision"):
        row.tell(Code.DECISION_UNKNOWN, "decision", requirement=row.id, choices=", ".join(_DECISIONS))
    return row.choice("decision", _DECISIONS, Code.DECISION_UNKNOWN)
