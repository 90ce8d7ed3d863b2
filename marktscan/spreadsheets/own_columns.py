"""The columns that people added to a form of ours: kept with their rows, and written again beside them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

from openpyxl.cell import Cell
from openpyxl.utils import get_column_letter

from marktscan.domain.programme import Noted
from marktscan.domain.source import Source
from marktscan.spreadsheets.columns import Column, Fill
from marktscan.spreadsheets.row import Row
from marktscan.spreadsheets.sheet import CellValue
from marktscan.spreadsheets.table import AnyCell, Table
from marktscan.spreadsheets.texts import clean, clean_id, is_blank, number_text, percentage_text, shown

PREFIX = "own_"
LONGEST_HEADING = 200
"""Characters; a table takes no heading of more than 255."""


def own_headings(table: Table) -> dict[int, str]:
    """The headings of the columns that are not the form's, by column number, each heading once."""
    filled = {column for (row, column) in table.sheet._cells if row >= table.header}
    headings: dict[int, str] = {}
    for column in sorted(filled - table.known):
        text = clean_id(_text(table.sheet._cells.get((table.header, column))))[:LONGEST_HEADING]
        cells = (table.sheet._cells.get((row, column)) for row in table.rows)
        if text or any(cell and not is_blank(cell.value) for cell in cells):
            headings[column] = _unique(text or f"Kolom {get_column_letter(column)}", headings.values())
    return headings


def rows_beside(table: Table, headings: Mapping[int, str]) -> Iterator[Source]:
    """The cells in those columns that belong to no row of the form: nothing stands beside them."""
    filled = {row for row, cells in table.rows.items() if any(not is_blank(c.value) for c in cells.values())}
    for (row, column), cell in table.sheet._cells.items():
        if row > table.header and row not in filled and column in headings and not is_blank(cell.value):
            yield Source(table.book.file, table.sheet.title, cell.coordinate)


def _unique(heading: str, taken: Iterable[str]) -> str:
    """The heading, with a number when another column has it too."""
    names = [heading, *(f"{heading} {number}" for number in range(2, 2 + len(list(taken))))]
    folded = {name.casefold() for name in taken}
    return next((name for name in names if name.casefold() not in folded), names[-1])


def own_values(row: Row, headings: Mapping[int, str]) -> dict[str, Noted]:
    """What a row holds in those columns; None where it holds nothing."""
    cells = row.table.sheet._cells
    return {
        heading: _value(row.table, cells.get((row.origin.row, column)))
        for column, heading in headings.items()
    }


def _value(table: Table, cell: AnyCell | None) -> Noted:
    if cell is None or is_blank(cell.value):
        return None
    value = cell.value
    if isinstance(cell, Cell) and cell.data_type == "f":
        value = table.book.stored(table.sheet.title, cell.coordinate)
        return str(cell.value) if value is None else _kept(value, cell)
    return _kept(value, cell)


def _kept(value: object, cell: AnyCell) -> Noted:
    """Whole days and plain numbers as they are; anything else as people see it."""
    if isinstance(value, datetime):
        return value.date() if value == datetime.combine(value.date(), datetime.min.time()) else str(value)
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        is_percentage = isinstance(cell, Cell) and "%" in cell.number_format
        return percentage_text(value) if is_percentage else Decimal(number_text(value))
    return clean(shown(value))


def _text(cell: AnyCell | None) -> str:
    return "" if cell is None else shown(cell.value)


def own_columns(rows: Sequence[Mapping[str, Noted]]) -> tuple[Column, ...]:
    """A column for every heading in these rows, in their order."""
    headings = dict.fromkeys(heading for row in rows for heading in row)
    return tuple(
        Column(f"{PREFIX}{place}", heading, _fill([row.get(heading) for row in rows]), width=24, extra=True)
        for place, heading in enumerate(headings)
    )


def _fill(values: Sequence[Noted]) -> Fill:
    filled = [value for value in values if value is not None]
    return Fill.DATE if filled and all(isinstance(value, date) for value in filled) else Fill.TEXT


def own_cells(columns: Sequence[Column], noted: Mapping[str, Noted]) -> dict[str, CellValue]:
    """The cells of one row in those columns; a day among other things is written in words."""
    cells = {column: noted.get(column.heading) for column in columns}
    return {
        column.name: shown(value) if isinstance(value, date) and column.fill is not Fill.DATE else value
        for column, value in cells.items()
    }
