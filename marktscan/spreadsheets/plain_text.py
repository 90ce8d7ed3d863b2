"""Read a .csv: which characters and which separator it uses follows from what stands in it."""

import csv
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from marktscan.spreadsheets.parts import MOST_ROWS
from marktscan.spreadsheets.preflight import MOST_COLUMNS, TooMuch, check_cells
from marktscan.spreadsheets.raw_sheets import RawCell, RawSheet

SHEET = "csv"
SEPARATORS = {";": "puntkomma", ",": "komma", "\t": "tab"}
_LOOKED_AT = 50
"""Rows from which the separator is told."""
_QUOTED_FORMULA = ('="', '"')


def read_text(data: bytes) -> tuple[RawSheet, str]:
    """The one sheet of the file, and how it was read in words; raises csv.Error and TooMuch."""
    text, characters = _decoded(data)
    separator = _separator(text)
    cells: list[RawCell] = []
    for row, values in enumerate(_rows(text, separator), 1):
        if row > MOST_ROWS or len(values) > MOST_COLUMNS:
            found = f"{row} rijen, {len(values)} kolommen"
            raise TooMuch(found, f"{MOST_ROWS} rijen, {MOST_COLUMNS} kolommen")
        check_cells(len(cells))
        filled = ((column, value) for column, value in enumerate(values, 1) if value)
        cells.extend(RawCell(row, column, _unwrapped(value)) for column, value in filled)
    return RawSheet(SHEET, cells), f"csv met {SEPARATORS[separator]} en tekens in {characters}"


def _decoded(data: bytes) -> tuple[str, str]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace"), "utf-16"
    try:
        return data.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace"), "Windows-1252"


def _separator(text: str) -> str:
    """The separator Excel declares, or the one that cuts most rows into equally many cells."""
    declared = text[:5].casefold()
    if declared.startswith("sep=") and declared[4:] in SEPARATORS:
        return declared[4:]
    return max(SEPARATORS, key=lambda separator: _regularity(text, separator))


def _regularity(text: str, separator: str) -> tuple[int, int]:
    widths = Counter(len(row) for row in islice(_rows(text, separator), _LOOKED_AT) if len(row) > 1)
    width, rows = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    return rows, width


def _rows(text: str, separator: str) -> Iterator[list[str]]:
    """The rows; line ends within quotes belong to the cell."""
    return csv.reader(text.splitlines(keepends=True), delimiter=separator)


def _unwrapped(value: str) -> str:
    """A text that Excel protects as a formula: ="ARC-01" → ARC-01."""
    begin, end = _QUOTED_FORMULA
    wrapped = value.startswith(begin) and value.endswith(end) and value.count('"') == len(begin)
    return value[len(begin) : -len(end)] if wrapped else value
