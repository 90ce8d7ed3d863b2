"""Sheets as other file formats give them, and as the workbook that the rest of the program reads."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, cast

from openpyxl.cell import Cell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from marktscan.spreadsheets.texts import CellValue

_DAY = "dd-mm-yyyy"
_TITLE_MARKS = str.maketrans(dict.fromkeys("[]:*?/\\", "_"))
_STRUCK = Font(strike=True)


@dataclass(frozen=True, slots=True)
class RawCell:
    """One filled cell; rows and columns count from 1. A `formula` has its outcome as value.

    How a number is shown follows from `number_format` or is told as `shown`; both empty when nobody knows.
    """

    row: int
    column: int
    value: CellValue
    number_format: str = ""
    formula: bool = False
    struck: bool = False
    shown: str = ""


@dataclass(frozen=True, slots=True)
class RawSheet:
    """One sheet; `unread` holds what stands on it but in no cell: (kind, address)."""

    name: str
    cells: Sequence[RawCell]
    hidden_rows: Sequence[int] = ()
    merged: Sequence[str] = ()
    unread: Sequence[tuple[str, str]] = ()
    visible: bool = True


Address = tuple[str, str]
"""The title of a sheet and the address of a cell."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a workbook in memory cannot hold: the outcomes of formulas, and what numbers look like.

    `shown` has an empty text for a number of which the file does not tell how it is shown.
    """

    outcomes: Mapping[Address, CellValue]
    shown: Mapping[Address, str]


def workbook_of(sheets: Iterable[RawSheet]) -> tuple[Workbook, Known]:
    """The sheets as a workbook with every value at its own address, and what it cannot hold."""
    book = Workbook()
    book.remove(book.worksheets[0])
    outcomes: dict[Address, CellValue] = {}
    shown: dict[Address, str] = {}
    for raw in sheets:
        sheet = book.create_sheet(raw.name.translate(_TITLE_MARKS) or None)
        sheet.sheet_state = "visible" if raw.visible else "hidden"
        for item in raw.cells:
            _put(sheet, item)
            address = sheet.title, f"{get_column_letter(item.column)}{item.row}"
            if item.formula:
                outcomes[address] = item.value
            if isinstance(item.value, int | float | date) and (item.shown or not item.number_format):
                shown[address] = item.shown
        for row in raw.hidden_rows:
            sheet.row_dimensions[row].hidden = True
        for area in raw.merged:
            sheet.merge_cells(area)
    return book, Known(outcomes, shown)


def _put(sheet: Worksheet, item: RawCell) -> None:
    """Set the value past openpyxl's setter, which makes a formula of a text that begins with "="."""
    cell: Any = Cell(sheet, row=item.row, column=item.column)
    cell._value = item.value
    cell.data_type = "f" if item.formula else _type_of(item.value)
    if item.number_format:
        cell.number_format = item.number_format
    elif isinstance(item.value, date):
        cell.number_format = _DAY
    if item.struck:
        cell.font = _STRUCK
    sheet._cells[item.row, item.column] = cell


def _type_of(value: CellValue) -> str:
    match value:
        case bool():
            return "b"
        case int() | float():
            return "n"
        case datetime() | date() | time():
            return "d"
    return "s"


def to_json(sheet: RawSheet) -> dict[str, object]:
    """The sheet as JSON can hold it."""
    return {
        "name": sheet.name,
        "cells": [[item.row, item.column, _plain(item.value), *_looks(item)] for item in sheet.cells],
        "hidden_rows": list(sheet.hidden_rows),
        "merged": list(sheet.merged),
        "unread": [list(item) for item in sheet.unread],
        "visible": sheet.visible,
    }


def _looks(item: RawCell) -> tuple[object, ...]:
    return item.number_format, item.formula, item.struck, item.shown


def from_json(content: Mapping[str, Any]) -> RawSheet:
    """The sheet that `to_json` was given."""
    return RawSheet(
        name=content["name"],
        cells=[
            RawCell(row, column, _value(value), *marks) for row, column, value, *marks in content["cells"]
        ],
        hidden_rows=content["hidden_rows"],
        merged=content["merged"],
        unread=[(kind, cell) for kind, cell in content["unread"]],
        visible=content["visible"],
    )


def _plain(value: CellValue) -> object:
    if isinstance(value, date):
        return {"day": value.isoformat()}
    return value if value is None or isinstance(value, str | int | float) else str(value)


def _value(content: object) -> CellValue:
    if isinstance(content, dict):
        return datetime.fromisoformat(content["day"])
    return cast(CellValue, content)
