"""How far assessors agree, once more from the cells: Krippendorff's alpha by its definition, in fractions."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, permutations, product

import pytest
from printed import printed
from recomputed import (
    answer,
    joint,
    keys,
    part_of_theme,
    programme,
    score,
    slugs,
    vendors,
    weight,
)
from test_independent_counts import FEW
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


def test_how_many_marks_are_still_to_be_talked_about(settings: dict) -> None:
    """Too far apart, not agreed on, and somewhere another score lies between those with either mark."""
    worth = {level["mark"]: Fraction(level["points"]) for level in settings["points"]["marks"]}
    steps = sorted(worth)
    found = set()
    for vendor, id_ in product(vendors(), _wishes(settings)):
        own, marks = vendors()[vendor], vendors()[vendor]["marks"].get(id_, [])
        offered = settings["points"]["answers"].get(answer(vendor, id_)["Antwoord"])
        apart = steps.index(max(marks)) - steps.index(min(marks)) if marks else 0
        if offered and id_ not in own["consensus"] and apart > settings["assessors"]["tolerance"]:
            ends = [_moved(vendor, id_, worth[end(marks)], marks, worth) for end in (min, max)]
            if any(_meets(vendor, ranking, *(end[ranking] for end in ends)) for ranking in ends[0]):
                found.add((vendor, id_))
    assert f"Over {FEW[len(found)]} cijfers moeten beoordelaars nog praten" in printed("stuurgroep").words


def _moved(
    vendor: str, id_: str, points: Fraction, marks: list[int], worth: dict[int, Fraction]
) -> dict[str, Fraction]:
    """How far every score moves when this wish is worth so many points to who asks it as a wish."""
    more = points - sum(worth[mark] for mark in marks) / len(marks)
    own = {
        slug: weight(slug, row["Thema"]) * (part_of_theme(slug, vendor, row) or 0) * more
        for slug, row in programme()[id_].items()
        if row["Soort"] == "wens"
    }
    return own | {key: joint(lambda slug: own.get(slug, Fraction(0)), key) for key in keys()}


def _meets(vendor: str, ranking: str, low: Fraction, high: Fraction) -> bool:
    scores = {
        v: score(ranking, v) if ranking in slugs() else joint(lambda slug, v=v: score(slug, v), ranking)
        for v in vendors()
    }
    here = scores.pop(vendor)
    return low < high and any(here + low <= other <= here + high for other in scores.values())


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
