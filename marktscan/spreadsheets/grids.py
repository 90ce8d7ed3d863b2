"""Every sheet of a workbook as the texts people see, for lists that follow no form."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import cast

from openpyxl.cell import Cell
from openpyxl.cell.cell import ERROR_CODES, MergedCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from marktscan.domain.source import Source
from marktscan.spreadsheets.books import Book
from marktscan.spreadsheets.number_formats import as_shown
from marktscan.spreadsheets.texts import CellValue, clean, is_blank

__all__ = ["Grid", "Nature", "ShownCell", "get_column_letter", "grids_of"]


class Nature(Enum):
    """What a text in a cell really is."""

    TEXT = "text"
    NUMBER = "number"
    BARE_NUMBER = "number of which only the value is known, not how it is shown"
    FORMULA = "formula"
    FORMULA_WITHOUT_VALUE = "formula without value"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class ShownCell:
    """One cell that is not blank; the text is empty only for a formula without a stored value.

    `struck` are the words that are struck through.
    """

    text: str
    nature: Nature = Nature.TEXT
    struck: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet. `cells` by row and column number, without blanks; `merged` leads from a cell inside a merged
    range to the cell that shows its content."""

    file: str
    sheet: str
    visible: bool
    cells: Mapping[int, Mapping[int, ShownCell]]
    merged: Mapping[tuple[int, int], tuple[int, int]]
    hidden_rows: frozenset[int]

    def place(self, row: int, column: int) -> Source:
        """The address of a cell."""
        return Source(self.file, self.sheet, f"{get_column_letter(column)}{row}")

    def text(self, row: int, column: int) -> str:
        """What a cell itself shows."""
        cell = self.cells.get(row, {}).get(column)
        return "" if cell is None else cell.text

    def text_through_merge(self, row: int, column: int) -> str:
        """What people see in this place: in a merged range what its first cell shows."""
        return self.text(*self.merged.get((row, column), (row, column)))


def grids_of(book: Book) -> tuple[Grid, ...]:
    """The sheets with cells, in the order of the workbook."""
    return tuple(_grid(book, sheet) for sheet in book.sheets.worksheets)


def _grid(book: Book, sheet: Worksheet) -> Grid:
    cells: dict[int, dict[int, ShownCell]] = {}
    for (row, column), cell in sorted(sheet._cells.items()):
        if (seen := _seen(book, sheet, cell)) is not None:
            cells.setdefault(row, {})[column] = seen
    hidden = frozenset(row for row, dimension in sheet.row_dimensions.items() if dimension.hidden)
    visible = sheet.sheet_state == "visible"
    return Grid(book.file, sheet.title, visible, cells, _merged(sheet), hidden)


def _seen(book: Book, sheet: Worksheet, cell: Cell | MergedCell) -> ShownCell | None:
    if isinstance(cell, MergedCell) or is_blank(cell.value):
        return None
    is_formula = cell.data_type == "f"
    seen = _outcome(book, sheet, cell) if is_formula else _cell(book, cell, cast(CellValue, cell.value))
    whole = book.strikes and cell.font.strike
    struck = seen.text if whole else book.partly_struck(sheet.title, cell.coordinate)
    return replace(seen, struck=struck) if struck else seen


def _outcome(book: Book, sheet: Worksheet, cell: Cell) -> ShownCell:
    """What a formula shows: the outcome that was stored beside it."""
    value = book.stored(sheet.title, cell.coordinate)
    if is_blank(value):
        return ShownCell("", Nature.FORMULA_WITHOUT_VALUE)
    seen = _cell(book, cell, value)
    stays = seen.nature in {Nature.ERROR, Nature.BARE_NUMBER}
    return seen if stays else replace(seen, nature=Nature.FORMULA)


def _cell(book: Book, cell: Cell, value: CellValue) -> ShownCell:
    if isinstance(value, str):
        return ShownCell(clean(value), Nature.ERROR if value in ERROR_CODES else Nature.TEXT)
    shown = book.shown(cell.parent.title, cell.coordinate)
    nature = Nature.NUMBER if shown is None or shown else Nature.BARE_NUMBER
    return ShownCell(shown or as_shown(value, cell.number_format), nature)


def _merged(sheet: Worksheet) -> dict[tuple[int, int], tuple[int, int]]:
    return {
        (row, column): (area.min_row, area.min_col)
        for area in sheet.merged_cells.ranges
        for row in range(area.min_row, area.max_row + 1)
        for column in range(area.min_col, area.max_col + 1)
        if (row, column) != (area.min_row, area.min_col)
    }
