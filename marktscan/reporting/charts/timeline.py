"""Promises on a line of time, with room for every text: side by side, or as a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from marktscan.reporting.charts import palette
from marktscan.reporting.charts.font import LABEL
from marktscan.reporting.charts.font import width as width_of
from marktscan.reporting.charts.moments import (
    GUTTER,
    LINE,
    MARK,
    Moment,
    Words,
    date_line,
    grouped,
    mark,
    promise_lines,
    read,
    rows,
)
from marktscan.reporting.charts.svg import RULE, Chart, Scale, drawing, line

_COLUMN = Fraction(74)
_ENDLESS = Fraction(10_000)
_MARK_LINE = 8
_BELOW_MARKS = 25
_BELOW_STEMS = 38
_DATES = 60
_NOTES = 110
_ROW_GAP = 5


def timeline(moments: Sequence[Moment], *, alt: str, width: int = 492) -> Chart:
    """The moments in order: below a line of time while their texts fit side by side, else as a list.

    Moments of one date are put together; every promise is shown.
    """
    ordered = grouped(moments)
    draw = _across if 0 < len(ordered) * _COLUMN <= width else _down
    return draw(ordered, alt, width)


@dataclass(frozen=True, slots=True)
class _Column:
    """A moment on the line: its mark, and its text with the place where that starts."""

    moment: Moment
    mark: Fraction
    start: Fraction
    date: tuple[Words, ...]
    lines: tuple[Words, ...]

    @property
    def moved(self) -> bool:
        return self.start != self.mark - MARK


def _across(moments: Sequence[Moment], alt: str, width: int) -> Chart:
    """Texts below the line of time; when one could not stay below its mark, stems show the way."""
    columns = _columns(moments, width)
    stems = any(column.moved for column in columns)
    baseline = _BELOW_STEMS if stems else _BELOW_MARKS
    ends = (columns[0].mark, _MARK_LINE), (columns[-1].mark, _MARK_LINE)
    parts = [line(*ends, palette.INK, RULE)]
    for column in columns:
        if stems:
            foot = (column.start + MARK, baseline - 10)
            parts.append(line((column.mark, _MARK_LINE + MARK), foot, palette.LEADER))
        parts.extend(mark(column.moment, (column.mark, _MARK_LINE)))
        parts.extend(read(column.date, column.start, baseline))
        parts.extend(read(column.lines, column.start, baseline + LINE))
    depth = max(rows(column.lines) for column in columns)
    return drawing(parts, alt, (width, baseline + 3 + LINE * depth))


def _columns(moments: Sequence[Moment], width: int) -> list[_Column]:
    needs = [_need(moment) for moment in moments]
    scale = Scale(moments[0].at, moments[-1].at, MARK, width - needs[-1] + MARK)
    marks = [scale.at(moment.at) for moment in moments]
    starts = _starts([place - MARK for place in marks], needs, width)
    ends = [*(start - GUTTER for start in starts[1:]), Fraction(width)]
    rooms = [end - start for start, end in zip(starts, ends, strict=True)]
    return [
        _Column(moment, place, start, date_line(moment, room), promise_lines(moment, room))
        for moment, place, start, room in zip(moments, marks, starts, rooms, strict=True)
    ]


def _need(moment: Moment) -> Fraction:
    """The width a column asks: that of its mark or longest line and the gutter, within reason."""
    lines = [*date_line(moment, _ENDLESS), *promise_lines(moment, _ENDLESS)]
    wide = [width_of(item.words, item.face) + item.indent for item in lines]
    widest = max([*wide, Fraction(2 * MARK)])
    return min(widest + GUTTER, _COLUMN)


def _starts(wanted: Sequence[Fraction], needs: Sequence[Fraction], wide: int) -> list[Fraction]:
    """Where the columns of text start: under their marks, pushed apart where those stand too close."""
    starts: list[Fraction] = []
    free, limit = Fraction(0), Fraction(wide - sum(needs))
    for start, need in zip(wanted, needs, strict=True):
        starts.append(min(max(start, free), limit))
        free = starts[-1] + need
        limit += need
    return starts


def _down(moments: Sequence[Moment], alt: str, width: int) -> Chart:
    """A row per moment: date, mark and what is promised; notes beside it where the picture is wide."""
    left = _DATES + GUTTER + MARK
    room = Fraction(width - left - LINE)
    beside = _beside(moments, room)
    parts: list[str] = []
    top = y = 0
    for moment in moments:
        y = top + _MARK_LINE
        lines = promise_lines(moment, room, beside)
        parts.extend(mark(moment, (left, y), downward=True))
        parts.extend(read(date_line(moment, Fraction(_DATES)), 0, y + 3))
        parts.extend(read(lines, left + LINE, y + 3))
        top += max(rows(lines), 1) * LINE + _ROW_GAP
    spine = line((left, min(y, _MARK_LINE)), (left, y), palette.INK, RULE)
    return drawing([spine, *parts], alt, (width, top))


def _beside(moments: Sequence[Moment], room: Fraction) -> Fraction:
    """The width of the column with notes, next to the longest title; none in a narrow picture."""
    if room <= 2 * _NOTES:
        return Fraction(0)
    titles = [width_of(promise.title, LABEL) for moment in moments for promise in moment.promises]
    return max(room - max(titles, default=room) - 2 * GUTTER, Fraction(_NOTES))
