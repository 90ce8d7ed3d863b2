"""Labels around a line of marks: above they point right, below they point left, and none ever meets another.

A label that has no room beside its neighbour moves a lane away from the line, with a stem to its mark.
Above the line the leftmost of a crowd goes highest, below it the rightmost goes deepest: so no stem
crosses a label.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from marktscan.reporting.charts import palette
from marktscan.reporting.charts.font import LABEL, Face, width
from marktscan.reporting.charts.labels import caption
from marktscan.reporting.charts.svg import Anchor, Box, line, rect, text

INDENT = 3
LANE = 11
_GAP = 5


@dataclass(frozen=True, slots=True)
class Callout:
    """A name and figure for the stretch from `start` to `end` (pt), one point when both are equal."""

    name: str
    value: str
    start: Fraction
    end: Fraction
    face: Face = LABEL
    colour: str = palette.INK


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a label stands: its stem, its lane counted from the line, and the side it extends to."""

    callout: Callout
    label: str
    stem: Fraction
    lane: int
    below: bool = False
    at_edge: Fraction | None = None

    @property
    def wide(self) -> Fraction:
        """The width of the label as it is drawn."""
        return width(self.label, self.callout.face)

    @property
    def left(self) -> Fraction:
        """The leftmost point that label or stem takes."""
        return self.stem if self.at_edge is None else self.at_edge - self.wide


def arrange(
    callouts: Sequence[Callout], left: Fraction, right: Fraction, last_at_edge: bool = False
) -> tuple[Placed, ...]:
    """Every label its place between left and right, shortened to half of that room where whole ones collide.

    `last_at_edge` sets the rightmost of several labels against the right edge.
    """
    whole = right - left - INDENT
    attempt = _attempt(callouts, left, right, whole, last_at_edge)
    return attempt or _attempt(callouts, left, right, whole / 2, last_at_edge)


def _attempt(
    callouts: Sequence[Callout], left: Fraction, right: Fraction, room: Fraction, last_at_edge: bool
) -> tuple[Placed, ...]:
    """The places when no label is wider than the room; empty when a label fits on neither side."""
    above: list[Placed] = []
    below: list[Callout] = []
    edge_first = last_at_edge and len(callouts) > 1
    for callout in sorted(callouts, key=lambda c: c.start, reverse=True):
        label = caption(callout.name, callout.value, room, callout.face)
        placed = _above(callout, label, above, right, edge_first and not above)
        fits_below = callout.end - INDENT - width(label, callout.face) >= left
        if placed is None and not fits_below:
            return ()
        if placed is not None and (placed.lane == 0 or not fits_below or len(above) < len(below)):
            above.append(placed)
        else:
            below.append(callout)
    return (*above, *_below(below, room))


def lanes(placed: Sequence[Placed], below: bool) -> int:
    """How many lanes are in use on one side."""
    return max((place.lane + 1 for place in placed if place.below is below), default=0)


def _above(
    callout: Callout, label: str, taken: Sequence[Placed], right: Fraction, at_edge: bool
) -> Placed | None:
    """The lowest lane above the line without a crossing; None when there is none."""
    end = callout.start + INDENT + width(label, callout.face)
    if end > right or at_edge:
        return None if taken else Placed(callout, label, callout.start, 0, at_edge=right)
    crowd = [place for place in taken if place.left < end + _GAP]
    if any(place.left < callout.start + INDENT and place.at_edge is not None for place in crowd):
        return None
    return Placed(callout, label, callout.start, 1 + max((place.lane for place in crowd), default=-1))


def _below(callouts: Sequence[Callout], room: Fraction) -> Iterator[Placed]:
    """The labels below the line, from left to right, each in the shallowest lane without a crossing."""
    placed: list[Placed] = []
    for callout in sorted(callouts, key=lambda c: c.end):
        label = caption(callout.name, callout.value, room, callout.face)
        start = callout.end - INDENT - width(label, callout.face) - _GAP
        lane = 1 + max((place.lane for place in placed if place.stem > start), default=-1)
        placed.append(Placed(callout, label, callout.end, lane, below=True))
    return iter(placed)


def draw(place: Placed, edge: Fraction, flush: bool = False) -> Iterator[str]:
    """The label and its stem from the edge of the mark (pt from the top); flush: without stem in lane 0."""
    baseline = edge + 10 + LANE * place.lane if place.below else edge - 5 - LANE * place.lane
    stemless = flush and place.lane == 0
    if place.label and not stemless:
        yield line((place.stem, edge), (place.stem, _stem_end(place, baseline)), palette.LEADER)
    x, anchor = _text_at(place, 0 if stemless else INDENT)
    if not flush:
        yield from _clearing(place, x, anchor, baseline)
    yield text((x, baseline), place.label, place.callout.face, place.callout.colour, anchor)


def _stem_end(place: Placed, baseline: Fraction) -> Fraction:
    return baseline - 5 if place.below or place.at_edge is None else baseline + 3


def _text_at(place: Placed, indent: int) -> tuple[Fraction, Anchor]:
    if place.at_edge is not None:
        return place.at_edge, "end"
    return (place.stem - indent, "end") if place.below else (place.stem + indent, "start")


def _clearing(place: Placed, x: Fraction, anchor: Anchor, baseline: Fraction) -> Iterator[str]:
    """White under a label, so that no line of the axis runs through it."""
    if place.label:
        left = x if anchor == "start" else x - place.wide
        yield rect(Box(left, baseline - 7, place.wide, 9), palette.WHITE)
