"""The rankings as they would be with other values: exact, since a score is linear in its values."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from marktscan.domain.outlook import Rankings
from marktscan.domain.results import Contribution, Ranking, Results, ThemeScore, VendorScore
from marktscan.domain.scan import Scan
from marktscan.scoring.formulas import weighted_sum
from marktscan.scoring.rankings import joint_rankings, ranking

Bounds = tuple[Fraction, Fraction]
"""Low and high."""
Shifts = Mapping[tuple[str, str, str], Bounds]
"""Points by which a vendor's total moves, by municipality, vendor and theme."""
NO_SHIFT: Bounds = (Fraction(0), Fraction(0))


def revalued(scan: Scan, results: Results, value: Callable[[Contribution], Bounds]) -> Rankings:
    """Every ranking when each row is worth `value` (0–1, low and high) instead of what it is worth now."""
    shifts = _shifts(results, value)
    minimum = Fraction(scan.project.rules.coverage, 100)
    municipalities = {
        name: ranking(_moved(name, found, shifts), minimum) for name, found in results.municipalities.items()
    }
    return Rankings(municipalities, joint_rankings(scan, municipalities))


def _shifts(results: Results, value: Callable[[Contribution], Bounds]) -> Shifts:
    moved = defaultdict[tuple[str, str, str], list[tuple[Contribution, Bounds]]](list)
    for row in results.contributions:
        if row.weight and (bounds := value(row)) != (row.low, row.high):
            moved[row.municipality, row.vendor, row.theme].append((row, bounds))
    return {key: _shift(rows) for key, rows in moved.items()}


def _shift(rows: Sequence[tuple[Contribution, Bounds]]) -> Bounds:
    """Low and high; where all values are known that is one number."""
    weights = [row.weight for row, _ in rows]
    lowest = 100 * weighted_sum(weights, [low - row.low for row, (low, _) in rows])
    if all((low, row.low) == (high, row.high) for row, (low, high) in rows):
        return lowest, lowest
    return lowest, 100 * weighted_sum(weights, [high - row.high for row, (_, high) in rows])


def _moved(municipality: str, found: Ranking, shifts: Shifts) -> list[VendorScore]:
    return [_entry(municipality, entry, shifts) for entry in found.entries]


def _entry(municipality: str, entry: VendorScore, shifts: Shifts) -> VendorScore:
    if entry.low is None:
        return entry
    themes = tuple(
        _theme(theme, shifts.get((municipality, entry.vendor, theme.theme), NO_SHIFT))
        for theme in entry.themes
    )
    weights = [theme.weight for theme in themes]
    low = weighted_sum(weights, [theme.low for theme in themes])
    high = weighted_sum(weights, [theme.high for theme in themes])
    return replace(entry, low=low, high=high, themes=themes)


def _theme(theme: ThemeScore, shift: Bounds) -> ThemeScore:
    if shift is NO_SHIFT:
        return theme
    low, high = shift
    return replace(theme, low=theme.low + low / theme.weight, high=theme.high + high / theme.weight)
