"""The score of every offer on one requirement, which may break a tie."""

from collections import defaultdict
from collections.abc import Collection
from fractions import Fraction

from marktscan.domain.project import JointKey
from marktscan.domain.results import Contribution, Results


def scores_on(
    requirements: Collection[str], results: Results, key: JointKey
) -> dict[str, dict[str, Fraction]]:
    """By vendor and requirement the points (0–100), a mean over the municipalities by their share of the key.

    Only municipalities in which it weighs something count; where it weighs nothing there is no score.
    """
    found = defaultdict[tuple[str, str], list[tuple[Fraction, Fraction]]](list)
    for line in results.contributions:
        share = key.shares.get(line.municipality)
        if share and line.requirement in requirements and line.weight:
            found[line.vendor, line.requirement].append((share, _points(line)))
    scores: dict[str, dict[str, Fraction]] = {}
    for (vendor, requirement), parts in found.items():
        scores.setdefault(vendor, {})[requirement] = _mean(parts)
    return scores


def _points(line: Contribution) -> Fraction:
    return 100 * line.low


def _mean(parts: list[tuple[Fraction, Fraction]]) -> Fraction:
    whole = sum((share for share, _ in parts), Fraction(0))
    return sum((share * points for share, points in parts), Fraction(0)) / whole
