"""Which weights matter: what a theme or a requirement can do at most, and whether that can turn an order."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd

from marktscan.domain.project import JointKey
from marktscan.domain.rehearsal import IdleRequirement, ThemeReach
from marktscan.rehearsal.exact import Own, Scores, Weighed, joint_scores
from marktscan.rehearsal.orders import first, part_of


@dataclass(frozen=True, slots=True)
class Part:
    """Something that adds to scores in whole numbers: by how much at most, and in which steps."""

    name: str
    most: int
    step: int


@dataclass(frozen=True, slots=True)
class Weighing:
    """One ranking: the shares of its themes, and what each can do."""

    ranking: str
    weights: Mapping[str, Fraction]
    parts: Sequence[Part]


def idle_parts(parts: Sequence[Part]) -> set[str]:
    """The parts that can never turn an order round, whatever anybody answers.

    Without one of them every difference between two bids is a whole number of the greatest step that divides
    all others. Who gives less than that can only part bids that are equal without it; who gives nothing not
    even that.
    """
    before = [0]
    for part in parts:
        before.append(gcd(before[-1], part.step))
    after = [0]
    for part in reversed(parts):
        after.append(gcd(after[-1], part.step))
    others = (gcd(left, right) for left, right in zip(before, reversed(after[:-1]), strict=False))
    return {part.name for part, least in zip(parts, others, strict=True) if part.most < max(least, 1)}


def idle_requirements(own: Own) -> Iterator[IdleRequirement]:
    """Those of one municipality, with the points (0–100) they can give at most."""
    idle = idle_parts([Part(row.requirement, row.most, row.step) for row in own.rows])
    for row in own.rows:
        if row.requirement in idle:
            yield IdleRequirement(own.municipality, row.requirement, Fraction(row.most, own.unit))


def reach_of(own: Own, scores: Scores) -> Iterator[ThemeReach]:
    """Every theme of one municipality."""
    rest = {code: _without(scores, code) for code in scores.themes}
    weighing = Weighing(own.municipality, own.weights, theme_parts(own.rows))
    yield from _reach(weighing, scores, rest)


def joint_reach(
    key: JointKey, scores: Scores, all_own: Mapping[str, Own], parts: Mapping[str, Scores]
) -> Iterator[ThemeReach]:
    """Every theme under a joint key, left out of every municipality."""
    counted = {all_own[slug]: share for slug, share in key.shares.items() if share}
    weights = {
        code: sum((share * own.weights.get(code, 0) for own, share in counted.items()), Fraction(0))
        for code in scores.themes
    }
    added = [
        part
        for own, share in counted.items()
        for part in theme_parts(own.rows, int(share * scores.unit / own.unit))
    ]
    rest = {code: joint_scores(key, _left_out(code, all_own, parts)) for code in scores.themes}
    yield from _reach(Weighing(f"key:{key.code}", weights, _summed(added)), scores, rest)


def theme_parts(rows: Sequence[Weighed], factor: int = 1) -> list[Part]:
    """What each theme can do."""
    return _summed([Part(row.theme, factor * row.most, factor * row.step) for row in rows])


def _summed(parts: Sequence[Part]) -> list[Part]:
    """Parts of one name together: they add up, in steps that divide both."""
    names = dict.fromkeys(part.name for part in parts)
    same = {name: [part for part in parts if part.name == name] for name in names}
    return [
        Part(name, sum(part.most for part in found), gcd(*(part.step for part in found)))
        for name, found in same.items()
    ]


def _reach(weighing: Weighing, scores: Scores, rest: Mapping[str, Scores | None]) -> Iterator[ThemeReach]:
    """Every theme; `rest` are the scores without it, None when nothing is left."""
    idle, before = idle_parts(weighing.parts), first(scores.total)
    for part in weighing.parts:
        left = rest[part.name]
        changes = part_of((before != first(left.total)).any(axis=1)) if left else Fraction(0)
        most, weight = Fraction(part.most, scores.unit), weighing.weights[part.name]
        yield ThemeReach(weighing.ranking, part.name, weight, most, changes, part.name in idle)


def _without(scores: Scores, code: str) -> Scores | None:
    """The same order as with the theme's weight shared out; None when nothing is left."""
    rest = {other: numbers for other, numbers in scores.themes.items() if other != code}
    return Scores(scores.unit, rest) if rest else None


def _left_out(code: str, all_own: Mapping[str, Own], parts: Mapping[str, Scores]) -> dict[str, Scores]:
    """Every municipality's scores without a theme, whose weight goes to its other themes."""
    left: dict[str, Scores] = {}
    for slug, scores in parts.items():
        weight = all_own[slug].weights.get(code, Fraction(0))
        if rest := _without(scores, code):
            left[slug] = Scores(int(scores.unit * (1 - weight)), rest.themes)
    return left
