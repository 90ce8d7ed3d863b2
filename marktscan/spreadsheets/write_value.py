"""One value into one cell: text stays text, whatever it looks like."""

import re
from datetime import date, datetime, time

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from marktscan.spreadsheets.sheet import CellValue, Link

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
LONGEST = 32_767


def clean_text(text: str) -> str:
    """`text` without control characters, lone surrogates and what no workbook may hold; line ends as \\n."""
    if text.isprintable():
        return text[:LONGEST]
    return _UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))[:LONGEST]


def write_value(sheet: Worksheet, row: int, column: int, value: CellValue, look: Format) -> None:
    """Write a value by its type; text never becomes a formula, a link or a number."""
    if value is None or value == "":
        sheet.write_blank(row, column, None, look)
    elif isinstance(value, bool):
        sheet.write_string(row, column, "ja" if value else "nee", look)
    elif isinstance(value, str):
        sheet.write_string(row, column, clean_text(value), look)
    elif isinstance(value, Link):
        sheet.write_url(row, column, f"external:{value.target}", look, clean_text(value.text))
    elif isinstance(value, date):
        sheet.write_datetime(row, column, datetime.combine(value, time()), look)
    else:
        sheet.write_number(row, column, float(value), look)


def shown_text(value: CellValue) -> str:
    """A value as text of about the length people see."""
    return "" if value is None else clean_text(str(value))
