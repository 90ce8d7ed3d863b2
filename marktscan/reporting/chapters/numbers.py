"""The figures behind a picture, as a table in an annex that the picture leads to."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from math import ceil

from marktscan.reporting.charts.font import STRONG, width
from marktscan.reporting.view import (
    Block,
    Chapter,
    Column,
    Figure,
    Part,
    Row,
    SideBySide,
    Table,
    cell,
    head,
    paragraph,
)

ANCHOR = "bijlage-cijfers"
_ROOM, _WIDEST = 390, 110
"""Points for the columns of figures: together, and each."""
_GAP = 13
"""Points between two columns of figures."""
_SHORT = 20
"""Rows that are held on one page."""


def numbers(  # noqa: PLR0913 (what a table of figures is made of)
    name: str,
    caption: str,
    headings: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    style: str = "num gap",
    source: str = "",
) -> Table:
    """A table of printed figures; `name` says what they are of, the same for the same figures.

    `style` is that of every column but the first: words do not stand to the right as figures do. `source`
    is the anchor of what the figures are made from.
    """
    first, *rest = headings
    body = tuple(Row((head(of), *(cell(value, style=style) for value in values))) for of, *values in rows)
    wide = min(_ROOM // max(len(rest), 1), _WIDEST)
    columns = (Column(first), *(Column(heading, style, max(wide, _whole(heading))) for heading in rest))
    kept = "keep" if len(body) <= _SHORT else ""
    return Table(caption, columns, body, anchor=f"cijfers-{name}", style=kept, source=source)


def _whole(heading: str) -> int:
    """Points that the longest word of a heading needs, so that it is not broken."""
    return ceil(max((width(word, STRONG) for word in heading.split()), default=Fraction(0))) + _GAP


def numbers_annex(chapters: Iterable[Chapter]) -> Chapter | None:
    """All tables behind the pictures of these chapters, each once; None without a picture that needs one."""
    tables = {table.anchor: table for chapter in chapters for table in _tables(chapter.parts)}
    if not tables:
        return None
    said = "Elke figuur is getekend uit cijfers. Wat daarvan niet in een tabel ernaast staat, staat hier."
    title = "De cijfers waaruit de figuren zijn getekend"
    parts: tuple[Part, ...] = (paragraph(said), *tables.values())
    return Chapter(ANCHOR, "Cijfers bij de figuren", title, parts, style="annex figures")


def _tables(parts: Sequence[Part]) -> Iterator[Table]:
    for part in parts:
        if isinstance(part, Figure) and isinstance(part.numbers, Table):
            yield part.numbers
        elif isinstance(part, Block):
            yield from _tables(part.parts)
        elif isinstance(part, SideBySide):
            for _, inside in part.columns:
                yield from _tables(inside)
