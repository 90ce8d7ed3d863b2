"""Cost beside quality: which offers no other beats, and what a point of quality costs along them."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate, pairwise

from marktscan.domain.costs import CostTotal, Frontier, FrontierStep, Place, Worth
from marktscan.domain.results import Ranking

Point = tuple[Decimal, Fraction]
"""Cost and quality of one offer."""


@dataclass(frozen=True, slots=True)
class Field:
    """Offers by rising cost: the best quality at each cost, and the best at that cost or below it."""

    costs: list[Decimal]
    best: list[Fraction]
    so_far: list[Fraction]

    def beats(self, point: Point) -> bool:
        """Whether any of the offers beats this one: for less money no worse, or for the same money better."""
        cost, quality = point
        place = bisect_left(self.costs, cost)
        if place and self.so_far[place - 1] >= quality:
            return True
        return self.costs[place : place + 1] == [cost] and self.best[place] > quality


def field_of(points: Iterable[Point]) -> Field:
    """The offers in order, so that one is held against all of them at once."""
    best: dict[Decimal, Fraction] = {}
    for cost, quality in points:
        best[cost] = max(quality, best.get(cost, quality))
    costs = sorted(best)
    qualities = [best[cost] for cost in costs]
    return Field(costs, qualities, list(accumulate(qualities, max)))


def frontier(ranking: str, scores: Ranking, totals: Mapping[str, CostTotal]) -> Frontier:
    """Every vendor of a ranking with its costs, cheapest first, those without costs last.

    A lower bound beats nobody for certain, but can be beaten for certain.
    """
    points = dict(_points(scores, totals))
    certain = {vendor: point for vendor, point in points.items() if totals[vendor].complete}
    fields = field_of(certain.values()), field_of(points.values())
    places = [
        Place(
            entry.vendor,
            entry.low,
            totals[entry.vendor].total,
            totals[entry.vendor].complete,
            _worth(points.get(entry.vendor), entry.vendor in certain, *fields),
        )
        for entry in scores.entries
    ]
    best = [vendor for vendor, point in certain.items() if not fields[0].beats(point)]
    return Frontier(ranking, tuple(sorted(places, key=_order)), tuple(_steps(best, points)))


def _points(scores: Ranking, totals: Mapping[str, CostTotal]) -> Iterator[tuple[str, Point]]:
    for entry in scores.entries:
        cost = totals[entry.vendor].total
        if entry.low is not None and cost is not None:
            yield entry.vendor, (cost, entry.low)


def _worth(point: Point | None, is_certain: bool, certain: Field, everybody: Field) -> Worth:
    if point is None:
        return Worth.UNKNOWN
    if certain.beats(point):
        return Worth.DOMINATED
    return Worth.EFFICIENT if is_certain and not everybody.beats(point) else Worth.OPEN


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
