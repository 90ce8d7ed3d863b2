"""Two figures of every package against each other, with the line that no package goes beyond."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from marktscan.reporting.charts import palette
from marktscan.reporting.charts.axis import Axis, axis_for
from marktscan.reporting.charts.font import LABEL, STRONG, Face, width
from marktscan.reporting.charts.labels import fit
from marktscan.reporting.charts.svg import (
    Box,
    Chart,
    Exact,
    Point,
    Scale,
    circle,
    drawing,
    line,
    rect,
    square,
    text,
)

_WIDE, _HIGH = 492, 250
_LEFT, _TOP, _BOTTOM, _EDGE = 30, 16, 30, 12
_MARK = Fraction(5)
_BESIDE = 8
_LINE = 11
_WIDEST_LABEL = Fraction(130)
_STEPS = (1, 2, 5)
_MOST_STEPS = 7


@dataclass(frozen=True, slots=True)
class Spot:
    """One package: its figures along and up, whether it is the subject, whether it may still move right."""

    label: str
    along: Exact
    up: Exact
    subject: bool = False
    open: bool = False

    @property
    def face(self) -> Face:
        """The letter of its label."""
        return STRONG if self.subject else LABEL


def scatter(
    spots: Sequence[Spot],
    edge: Sequence[tuple[Exact, Exact]],
    *,
    titles: tuple[str, str],
    figure: Callable[[Exact], str],
    alt: str,
) -> Chart:
    """The spots on two axes, whose `titles` stand along and up; `edge` is the line through the best of them.

    A label that would meet another label or a mark finds another place around its mark, or is left out: a
    table beside the picture names every spot.
    """
    ticks, rows = round_ticks([spot.along for spot in spots]), axis_for([spot.up for spot in spots])
    across = Scale(ticks[0], ticks[-1], _LEFT, _WIDE - _EDGE)
    upward = Scale(rows.low, rows.high, _HIGH - _BOTTOM, _TOP)
    ends = [(across.at(x), upward.at(y)) for x, y in edge]
    placed = [(spot, (across.at(spot.along), upward.at(spot.up))) for spot in spots]
    parts = [
        *_rows(rows, upward),
        *(_below(figure(tick), across.at(tick)) for tick in ticks),
        text((0, 9), titles[1], LABEL, palette.GREY),
        text((_WIDE, _HIGH - 4), titles[0], LABEL, palette.GREY, "end"),
        *(line(start, end, palette.LEADER, Fraction(6, 5)) for start, end in pairwise(ends)),
        *_labels(placed),
        *(stroke for spot, at in placed for stroke in _mark(spot, at)),
    ]
    return drawing(parts, alt, (_WIDE, _HIGH))


def _rows(axis: Axis, upward: Scale) -> Iterator[str]:
    """A line and a figure for every round score."""
    for tick in axis.ticks:
        y = upward.at(tick)
        yield line((_LEFT, y), (_WIDE, y))
        yield text((_LEFT - 6, y + 3), str(tick), LABEL, palette.GREY, "end")


def _below(words: str, x: Fraction) -> str:
    return text((x, _HIGH - _BOTTOM + 12), words, LABEL, palette.GREY, "middle")


def round_ticks(values: Sequence[Exact]) -> list[int]:
    """Round figures that hold all values, at least two and at most eight."""
    low, high = min(values, default=0), max(values, default=1)
    size = 1
    while True:
        for step in (size * digit for digit in _STEPS):
            first, last = int(low // step) * step, -int(-high // step) * step
            if last - first <= _MOST_STEPS * step:
                return list(range(first, max(last, first + step) + 1, step))
        size *= 10


def _mark(spot: Spot, at: Point) -> Iterator[str]:
    """Round for the subject, square for the market; hollow with an arrow when it may move right."""
    colour = palette.SUBJECT if spot.subject else palette.MARKET
    if spot.open:
        tip = (at[0] + 11, at[1])
        yield line(at, tip, colour, Fraction(6, 5))
        yield line(tip, (tip[0] - 3, at[1] - 3), colour, Fraction(6, 5))
        yield line(tip, (tip[0] - 3, at[1] + 3), colour, Fraction(6, 5))
        yield circle(at, Fraction(4), palette.WHITE, colour, Fraction(3, 2))
    else:
        yield circle(at, Fraction(22, 5), colour) if spot.subject else square(at, 8, colour)


def _labels(placed: Sequence[tuple[Spot, Point]]) -> Iterator[str]:
    """A label for each spot where there is room for one, the subject first."""
    room = Box(_LEFT, _TOP - 8, _WIDE - _LEFT, _HIGH - _BOTTOM - _TOP + 8)
    taken = [_around(spot, at) for spot, at in placed]
    for spot, at in sorted(placed, key=lambda one: not one[0].subject):
        words = fit(spot.label, _WIDEST_LABEL, spot.face)
        wide = width(words, spot.face)
        for x, y in _places(spot, at, wide):
            box = Box(x, y - 8, wide, 10)
            if _inside(box, room) and not any(_meet(box, other) for other in taken):
                taken.append(box)
                colour = palette.SUBJECT if spot.subject else palette.INK
                yield rect(Box(x, y - 7, wide, 9), palette.WHITE)
                yield text((x, y), words, spot.face, colour)
                break


def _around(spot: Spot, at: Point) -> Box:
    return Box(at[0] - _MARK, at[1] - _MARK, 2 * _MARK + (8 if spot.open else 0), 2 * _MARK)


def _places(spot: Spot, at: Point, wide: Fraction) -> Iterator[tuple[Fraction, Fraction]]:
    """Where a label may begin: beside its mark, above or below it, then one line further."""
    right = at[0] + _BESIDE + (7 if spot.open else 0)
    left = at[0] - _BESIDE - wide
    middle = at[0] - wide / 2
    for shift in (0, -_LINE, _LINE):
        for x in (right, left) if shift == 0 else (middle, right - 8, left + 8):
            yield Fraction(x), Fraction(at[1] + 3 + shift)


def _inside(box: Box, room: Box) -> bool:
    return (
        room.x <= box.x
        and box.x + box.width <= room.x + room.width
        and room.y <= box.y
        and box.y + box.height <= room.y + room.height
    )


def _meet(one: Box, other: Box) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )
