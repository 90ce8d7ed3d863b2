"""Dates with what is promised for them; a diamond marks them, filled when the contract holds it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction

from marktscan.reporting.charts import palette
from marktscan.reporting.charts.font import LABEL, STRONG, Face
from marktscan.reporting.charts.labels import wrap
from marktscan.reporting.charts.svg import Exact, Point, circle, line, path, text

LINE = 12
GUTTER = 8
MARK = 5
_BULLET = 9
_TITLE_LINES = 3
_NOTE_LINES = 2


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


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text in a block: how far in, on which line, and the promise of several that it begins."""

    words: str
    face: Face
    colour: str = palette.INK
    indent: Exact = 0
    row: int = 0
    begins: Promise | None = None


def grouped(moments: Sequence[Moment]) -> list[Moment]:
    """The moments in order of time, those of one date and kind together."""
    together: dict[tuple[Exact, str], Moment] = {}
    for moment in sorted(moments, key=lambda moment: moment.at):
        known = together.get((moment.at, moment.kind.value))
        promises = (*known.promises, *moment.promises) if known else moment.promises
        together[moment.at, moment.kind.value] = replace(moment, promises=promises)
    return list(together.values())


def date_line(moment: Moment, room: Fraction) -> tuple[Words, ...]:
    """The date, shortened to one line."""
    return tuple(Words(words, STRONG) for words in wrap(moment.when, room, STRONG, 1))


def promise_lines(moment: Moment, room: Fraction, beside: Exact = 0) -> tuple[Words, ...]:
    """What is promised, wrapped to the room; notes stand below, or beside in a column that wide (pt)."""
    lines: list[Words] = []
    for promise in moment.promises:
        row = rows(lines)
        block = _block(promise, room, beside, len(moment.promises) > 1)
        lines.extend(replace(item, row=item.row + row) for item in block)
    return tuple(lines)


def rows(lines: Sequence[Words]) -> int:
    """How many lines high a block is."""
    return max((item.row + 1 for item in lines), default=0)


def read(lines: Sequence[Words], x: Exact, baseline: Exact) -> Iterator[str]:
    """The lines as text; each of several promises begins with its own small diamond."""
    for item in lines:
        y = baseline + item.row * LINE
        if item.begins is not None:
            yield from _diamond((x + 3, y - 3), 3, (item.begins,))
        yield text((x + item.indent, y), item.words, item.face, item.colour)


def mark(moment: Moment, at: Point, downward: bool = False) -> Iterator[str]:
    """The mark of a moment on the line of time; a start crosses that line."""
    if moment.kind is Kind.NOW:
        yield circle(at, Fraction(5, 2), palette.INK)
    elif moment.kind is Kind.START:
        x, y = (MARK, 0) if downward else (0, MARK)
        yield line((at[0] - x, at[1] - y), (at[0] + x, at[1] + y), palette.INK, Fraction(3, 2))
    else:
        yield from _diamond(at, MARK, moment.promises)


def _block(promise: Promise, room: Fraction, beside: Exact, several: bool) -> Iterator[Words]:
    indent = _BULLET if several else 0
    titles = wrap(promise.title, room - beside - indent, LABEL, _TITLE_LINES)
    for row, words in enumerate(titles):
        yield Words(words, LABEL, indent=indent, row=row, begins=promise if several and row == 0 else None)
    across = room - beside + GUTTER if beside else Fraction(indent)
    first = 0 if beside else len(titles)
    for row, words in enumerate(wrap(promise.note, room - across, STRONG, _NOTE_LINES), first):
        yield Words(words, STRONG, palette.SUBJECT, across, row)


def _diamond(at: Point, half: int, promises: Sequence[Promise]) -> Iterator[str]:
    """Filled when all is in the contract, open when nothing is, half filled in between."""
    x, y = at
    committed = sum(promise.committed for promise in promises)
    whole = bool(promises) and committed == len(promises)
    up, right, down, left = (x, y - half), (x + half, y), (x, y + half), (x - half, y)
    yield path((up, right, down, left), palette.SUBJECT if whole else palette.WHITE, palette.SUBJECT)
    if committed and not whole:
        yield path((up, down, left), palette.SUBJECT)
