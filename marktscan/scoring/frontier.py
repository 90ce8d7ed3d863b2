"""Cost beside quality: which offers no other beats, and what a point of quality costs along them."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from marktscan.domain.costs import CostTotal, Frontier, FrontierStep, Place, Worth
from marktscan.domain.results import Ranking

Point = tuple[Decimal, Fraction]
"""Cost and quality of one offer."""


def beats(one: Point, other: Point) -> bool:
    """Whether one offer costs no more and is no worse than another, and is not its equal."""
    return one[0] <= other[0] and one[1] >= other[1] and one != other


def frontier(ranking: str, scores: Ranking, totals: Mapping[str, CostTotal]) -> Frontier:
    """Every vendor of a ranking with its costs, cheapest first, those without costs last.

    A lower bound beats nobody for certain, but can be beaten for certain.
    """
    points = dict(_points(scores, totals))
    certain = {vendor: point for vendor, point in points.items() if totals[vendor].complete}
    places = [
        Place(
            entry.vendor,
            entry.low,
            totals[entry.vendor].total,
            totals[entry.vendor].complete,
            _worth(entry.vendor, points, certain),
        )
        for entry in scores.entries
    ]
    best = [vendor for vendor, point in certain.items() if not _beaten(point, certain)]
    return Frontier(ranking, tuple(sorted(places, key=_order)), tuple(_steps(best, points)))


def _points(scores: Ranking, totals: Mapping[str, CostTotal]) -> Iterator[tuple[str, Point]]:
    for entry in scores.entries:
        cost = totals[entry.vendor].total
        if entry.low is not None and cost is not None:
            yield entry.vendor, (cost, entry.low)


def _worth(vendor: str, points: Mapping[str, Point], certain: Mapping[str, Point]) -> Worth:
    if vendor not in points:
        return Worth.UNKNOWN
    if _beaten(points[vendor], certain):
        return Worth.DOMINATED
    if vendor not in certain or _beaten(points[vendor], points):
        return Worth.OPEN
    return Worth.EFFICIENT


def _beaten(point: Point, by: Mapping[str, Point]) -> bool:
    return any(beats(other, point) for other in by.values())


def _steps(vendors: Sequence[str], points: Mapping[str, Point]) -> Iterator[FrontierStep]:
    """From each offer on the frontier to the next better one; equals make no step."""
    ordered = sorted(vendors, key=lambda vendor: (points[vendor], vendor))
    for cheaper, better in pairwise(ordered):
        (low, worse), (high, best) = points[cheaper], points[better]
        more, gain = high - low, best - worse
        if gain:
            yield FrontierStep(cheaper, better, Fraction(more) / gain)


def _order(place: Place) -> tuple[bool, Decimal, str]:
    return place.cost is None, place.cost or Decimal(0), place.vendor
