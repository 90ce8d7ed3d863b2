"""On a screen the figures behind a picture fold out under it; on paper they stand in an annex."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from marktscan.reporting.chapters.numbers import ANCHOR as ON_PAPER
from marktscan.reporting.edition.sorting import sortable_table
from marktscan.reporting.view import Block, Figure, Numbering, Part, SideBySide, Table


def folded(places: Iterable[Numbering]) -> tuple[Numbering, ...]:
    """The chapters without the annex of figures, each of its tables under the first picture that uses it."""
    told: set[str] = set()
    return tuple(_with_tables(place, told) for place in places if place.chapter.anchor != ON_PAPER)


def _with_tables(place: Numbering, told: set[str]) -> Numbering:
    return replace(place, chapter=replace(place.chapter, parts=_parts(place.chapter.parts, told)))


def _parts(parts: Sequence[Part], told: set[str]) -> tuple[Part, ...]:
    return tuple(_part(part, told) for part in parts)


def _part(part: Part, told: set[str]) -> Part:
    if isinstance(part, Figure):
        return _figure(part, told)
    if isinstance(part, Block):
        return replace(part, parts=_parts(part.parts, told))
    if isinstance(part, SideBySide):
        return replace(part, columns=tuple((width, _parts(inside, told)) for width, inside in part.columns))
    return part


def _figure(figure: Figure, told: set[str]) -> Figure:
    """The picture with its table, unless that is linked to or stands under a picture before it."""
    behind = figure.numbers
    if not isinstance(behind, Table) or behind.anchor in told:
        return figure
    told.add(behind.anchor)
    return replace(figure, beside=sortable_table(behind))
