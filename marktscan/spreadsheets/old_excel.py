"""What calamine keeps to itself about an .xls: errors, formulas, formats, hidden rows, struck text, comments.

Reads the records of [MS-XLS] that tell it, for Excel 5 and later. Raises ValueError or struct.error for a
damaged file: then nobody knows which cells are errors, so the file counts as unreadable.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from openpyxl.styles.numbers import BUILTIN_FORMATS

from marktscan.spreadsheets.compound_file import workbook_stream

_BEGIN, _END, _SHEET, _FORMAT, _XF, _FONT, _ROW, _NOTE = 0x809, 0x0A, 0x85, 0x41E, 0xE0, 0x31, 0x208, 0x1C
_NUMBER, _RK, _SST, _LABEL, _RICH, _ERROR, _FORMULA = 0x203, 0x27E, 0xFD, 0x204, 0xD6, 0x205, 0x06
_SINGLE = frozenset({_NUMBER, _RK, _SST, _LABEL, _RICH, _ERROR, _FORMULA})
_SEVERAL = 0xBD
"""Numbers in cells beside each other."""
_ERRORS = {
    **{0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!"},
    0x2A: "#N/A",
}
_HIDDEN_ROW, _STRUCK = 0x20, 0x08
_NEW = 0x600
"""The version from which texts are Unicode."""
_NO_NUMBER = 0xFFFF
_ERROR_OUTCOME = 2
_SKIPPED_FONT = 4
"""Fonts are numbered as if there were one more in this place."""

Place = tuple[int, int]
"""Row and column, counted from 1."""


@dataclass(slots=True)
class Marks:
    """What the records of one sheet say about its cells."""

    errors: dict[Place, str] = field(default_factory=dict)
    formulas: set[Place] = field(default_factory=set)
    formats: dict[Place, str] = field(default_factory=dict)
    struck: set[Place] = field(default_factory=set)
    comments: list[Place] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)


def read_marks(data: bytes) -> list[Marks]:
    """The marks of every sheet, in the order of the workbook."""
    stream = workbook_stream(data)
    looks = _Looks()
    offsets = []
    for record, body in _records(stream, 0):
        if record == _SHEET:
            offsets.append(struct.unpack_from("<I", body)[0])
        looks.add(record, body)
    return [_marks(stream, offset, looks) for offset in offsets]


def _records(stream: bytes, offset: int) -> Iterator[tuple[int, bytes]]:
    """The records from `offset` to the end of their part; parts within it (charts) are passed over."""
    depth = 0
    while offset + 4 <= len(stream):
        record, length = struct.unpack_from("<HH", stream, offset)
        body = stream[offset + 4 : offset + 4 + length]
        if len(body) < length:
            raise ValueError("record is cut short")
        offset += 4 + length
        depth += (record == _BEGIN) - (record == _END)
        if depth == 0:
            return
        if depth == 1:
            yield record, body
    raise ValueError("part has no end")


@dataclass(slots=True)
class _Looks:
    """How cells look, by the number of their format: its text for numbers, and whether its font is struck."""

    version: int = _NEW
    texts: dict[int, str] = field(default_factory=lambda: dict(BUILTIN_FORMATS))
    struck_fonts: list[bool] = field(default_factory=list)
    cells: list[tuple[int, int]] = field(default_factory=list)

    def add(self, record: int, body: bytes) -> None:
        """Take note of a record of the workbook as a whole."""
        if record == _BEGIN:
            self.version = struct.unpack_from("<H", body)[0]
        elif record == _FORMAT:
            self.texts[struct.unpack_from("<H", body)[0]] = self._text(body[2:])
        elif record == _FONT:
            self.struck_fonts.append(bool(struct.unpack_from("<H", body, 2)[0] & _STRUCK))
        elif record == _XF:
            self.cells.append(struct.unpack_from("<HH", body))

    def _text(self, body: bytes) -> str:
        if self.version < _NEW:
            return body[1 : 1 + body[0]].decode("cp1252", errors="replace")
        length, wide = struct.unpack_from("<HB", body)
        if wide & 1:
            return body[3 : 3 + 2 * length].decode("utf-16-le", errors="replace")
        return body[3 : 3 + length].decode("latin-1")

    def of(self, number: int) -> tuple[str, bool]:
        """The format of numbers, and whether text is struck through; plain for a look nobody declared."""
        if number >= len(self.cells):
            return "General", False
        font, format_number = self.cells[number]
        place = font - (font > _SKIPPED_FONT)
        struck = place < len(self.struck_fonts) and self.struck_fonts[place]
        return self.texts.get(format_number, "General"), struck


def _marks(stream: bytes, offset: int, looks: _Looks) -> Marks:
    marks = Marks()
    for record, body in _records(stream, offset):
        if record in _SINGLE:
            row, column, look = struct.unpack_from("<HHH", body)
            _mark(marks, (row + 1, column + 1), looks.of(look))
            _mark_outcome(marks, (row + 1, column + 1), record, body)
        elif record == _SEVERAL:
            row, column = struct.unpack_from("<HH", body)
            for place, start in enumerate(range(4, len(body) - 2, 6), column + 1):
                _mark(marks, (row + 1, place), looks.of(struct.unpack_from("<H", body, start)[0]))
        elif record == _ROW and struct.unpack_from("<I", body, 12)[0] & _HIDDEN_ROW:
            marks.hidden_rows.append(struct.unpack_from("<H", body)[0] + 1)
        elif record == _NOTE:
            row, column = struct.unpack_from("<HH", body)
            marks.comments.append((row + 1, column + 1))
    return marks


def _mark(marks: Marks, place: Place, look: tuple[str, bool]) -> None:
    text, struck = look
    marks.formats[place] = text
    if struck:
        marks.struck.add(place)


def _mark_outcome(marks: Marks, place: Place, record: int, body: bytes) -> None:
    """Whether a cell is an error, or a formula with perhaps an error as outcome."""
    if record == _ERROR and body[7]:
        marks.errors[place] = _ERRORS.get(body[6], "#VALUE!")
    if record == _FORMULA:
        marks.formulas.add(place)
        if struct.unpack_from("<H", body, 12)[0] == _NO_NUMBER and body[6] == _ERROR_OUTCOME:
            marks.errors[place] = _ERRORS.get(body[8], "#VALUE!")
