"""Read what assessors marked, alone (assessments/<assessor>.xlsx) and together (consensus.xlsx)."""

from marktscan.domain.assessment import Consensus, Level, Mark
from marktscan.domain.finding import Code, Finding
from marktscan.domain.project import Rules
from marktscan.spreadsheets.books import Book
from marktscan.spreadsheets.columns import CONSENSUS, MARKS
from marktscan.spreadsheets.quantities import amount
from marktscan.spreadsheets.row import Row
from marktscan.spreadsheets.rows import rows_of
from marktscan.spreadsheets.tables import find_table

_LEVELS = {item.value: item for item in Level}


def read_marks(book: Book, assessor: str, rules: Rules) -> tuple[tuple[Mark, ...], tuple[Finding, ...]]:
    """The marks of one assessor; none when the sheet cannot be found."""
    table, in_sheet = find_table(book, MARKS, (CONSENSUS,))
    if table is None:
        return (), in_sheet
    marks = tuple(_mark(row, assessor, rules) for row in rows_of(table))
    return marks, (*in_sheet, *table.found)


def read_consensus(book: Book, rules: Rules) -> tuple[tuple[Consensus, ...], tuple[Finding, ...]]:
    """The marks agreed on together; none when the sheet cannot be found."""
    table, in_sheet = find_table(book, CONSENSUS, (MARKS,))
    if table is None:
        return (), in_sheet
    agreed = tuple(_consensus(row, rules) for row in rows_of(table))
    return agreed, (*in_sheet, *table.found)


def _consensus(row: Row, rules: Rules) -> Consensus:
    return Consensus(
        requirement=row.id,
        mark=_on_scale(row, rules, Code.CONSENSUS_OFF_SCALE),
        motivation=row.text("motivation"),
        origin=row.origin,
        marks=row.written("marks"),
    )


def _mark(row: Row, assessor: str, rules: Rules) -> Mark:
    return Mark(
        assessor=assessor,
        requirement=row.id,
        mark=_on_scale(row, rules, Code.MARK_OFF_SCALE),
        level=row.choice("level", _LEVELS),
        motivation=row.text("motivation"),
        origin=row.origin,
        answer=row.written("answer"),
    )


def _on_scale(row: Row, rules: Rules, off_scale: Code) -> int | None:
    """The mark when the project declares it; None when empty, off the scale or beside another row's text."""
    mark = None if row.shifted else amount(row, "mark")
    scale = rules.mark_points()
    if mark is None or mark in scale:
        return None if mark is None else int(mark)
    row.tell(
        off_scale, "mark", requirement=row.id, value=row.written("mark"), scale=", ".join(map(str, scale))
    )
    return None
