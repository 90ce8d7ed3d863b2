"""What a change of rules does to the outcome: every place and score before and after."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from marktscan.domain.costs import Costs
from marktscan.domain.frozen import NOWHERE, Effect, FirstPlace, Measure, Move, Stand
from marktscan.domain.outlook import Rankings
from marktscan.domain.scan import Scan
from marktscan.scoring.costs import costs
from marktscan.scoring.lines import lines_of
from marktscan.scoring.outlook import weighed
from marktscan.scoring.score import results_of

Key = tuple[Measure, str, str]
"""What is measured, the ranking and the vendor."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Where everybody stands in every ranking."""

    stands: Mapping[Key, Stand]

    def first(self, measure: Measure, ranking: str) -> tuple[str, ...]:
        """Who is first, by slug."""
        return tuple(
            sorted(
                vendor
                for (of, name, vendor), stand in self.stands.items()
                if (of, name, stand.rank) == (measure, ranking, 1)
            )
        )


def picture(scan: Scan) -> Picture:
    """The whole outcome of a scan."""
    results = results_of(scan, lines_of(scan))
    money = costs(scan, results)
    return Picture(
        {
            **_ranked(Measure.NOW, Rankings(results.municipalities, results.joint)),
            **_ranked(Measure.WEIGHED, weighed(scan, results)),
            **dict(_awarded(scan, money)),
            **dict(_costs(money)),
        }
    )


def effect(before: Picture, after: Picture) -> Effect:
    """Everything that moves between two outcomes, the score first and the widest move first."""
    moves = [
        Move(*key, before.stands.get(key, NOWHERE), after.stands.get(key, NOWHERE))
        for key in {**before.stands, **after.stands}
        if before.stands.get(key) != after.stands.get(key)
    ]
    order = list(Measure)
    moves.sort(key=lambda move: (order.index(move.measure), -abs(move.points), move.ranking, move.vendor))
    return Effect(tuple(moves), tuple(_firsts(before, after)))


def _firsts(before: Picture, after: Picture) -> Iterator[FirstPlace]:
    for measure, ranking in dict.fromkeys((key[0], key[1]) for key in {**before.stands, **after.stands}):
        was, now = before.first(measure, ranking), after.first(measure, ranking)
        if was != now:
            yield FirstPlace(measure, ranking, was, now)


def _ranked(measure: Measure, rankings: Rankings) -> dict[Key, Stand]:
    return {
        (measure, name, entry.vendor): Stand(entry.rank, entry.low, entry.knock_out.value)
        for name, ranking in rankings.named().items()
        for entry in ranking.entries
    }


def _awarded(scan: Scan, money: Costs) -> Iterator[tuple[Key, Stand]]:
    """The offers under the declared formula, when it can be used."""
    declared = [item for item in money.awards if item.formula is scan.project.tender.formula]
    for item in declared:
        for offer in item.offers:
            yield (Measure.TENDER, item.formula.value, offer.vendor), Stand(offer.rank, offer.outcome)


def _costs(money: Costs) -> Iterator[tuple[Key, Stand]]:
    ceilings = {(item.scope, item.vendor): item.state.value for item in money.ceilings}
    for item in money.vendors:
        for scope, total in item.totals.items():
            amount = None if total.total is None else Fraction(total.total)
            yield (
                (Measure.COSTS, scope, item.vendor),
                Stand(None, amount, ceilings.get((scope, item.vendor), "")),
            )
