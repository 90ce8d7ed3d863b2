"""Walk the rows of a table, each by its id or name and compared with what the form was when it was sent."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from marktscan.domain.finding import Code
from marktscan.spreadsheets.columns import Fill
from marktscan.spreadsheets.row import Row
from marktscan.spreadsheets.table import Table


def rows_of(table: Table) -> Iterator[Row]:
    """The rows with an id, in capitals; a row with content but without an id is told and passed over."""
    return (_compared(row) for row in _keyed_rows(table, Row.own_id))


def _compared(row: Row) -> Row:
    """The row, compared with what the form said when it was sent."""
    stamp, text = row.table.book.stamp, row.written("text")
    if stamp is None or row.id not in stamp.rows or not text:
        return row
    owner = stamp.owner_of(row.id, text)
    if owner == row.id:
        return replace(row, as_sent=True)
    if owner:
        row.tell(Code.ROW_SHIFTED, "id", requirement=row.id, other=owner)
    return replace(row, as_sent=False, shifted=bool(owner))


def named_rows(table: Table) -> Iterator[Row]:
    """The rows of a table whose first column holds a name rather than an id: as written."""
    return _keyed_rows(table, Row.code)


def _keyed_rows(table: Table, read_key: Callable[[Row, str], str]) -> Iterator[Row]:
    name = next(column.name for column in table.form.columns if column.fill is Fill.ID)
    for number, cells in table.rows.items():
        row = Row(table, table.origin(number), cells)
        if not any(row.filled(field) for field in cells):
            continue
        key = read_key(row, name)
        if not key:
            row.tell(Code.ROW_WITHOUT_ID, name, heading=_heading(table, name))
            continue
        if table.hidden(number):
            row.tell(Code.ROW_HIDDEN, name, requirement=key)
        yield replace(row, id=key)


def _heading(table: Table, name: str) -> str:
    return next(column.heading for column in table.form.columns if column.name == name)
