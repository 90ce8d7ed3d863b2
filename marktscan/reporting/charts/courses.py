"""Scores over time: a line per package that rises step by step, with its name where it ends."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from marktscan.reporting.charts import palette
from marktscan.reporting.charts.axis import Axis
from marktscan.reporting.charts.font import LABEL, STRONG, width
from marktscan.reporting.charts.labels import caption
from marktscan.reporting.charts.svg import Chart, Exact, Point, Scale, drawing, line, text

_HEIGHT = 168
_TOP = 6
_NAMES = 140
_AXIS = 20
_LINE = 11
_STEM = 10
_GAP = 8


@dataclass(frozen=True, slots=True)
class Course:
    """One package: its score at the start, every later date with its score from then on, its last figure."""

    label: str
    value: str
    start: Exact
    steps: tuple[tuple[Exact, Exact], ...] = ()
    subject: bool = False

    @property
    def end(self) -> Exact:
        """The score at the end."""
        return self.steps[-1][1] if self.steps else self.start


@dataclass(frozen=True, slots=True)
class Day:
    """A date that matters to everybody: its words, and its place in time (any unit, for instance days)."""

    label: str
    at: Exact


def course_chart(
    courses: Sequence[Course], days: Sequence[Day], axis: Axis, *, alt: str, width: int = 492
) -> Chart:
    """The courses from the first day to the last date, over a grid of scores and the days."""
    dates = [day.at for day in days] + [at for course in courses for at, _ in course.steps]
    across = Scale(min(dates), max(dates), _AXIS, width - _NAMES)
    down = Scale(axis.high, axis.low, _TOP, _TOP + _HEIGHT)
    parts = [
        *_grid(axis, across, down),
        *_days(days, across, down),
        *(piece for course in sorted(courses, key=_order) for piece in _course(course, across, down)),
        *_names(courses, across, down, width),
    ]
    return drawing(parts, alt, (width, _TOP + _HEIGHT + 18))


def _order(course: Course) -> bool:
    """The subject is drawn last, over the others."""
    return course.subject


def _grid(axis: Axis, across: Scale, down: Scale) -> Iterator[str]:
    for tick in axis.ticks:
        y = down.at(tick)
        yield line((across.left, y), (across.right, y))
        yield text((across.left - 4, y + 3), str(tick), LABEL, palette.GREY, "end")


def _days(days: Sequence[Day], across: Scale, down: Scale) -> Iterator[str]:
    """A line per day, its words below it, pushed aside where two would touch."""
    free = Fraction(across.left)
    for day in days:
        x, wide = across.at(day.at), width(day.label, LABEL)
        start = max(min(x - wide / 2, across.right - wide), free)
        yield line((x, down.left), (x, down.right), palette.LEADER)
        yield text((start, down.right + 12), day.label, LABEL, palette.GREY)
        free = start + wide + _GAP


def _course(course: Course, across: Scale, down: Scale) -> Iterator[str]:
    colour = palette.SUBJECT if course.subject else palette.MARKET_BAR
    stroke = Fraction(2) if course.subject else Fraction(6, 5)
    for start, end in pairwise(_points(course, across, down)):
        yield line(start, end, colour, stroke)


def _points(course: Course, across: Scale, down: Scale) -> Iterator[Point]:
    """The corners of the stairs."""
    y = down.at(course.start)
    yield across.left, y
    for at, score in course.steps:
        yield across.at(at), y
        y = down.at(score)
        yield across.at(at), y
    yield across.right, y


def _names(courses: Sequence[Course], across: Scale, down: Scale, wide: int) -> Iterator[str]:
    """Every name at the height of its end, or as near as the others leave room, with a stem."""
    ordered = sorted(courses, key=lambda course: (down.at(course.end), course.label))
    ends = [down.at(course.end) for course in ordered]
    begin = Fraction(across.right)
    for course, end, y in zip(ordered, ends, _apart(ends, Fraction(down.right)), strict=True):
        face, ink = (STRONG, palette.SUBJECT) if course.subject else (LABEL, palette.INK)
        words = caption(course.label, course.value, wide - begin - _STEM - 2, face)
        yield line((begin, end), (begin + _STEM, y), palette.LEADER)
        yield text((begin + _STEM + 2, y + 3), words, face, ink)


def _apart(wanted: Sequence[Fraction], bottom: Fraction) -> list[Fraction]:
    """The heights, a line apart, and none so low that those after it would not fit above `bottom`."""
    found: list[Fraction] = []
    free, limit = Fraction(_TOP), bottom - _LINE * (len(wanted) - 1)
    for height in wanted:
        found.append(min(max(height, free), max(limit, free)))
        free, limit = found[-1] + _LINE, limit + _LINE
    return found
