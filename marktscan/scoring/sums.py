"""The whole numbers behind the scores: per municipality × vendor × theme, summed in arrays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from marktscan.domain.requirement import RequirementList
from marktscan.domain.scan import Scan
from marktscan.scoring.asked import raw_weight, theme_weights
from marktscan.scoring.worth import Whole, Worth, way_of

Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class ThemeSum:
    """The whole numbers of one municipality × vendor × theme: weight, and weight × points on the unit."""

    theme: str
    theme_weight: int
    weight: int
    low: int
    high: int
    covered: int


Sums = Mapping[tuple[str, str], Sequence[ThemeSum]]
"""By municipality and vendor the themes that carry weight there, in the order of the project."""


def theme_sums(scan: Scan, worth: Worth) -> Sums:
    """Everything that has any weight."""
    found: dict[tuple[str, str], list[ThemeSum]] = {}
    for item in scan.lists:
        own = tables(scan, counting(scan, item), worth)
        for place, vendor in enumerate(worth.vendors):
            if rows := own.sums(place):
                found[item.municipality, vendor] = rows
    return found


@dataclass(frozen=True, slots=True)
class Counting:
    """The rows of one municipality that carry weight, sorted by theme: where they stand in the programme,
    their theme by its place in the project, the way they are held, their weight; and the themes' weights."""

    rows: Places
    themes: Places
    ways: Places
    weights: Places
    stated: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Tables:
    """The whole numbers of one municipality: its themes with their weights, and per theme and vendor what
    ThemeSum has, (themes, vendors) each."""

    themes: tuple[str, ...]
    stated: tuple[int, ...]
    weight: Whole
    low: Whole
    high: Whole
    covered: Whole

    def sums(self, vendor: int) -> list[ThemeSum]:
        """The themes that carry weight for the vendor at this place."""
        numbers = zip(
            *(part[:, vendor].tolist() for part in (self.weight, self.low, self.high, self.covered)),
            strict=True,
        )
        rows = zip(self.themes, self.stated, numbers, strict=True)
        return [ThemeSum(theme, stated, *own) for theme, stated, own in rows if own[0]]


def theme_places(asked: Counting) -> Places:
    """For every row the place of its theme among the tables of the municipality."""
    return np.unique(asked.themes, return_inverse=True)[1]


def tables(scan: Scan, asked: Counting, worth: Worth) -> Tables:
    """The sums of every vendor in the municipality that asks this."""
    used, begins = np.unique(asked.themes, return_index=True)
    themes = tuple(scan.project.themes[number].code for number in used.tolist())
    place = asked.ways, asked.rows
    weights = worth.counted[place] * asked.weights[:, None]
    parts = (weights, *(weights * field[place] for field in (worth.low, worth.high, worth.covered)))
    sums = (np.add.reduceat(part, begins, axis=0) if len(begins) else part for part in parts)
    return Tables(themes, tuple(asked.stated[theme] for theme in themes), *sums)


def counting(scan: Scan, item: RequirementList) -> Counting:
    """What carries weight in this municipality."""
    stated = {code: row.weight or 0 for code, row in theme_weights(scan, item).items()}
    order = {theme.code: number for number, theme in enumerate(scan.project.themes)}
    rows = sorted(
        (order[row.theme], number, way_of(position), weight)
        for number, row in enumerate(scan.programme.rows)
        if row.theme in stated
        and (position := row.positions.get(item.municipality))
        and (weight := raw_weight(position, scan.project.rules))
    )
    themes, numbers, ways, weights = np.array(rows, dtype=np.int64).reshape(-1, 4).T
    return Counting(numbers, themes, ways, weights, stated)
