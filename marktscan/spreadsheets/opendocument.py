"""Read an .ods: its cells with their addresses, and what people see of them."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

from openpyxl.utils import get_column_letter

from marktscan.spreadsheets.parts import MOST_ROWS
from marktscan.spreadsheets.preflight import (
    MOST_COLUMNS,
    TooMuch,
    check_cells,
    check_merged,
    check_reach,
)
from marktscan.spreadsheets.raw_sheets import RawCell, RawSheet
from marktscan.spreadsheets.texts import CellValue, is_error

_SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
}
_UNKNOWN_ERROR = "#VALUE!"
_MOST_DIGITS = 1e15


def _name(short: str) -> str:
    """A name as the parser gives it: "table:table" → "{urn:…}table"."""
    space, _, name = short.partition(":")
    return f"{{{_SPACES[space]}}}{name}"


_CELL, _COVERED = _name("table:table-cell"), _name("table:covered-table-cell")
_ROW = _name("table:table-row")
_GROUPS = {_name(f"table:table-{kind}") for kind in ("row-group", "header-rows", "rows")}
_PARAGRAPH, _SPACE, _LINE = _name("text:p"), _name("text:s"), _name("text:line-break")
_TAB = _name("text:tab")
_UNREAD = {_name("office:annotation"): "opmerking", _name("draw:frame"): "afbeelding of tekstvak"}


def read_opendocument(data: bytes) -> list[RawSheet]:
    """Every sheet of the document; raises what the parser raises, and TooMuch when it reaches too far."""
    with ZipFile(BytesIO(data)) as archive:
        root = ET.fromstring(archive.read("content.xml"))  # noqa: S314 – a DTD was refused before
    tables = root.findall("office:body/office:spreadsheet/table:table", _SPACES)
    if not tables:
        raise ValueError("no spreadsheet")
    styles = _Styles(root)
    return [_Reader(table, styles).sheet() for table in tables]


class _Styles:
    """Which automatic styles hide a sheet, or strike text through."""

    def __init__(self, root: ET.Element) -> None:
        self.struck: set[str] = set()
        self.hidden: set[str] = set()
        for style in root.iterfind("office:automatic-styles/style:style", _SPACES):
            name = style.get(_name("style:name"), "")
            text = style.find("style:text-properties", _SPACES)
            table = style.find("style:table-properties", _SPACES)
            if text is not None and text.get(_name("style:text-line-through-style"), "none") != "none":
                self.struck.add(name)
            if table is not None and table.get(_name("table:display")) == "false":
                self.hidden.add(name)


@dataclass(slots=True)
class _Reader:
    """Walks one table, row by row and cell by cell, and counts what is repeated."""

    table: ET.Element
    styles: _Styles
    cells: list[RawCell] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)
    unread: list[tuple[str, str]] = field(default_factory=list)
    covered: int = 0

    def sheet(self) -> RawSheet:
        row = 1
        for element in _rows(self.table):
            repeated = _count(element, "table:number-rows-repeated")
            if any(_has_content(cell) for cell in element):
                if row + repeated - 1 > MOST_ROWS:
                    raise TooMuch(f"rij {row + repeated - 1}", f"rij {MOST_ROWS}")
                for number in range(row, row + repeated):
                    self._row(element, number)
            row += repeated
        visible = self.table.get(_name("table:style-name"), "") not in self.styles.hidden
        name = self.table.get(_name("table:name"), "")
        return RawSheet(name, self.cells, self.hidden_rows, self.merged, self.unread, visible)

    def _row(self, element: ET.Element, row: int) -> None:
        if element.get(_name("table:visibility"), "visible") != "visible":
            self.hidden_rows.append(row)
        column = 1
        for cell in element:
            repeated = _count(cell, "table:number-columns-repeated")
            if _has_content(cell):
                if column + repeated - 1 > MOST_COLUMNS:
                    raise TooMuch(f"kolom {column + repeated - 1}", f"kolom {MOST_COLUMNS}")
                for number in range(column, column + repeated):
                    self._cell(cell, row, number)
            column += repeated

    def _cell(self, cell: ET.Element, row: int, column: int) -> None:
        address = f"{get_column_letter(column)}{row}"
        self.unread += [(_UNREAD[child.tag], address) for child in cell if child.tag in _UNREAD]
        self._merge(cell, row, column)
        value = _value(cell)
        if value is None or value == "":
            return
        kind = cell.get(_name("office:value-type"))
        formula = cell.get(_name("table:formula")) is not None
        check_cells(len(self.cells))
        number_format = "0%" if kind == "percentage" else ""
        shown = "" if isinstance(value, str) else _shown(cell)
        self.cells.append(RawCell(row, column, value, number_format, formula, self._struck(cell), shown))

    def _merge(self, cell: ET.Element, row: int, column: int) -> None:
        last_row = row + _count(cell, "table:number-rows-spanned") - 1
        last_column = column + _count(cell, "table:number-columns-spanned") - 1
        check_reach(last_row, last_column)
        self.covered += (last_row - row + 1) * (last_column - column + 1) - 1
        check_merged(self.covered)
        if (last_row, last_column) != (row, column):
            self.merged.append(f"{get_column_letter(column)}{row}:{get_column_letter(last_column)}{last_row}")

    def _struck(self, cell: ET.Element) -> bool:
        """Whether the cell, or a part of its text, is struck through."""
        names = {cell.get(_name("table:style-name"), "")}
        names |= {part.get(_name("text:style-name"), "") for part in cell.iter(_name("text:span"))}
        return not names.isdisjoint(self.styles.struck)


def _rows(table: ET.Element) -> Iterator[ET.Element]:
    """The rows in their order, also those in groups."""
    for child in table:
        if child.tag == _ROW:
            yield child
        elif child.tag in _GROUPS:
            yield from _rows(child)


def _has_content(cell: ET.Element) -> bool:
    return cell.tag == _CELL and (len(cell) > 0 or cell.get(_name("office:value-type")) is not None)


def _count(element: ET.Element, name: str) -> int:
    return max(1, int(element.get(_name(name), "1")))


def _value(cell: ET.Element) -> CellValue:
    """What the cell holds; an error as the text that a spreadsheet shows for it."""
    text = _shown(cell)
    if cell.get(_name("calcext:value-type")) == "error":
        return text if is_error(text) else _UNKNOWN_ERROR
    given: Mapping[str, str] = cell.attrib
    match cell.get(_name("office:value-type")):
        case "float" | "currency" | "percentage":
            return _number(given[_name("office:value")])
        case "date":
            return datetime.fromisoformat(given[_name("office:date-value")])
        case "boolean":
            return given[_name("office:boolean-value")] == "true"
    return text or given.get(_name("office:string-value"), "")


def _shown(cell: ET.Element) -> str:
    """The text that people see in the cell."""
    return "\n".join(_text(part) for part in cell if part.tag == _PARAGRAPH)


def _number(text: str) -> int | float:
    number = float(text)
    return int(number) if number.is_integer() and abs(number) < _MOST_DIGITS else number


def _text(part: ET.Element) -> str:
    """The text of a paragraph with its spans; spaces in a row stand there as an element with a count."""
    written = part.text or ""
    for child in part:
        written += _written(child) + (child.tail or "")
    return written


def _written(child: ET.Element) -> str:
    if child.tag == _SPACE:
        return " " * min(_count(child, "text:c"), MOST_COLUMNS)
    if child.tag in {_LINE, _TAB}:
        return "\n" if child.tag == _LINE else " "
    return "" if child.tag in _UNREAD else _text(child)
