"""Bars that are divided: answers by code, evidence by level, shares of first places."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate, pairwise

from marktscan.reporting.charts import palette
from marktscan.reporting.charts.callouts import LANE, Callout, Placed, arrange, draw, lanes
from marktscan.reporting.charts.font import LABEL, STRONG, TITLE, width
from marktscan.reporting.charts.labels import fit
from marktscan.reporting.charts.palette import Fill
from marktscan.reporting.charts.svg import Box, Chart, Exact, Scale, drawing, rect, text

_BAR = 19
_SHARE = 8
_ROW_GAP = 9
_SLIVER = Fraction(3, 5)  # however little it is, it shows
_NAMELESS = 9
"""Points of nameless segments at the end of a bar that the last name may stand above."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a bar: `amount` gives its length, `value` stands in it or behind its label."""

    label: str
    value: str
    amount: Exact
    fill: Fill
    strong: bool = False


@dataclass(frozen=True, slots=True)
class ShareRow:
    """One thin divided bar with its name."""

    title: str
    segments: tuple[Segment, ...]


def stacked_bar(segments: Sequence[Segment], *, alt: str, width: int = 492) -> Chart:
    """One bar of the segments that hold something, their values inside, their labels around it."""
    stretches = _stretches(segments, Fraction(0), Fraction(width))
    callouts = [_callout(item, inside=_fits(item)) for item in stretches]
    placed = arrange(callouts, Fraction(0), Fraction(width), last_at_edge=True)
    top = Fraction(4 + LANE * max(lanes(placed, below=False), 1))
    parts = [*_bar(stretches, Box(0, top, width, _BAR)), *_labels(placed, top, _BAR)]
    for item in stretches:
        if _fits(item):
            parts.append(_inside(item, top + 13))
    return drawing(parts, alt, (width, top + _BAR + _depth(placed)))


def share_bars(rows: Sequence[ShareRow], *, alt: str, width: int = 324) -> Chart:
    """A thin divided bar per row, its name on the left, its labels around it."""
    left = _title_room([row.title for row in rows], width)
    top = Fraction(0)
    parts: list[str] = []
    for row in rows:
        stretches = _stretches(row.segments, left, Fraction(width))
        named = [item for item in stretches if item.segment.label or item.segment.value]
        callouts = [_callout(item, inside=False) for item in named]
        placed = arrange(callouts, left, Fraction(width), last_at_edge=_ends_named(stretches, named))
        bar_top = top + 4 + LANE * max(lanes(placed, below=False), 1)
        parts.append(text((0, bar_top - 5), fit(row.title, left - 8, TITLE), TITLE))
        parts.extend(_bar(stretches, Box(left, bar_top, width - left, _SHARE)))
        parts.extend(_labels(placed, bar_top, _SHARE))
        top = bar_top + _SHARE + _depth(placed) + _ROW_GAP
    return drawing(parts, alt, (width, max(top - _ROW_GAP, Fraction(0))))


@dataclass(frozen=True, slots=True)
class _Stretch:
    segment: Segment
    start: Fraction
    end: Fraction


def _stretches(segments: Sequence[Segment], left: Fraction, right: Fraction) -> list[_Stretch]:
    """Where each segment that holds something begins and ends (pt)."""
    filled = [segment for segment in segments if segment.amount > 0]
    bounds = list(accumulate((segment.amount for segment in filled), initial=Fraction(0)))
    scale = Scale(0, bounds[-1], left, right)
    ends = pairwise(scale.at(bound) for bound in bounds)
    return [_Stretch(segment, start, end) for segment, (start, end) in zip(filled, ends, strict=True)]


def _ends_named(stretches: Sequence[_Stretch], named: Sequence[_Stretch]) -> bool:
    """Whether a name belongs at the right edge: nothing but a nameless sliver comes after its segment."""
    return bool(named) and stretches[-1].end - named[-1].end <= _NAMELESS


def _title_room(titles: Sequence[str], wide: int) -> Fraction:
    """The room for names on the left: the widest, at most a third, nothing when there is no name."""
    widest = max((width(title, TITLE) for title in titles), default=Fraction(0))
    return min(widest + 8, Fraction(wide, 3)) if widest else Fraction(0)


def _fits(item: _Stretch) -> bool:
    return width(item.segment.value, STRONG) + 3 <= item.end - item.start - 1


def _callout(item: _Stretch, inside: bool) -> Callout:
    segment = item.segment
    face = STRONG if segment.strong else LABEL
    return Callout(segment.label, "" if inside else segment.value, item.start, item.end, face)


def _inside(item: _Stretch, baseline: Fraction) -> str:
    middle = (item.start + item.end - 1) / 2
    return text((middle, baseline), item.segment.value, STRONG, item.segment.fill.text, "middle")


def _bar(stretches: Sequence[_Stretch], box: Box) -> Iterator[str]:
    """The segments with a point of white between them; an empty bar is a white one with an edge."""
    if not stretches:
        yield rect(box, palette.WHITE, palette.GREY)
    for item in stretches:
        end = item.end if item is stretches[-1] else item.end - 1
        wide = max(end - item.start, _SLIVER)
        left = min(item.start, box.x + box.width - wide)
        fill = item.segment.fill
        yield rect(Box(left, box.y, wide, box.height), fill.surface, fill.outline, _SLIVER)


def _labels(placed: Sequence[Placed], top: Fraction, high: int) -> Iterator[str]:
    for place in placed:
        yield from draw(place, top + high if place.below else top, flush=lanes(placed, place.below) == 1)


def _depth(placed: Sequence[Placed]) -> int:
    """The room that labels below the bar take."""
    below = lanes(placed, below=True)
    return 3 + LANE * below if below else 0
