"""From whole numbers to scores: integer sums per theme, one division per theme and per score."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from marktscan.domain.results import ThemeScore
from marktscan.domain.scan import Scan
from marktscan.scoring.formulas import shares
from marktscan.scoring.sums import ThemeSum, theme_sums
from marktscan.scoring.worth import Worth, worth_of


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


def totals(scan: Scan, worth: Worth | None = None) -> dict[tuple[str, str], Total]:
    """The total per municipality × vendor that has any weight; `worth` where it is known already."""
    known = worth or worth_of(scan)
    return {key: total(rows, known.unit) for key, rows in theme_sums(scan, known).items()}


def total(sums: Sequence[ThemeSum], unit: int) -> Total:
    """The score of one vendor: each theme's points over its weight, weighted by the themes' shares."""
    weights = shares({row.theme: row.theme_weight for row in sums})
    common = lcm(*(row.weight for row in sums))
    parts = [row.theme_weight * (common // row.weight) for row in sums]
    whole = common * sum(row.theme_weight for row in sums)
    return Total(
        low=Fraction(100 * sum(part * row.low for part, row in zip(parts, sums, strict=True)), whole * unit),
        high=Fraction(
            100 * sum(part * row.high for part, row in zip(parts, sums, strict=True)), whole * unit
        ),
        coverage=Fraction(sum(part * row.covered for part, row in zip(parts, sums, strict=True)), whole),
        themes=tuple(theme_score(row, weights[row.theme], unit) for row in sums),
        raw_weights={row.theme: row.weight for row in sums},
    )


def theme_score(row: ThemeSum, weight: Fraction, unit: int) -> ThemeScore:
    """One theme on 0–100."""
    points = row.weight * unit
    return ThemeScore(row.theme, weight, Fraction(100 * row.low, points), Fraction(100 * row.high, points))
