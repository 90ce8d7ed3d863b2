"""An axis of round numbers, and its figures as far as they fit beside each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from marktscan.reporting.charts import palette
from marktscan.reporting.charts.font import LABEL, width
from marktscan.reporting.charts.svg import Anchor, Exact, Scale, text

_STEPS = (1, 2, 5, 10, 20)
_MOST_STEPS = 6
_GAP = 3


@dataclass(frozen=True, slots=True)
class Axis:
    """From `low` to `high` in whole steps; a subtitle must say where it begins when that is not 0."""

    low: int
    high: int
    step: int

    @property
    def ticks(self) -> range:
        """The values that get a line and, where there is room, a figure."""
        return range(self.low, self.high + 1, self.step)


def axis_for(values: Sequence[Exact]) -> Axis:
    """The shortest axis of round numbers that holds all values (0–100) in at most six steps."""
    low, high = min(values, default=0), max(values, default=100)
    axes = (_axis(low, high, step) for step in _STEPS)
    return next(axis for axis in axes if len(axis.ticks) <= _MOST_STEPS + 1)


def figures(axis: Axis, scale: Scale, baseline: Exact, unit: str = "") -> Iterator[str]:
    """The figures below an axis; those at its ends stay inside it."""
    labels = [f"{tick}{unit}" for tick in axis.ticks]
    widest = max(width(label, LABEL) for label in labels)
    spacing = (scale.right - scale.left) * axis.step / (axis.high - axis.low)
    stride = max(-(-(widest * 3 / 2 + _GAP) // spacing), 1)
    for tick, label in list(zip(axis.ticks, labels, strict=True))[:: int(stride)]:
        yield text((scale.at(tick), baseline), label, LABEL, palette.GREY, _anchor(tick, axis))


def _axis(low: Exact, high: Exact, step: int) -> Axis:
    first = min(int(low // step) * step, 100 - step)
    return Axis(first, max(int(-(-high // step)) * step, first + step), step)


def _anchor(tick: int, axis: Axis) -> Anchor:
    if tick == axis.low:
        return "start"
    return "end" if tick == axis.high else "middle"
