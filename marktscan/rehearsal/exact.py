"""Exact scores of all simulated bids at once: whole numbers over one denominator, no rounding anywhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm
from typing import Any

import numpy as np
from numpy.typing import NDArray

from marktscan.domain.project import JointKey, Rules
from marktscan.domain.rehearsal import Assumptions
from marktscan.domain.requirement import Kind, RequirementList
from marktscan.domain.scan import Scan
from marktscan.rehearsal.bids import Bids
from marktscan.scoring.asked import Asked, asked_by

Whole = NDArray[Any]
"""Python's own integers, so that no sum can be too large; shape (rounds, vendors)."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """One requirement that counts: its place in the programme and what one point of it adds, in whole
    numbers; `values` are the points (0–100) it can be worth."""

    requirement: str
    theme: str
    place: int
    kind: Kind
    factor: int
    values: tuple[int, ...]

    @property
    def most(self) -> int:
        """By how much it can set two bids apart."""
        return self.factor * (max(self.values) - min(self.values))

    @property
    def step(self) -> int:
        """Every difference it can make is a whole number of these; 0 when it can make none."""
        return self.factor * gcd(*(value - self.values[0] for value in self.values))


@dataclass(frozen=True, slots=True, eq=False)
class Worth:
    """The points (0–100) of every answer as a demand and as a wish, shape (rounds, vendors, requirements)."""

    demands: NDArray[np.int64]
    wishes: NDArray[np.int64]

    def of(self, row: Weighed) -> NDArray[np.int64]:
        """Those of one requirement, shape (rounds, vendors)."""
        return (self.wishes if row.kind is Kind.WISH else self.demands)[:, :, row.place]


@dataclass(frozen=True, eq=False)
class Own:
    """What one municipality makes of bids: a score (0–100) is the sum of its parts over `unit`.

    `weights` are the shares of the themes that count.
    """

    municipality: str
    unit: int
    weights: Mapping[str, Fraction]
    rows: tuple[Weighed, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of all bids in one ranking, by theme: each is its number over `unit`."""

    unit: int
    themes: Mapping[str, Whole]

    @property
    def total(self) -> Whole:
        """The numerator of every score."""
        total: Whole = np.sum(list(self.themes.values()), axis=0)
        return total


def own_of(scan: Scan, item: RequirementList) -> Own | None:
    """How one municipality weighs; None when nothing of it counts."""
    asked = [row for row in asked_by(scan, item) if row.raw_weight and row.theme_weight]
    sums = {code: sum(row.raw_weight for row in asked if row.theme == code) for code in _themes(asked)}
    if not sums:
        return None
    stated = {row.theme: row.theme_weight for row in asked}
    together = sum(stated.values())
    common = lcm(*sums.values())
    places = {row.id: place for place, row in enumerate(scan.programme.rows)}
    rows = tuple(
        Weighed(
            row.requirement,
            row.theme,
            places[row.requirement],
            row.position.kind,
            row.theme_weight * row.raw_weight * (common // sums[row.theme]),
            values_of(row.position.kind, scan.project.rules),
        )
        for row in asked
    )
    shares = {code: Fraction(weight, together) for code, weight in stated.items()}
    return Own(item.municipality, together * common, shares, rows)


def values_of(kind: Kind, rules: Rules) -> tuple[int, ...]:
    """All points (0–100) that a requirement of this kind can be worth."""
    answers = set(rules.answer_points.values())
    return tuple(sorted(answers if kind is Kind.DEMAND else {0, *rules.mark_points().values()}))


def worth_of(bids: Bids, assumptions: Assumptions, rules: Rules) -> Worth:
    """What every answer is worth; nothing offered is worth nothing, whatever the mark."""
    points = np.array([rules.answer_points[code] for code in assumptions.answers], dtype=np.int64)[bids.codes]
    marks = np.array([rules.mark_points()[mark] for mark in assumptions.marks], dtype=np.int64)[bids.marks]
    return Worth(points, np.where(points == 0, 0, marks))


def scores_of(own: Own, worth: Worth) -> Scores:
    """Every bid as one municipality scores it."""
    return Scores(own.unit, {code: _theme(own, code, worth) for code in own.weights})


def joint_scores(key: JointKey, parts: Mapping[str, Scores]) -> Scores | None:
    """Every bid under a joint key: Σ share × score; None when a municipality that counts has no scores."""
    counted = {slug: share for slug, share in key.shares.items() if share}
    if not counted.keys() <= parts.keys():
        return None
    unit = lcm(*(parts[slug].unit * share.denominator for slug, share in counted.items()))
    themes: dict[str, Whole] = {}
    for slug, share in counted.items():
        factor = int(share * unit / parts[slug].unit)
        for code, numbers in parts[slug].themes.items():
            themes[code] = themes.get(code, 0) + numbers * factor
    return Scores(unit, themes)


def joint_answer(requirement: str, key: JointKey, all_own: Mapping[str, Own], worth: Worth) -> Whole | None:
    """The score (0–100) of every bid on one requirement, a mean over who weighs it by their share of the key,
    as in scoring.tie_breaks; None where nobody does."""
    rows = ((own.municipality, row) for own in all_own.values() for row in own.rows)
    asked = {slug: row for slug, row in rows if row.requirement == requirement}
    shares = {slug: share for slug in asked if (share := key.shares.get(slug))}
    if not shares:
        return None
    whole = sum(shares.values(), Fraction(0))
    parts = [share / whole * worth.of(asked[slug]).astype(object) for slug, share in shares.items()]
    return np.asarray(sum(parts))


def _theme(own: Own, code: str, worth: Worth) -> Whole:
    """The part of every score that one theme makes."""
    rows = [row for row in own.rows if row.theme == code]
    common = gcd(*(row.factor for row in rows))
    small = sum(worth.of(row) * (row.factor // common) for row in rows)
    return np.asarray(small).astype(object) * common


def _themes(asked: Sequence[Asked]) -> dict[str, None]:
    return dict.fromkeys(row.theme for row in asked)
