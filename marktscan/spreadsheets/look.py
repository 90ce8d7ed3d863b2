"""How workbooks look: colours, fonts and cell formats in one place."""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from marktscan.spreadsheets.columns import Column, Fill
from marktscan.spreadsheets.sheet import CellValue

INK, MUTED, WHITE = "#1A1A1A", "#595959", "#FFFFFF"
ACCENT, INPUT_HEAD = "#005F99", "#7A4B00"
LINE, INPUT_LINE = "#D0D7DE", "#C7A94B"
INPUT_FILL, NOTICE = "#FFF8E1", "#FFF4D6"
TINTS = {
    Fill.STATUS: {"Gereed": "#DDEFE3", "Toelichting nodig": "#FFF4D6", "Nog invullen": "#FBE0D3"},
    Fill.YES_NO: {"ja": "#C6DBEF"},
}
"""The colour of a cell by what it says: beside the words, never instead of them."""
FONT = "Calibri"
NUMBER_FORMATS = {Fill.DECIMAL: "#,##0.00", Fill.DATE: "dd-mm-yyyy", Fill.INTEGER: "0", Fill.ID: "@"}
WHOLE = "#,##0"
CENTRED = frozenset({Fill.INTEGER, Fill.YES_NO, Fill.DATE})
HOUSE: dict[str, object] = {
    "font_name": FONT,
    "font_size": 11,
    "font_color": INK,
    "valign": "top",
    "text_wrap": True,
}
LINE_HEIGHT, PADDING, HIGHEST_ROW = 15.0, 6.0, 405.0


@dataclass(frozen=True, slots=True)
class Print:
    """What stands above and below every printed page."""

    header: str
    footer: str


class Look:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}
        self._cells: dict[tuple[Fill, bool, bool], Format] = {}

    def format(self, **properties: object) -> Format:
        """A format on top of the house font, wrapped and aligned to the top."""
        full = HOUSE | properties
        key = tuple(sorted(full.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(full)
        return self._made[key]

    def heading(self, column: Column) -> Format:
        """The header cell of a column; an input column has its own colour and says "(invullen)"."""
        fill = INPUT_HEAD if column.filled_in else ACCENT
        return self.format(
            bold=True, font_color=WHITE, bg_color=fill, border=1, border_color=WHITE, valign="vcenter"
        )

    def cell(self, column: Column, value: CellValue = None) -> Format:
        """A body cell: what people fill in has a fill and a border of its own, a whole volume no decimals."""
        whole = column.fill is Fill.DECIMAL and not column.filled_in and is_whole(value)
        key = (column.fill, column.filled_in, whole)
        if key not in self._cells:
            self._cells[key] = self._cell(column, whole=whole)
        return self._cells[key]

    def _cell(self, column: Column, *, whole: bool) -> Format:
        properties: dict[str, object] = {"border": 1, "border_color": LINE}
        if column.filled_in:
            properties = {"border": 1, "border_color": INPUT_LINE, "bg_color": INPUT_FILL, "locked": False}
        if column.fill in NUMBER_FORMATS:
            properties["num_format"] = NUMBER_FORMATS[column.fill]
        if whole:
            properties["num_format"] = WHOLE
        if column.fill in CENTRED:
            properties["align"] = "center"
        if column.fill is Fill.ID:
            properties["bold"] = True
        return self.format(**properties)


def is_whole(value: CellValue) -> bool:
    """Whether a value is a number without a fraction."""
    return isinstance(value, int | Decimal) and value == int(value)


@lru_cache(maxsize=4096)
def text_lines(text: str, width: int) -> int:
    """How many lines `text` takes in a column of `width` characters, words wrapped as a spreadsheet does.

    Forms for many people hold the same texts.
    """
    return sum(1 if len(line) <= width else _wrapped(line, width) for line in text.split("\n"))


def _wrapped(line: str, width: int) -> int:
    """The lines one long line takes; a word wider than the column is cut."""
    lines, used = 1, 0
    for word in line.split():
        if used and used + 1 + len(word) > width:
            lines, used = lines + 1, 0
        used += len(word) + (1 if used else 0)
        lines, used = lines + (used - 1) // width, (used - 1) % width + 1
    return lines


def row_height(lines: int) -> float:
    """The height in points that shows this many lines, within what a spreadsheet allows."""
    return min(HIGHEST_ROW, lines * LINE_HEIGHT + PADDING)
