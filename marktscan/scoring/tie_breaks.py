"""What may break a tie: the score of every offer on one requirement; and what can never do so."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from fractions import Fraction

from marktscan.domain.programme import JointRequirement
from marktscan.domain.project import JointKey
from marktscan.domain.results import Contribution, Results
from marktscan.domain.scan import Scan
from marktscan.scoring.asked import raw_weight, theme_weights


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


def weightless(scan: Scan) -> Iterator[str]:
    """The declared steps on a theme or a requirement that weighs nothing under the first key: on those nobody
    ever scores, so they part no tie."""
    rows, themes = scan.programme.rows, {theme.code for theme in scan.project.themes}
    for way in dict.fromkeys(scan.project.tender.tie_break):
        asked = [row for row in rows if way in {row.id, row.theme}]
        if (asked or way in themes) and not _weighs(asked, scan):
            yield way


def _weighs(asked: Collection[JointRequirement], scan: Scan) -> bool:
    """Whether any of these weighs something in a municipality that counts under the first key."""
    shares, rules = scan.project.keys[0].shares, scan.project.rules
    for item in scan.lists if asked else ():
        stated = theme_weights(scan, item) if shares.get(item.municipality) else {}
        own = (row.positions.get(item.municipality) for row in asked if row.theme in stated)
        if any(position and raw_weight(position, rules) for position in own):
            return True
    return False


def _points(line: Contribution) -> Fraction:
    return 100 * line.low


def _mean(parts: list[tuple[Fraction, Fraction]]) -> Fraction:
    whole = sum((share for share, _ in parts), Fraction(0))
    return sum((share * points for share, points in parts), Fraction(0)) / whole
