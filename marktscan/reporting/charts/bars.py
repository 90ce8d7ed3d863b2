"""Bars on 0–100 in columns: a ranking per municipality, or a short list with the market's best marked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from marktscan.reporting.charts import palette
from marktscan.reporting.charts.font import LABEL, STRONG, STRONG_VALUE, TITLE, VALUE, width
from marktscan.reporting.charts.labels import fit
from marktscan.reporting.charts.svg import RULE, Box, Chart, Exact, Scale, drawing, line, rect, text

GUTTER = 12
_NARROWEST = 114
_HEADING = Fraction(39, 2)
_PITCH = Fraction(91, 4)
_ROW = Fraction(41, 2)
_BETWEEN_ROWS = 13
_BAR = 5
_EDGE = Fraction(4, 5)  # an open part narrower than its own edges is not drawn
_CROSS = "✘"


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar. `value` is printed; `length`, `promised`, `reach` and `marker` are positions on 0–100.

    `length` None: there is no score. `promised`: where the open part for promises ends. `reach`: how far
    the score could go once what is unknown is known. `marker`: the best of the market; bars that have one
    list themes of one package, so that their labels are not the subject's name.
    """

    label: str
    value: str
    length: Exact | None
    promised: Exact | None = None
    reach: Exact | None = None
    marker: Exact | None = None
    subject: bool = False
    best: bool = False
    failed: bool = False


@dataclass(frozen=True, slots=True)
class BarColumn:
    """Bars under one heading; the heading may be empty."""

    title: str
    bars: tuple[Bar, ...]


def ranked_bars(columns: Sequence[BarColumn], *, alt: str, width: int = 492) -> Chart:
    """The columns side by side, as many as fit at 114 pt or more, the rest in rows below."""
    rows = _rows(columns, width)
    top = Fraction(0)
    parts: list[str] = []
    for row in rows:
        parts.extend(_row(row, len(rows[0]), width, top))
        top += _row_height(row) + _BETWEEN_ROWS
    return drawing(parts, alt, (width, top - _BETWEEN_ROWS))


def _rows(columns: Sequence[BarColumn], width: int) -> list[Sequence[BarColumn]]:
    """The columns over rows, as evenly as they go."""
    most = max((width + GUTTER) // (_NARROWEST + GUTTER), 1)
    count = -(-len(columns) // most) or 1
    per_row = -(-len(columns) // count)
    return [columns[start : start + per_row] for start in range(0, len(columns), per_row or 1)] or [()]


def _row(columns: Sequence[BarColumn], per_row: int, width: int, top: Fraction) -> Iterator[str]:
    wide = Fraction(width - GUTTER * (per_row - 1), per_row or 1)
    heading = _heading(columns)
    for index, column in enumerate(columns):
        left = index * (wide + GUTTER)
        if column.title:
            yield text((left, top + 10), fit(column.title, wide, TITLE), TITLE)
        if heading:
            y = top + Fraction(31, 2)
            yield line((left, y), (left + wide, y), palette.INK, RULE)
        for place, bar in enumerate(column.bars):
            yield from _bar(bar, Box(left, top + heading + place * _PITCH, wide, _ROW))


def _heading(columns: Sequence[BarColumn]) -> Fraction:
    return _HEADING if any(column.title for column in columns) else Fraction(0)


def _row_height(columns: Sequence[BarColumn]) -> Fraction:
    longest = max((len(column.bars) for column in columns), default=0)
    return _heading(columns) + max(longest - 1, 0) * _PITCH + _ROW


def _bar(bar: Bar, box: Box) -> Iterator[str]:
    yield from _words(bar, box)
    if bar.length is not None:
        yield from _marks(bar, bar.length, box)


def _words(bar: Bar, box: Box) -> Iterator[str]:
    colour = palette.SUBJECT if bar.subject else palette.INK
    baseline, right = box.y + 10, box.x + box.width
    named = bar.subject and bar.marker is None
    face = STRONG if named else LABEL
    value_face = STRONG_VALUE if bar.subject or bar.best else VALUE
    value = fit(bar.value, Fraction(box.width) / 2, value_face)
    cross = width(_CROSS, STRONG) + 4 if bar.failed else Fraction(0)
    label = fit(bar.label, box.width - width(value, value_face) - cross - 6, face)
    yield text((box.x, baseline), label, face, colour if named else palette.INK)
    if bar.failed:
        start = box.x + (width(label, face) + 4 if label else 0)
        yield text((start, baseline), _CROSS, STRONG, palette.FAILED)
    yield text((right, baseline), value, value_face, colour, "end")


def _marks(bar: Bar, length: Exact, box: Box) -> Iterator[str]:
    scale = Scale(0, 100, box.x, box.x + box.width)
    top = box.y + Fraction(27, 2)
    end = scale.at(length)
    yield rect(Box(box.x, top, box.width, _BAR), palette.TRACK)
    colour = palette.SUBJECT if bar.subject else palette.MARKET_BAR
    if end > box.x:
        yield rect(Box(box.x, top, end - box.x, _BAR), colour)
    if bar.promised is not None and scale.at(bar.promised) - end > _EDGE:
        yield rect(Box(end, top, scale.at(bar.promised) - end, _BAR), palette.WHITE, colour)
    if bar.reach is not None and bar.reach > length:
        yield from _whisker(end, scale.at(bar.reach), top + Fraction(_BAR, 2))
    if bar.marker is not None:
        x = min(max(scale.at(bar.marker), box.x + 1), box.x + box.width - 1)
        yield line((x, top), (x, top + _BAR + 2), palette.INK, Fraction(9, 5))  # the words are above it


def _whisker(start: Exact, end: Exact, y: Exact) -> Iterator[str]:
    """A thin line with a foot: how far the score could still go."""
    yield line((start, y), (end, y), palette.INK, RULE)
    foot = max(end - Fraction(3, 8), start)
    yield line((foot, y - 2), (foot, y + 2), palette.INK, RULE)
