"""A sheet that was recognised as a form."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from openpyxl.cell import Cell
from openpyxl.cell.cell import MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from marktscan.domain.finding import Finding
from marktscan.domain.source import NO_COLUMNS, Origin
from marktscan.spreadsheets.books import Book
from marktscan.spreadsheets.columns import Form

AnyCell = Cell | MergedCell


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet recognised as a form. `rows` holds the cells below the headings, by row and field name.

    `header` is the row of the headings, `known` the numbers of the columns that are the form's, `absent` the
    headings of the form's columns that are not there or not clear, by field name.
    """

    book: Book
    sheet: Worksheet
    form: Form
    columns: Mapping[str, str]
    rows: Mapping[int, Mapping[str, AnyCell]]
    header: int = 1
    known: frozenset[int] = frozenset()
    absent: Mapping[str, str] = field(default_factory=lambda: NO_COLUMNS)
    found: list[Finding] = field(default_factory=list)

    def origin(self, row: int) -> Origin:
        """Where a row stands."""
        return Origin(self.book.file, self.sheet.title, row, self.columns, absent=self.absent)

    def hidden(self, row: int) -> bool:
        """Whether people do not see this row."""
        return row in self.sheet.row_dimensions and self.sheet.row_dimensions[row].hidden

    def merged_around(self, cell: AnyCell) -> str:
        """The merged range this cell is part of ("F4:F6"), or nothing."""
        return next((area.coord for area in self.sheet.merged_cells.ranges if cell.coordinate in area), "")

    def content(self, cell: AnyCell) -> object:
        """What people see in this place: in a merged range what its first cell holds."""
        if isinstance(cell, MergedCell):
            return self.sheet[self.merged_around(cell).partition(":")[0]].value
        return cell.value
