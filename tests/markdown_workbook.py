"""Turn the Markdown tables of a test into a workbook, so that a test shows the spreadsheet it is about."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from textwrap import dedent

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

Value = str | int | float | bool | datetime | None


def write_markdown(path: Path, sheets: Mapping[str, str], first_row: int = 1) -> Path:
    """Write `sheets` (title → Markdown table) to `path`; the table starts at `first_row`.

    A cell that looks like a number or an ISO date becomes one; `"1.5"` in quotes stays text; `=A1` is a
    formula; `WAAR` is a boolean; `\\n` in a cell is a line end and `\\|` a bar.
    """
    book = Workbook()
    book.remove(book.active)
    for title, table in sheets.items():
        _fill(book.create_sheet(title), table, first_row)
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    return path


def _fill(sheet: Worksheet, table: str, first_row: int) -> None:
    for row, values in enumerate(markdown_rows(table), first_row):
        for column, value in enumerate(values, 1):
            if value is not None:
                sheet.cell(row, column, value)


def markdown_rows(table: str) -> list[list[Value]]:
    """The cells of a Markdown table, the line of dashes left out."""
    lines = [line.strip() for line in dedent(table).strip().splitlines()]
    return [_cells(line) for number, line in enumerate(lines) if number != 1 or set(line) - set("|-: ")]


def _cells(line: str) -> list[Value]:
    parts = line.strip("|").replace("\\|", "\0").split("|")
    return [_value(part.strip().replace("\0", "|").replace("\\n", "\n")) for part in parts]


def _value(text: str) -> Value:
    if len(text) > 1 and text[0] == text[-1] == '"':
        return text[1:-1]
    if text in {"WAAR", "ONWAAR"}:
        return text == "WAAR"
    for convert in (int, float, datetime.fromisoformat):
        try:
            return convert(text)
        except ValueError:
            continue
    return text or None
