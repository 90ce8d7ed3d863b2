"""Theme weights and theme values apart, so that anyone can try other weights and get the exact outcome."""

from collections import defaultdict
from collections.abc import Sequence
from fractions import Fraction

from marktscan.domain.requirement import RequirementList
from marktscan.domain.scan import Scan
from marktscan.domain.weighing import ThemeValue, Weighing
from marktscan.scoring.asked import asked_by
from marktscan.scoring.formulas import sum_of_ratios
from marktscan.scoring.lines import Line, lines_of
from marktscan.scoring.worth import COVERED


def weighings(scan: Scan) -> tuple[Weighing, ...]:
    """Every municipality with at least one theme that can count, alphabetical."""
    lines = defaultdict[str, list[Line]](list)
    for line in lines_of(scan):
        lines[line.municipality].append(line)
    lists = sorted(scan.lists, key=lambda item: item.municipality)
    found = (_weighing(scan, item, lines[item.municipality]) for item in lists)
    return tuple(weighing for weighing in found if weighing.weights)


def _weighing(scan: Scan, item: RequirementList, lines: Sequence[Line]) -> Weighing:
    stated = {row.theme: row.theme_weight for row in asked_by(scan, item) if row.raw_weight}
    by_theme = defaultdict[tuple[str, str], list[Line]](list)
    for line in lines:
        if line.counted_weight:
            by_theme[line.vendor, line.asked.theme].append(line)
    values = {vendor: dict[str, ThemeValue]() for vendor in sorted({line.vendor for line in lines})}
    for (vendor, theme), found in by_theme.items():
        values[vendor][theme] = _value(found)
    ordered = {theme.code: stated[theme.code] for theme in scan.project.themes if theme.code in stated}
    return Weighing(item.municipality, ordered, values)


def _value(lines: Sequence[Line]) -> ThemeValue:
    weights = [line.counted_weight for line in lines]
    whole = sum(weights)
    covered = sum(line.counted_weight for line in lines if line.value.state in COVERED)
    return ThemeValue(
        100 * _sum(weights, [line.value.low for line in lines]) / whole,
        100 * _sum(weights, [line.value.high for line in lines]) / whole,
        Fraction(covered, whole),
    )


def _sum(weights: Sequence[int], values: Sequence[Fraction]) -> Fraction:
    pairs = zip(weights, values, strict=True)
    return sum_of_ratios([(weight * value.numerator, value.denominator) for weight, value in pairs])
