"""The tables in a source: where the headings are, which columns stand below them and what these hold."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from marktscan.importing.vocabulary import certain_fits, fits, value_key, words
from marktscan.spreadsheets.grids import Grid, Nature, ShownCell

HEADER_WITHIN = 100
"""Rows with content at the top of a sheet in which the headings may stand."""
HEADER_WITHIN_MISSPELLED = 25
"""Idem for headings that are only nearly right, which take long to recognise."""
LONGEST_SECOND_HEADING = 30


@dataclass(frozen=True)
class SourceTable:
    """One table on a sheet: its heading rows, and the rows below them that are not empty."""

    grid: Grid
    head_rows: tuple[int, ...]

    @cached_property
    def rows(self) -> tuple[int, ...]:
        """The rows below the headings with anything in them."""
        return tuple(row for row in self.grid.cells if row > self.head_rows[-1])

    @cached_property
    def headings(self) -> Mapping[int, tuple[str, ...]]:
        """The parts of each column's heading, from top to bottom; no parts for a column without one."""
        rows = (*self.head_rows, *self.rows)
        columns = sorted({column for row in rows for column in self.grid.cells[row]})
        return {column: self._parts(column) for column in columns}

    def _parts(self, column: int) -> tuple[str, ...]:
        seen = (self.grid.text_through_merge(row, column) for row in self.head_rows)
        return tuple(dict.fromkeys(" ".join(text.split()) for text in seen if text))

    def heading(self, column: int) -> str:
        """The heading of a column as one text."""
        return " ".join(self.headings.get(column, ()))

    @cached_property
    def texts(self) -> Mapping[int, list[str]]:
        """The readable texts of each column, from top to bottom."""
        texts: dict[int, list[str]] = {column: [] for column in self.headings}
        for row in self.rows:
            for column, cell in self.grid.cells[row].items():
                if cell.text and cell.nature is not Nature.ERROR:
                    texts[column].append(cell.text)
        return texts

    @property
    def signature(self) -> frozenset[str]:
        """The headings, for comparing tables."""
        return frozenset(value_key(self.heading(column)) for column in self.headings if self.headings[column])


def find_table(grid: Grid) -> SourceTable | None:
    """The table of a sheet by the row that names most fields; None when no row names two."""
    rows = list(grid.cells)[:HEADER_WITHIN]
    named = {row: _fields(grid, row, certain=True) for row in rows}
    if not any(map(_could_head, named.values())):
        named = {row: _fields(grid, row, certain=False) for row in rows[:HEADER_WITHIN_MISSPELLED]}
    heads = {row: fields for row, fields in named.items() if _could_head(fields)}
    best = max(heads, key=lambda row: (len(heads[row]), sum(heads[row].values()), -row), default=0)
    if not best:
        return None
    table = SourceTable(grid, (best,))
    return table if not table.rows else SourceTable(grid, _head_rows(grid, best, table.rows[0]))


def _fields(grid: Grid, row: int, certain: bool) -> dict[str, float]:
    """The fields that the cells of a row name, one for each cell, with how well they do."""
    named = certain_fits if certain else fits
    found: dict[str, float] = {}
    for cell in grid.cells[row].values():
        free = {field: fit.score for field, fit in named(cell.text).items() if field not in found}
        if free:
            best = max(free, key=lambda field: free[field])
            found[best] = free[best]
    return found


def _could_head(fields: Mapping[str, float]) -> bool:
    return len(fields) > 1 and ("id" in fields or "text" in fields)


def _head_rows(grid: Grid, best: int, below: int) -> tuple[int, ...]:
    """The heading row, with a row of groups above it or of parts below it."""
    above = best - 1
    first = (above,) if _groups(grid, above, best) else ()
    return (*first, best, below) if below == best + 1 and _splits(grid, best, below) else (*first, best)


def _groups(grid: Grid, row: int, best: int) -> bool:
    """Whether cells of a row each name a group of the columns below: merged, but not over the whole table."""
    spread = [cell for cell, first in grid.merged.items() if cell[0] == row == first[0]]
    return bool(spread) and len(grid.cells.get(row, {})) > 1 and len(spread) < len(grid.cells[best])


def _splits(grid: Grid, best: int, row: int) -> bool:
    """Whether a row holds parts of headings: short texts, none below the heading of an id or text."""
    cells = grid.cells[row]
    main = {c for c, cell in grid.cells[best].items() if {"id", "text"} & certain_fits(cell.text).keys()}
    parts = len(cells) > 1 and main.isdisjoint(cells)
    return parts and all(map(_is_short, cells.values())) and not _only_crosses(cells.values())


def _is_short(cell: ShownCell) -> bool:
    return len(cell.text) <= LONGEST_SECOND_HEADING and cell.nature is Nature.TEXT


def _only_crosses(cells: Iterable[ShownCell]) -> bool:
    return all(value_key(cell.text) in words("crosses") for cell in cells)
