"""Tipping points: how far the weight of a theme can move before another package comes first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from marktscan.reporting.charts import palette
from marktscan.reporting.charts.axis import Axis, figures
from marktscan.reporting.charts.font import LABEL, STRONG, width
from marktscan.reporting.charts.labels import fit
from marktscan.reporting.charts.svg import (
    RULE,
    Box,
    Chart,
    Exact,
    Scale,
    circle,
    drawing,
    line,
    rect,
    text,
)

_PITCH = Fraction(91, 4)
_BAR = 5
_EDGE = 5


@dataclass(frozen=True, slots=True)
class WeightRange:
    """One theme: its weight now and the weights between which the first place holds, in the axis' unit.

    `low` or `high` None: that side never tips. `value` is what is printed, for instance "8 %: 5–12 %".
    """

    label: str
    value: str
    weight: Exact
    low: Exact | None
    high: Exact | None


def weight_ranges(rows: Sequence[WeightRange], axis: Axis, *, alt: str, width: int = 240) -> Chart:
    """A row per theme: a dot for the weight now on a band from tipping point to tipping point."""
    scale = Scale(axis.low, axis.high, _EDGE, width - _EDGE)
    bottom = len(rows) * _PITCH
    parts = list(_grid(axis, scale, bottom))
    parts.extend(figures(axis, scale, bottom + 12, " %"))
    for index, row in enumerate(rows):
        parts.extend(_words(row, index * _PITCH, width))
        parts.extend(_marks(row, scale, index * _PITCH + 16))
    return drawing(parts, alt, (width, bottom + 15))


def _words(row: WeightRange, top: Exact, wide: int) -> Iterator[str]:
    value = fit(row.value, Fraction(wide, 2), STRONG)
    label = fit(row.label, wide - width(value, STRONG) - 6, LABEL)
    yield text((0, top + 10), label)
    yield text((wide, top + 10), value, STRONG, anchor="end")


def _marks(row: WeightRange, scale: Scale, y: Exact) -> Iterator[str]:
    """The band has a foot where it tips; without a foot it runs to the end of the axis."""
    start = scale.left if row.low is None else scale.at(row.low)
    end = scale.right if row.high is None else scale.at(row.high)
    top = y - Fraction(_BAR, 2)
    yield rect(Box(scale.left, top, scale.right - scale.left, _BAR), palette.TRACK)
    if end > start:
        yield rect(Box(start, top, end - start, _BAR), palette.MARKET_BAR)
    for tip in (x for x, bound in ((start, row.low), (end, row.high)) if bound is not None):
        yield line((tip, y - 5), (tip, y + 5), palette.INK, Fraction(3, 2))
    yield circle((scale.at(row.weight), y), Fraction(19, 5), palette.INK)


def _grid(axis: Axis, scale: Scale, bottom: Exact) -> Iterator[str]:
    yield line((scale.left, bottom + 1), (scale.right, bottom + 1), palette.INK, RULE)
    for tick in axis.ticks:
        x = scale.at(tick)
        yield line((x, bottom + 1), (x, bottom + 3), palette.INK, RULE)
