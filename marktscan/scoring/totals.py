"""From the table to scores: integer sums per theme, one division per theme and per score."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import pandas as pd

from marktscan.domain.results import State, ThemeScore
from marktscan.scoring.formulas import shares, weighted_sum

COVERED = (State.ANSWERED, State.CLAIMED)


@dataclass(frozen=True, slots=True)
class ThemeSum:
    """The whole numbers of one municipality × vendor × theme: weight, and weight × points on the unit."""

    theme: str
    theme_weight: int
    weight: int
    low: int
    high: int
    covered: int


@dataclass(frozen=True, slots=True)
class Total:
    """One vendor's score for one municipality (0–100), per theme; weights and coverage are shares (0–1)."""

    low: Fraction
    high: Fraction
    coverage: Fraction
    themes: tuple[ThemeScore, ...]
    raw_weights: dict[str, int]

    def share(self, theme: str, counted_weight: int) -> Fraction:
        """The part of the whole score that one requirement with this weight decides."""
        weight = next((t.weight for t in self.themes if t.theme == theme), Fraction(0))
        return weight * Fraction(counted_weight, self.raw_weights.get(theme, 1))


def totals(table: pd.DataFrame, themes: Sequence[str]) -> dict[tuple[str, str], Total]:
    """The total per municipality × vendor that has any weight; the themes in the order given."""
    unit = table.attrs["unit"]
    sums = theme_sums(table)
    ordered = {key: sorted(rows, key=lambda row: themes.index(row.theme)) for key, rows in sums.items()}
    return {key: total(rows, unit) for key, rows in ordered.items()}


def theme_sums(table: pd.DataFrame) -> dict[tuple[str, str], list[ThemeSum]]:
    """Per municipality × vendor the themes that carry weight there."""
    weight = table["counted_weight"]
    summed = (
        table[["municipality", "vendor", "theme", "theme_weight"]]
        .assign(
            weight=weight,
            low=weight * table["points_low"],
            high=weight * table["points_high"],
            covered=weight.where(table["state"].isin(COVERED), 0),
        )
        .query("weight > 0 and theme_weight > 0")
        .groupby(["municipality", "vendor", "theme", "theme_weight"], as_index=False, sort=False)
        .sum()
    )
    found: dict[tuple[str, str], list[ThemeSum]] = {}
    for municipality, vendor, theme, *numbers in summed.itertuples(index=False, name=None):
        found.setdefault((municipality, vendor), []).append(ThemeSum(theme, *map(int, numbers)))
    return found


def total(sums: Sequence[ThemeSum], unit: int) -> Total:
    """The score of one vendor: each theme's points over its weight, weighted by the themes' shares."""
    weights = shares({row.theme: row.theme_weight for row in sums})
    scores = tuple(theme_score(row, weights[row.theme], unit) for row in sums)
    parts = tuple(score.weight for score in scores)
    return Total(
        low=weighted_sum(parts, tuple(score.low for score in scores)),
        high=weighted_sum(parts, tuple(score.high for score in scores)),
        coverage=weighted_sum(parts, tuple(Fraction(row.covered, row.weight) for row in sums)),
        themes=scores,
        raw_weights={row.theme: row.weight for row in sums},
    )


def theme_score(row: ThemeSum, weight: Fraction, unit: int) -> ThemeScore:
    """One theme on 0–100."""
    points = row.weight * unit
    return ThemeScore(row.theme, weight, Fraction(100 * row.low, points), Fraction(100 * row.high, points))
