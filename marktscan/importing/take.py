"""Carry a source over by its mapping: every row becomes a requirement, or a finding that says why not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.source import Source
from marktscan.importing.cells import RowReader
from marktscan.importing.mapping import ImportMapping, TableMapping, ThemeFrom
from marktscan.importing.numbering import Numbering
from marktscan.importing.rows import RowKind, TableRow, classify
from marktscan.importing.source import SourceTable
from marktscan.spreadsheets.columns import REQUIREMENTS
from marktscan.spreadsheets.grids import Grid, Nature
from marktscan.spreadsheets.sheet import Row
from marktscan.spreadsheets.texts import clean_id

_REASONS = {
    RowKind.SECTION: Code.IMPORT_SECTION,
    RowKind.TOTAL: Code.IMPORT_TOTAL,
    RowKind.HEADER: Code.IMPORT_HEADER_REPEATED,
    RowKind.NOTE: Code.IMPORT_NOTE,
    RowKind.WITHOUT_ID: Code.IMPORT_WITHOUT_ID,
    RowKind.WITHOUT_TEXT: Code.IMPORT_WITHOUT_TEXT,
}
_PLACES = {RowKind.WITHOUT_ID: "id", RowKind.WITHOUT_TEXT: "text"}


@dataclass(frozen=True, slots=True)
class LeftRow:
    """A row that was not taken over: its cells as text, and the finding that says why."""

    content: str
    reason: Finding


@dataclass(slots=True)
class Taken:
    """What came out of a source. Every row that is not empty is in `rows` or in `left`."""

    rows: list[Row] = field(default_factory=list)
    left: list[LeftRow] = field(default_factory=list)
    found: list[Finding] = field(default_factory=list)
    places: dict[str, Source] = field(default_factory=dict)
    """Where each number was first seen, as numbers are compared."""

    @property
    def rows_in(self) -> int:
        """How many rows of the source are not empty."""
        return len(self.rows) + len(self.left)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything to tell, the reasons of rows that were left included."""
        return (*self.found, *(row.reason for row in self.left))


def take_over(grids: Sequence[Grid], mapping: ImportMapping) -> Taken:
    """The requirements on the sheets that the mapping names, in their order."""
    taken = Taken()
    by_sheet = {grid.sheet: grid for grid in grids}
    tables = [
        (SourceTable(by_sheet[sheet], table.head_rows), table)
        for table in mapping.tables
        for sheet in table.sheets
    ]
    numbering = Numbering(text for table, own in tables for text in table.texts.get(own.column("id"), ()))
    for table, own in tables:
        reader = RowReader(table, own, mapping, taken.found, numbering)
        _take_table(table, own, reader, taken)
    taken.found.extend(_absent_columns(grids, taken))
    taken.found.extend(_other_sheets(grids, mapping))
    return taken


def _take_table(table: SourceTable, mapping: TableMapping, reader: RowReader, taken: Taken) -> None:
    """The rows of one table; a number that was there before is not taken again."""
    taken.found.extend(_above(table))
    taken.found.extend(_left_columns(table, mapping))
    section = ""
    for row in classify(table, mapping):
        section = row.text or section
        reason = _why_not(table, mapping, row) or _seen_before(table, mapping, row, taken.places)
        if reason:
            taken.left.append(LeftRow(_with_headings(table, row.number), reason))
            taken.found.extend(_unreadable(table, row.number))
        else:
            themes = {ThemeFrom.SECTIONS: section, ThemeFrom.SHEET: table.grid.sheet}
            taken.rows.append(reader.read(row.number, themes.get(mapping.theme_from, "")))


def _seen_before(
    table: SourceTable, mapping: TableMapping, row: TableRow, places: dict[str, Source]
) -> Finding | None:
    """The finding about a number that was there before; a new one is remembered."""
    own_id = table.grid.text(row.number, mapping.column("id"))
    if not own_id:  # it gets one that is new
        return None
    place = table.grid.place(row.number, mapping.column("id"))
    first = places.setdefault(clean_id(own_id).upper(), place)
    if first is place:
        return None
    return finding(Code.IMPORT_ID_DOUBLE, place, requirement=own_id, first=f"{first.sheet}!{first.cell}")


def _why_not(table: SourceTable, mapping: TableMapping, row: TableRow) -> Finding | None:
    """The finding about a row that is no requirement."""
    if row.kind is RowKind.REQUIREMENT:
        return None
    filled = min(table.grid.cells[row.number])
    column = mapping.column(_PLACES.get(row.kind, "")) or filled
    return finding(_REASONS[row.kind], table.grid.place(row.number, column), text=_content(table, row.number))


def _with_headings(table: SourceTable, number: int) -> str:
    """What a row holds, each cell on a line with its heading."""
    texts = {column: cell.text for column, cell in table.grid.cells[number].items() if cell.text}
    return "\n".join(": ".join(filter(None, (table.heading(c), text))) for c, text in texts.items())


def _unreadable(table: SourceTable, number: int) -> Iterator[Finding]:
    """The cells of a row that cannot be read, which may be why it was left."""
    for column, cell in table.grid.cells[number].items():
        place = table.grid.place(number, column)
        if cell.nature is Nature.ERROR:
            yield finding(Code.CELL_ERROR, place, value=cell.text)
        if cell.nature is Nature.FORMULA_WITHOUT_VALUE:
            yield finding(Code.FORMULA_WITHOUT_VALUE, place)


def _above(table: SourceTable) -> Iterator[Finding]:
    """The rows above the headings, such as a title: they belong to no list, and are told one by one."""
    for number, cells in table.grid.cells.items():
        if number < table.head_rows[0]:
            place = table.grid.place(number, min(cells))
            yield finding(Code.IMPORT_ABOVE, place, text=_content(table, number))


def _content(table: SourceTable, number: int) -> str:
    return " | ".join(cell.text for cell in table.grid.cells[number].values())


def _left_columns(table: SourceTable, mapping: TableMapping) -> Iterator[Finding]:
    """The columns that hold texts and are not taken over, by choice or because nobody named them."""
    for column in table.headings:
        if table.texts[column] and column not in mapping.used:
            place = table.grid.place(table.head_rows[-1], column)
            chosen = column in mapping.left_out
            code = Code.IMPORT_COLUMN_CHOSEN_OUT if chosen else Code.IMPORT_COLUMN_LEFT_OUT
            yield finding(code, place, heading=table.heading(column))


def _absent_columns(grids: Sequence[Grid], taken: Taken) -> Iterator[Finding]:
    """The columns a requirement needs and that nothing in the source fills."""
    needed = [c.heading for c in REQUIREMENTS.required if not any(row.get(c.name) for row in taken.rows)]
    if taken.rows and needed:
        yield finding(Code.IMPORT_COLUMN_ABSENT, Source(grids[0].file), headings=", ".join(needed))


def _other_sheets(grids: Sequence[Grid], mapping: ImportMapping) -> Iterator[Finding]:
    """The sheets with content that are not taken over."""
    taken = {sheet for table in mapping.tables for sheet in table.sheets}
    for grid in grids:
        if grid.cells and grid.sheet not in taken:
            yield finding(Code.IMPORT_SHEET_LEFT_OUT, Source(grid.file, grid.sheet), sheet=grid.sheet)
