"""What every row of a table is: a requirement, or something else that people put between and below them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from marktscan.importing.mapping import TableMapping
from marktscan.importing.source import SourceTable
from marktscan.importing.vocabulary import value_key, words
from marktscan.spreadsheets.grids import Nature, ShownCell

LONGEST_SECTION = 80
_SENTENCE_END = (".", ";", "?", "!", ":")
_ID = re.compile(r"[A-Za-z]{0,8}[-_. ]?\d+(?:[-_.]\d+)*[a-z]?")


class RowKind(Enum):
    """What a row that is not empty is."""

    REQUIREMENT = "requirement"
    SECTION = "section"
    TOTAL = "total"
    HEADER = "header"
    NOTE = "note"
    WITHOUT_ID = "without id"
    WITHOUT_TEXT = "without text"


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row that is not empty; `text` is the title of a section."""

    number: int
    kind: RowKind
    text: str = ""


def classify(table: SourceTable, mapping: TableMapping) -> tuple[TableRow, ...]:
    """Every row below the headings that is not empty, in order."""
    reader = _Reader(table, mapping)
    return tuple(reader.rows())


class _Reader:
    """Looks at the rows of one table, each with the row that follows it."""

    def __init__(self, table: SourceTable, mapping: TableMapping) -> None:
        self._table = table
        self._id = mapping.column("id")
        self._text = mapping.columns.get("text", ())
        self._others = (mapping.used | set(mapping.left_out)) - {
            self._id,
            *self._text,
            mapping.column("theme"),
        }
        self._header = {column: value_key(text) for column, text in self._header_texts().items()}
        self._may_number = mapping.number_from > 0
        self._numbers = self._may_number or not self._id  # a list without numbers has rows all the same
        full = [row for row in table.rows if self._is_full(row)]
        more = [row for row in full if len(self._cells(row)) > 1]
        self._lists_texts_only = self._numbers and not more
        self._last = max(more or full, default=0)

    def rows(self) -> Iterator[TableRow]:
        following = (*self._table.rows[1:], 0)
        for row, after in zip(self._table.rows, following, strict=True):
            kind = self._kind(row, after)
            if kind is RowKind.REQUIREMENT and not (self._may_number or self._has(row, self._id)):
                kind = RowKind.WITHOUT_ID
            yield TableRow(row, kind, self._title(row) if kind is RowKind.SECTION else "")

    def _header_texts(self) -> Mapping[int, str]:
        last = self._table.head_rows[-1]
        return {column: cell.text for column, cell in self._table.grid.cells.get(last, {}).items()}

    def _cells(self, row: int) -> Mapping[int, ShownCell]:
        return self._table.grid.cells[row]

    def _has(self, row: int, *columns: int) -> bool:
        cells = self._cells(row)
        return any(column in cells and _readable(cells[column]) for column in columns)

    def _is_full(self, row: int) -> bool:
        return self._has(row, *self._text) and (self._has(row, self._id) or self._gets_number(row))

    def _gets_number(self, row: int) -> bool:
        return self._numbers and self._id not in self._cells(row)

    def _kind(self, row: int, after: int) -> RowKind:
        if self._repeats_header(row):
            return RowKind.HEADER
        if self._is_total(row):
            return RowKind.TOTAL
        if self._is_full(row) and (self._lists_texts_only or len(self._cells(row)) > 1):
            return RowKind.SECTION if self._is_chapter(row, after) else RowKind.REQUIREMENT
        if len(self._cells(row)) == 1:
            return self._lonely(row)
        if self._has(row, self._id):
            return RowKind.WITHOUT_TEXT
        below = row > self._last and not self._has(row, *self._others)
        return RowKind.NOTE if below and self._id not in self._cells(row) else RowKind.WITHOUT_ID

    def _lonely(self, row: int) -> RowKind:
        """A row with one filled cell."""
        if self._has(row, self._id) and _ID.fullmatch(self._title(row)):
            return RowKind.WITHOUT_TEXT
        if row > self._last:
            return RowKind.NOTE
        title = self._title(row)
        heads = 0 < len(title) <= LONGEST_SECTION and not title.endswith(_SENTENCE_END)
        if heads and not self._has(row, *self._others):
            return RowKind.SECTION
        return RowKind.REQUIREMENT if self._is_full(row) else RowKind.WITHOUT_ID

    def _title(self, row: int) -> str:
        """What a section says, without the number of a chapter."""
        cells = self._cells(row)
        return " ".join(cell.text for column, cell in cells.items() if column != self._id or len(cells) == 1)

    def _repeats_header(self, row: int) -> bool:
        cells = {column: value_key(cell.text) for column, cell in self._cells(row).items()}
        return len(cells) > 1 and all(self._header.get(column) == key for column, key in cells.items())

    def _is_total(self, row: int) -> bool:
        """Whether the row adds up: it starts with such a word, and has no number of its own."""
        column, first = min(self._cells(row).items())
        named = value_key(re.split(r"[:=\d]", first.text)[0]) in words("totals")
        return named and (column == self._id or not self._has(row, self._id))

    def _is_chapter(self, row: int, after: int) -> bool:
        """Whether a row has only a number and a title, and the next is numbered under it."""
        if not after or self._has(row, *self._others) or not self._is_full(after):
            return False
        if not all(self._has(place, self._id) for place in (row, after)):
            return False
        number, below = (self._cells(place)[self._id].text for place in (row, after))
        return _is_under(number.rstrip("."), below)


def _is_under(number: str, below: str) -> bool:
    """Whether one number continues another: "3.1" or "3-1" after "3", and "A1" after "A"."""
    rest = below.removeprefix(number)
    return rest != below and (rest.startswith((".", "-")) or (number.isalpha() and rest[:1].isdigit()))


def _readable(cell: ShownCell) -> bool:
    return cell.nature is not Nature.ERROR and bool(cell.text)
