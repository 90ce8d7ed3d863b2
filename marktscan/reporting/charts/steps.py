"""A ladder: a short bar per step, its name before it and its figure behind it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from marktscan.reporting.charts.font import LABEL, STRONG, width
from marktscan.reporting.charts.labels import fit
from marktscan.reporting.charts.palette import Fill
from marktscan.reporting.charts.svg import Box, Chart, Exact, Scale, drawing, rect, text

_PITCH = 17
_BAR = 9
_SLIVER = Fraction(6, 5)


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its name, the figure as printed, its length on 0–100 and its surface."""

    label: str
    value: str
    length: Exact
    fill: Fill


def step_bars(steps: Sequence[Step], *, alt: str, width: int = 156) -> Chart:
    """The steps below each other; an empty one keeps its place without a bar."""
    parts = [part for row, step in enumerate(steps) for part in _step(step, row * _PITCH, width, steps)]
    return drawing(parts, alt, (width, len(steps) * _PITCH))


def _step(step: Step, top: int, wide: int, steps: Sequence[Step]) -> Iterator[str]:
    left = min(_widest([s.label for s in steps]) + 6, Fraction(wide, 2))
    right = wide - _widest([s.value for s in steps]) - 6
    yield text((0, top + 11), fit(step.label, left - 6, LABEL), LABEL)
    yield text((wide, top + 11), step.value, STRONG, anchor="end")
    if step.length:
        longest = max(s.length for s in steps)
        end = max(Scale(0, longest, left, right).at(step.length), left + _SLIVER)
        yield rect(Box(left, top + 4, end - left, _BAR), step.fill.surface, step.fill.outline)


def _widest(labels: Sequence[str]) -> Fraction:
    return max((width(label, STRONG) for label in labels), default=Fraction(0))
