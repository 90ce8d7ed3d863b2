"""Where a value came from: file, sheet and cell, carried from reading to print."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

NO_COLUMNS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """One place in an input file. `file` is relative to the project folder, with forward slashes.

    `absent` is the heading of the column this would stand in, when the sheet has no such column.
    """

    file: str
    sheet: str = ""
    cell: str = ""
    absent: str = field(default="", compare=False, repr=False)

    def __str__(self) -> str:
        place = "!".join(filter(None, (self.sheet, self.cell)))
        return f"{self.file} · {place}" if place else self.file


NOWHERE_ELSE: Mapping[str, Source] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Origin:
    """The row an object was read from; `columns` maps a field name to its column letter ("code" → "F").

    `elsewhere` holds the place of a field that was declared somewhere else than in this row, `absent` the
    headings of the form's columns that the sheet does not have, by field name.
    """

    file: str
    sheet: str
    row: int
    columns: Mapping[str, str] = field(default_factory=lambda: NO_COLUMNS, compare=False, repr=False)
    elsewhere: Mapping[str, Source] = field(default_factory=lambda: NOWHERE_ELSE, compare=False, repr=False)
    absent: Mapping[str, str] = field(default_factory=lambda: NO_COLUMNS, compare=False, repr=False)

    def cell(self, name: str) -> Source:
        """The cell of one field; a field whose column is absent falls back to the row's first column."""
        cell = f"{self.columns.get(name, 'A')}{self.row}"
        here = Source(self.file, self.sheet, cell, self.absent.get(name, ""))
        return self.elsewhere.get(name, here)
