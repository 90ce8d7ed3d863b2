"""The subject against the best, theme by theme: a round and a square mark with a line between."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from marktscan.reporting.charts import palette
from marktscan.reporting.charts.font import LABEL, STRONG, TITLE, VALUE, Face, width
from marktscan.reporting.charts.labels import caption, fit
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
_EDGE = 6
_BESIDE = 8
_RADIUS = Fraction(21, 5)
_SIDE = Fraction(38, 5)
_FRAME = Fraction(12)  # the square shows around the round mark when both stand on one place


@dataclass(frozen=True, slots=True)
class Score:
    """A mark: whose it is (may be empty), the figure as printed, and its place on 0–100 if it has one."""

    label: str
    value: str
    position: Exact | None


@dataclass(frozen=True, slots=True)
class Pair:
    """One theme: the score of the subject and the best score, with whose it is."""

    label: str
    difference: str
    subject: Score
    best: Score


def dumbbell(pairs: Sequence[Pair], *, alt: str, width: int = 240) -> Chart:
    """A row per pair: theme and difference above, the two marks below, labels on their outer sides."""
    ends = [_ends(pair, Fraction(width, 2) - 2 * _BESIDE) for pair in pairs]
    scale = _scale(ends, width)
    parts: list[str] = []
    for row, (pair, pair_ends) in enumerate(zip(pairs, ends, strict=True)):
        parts.extend(_heading(pair, row * _PITCH, width))
        parts.extend(_marks(pair_ends, scale, row * _PITCH + 20))
    return drawing(parts, alt, (width, max(len(pairs) * _PITCH - 7, 0)))


@dataclass(frozen=True, slots=True)
class _End:
    """One mark with the label that stands on its outer side."""

    position: Exact
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
    ends = [
        _End(score.position, caption(score.label, score.value, room, STRONG if subject else LABEL), subject)
        for score, subject in ((pair.subject, True), (pair.best, False))
        if score.position is not None
    ]
    return tuple(sorted(ends, key=lambda end: end.position))


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
        along = scale.share(low.position)
        if along < 1:
            left = max(left, ceil((low.room - scale.right * along) / (1 - along)))
        along = scale.share(high.position)
        if len(ends) > 1 and along > 0:
            right = min(right, floor((wide - high.room - scale.left * (1 - along)) / along))
    return Scale(0, 100, left, right)


def _heading(pair: Pair, top: int, wide: int) -> Iterator[str]:
    difference = fit(pair.difference, Fraction(wide, 3), TITLE)
    label = fit(pair.label, wide - width(difference, TITLE) - 6, VALUE)
    yield text((0, top + 10), label, VALUE)
    yield text((wide, top + 10), difference, TITLE, anchor="end")


def _marks(ends: Sequence[_End], scale: Scale, y: int) -> Iterator[str]:
    places = [scale.at(end.position) for end in ends]
    if len(places) > 1:
        yield line((places[0], y), (places[-1], y), palette.LEADER, Fraction(11, 5))
    side = _FRAME if len(set(places)) < len(places) else _SIDE
    for end, x in sorted(zip(ends, places, strict=True), key=lambda pair: pair[0].subject):
        square_mark = square((x, y), side, palette.MARKET)
        yield circle((x, y), _RADIUS, palette.SUBJECT) if end.subject else square_mark
    sides: tuple[tuple[int, Anchor], ...] = ((-_BESIDE, "end"), (_BESIDE, "start"))
    for end, x, (shift, anchor) in zip(ends, places, sides, strict=False):
        colour = palette.SUBJECT if end.subject else palette.INK
        yield text((x + shift, y + 3), end.label, end.face, colour, anchor)
