"""Tables that are wider than the page, with many municipalities or packages, become several that fit."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from math import ceil

from marktscan.reporting.charts.font import LABEL, width
from marktscan.reporting.view import Block, Cell, Chapter, Column, Inline, Part, Row, Table

PAGE = 492
"""Points between the margins."""
WIDEST_WORD, WIDEST_HEADING, NARROWEST = 48, 30, 14
"""Longer words are broken in their cell, longer headings over lines; a digit always has room."""
PADDING = 6


def fitting(chapter: Chapter) -> Chapter:
    """The chapter with every table that the page cannot hold in parts, each with the first column."""
    parts = tuple(_fitting(chapter.parts))
    return chapter if parts == chapter.parts else replace(chapter, parts=parts)


def _fitting(parts: Iterable[Part]) -> Iterator[Part]:
    for part in parts:
        if isinstance(part, Table):
            yield from in_parts(part)
        elif isinstance(part, Block):
            yield replace(part, parts=tuple(_fitting(part.parts)))
        else:
            yield part


def in_parts(table: Table) -> tuple[Table, ...]:
    """The table itself when the page holds it, else as few tables as can hold it, evenly filled."""
    needs = [_need(table, place) for place in range(len(table.columns))]
    if sum(needs) <= PAGE:
        return (table,)
    first, *rest = needs
    room = max(PAGE - first, 1)
    evenly = Fraction(sum(rest), ceil(Fraction(sum(rest), room))) + Fraction(max(rest), 2)
    groups = _groups(rest, min(Fraction(room), evenly))
    return tuple(_part(table, group, (number, len(groups))) for number, group in enumerate(groups, 1))


def _groups(needs: Sequence[int], room: Fraction) -> list[list[int]]:
    """The places of columns (from 1) that go together into this room; what is too wide goes alone."""
    groups: list[list[int]] = [[]]
    used = 0
    for place, need in enumerate(needs, 1):
        if groups[-1] and used + need > room:
            groups.append([])
            used = 0
        groups[-1].append(place)
        used += need
    return groups


def _need(table: Table, place: int) -> int:
    """How wide a column must be to be read (points): as declared, or as its words ask."""
    column = table.columns[place]
    words = [word for row in table.rows for word in _words(row.cells[place])]
    longest = max((_wide(word) for word in words), default=0)
    return max(column.width, min(longest, WIDEST_WORD), min(_heading(column), WIDEST_HEADING), NARROWEST)


def _heading(column: Column) -> int:
    words = (column.heading or "").split()
    return max((_wide(word) for word in words), default=0)


def _wide(word: str) -> int:
    return ceil(width(word, LABEL)) + PADDING


def _words(cell: Cell) -> Iterator[str]:
    for part in cell.text:
        yield from _said(part).split()


def _said(part: Inline) -> str:
    return part if isinstance(part, str) else part.text


def _part(table: Table, places: Sequence[int], number: tuple[int, int]) -> Table:
    """One part: the first column with these others; links lead to the first part."""
    kept = (0, *places)
    which, of = number
    return replace(
        table,
        caption=f"{table.caption} ({which} van {of})",
        columns=tuple(table.columns[place] for place in kept),
        rows=tuple(_row(row, kept, which) for row in table.rows),
        groups=tuple(table.groups[place] for place in kept) if table.groups else (),
        anchor=table.anchor if which == 1 else "",
    )


def _row(row: Row, kept: Sequence[int], which: int) -> Row:
    cells = tuple(row.cells[place] for place in kept)
    return replace(row, cells=cells, anchor=row.anchor if which == 1 else "")
