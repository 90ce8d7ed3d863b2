"""By which columns readers can sort: decided here, so that a browser only has to compare whole numbers.

What is printed is what is sorted: two scores that print the same keep the order in which they stood.
"""

from collections.abc import Sequence
from dataclasses import replace

from marktscan.reporting.edition.orders import order
from marktscan.reporting.view import Block, Cell, Column, Numbering, Part, Row, SideBySide, Table, Text

FEWEST_ROWS = 3
"""Fewer rows need no sorting."""
SMALL_TABLES = "annex"
"""The style of a chapter with a small table per requirement: buttons there only slow the keyboard down."""
FIXED = "total"
"""The style of rows that stay at the foot of their table."""


def sortable(place: Numbering) -> Numbering:
    """The chapter with sorting on every table in it that is worth it."""
    chapter = place.chapter
    if SMALL_TABLES in chapter.style.split():
        return place
    return replace(place, chapter=replace(chapter, parts=_in_parts(chapter.parts)))


def _in_parts(parts: Sequence[Part]) -> tuple[Part, ...]:
    return tuple(map(_in_part, parts))


def _in_part(part: Part) -> Part:
    if isinstance(part, Table):
        return sortable_table(part)
    if isinstance(part, Block):
        return replace(part, parts=_in_parts(part.parts))
    if isinstance(part, SideBySide):
        return replace(part, columns=tuple((width, _in_parts(parts)) for width, parts in part.columns))
    return part


def sortable_table(table: Table) -> Table:
    """The table with the kind of every column and the place of every cell in it."""
    moving = [row for row in table.rows if not _fixed(row)]
    if len(moving) < FEWEST_ROWS:
        return table
    orders = [_order(column, moving, at) for at, column in enumerate(table.columns)]
    columns = zip(table.columns, (kind for kind, _ in orders), strict=True)
    places = zip(*(places for _, places in orders), strict=True)
    return replace(
        table,
        columns=tuple(replace(column, sort=kind) for column, kind in columns),
        rows=tuple(row if _fixed(row) else _placed(row, next(places)) for row in table.rows),
    )


def _fixed(row: Row) -> bool:
    return FIXED in row.style.split()


def _order(column: Column, rows: Sequence[Row], at: int) -> tuple[str, tuple[str, ...]]:
    """The kind of one column and the places in it; nothing for the gap between columns."""
    if column.heading is None:
        return "", ("",) * len(rows)
    return order([words(row.cells[at].text) for row in rows])


def _placed(row: Row, places: Sequence[str]) -> Row:
    cells: list[Cell] = [replace(cell, sort=place) for cell, place in zip(row.cells, places, strict=True)]
    return replace(row, cells=tuple(cells))


def words(text: Text) -> str:
    """What is printed in a cell."""
    return "".join(word if isinstance(word, str) else word.text for word in text)
