"""The answers on which an order hangs: one step of the scale up or down, and two vendors change places.

A step moves the score by theme × weight × step ÷ weight of the theme; it changes an order when that is at
least the distance to the next score. So every theme of every vendor has one whole number that weight × step
must reach, and whole arrays of answers are held against it at once.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

import numpy as np
from numpy.typing import NDArray

from marktscan.domain.project import Rules
from marktscan.domain.requirement import RequirementList
from marktscan.domain.results import Ranking, Results
from marktscan.domain.scan import Scan
from marktscan.domain.sureness import DecisiveAnswer
from marktscan.scoring.sums import Counting, Tables, counting, tables, theme_places
from marktscan.scoring.totals import total
from marktscan.scoring.worth import WISH, Whole, Worth, worth_of

HUNDRED = 100
DOWN, UP = 0, 1
"""The directions of a step."""


@dataclass(frozen=True)
class Decisive:
    """The answers of one municipality: per direction (down, up), row that carries weight there and vendor how
    far one step goes, in 1/unit, and whether it changes an order: (2, rows, vendors) both."""

    steps: Whole
    changes: NDArray[np.bool_]


def decisive_answers(scan: Scan, results: Results) -> tuple[DecisiveAnswer, ...]:
    """By municipality, the answer that moves most points first."""
    worth = worth_of(scan)
    found = (
        answer
        for item in scan.lists
        for answer in _answers(scan, item, results.municipalities[item.municipality], worth)
    )
    return tuple(sorted(found, key=lambda a: (a.municipality, -abs(a.points), a.vendor, a.requirement)))


def decisive_in(rules: Rules, asked: Counting, sums: Tables, ranking: Ranking, worth: Worth) -> Decisive:
    """The answers of the municipality that asks this, with these sums and this ranking."""
    at = asked.ways, asked.rows
    wish = (asked.ways >= WISH)[:, None]
    steps = np.where(
        wish,
        _steps(worth.low[at], rules.mark_points().values(), worth.unit),
        _steps(worth.low[at], rules.answer_points.values(), worth.unit),
    )
    steps *= worth.answered[at]
    moves = steps * asked.weights[:, None]
    never = int(asked.weights.max(initial=0)) * worth.unit + 1
    needed = _needed(sums, ranking, worth, never)[:, theme_places(asked)]
    return Decisive(steps, (steps > 0) & (moves >= needed))


def _steps(values: Whole, points: Iterable[int], unit: int) -> Whole:
    """How far the next value of a scale lies below and above each value; 0 at its end."""
    scale = np.array(sorted({point * (unit // HUNDRED) for point in points}), dtype=values.dtype)
    below, above = (np.searchsorted(scale, values, side) for side in ("left", "right"))
    down = np.where(below > 0, values - scale[np.maximum(below - 1, 0)], 0)
    up = np.where(above < len(scale), scale[np.minimum(above, len(scale) - 1)] - values, 0)
    return np.stack((down, up))


def _needed(sums: Tables, ranking: Ranking, worth: Worth, never: int) -> Whole:
    """What weight × step must reach on every theme of every vendor: (2, themes, vendors)."""
    gaps = dict(_gaps(ranking))
    found = np.full((2, *sums.weight.shape), never, dtype=sums.low.dtype)
    for place, vendor in enumerate(worth.vendors):
        rows = sums.sums(place)
        together = worth.unit * sum(row.theme_weight for row in rows)
        for direction, gap in gaps.get(vendor, ()):
            for row in rows:
                least = ceil(gap * together * row.weight / (HUNDRED * row.theme_weight))
                found[direction, sums.themes.index(row.theme), place] = min(least, never)
    return found


def _gaps(ranking: Ranking) -> Iterator[tuple[str, list[tuple[int, Fraction]]]]:
    """Per vendor and direction how many points off the nearest other score is: 0 for one that is the same."""
    scored = [(entry.vendor, entry.low or Fraction(0)) for entry in ranking.scored]
    for place, (vendor, score) in enumerate(scored):
        above = [other - score for _, other in scored[max(place - 1, 0) : place]]
        below = [score - other for _, other in scored[place + 1 : place + 2]]
        if 0 in (*above, *below):
            above = below = [Fraction(0)]
        yield vendor, [*((DOWN, gap) for gap in below), *((UP, gap) for gap in above)]


def _answers(scan: Scan, item: RequirementList, ranking: Ranking, worth: Worth) -> Iterator[DecisiveAnswer]:
    """The decisive answers of one municipality, each with how far its score moves and whom it meets."""
    asked = counting(scan, item)
    sums = tables(scan, asked, worth)
    own = decisive_in(scan.project.rules, asked, sums, ranking, worth)
    scores = {entry.vendor: entry.low for entry in ranking.scored if entry.low is not None}
    shares = {
        vendor: total(sums.sums(place), worth.unit)
        for place, vendor in enumerate(worth.vendors)
        if vendor in scores
    }
    for direction, row, place in np.argwhere(own.changes).tolist():
        vendor, joint = worth.vendors[place], scan.programme.rows[asked.rows[row]]
        step = Fraction(int(own.steps[direction, row, place]), worth.unit)
        share = shares[vendor].share(joint.theme, int(asked.weights[row]))
        moved = HUNDRED * share * (step if direction == UP else -step)
        yield DecisiveAnswer(item.municipality, vendor, joint.id, moved, tuple(_met(vendor, moved, scores)))


def _met(vendor: str, moved: Fraction, scores: Mapping[str, Fraction]) -> Iterator[str]:
    """Whom the vendor comes level with or passes; who was level already is left behind or above."""
    before, after = sorted((scores[vendor], scores[vendor] + moved))
    return (other for other, score in scores.items() if other != vendor and before <= score <= after)
