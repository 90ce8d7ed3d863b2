"""Dots on one axis per municipality: several packages, or one package now and with its promises."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from marktscan.reporting.charts import palette
from marktscan.reporting.charts.axis import Axis, figures
from marktscan.reporting.charts.callouts import LANE, Callout, Placed, arrange, draw, lanes
from marktscan.reporting.charts.font import LABEL, STRONG, TITLE, width
from marktscan.reporting.charts.labels import fit
from marktscan.reporting.charts.svg import Chart, Exact, Point, Scale, circle, drawing, line, square, text

_EDGE = 5
_MARK = 6
_ROW_GAP, _CLOSE, _MANY = 9, 4, 4
"""Between rows, between more rows than `_MANY`."""


class Shape(Enum):
    """What a dot stands for; the shape tells it without colour."""

    SUBJECT = "round"
    WEIGHED = "stroke"
    PROMISED = "ring"
    MARKET = "square"


@dataclass(frozen=True, slots=True)
class Dot:
    """One mark on the axis with its label and its figure as printed."""

    label: str
    value: str
    position: Exact
    shape: Shape = Shape.MARKET


@dataclass(frozen=True, slots=True)
class DotRow:
    """The dots of one municipality."""

    title: str
    dots: tuple[Dot, ...]


def dot_plot(rows: Sequence[DotRow], axis: Axis, *, alt: str, width: int = 492) -> Chart:
    """A line per row on a shared axis; dots of the same package are joined."""
    left = _title_room(rows, width)
    scale = Scale(axis.low, axis.high, left + _EDGE, width - _EDGE)
    top, gap = Fraction(0), _ROW_GAP if len(rows) <= _MANY else _CLOSE
    parts: list[str] = []
    for row in rows:
        named = [_callout(dot, scale) for dot in row.dots if dot.label or dot.value]
        placed = arrange(named, left, Fraction(width))
        middle = top + _MARK + 3 + LANE * lanes(placed, below=False)
        parts.append(text((0, middle + 3), fit(row.title, left - 8, TITLE), TITLE))
        parts.extend(_row(row.dots, placed, scale, middle))
        top = middle + _MARK + 3 + LANE * lanes(placed, below=True) + gap
    grid = [line((scale.at(tick), 2), (scale.at(tick), top)) for tick in axis.ticks]
    return drawing([*grid, *parts, *figures(axis, scale, top + 10)], alt, (width, top + 13))


def _title_room(rows: Sequence[DotRow], wide: int) -> Fraction:
    widest = max((width(row.title, TITLE) for row in rows), default=Fraction(0))
    return min(widest + 8, Fraction(wide, 4)) if widest else Fraction(0)


def _callout(dot: Dot, scale: Scale) -> Callout:
    at = scale.at(dot.position)
    if dot.shape is Shape.MARKET:
        return Callout(dot.label, dot.value, at, at)
    face = STRONG if dot.shape is Shape.SUBJECT else LABEL
    return Callout(dot.label, dot.value, at, at, face, palette.SUBJECT)


def _row(dots: Sequence[Dot], placed: Sequence[Placed], scale: Scale, middle: Fraction) -> Iterator[str]:
    yield line((scale.left, middle), (scale.right, middle), palette.HAIR, Fraction(3, 4))
    yield from _joined([scale.at(dot.position) for dot in dots if dot.shape is not Shape.MARKET], middle)
    for place in placed:
        yield from draw(place, middle + _MARK if place.below else middle - _MARK)
    order = (Shape.MARKET, Shape.WEIGHED, Shape.PROMISED, Shape.SUBJECT)
    for dot in sorted(dots, key=lambda dot: order.index(dot.shape)):
        yield _mark((scale.at(dot.position), middle), dot.shape)


def _joined(own: Sequence[Fraction], y: Fraction) -> Iterator[str]:
    """The way from now to all promises kept."""
    if len(own) > 1:
        yield line((min(own), y), (max(own), y), palette.SUBJECT, Fraction(8, 5))


def _mark(at: Point, shape: Shape) -> str:
    if shape is Shape.MARKET:
        return square(at, 8, palette.MARKET)
    if shape is Shape.WEIGHED:
        return line((at[0], at[1] - 5), (at[0], at[1] + 5), palette.SUBJECT, Fraction(11, 5))
    if shape is Shape.PROMISED:
        return circle(at, Fraction(21, 5), palette.WHITE, palette.SUBJECT, Fraction(3, 2))
    return circle(at, Fraction(22, 5), palette.SUBJECT)
