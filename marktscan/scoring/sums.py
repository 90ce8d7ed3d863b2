"""The whole numbers behind the scores: per municipality × vendor × theme, summed in arrays."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from marktscan.domain.requirement import RequirementList
from marktscan.domain.scan import Scan
from marktscan.scoring.asked import raw_weight, theme_weights
from marktscan.scoring.worth import Worth, way_of, worth_of

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


def theme_sums(scan: Scan) -> tuple[int, Sums]:
    """The unit of the points, and everything that has any weight."""
    worth = worth_of(scan)
    found: dict[tuple[str, str], list[ThemeSum]] = {}
    for item in scan.lists:
        for vendor, row in _of_municipality(scan, item, worth):
            found.setdefault((item.municipality, vendor), []).append(row)
    return worth.unit, found


@dataclass(frozen=True, slots=True)
class Counting:
    """The rows of one municipality that carry weight, sorted by theme: where they stand in the programme,
    their theme by its place in the project, the way they are held, their weight; and the themes' weights."""

    rows: Places
    themes: Places
    ways: Places
    weights: Places
    stated: Mapping[str, int]


def _of_municipality(scan: Scan, item: RequirementList, worth: Worth) -> Iterator[tuple[str, ThemeSum]]:
    asked = counting(scan, item)
    if not len(asked.rows) or not worth.vendors:
        return
    used, begins = np.unique(asked.themes, return_index=True)
    themes = [scan.project.themes[number].code for number in used.tolist()]
    place = asked.ways, asked.rows
    weights = worth.counted[place] * asked.weights[:, None]
    tables = (
        np.add.reduceat(part, begins, axis=0).tolist()
        for part in (weights, *(weights * field[place] for field in (worth.low, worth.high, worth.covered)))
    )
    for theme, *numbers in zip(themes, *tables, strict=True):
        for vendor, weight, low, high, covered in zip(worth.vendors, *numbers, strict=True):
            if weight:
                yield vendor, ThemeSum(theme, asked.stated[theme], weight, low, high, covered)


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
