"""The agenda of the consensus meeting: only what is beyond the tolerance and can change an order."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from marktscan.domain.agreement import AgendaItem, OrderChange, Spread
from marktscan.domain.outlook import Rankings
from marktscan.domain.requirement import Kind
from marktscan.domain.results import Contribution, Ranking, Results
from marktscan.domain.scan import Scan
from marktscan.scoring.promises import NOTHING, joint_points
from marktscan.scoring.spreads import points_of

Rows = Mapping[tuple[str, str, str], Contribution]
"""By municipality, vendor and requirement."""
Moves = Mapping[str, Fraction]
"""Points by which a score moves, by ranking."""


def agenda(scan: Scan, results: Results, found: tuple[Spread, ...]) -> tuple[AgendaItem, ...]:
    """What to talk about, each by itself; the one that moves most points under the first key comes first."""
    rows = {(row.municipality, row.vendor, row.requirement): row for row in results.contributions}
    tolerance = scan.project.assessing.tolerance
    beyond = (spread for spread in found if spread.steps > tolerance and not spread.settled)
    items = [_item(spread, scan, results, rows) for spread in beyond]
    base = f"key:{scan.project.keys[0].code}"
    return tuple(
        sorted((item for item in items if item.changes), key=lambda item: -item.reach.get(base, NOTHING))
    )


def _item(spread: Spread, scan: Scan, results: Results, rows: Rows) -> AgendaItem:
    rules = scan.project.rules
    lowest = min(spread.marks, key=lambda mark: points_of(mark, rules))
    highest = max(spread.marks, key=lambda mark: points_of(mark, rules))
    falls = _moves(spread, points_of(lowest, rules), scan, results, rows)
    rises = _moves(spread, points_of(highest, rules), scan, results, rows)
    reach = {name: rises[name] - fall for name, fall in falls.items()}
    return AgendaItem(spread, lowest, highest, reach, tuple(_changes(spread.vendor, falls, rises, results)))


def _moves(spread: Spread, points: Fraction, scan: Scan, results: Results, rows: Rows) -> Moves:
    """How every score of the vendor moves when this wish is worth `points` to who holds it as a wish."""
    positions = scan.programme.by_id()[spread.requirement].positions
    own = {
        slug: row.weight * (points - 100 * row.low)
        for slug, position in positions.items()
        if position.kind is Kind.WISH and (row := rows.get((slug, spread.vendor, spread.requirement)))
    }
    return {**own, **joint_points(spread.vendor, own, scan.project, results)}


def _changes(vendor: str, falls: Moves, rises: Moves, results: Results) -> Iterator[OrderChange]:
    for name, ranking in Rankings(results.municipalities, results.joint).named().items():
        if name in falls and falls[name] < rises[name]:
            yield from (OrderChange(name, other) for other in _met(vendor, falls[name], rises[name], ranking))


def _met(vendor: str, fall: Fraction, rise: Fraction, ranking: Ranking) -> Iterator[str]:
    """Whose score lies within reach: there the order changes or becomes a tie."""
    scores = {entry.vendor: entry.low for entry in ranking.scored if entry.low is not None}
    own = scores.pop(vendor)
    return (other for other, score in scores.items() if own + fall <= score <= own + rise)
