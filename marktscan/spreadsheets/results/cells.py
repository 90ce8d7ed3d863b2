"""What can stand in a cell of the result workbook, and how one sheet of it is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from marktscan.spreadsheets.draft import Draft
from marktscan.spreadsheets.look import (
    ACCENT,
    INPUT_FILL,
    INPUT_LINE,
    LINE,
    WHITE,
    Look,
    row_height,
    text_lines,
)
from marktscan.spreadsheets.write_page import set_page
from marktscan.spreadsheets.write_table import add_named_table
from marktscan.spreadsheets.write_value import clean_text

Number = int | Fraction
INDENT = 1
"""Characters before a text, so that it does not run into a number in the column before it."""


@dataclass(frozen=True, slots=True)
class Live:
    """A formula and what it comes to according to Python: the value stored beside it."""

    formula: str
    value: Number | str


class Shown(StrEnum):
    """How the cells of a column look."""

    TEXT = "@"
    WHOLE = "0"
    UNITS = "#,##0"
    RISE = "0.0##%"
    TIMES = "0.0000000000"
    POINTS = "0.00"
    PERCENT = "0.00%"
    TINY = "0.000000"
    EURO = "#,##0.00"
    PRICE = "#,##0.00##"
    GENERAL = "General"


@dataclass(frozen=True, slots=True)
class Setting:
    """A number that people may change to see what follows."""

    value: Number
    shown: Shown = Shown.GENERAL


Cell = str | Number | Live | Setting | None


@dataclass(frozen=True, slots=True)
class Heading:
    """One column: its heading, its width in characters and how its cells look."""

    title: str
    width: int = 12
    shown: Shown = Shown.TEXT


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet with one table, headings in its first row."""

    sheet: str
    headings: Sequence[Heading]
    rows: Sequence[Sequence[Cell]]
    frozen: int = 1


def place(sheet: str, row: int, column: int) -> str:
    """The address of a cell for formulas; `row` counts the rows of the table from 0."""
    return f"'{sheet}'!{xl_rowcol_to_cell(row + 1, column, row_abs=True, col_abs=True)}"


def span(sheet: str, first: tuple[int, int], last: tuple[int, int]) -> str:
    """The address of a range from one (row, column) to another, rows counted from 0."""
    return f"'{sheet}'!{xl_range_abs(first[0] + 1, first[1], last[0] + 1, last[1])}"


def write_sheet(draft: Draft, table: Table) -> None:
    """Add a sheet: only settings can be changed, so that no row can be moved away from its formulas."""
    sheet = draft.book.add_worksheet(table.sheet)
    set_page(sheet, draft, sum(heading.width for heading in table.headings))
    sheet.repeat_rows(0)
    sheet.freeze_panes(1, table.frozen)
    # a filter button takes the room of about three characters
    sheet.set_row(0, row_height(max(text_lines(h.title, h.width - 3) for h in table.headings)))
    headings = {heading.title: _title(draft.look, heading) for heading in table.headings}
    add_named_table(sheet, headings, len(table.rows), ", ".join(headings))
    for column, heading in enumerate(table.headings):
        sheet.set_column(column, column, heading.width)
    looks = [_plain(draft.look, heading) for heading in table.headings]
    for number, row in enumerate(table.rows, start=1):
        sheet.set_row(number, row_height(_lines(row, table.headings)))
        for column, (cell, plain) in enumerate(zip(row, looks, strict=True)):
            look = _changeable(draft.look, cell) if isinstance(cell, Setting) else plain
            _write(sheet, number, column, cell, look)


def _lines(row: Sequence[Cell], headings: Sequence[Heading]) -> int:
    """How many lines of text a row takes."""
    texts = (
        (cell, heading.width - INDENT)
        for cell, heading in zip(row, headings, strict=True)
        if isinstance(cell, str)
    )
    return max((text_lines(text, width) for text, width in texts), default=1)


def _write(sheet: Worksheet, row: int, column: int, cell: Cell, look: Format) -> None:
    """Write one cell by its type; text never becomes a formula, a link or a number."""
    match cell:
        case None:
            sheet.write_blank(row, column, None, look)
        case str():
            sheet.write_string(row, column, clean_text(cell), look)
        case Live(formula, value):
            sheet.write_formula(row, column, formula, look, value if isinstance(value, str) else float(value))
        case Setting(value, _):
            sheet.write_number(row, column, float(value), look)
        case _:
            sheet.write_number(row, column, float(cell), look)


def _title(look: Look, heading: Heading) -> Format:
    return look.format(
        bold=True,
        font_color=WHITE,
        bg_color=ACCENT,
        border=1,
        border_color=WHITE,
        valign="vcenter",
        **_aside(heading),
    )


def _plain(look: Look, heading: Heading) -> Format:
    return look.format(border=1, border_color=LINE, num_format=heading.shown.value, **_aside(heading))


def _aside(heading: Heading) -> dict[str, object]:
    """How a text stands away from its left edge; spreadsheets indent only what is aligned."""
    return {"align": "left", "indent": INDENT} if heading.shown is Shown.TEXT else {}


def _changeable(look: Look, setting: Setting) -> Format:
    return look.format(
        border=1,
        border_color=INPUT_LINE,
        bg_color=INPUT_FILL,
        locked=False,
        num_format=setting.shown.value,
    )
