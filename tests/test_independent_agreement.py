"""How far assessors agree, once more from the cells: Krippendorff's alpha by its definition, in fractions."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, permutations

import pytest
from test_independent_recomputation import ROOT, _joint_ids, _list, _vendor, outcome, settings

from marktscan import pipeline

__all__ = ["outcome", "settings"]
pytestmark = pytest.mark.xdist_group("independent")


def test_the_agreement_in_every_theme_agrees(outcome: pipeline.Outcome, settings: dict) -> None:
    expected = {theme: _agreement(units) for theme, units in _units_by_theme(settings).items()}
    found = {item.theme: (item.alpha, item.pairs, item.near) for item in outcome.background.assessed.themes}
    assert found.keys() == expected.keys()
    for theme, (alpha, pairs, within_one) in expected.items():
        assert found[theme][1:] == (pairs, within_one)
        assert abs(found[theme][0] - alpha) < Fraction(1, 10**6)


def _units_by_theme(settings: dict) -> dict[str, list[list[int]]]:
    """The places on the scale of all marks for one wish of one vendor, by theme."""
    steps = sorted(level["mark"] for level in settings["points"]["marks"])
    units = defaultdict(list)
    for theme, marks in _marked(settings):
        units[theme].append([steps.index(mark) for mark in marks])
    return units


def _marked(settings: dict) -> Iterator[tuple[str, Sequence[int]]]:
    """Wishes on offer that were marked: what is not offered now is worth nothing, whatever its marks."""
    wishes = _wishes(settings)
    for folder in filter(lambda path: path.is_dir(), (ROOT / "vendors").iterdir()):
        vendor = _vendor(folder)
        for id_, theme in wishes.items():
            code = vendor["answers"].get(id_, {}).get("Antwoord")
            if vendor["marks"][id_] and settings["points"]["answers"].get(code):
                yield theme, vendor["marks"][id_]


def _wishes(settings: dict) -> dict[str, str]:
    """The theme of every joint requirement that is a wish to at least one municipality."""
    slugs = sorted(municipality["slug"] for municipality in settings["municipalities"])
    joint_ids = _joint_ids(slugs)
    rows = [row for slug in slugs for row in _list(slug, joint_ids)[1]]
    return {row["id"]: row["Thema"] for row in rows if row["Soort"] == "wens"}


def _agreement(units: list[list[int]]) -> tuple[Fraction, int, int]:
    """Alpha, how many pairs of marks there are, and how many of those lie within one step."""
    compared = [unit for unit in units if len(unit) > 1]
    values = [value for unit in compared for value in unit]
    counts = Counter(values)
    observed = sum(
        Fraction(_distance(a, b, counts), len(unit) - 1)
        for unit in compared
        for a, b in permutations(unit, 2)
    )
    by_chance = sum(counts[a] * counts[b] * _distance(a, b, counts) for a, b in permutations(counts, 2))
    pairs = [abs(a - b) for unit in compared for a, b in combinations(unit, 2)]
    return 1 - observed * (len(values) - 1) / by_chance, len(pairs), sum(apart <= 1 for apart in pairs)


def _distance(one: int, other: int, counts: Counter[int]) -> Fraction:
    """The ordinal difference squared: how many values lie from one to the other, the ends counted half."""
    low, high = sorted((one, other))
    between = sum(counts[step] for step in range(low, high + 1)) - Fraction(counts[low] + counts[high], 2)
    return between**2 if one != other else Fraction(0)
