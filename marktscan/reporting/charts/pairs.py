"""The subject against the best, theme by theme: a round and a square mark with a line between."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from marktscan.reporting.charts import palette
from marktscan.reporting.charts.font import LABEL, STRONG, TITLE, VALUE, Face, width
from marktscan.reporting.charts.labels import fit
from marktscan.reporting.charts.svg import (
    Anchor,
    Chart,
    Exact,
    Scale,
    circle,
    drawing,
    line,
    square,
    text,
)

_PITCH = 33
_EDGE = 5
_BESIDE = 7


@dataclass(frozen=True, slots=True)
class Pair:
    """One theme. Positions are scores on 0–100, None when there is none; the labels hold the figures."""

    label: str
    difference: str
    subject: Exact | None
    subject_label: str
    best: Exact | None
    best_label: str


def dumbbell(pairs: Sequence[Pair], *, alt: str, width: int = 240) -> Chart:
    """A row per pair: theme and difference above, the two marks below, labels on their outer sides."""
    ends = [_ends(pair, Fraction(width, 3)) for pair in pairs]
    scale = _scale(ends, width)
    parts: list[str] = []
    for row, (pair, pair_ends) in enumerate(zip(pairs, ends, strict=True)):
        parts.extend(_heading(pair, row * _PITCH, width))
        parts.extend(_marks(pair_ends, scale, row * _PITCH + 20))
    return drawing(parts, alt, (width, max(len(pairs) * _PITCH - 7, 0)))


@dataclass(frozen=True, slots=True)
class _End:
    """One mark with the label that stands on its outer side."""

    value: Exact
    label: str
    subject: bool

    @property
    def face(self) -> Face:
        return STRONG if self.subject else LABEL

    @property
    def room(self) -> Fraction:
        """What mark and label take outwards (pt)."""
        return _BESIDE + width(self.label, self.face) if self.label else Fraction(_EDGE)


def _ends(pair: Pair, room: Fraction) -> tuple[_End, ...]:
    """The marks of a pair from low to high, the subject first when they are equal."""
    both = ((pair.subject, pair.subject_label, True), (pair.best, pair.best_label, False))
    ends = (
        _End(value, fit(label, room, STRONG if subject else LABEL), subject)
        for value, label, subject in both
        if value is not None
    )
    return tuple(sorted(ends, key=lambda end: end.value))


def _scale(rows: Sequence[Sequence[_End]], wide: int) -> Scale:
    """The widest scale on which every label stays inside: both ends move in until all fit."""
    scale = Scale(0, 100, _EDGE, wide - _EDGE)
    while (narrower := _narrowed(scale, rows, wide)) != scale:
        scale = narrower
    return scale


def _narrowed(scale: Scale, rows: Sequence[Sequence[_End]], wide: int) -> Scale:
    left, right = scale.left, scale.right
    for ends in filter(None, rows):
        low, high = ends[0], ends[-1]
        along = scale.share(low.value)
        if along < 1:
            left = max(left, ceil((low.room - scale.right * along) / (1 - along)))
        along = scale.share(high.value)
        if len(ends) > 1 and along > 0:
            right = min(right, floor((wide - high.room - scale.left * (1 - along)) / along))
    return Scale(0, 100, left, right)


def _heading(pair: Pair, top: int, wide: int) -> Iterator[str]:
    difference = fit(pair.difference, Fraction(wide, 3), TITLE)
    label = fit(pair.label, wide - width(difference, TITLE) - 6, VALUE)
    yield text((0, top + 10), label, VALUE)
    yield text((wide, top + 10), difference, TITLE, anchor="end")


def _marks(ends: Sequence[_End], scale: Scale, y: int) -> Iterator[str]:
    places = [scale.at(end.value) for end in ends]
    if len(places) > 1:
        yield line((places[0], y), (places[-1], y), palette.LEADER, Fraction(11, 5))
    for end, x in sorted(zip(ends, places, strict=True), key=lambda pair: pair[0].subject):
        yield (
            circle((x, y), Fraction(21, 5), palette.SUBJECT)
            if end.subject
            else square((x, y), Fraction(38, 5), palette.MARKET)
        )
    sides: tuple[tuple[int, Anchor], ...] = ((-_BESIDE, "end"), (_BESIDE, "start"))
    for end, x, (shift, anchor) in zip(ends, places, sides, strict=False):
        colour = palette.SUBJECT if end.subject else palette.INK
        yield text((x + shift, y + 3), end.label, end.face, colour, anchor)
