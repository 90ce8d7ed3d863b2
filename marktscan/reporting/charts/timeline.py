"""Promises on a line of time: a diamond per date, filled when it stands in the contract."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from marktscan.reporting.charts import palette
from marktscan.reporting.charts.font import LABEL, STRONG, Face
from marktscan.reporting.charts.labels import wrap
from marktscan.reporting.charts.svg import (
    RULE,
    Chart,
    Exact,
    Point,
    Scale,
    circle,
    drawing,
    line,
    path,
    text,
)

_NARROWEST = 66
_GUTTER = 8
_LINE = 12
_TITLE_LINES = 3
_NOTE_LINES = 2
_MARK = 5
_BULLET = 9
_DATES = 66
_ROW_GAP = 6
_BELOW_MARKS = 25
_BELOW_STEMS = 38


class Kind(Enum):
    """What happens at a date."""

    NOW = "now"
    PROMISE = "promise"
    START = "start"


@dataclass(frozen=True, slots=True)
class Promise:
    """What will be there: a short title, a note (what it counts for), and whether the contract holds it."""

    title: str
    note: str = ""
    committed: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """A date: as printed, and as a number on the axis (any unit, for instance days)."""

    when: str
    at: Exact
    promises: tuple[Promise, ...] = ()
    kind: Kind = Kind.PROMISE


def timeline(moments: Sequence[Moment], *, alt: str, width: int = 492) -> Chart:
    """The moments in order: below a line of time while their texts fit side by side, else as a list."""
    ordered = sorted(moments, key=lambda moment: moment.at)
    if len(ordered) * _NARROWEST <= width:
        return _across(ordered, alt, width)
    return _down(ordered, alt, width)


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of text under or beside a mark; `bullet` tells whether a promise of several begins here."""

    words: str
    face: Face = LABEL
    colour: str = palette.INK
    bullet: Promise | None = None
    indent: int = 0


def _lines(moment: Moment, room: Fraction) -> list[_Line]:
    """What there is to read about a moment: promises of one date each get their own small diamond."""
    several = len(moment.promises) > 1
    return [line for promise in moment.promises for line in _promise_lines(promise, room, several)]


def _promise_lines(promise: Promise, room: Fraction, several: bool) -> Iterator[_Line]:
    indent = _BULLET if several else 0
    for place, words in enumerate(wrap(promise.title, room - indent, LABEL, _TITLE_LINES)):
        yield _Line(words, bullet=promise if several and place == 0 else None, indent=indent)
    for words in wrap(promise.note, room - indent, STRONG, _NOTE_LINES):
        yield _Line(words, STRONG, palette.SUBJECT, indent=indent)


def _read(lines: Sequence[_Line], x: Exact, baseline: Exact) -> Iterator[str]:
    for place, item in enumerate(lines):
        y = baseline + place * _LINE
        if item.bullet is not None:
            yield from _diamond((x + 3, y - 3), 3, (item.bullet,))
        yield text((x + item.indent, y), item.words, item.face, item.colour)


@dataclass(frozen=True, slots=True)
class _Column:
    """A moment on the line: its mark, and where its text starts and how much room that has."""

    moment: Moment
    mark: Fraction
    start: Fraction
    room: Fraction

    @property
    def moved(self) -> bool:
        return self.start != self.mark - _MARK

    @property
    def lines(self) -> list[_Line]:
        return [*_when(self.moment, self.room), *_lines(self.moment, self.room)]


def _across(moments: Sequence[Moment], alt: str, width: int) -> Chart:
    """Texts below the line of time; when a text could not stay below its mark, stems show the way."""
    scale = _time(moments, Fraction(_MARK), Fraction(width - _NARROWEST))
    columns = _columns(moments, scale, width)
    stems = any(column.moved for column in columns)
    baseline = _BELOW_STEMS if stems else _BELOW_MARKS
    parts = [line((scale.left, 8), (scale.right, 8), palette.INK, RULE)] if len(moments) > 1 else []
    for column in columns:
        if stems:
            parts.append(line((column.mark, 13), (column.start + 2, baseline - 10), palette.LEADER))
        parts.extend(_mark(column.moment, (column.mark, 8)))
        parts.extend(_read(column.lines, column.start, baseline))
    depth = max((len(column.lines) for column in columns), default=0)
    return drawing(parts, alt, (width, baseline - 9 + _LINE * depth))


def _columns(moments: Sequence[Moment], scale: Scale, width: int) -> list[_Column]:
    marks = [scale.at(moment.at) for moment in moments]
    starts = _starts([mark - _MARK for mark in marks], width)
    ends = [*(start - _GUTTER for start in starts[1:]), Fraction(width)]
    return [
        _Column(moment, mark, start, end - start)
        for moment, mark, start, end in zip(moments, marks, starts, ends, strict=False)
    ]


def _down(moments: Sequence[Moment], alt: str, width: int) -> Chart:
    """A row per moment: date, mark, and its text beside it."""
    spine = _DATES + _MARK
    top = 0
    mark_y = first = 7
    parts: list[str] = []
    for moment in moments:
        lines = _lines(moment, Fraction(width - spine - _LINE))
        mark_y = top + first
        parts.extend(_mark(moment, (spine, mark_y)))
        parts.extend(_read(_when(moment, Fraction(_DATES - _GUTTER)), 0, mark_y + 3))
        parts.extend(_read(lines, spine + _LINE, mark_y + 3))
        top += max(len(lines), 1) * _LINE + _ROW_GAP
    line_of_time = line((spine, first), (spine, mark_y), palette.INK, RULE)
    return drawing([line_of_time, *parts], alt, (width, top))


def _time(moments: Sequence[Moment], left: Fraction, right: Fraction) -> Scale:
    first, last = (moments[0].at, moments[-1].at) if moments else (0, 0)
    return Scale(first, last, left, right)


def _starts(wanted: Sequence[Fraction], width: int) -> list[Fraction]:
    """Where the columns of text start: under their marks, pushed apart where those stand too close."""
    limit = width - _NARROWEST * len(wanted)
    starts: list[Fraction] = []
    for place, start in enumerate(wanted):
        pushed = max(start, starts[-1] + _NARROWEST) if starts else max(start, Fraction(0))
        starts.append(min(pushed, Fraction(limit + _NARROWEST * place)))
    return starts


def _when(moment: Moment, room: Fraction) -> list[_Line]:
    return [_Line(words, STRONG) for words in wrap(moment.when, room, STRONG, 1)]


def _mark(moment: Moment, at: Point) -> Iterator[str]:
    if moment.kind is Kind.NOW:
        yield circle(at, Fraction(5, 2), palette.INK)
    elif moment.kind is Kind.START:
        yield line((at[0], at[1] - 5), (at[0], at[1] + 5), palette.INK, Fraction(3, 2))
    else:
        yield from _diamond(at, _MARK, moment.promises)


def _diamond(at: Point, half: int, promises: Sequence[Promise]) -> Iterator[str]:
    """Filled when all is in the contract, open when nothing is, half filled in between."""
    x, y = at
    committed = sum(promise.committed for promise in promises)
    whole = bool(promises) and committed == len(promises)
    up, right, down, left = (x, y - half), (x + half, y), (x, y + half), (x - half, y)
    yield path((up, right, down, left), palette.SUBJECT if whole else palette.WHITE, palette.SUBJECT)
    if committed and not whole:
        yield path((up, down, left), palette.SUBJECT)
