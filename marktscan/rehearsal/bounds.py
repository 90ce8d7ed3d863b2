"""Which simulated bids a ceiling or a declared minimum keeps out, and how often nobody is left."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from marktscan.domain.conventions import TOGETHER
from marktscan.domain.rehearsal import Bound
from marktscan.rehearsal.market import Market


def bounds(market: Market) -> tuple[Bound, ...]:
    """What each of them does by itself, the ceiling first."""
    return tuple(_bounds(market))


def _bounds(market: Market) -> Iterator[Bound]:
    rounds, bids = market.prices.shape
    if (ceiling := market.ceiling) is not None:
        prices = market.prices.tolist()
        yield _bound(("costs", "ceilings", TOGETHER), [[price > ceiling for price in row] for row in prices])
    if least := market.rules.minimum_quality:
        quality = [
            [market.quality(number, place) < least for place in range(bids)] for number in range(rounds)
        ]
        yield _bound(("tender", "minimum_quality"), quality)
    for code, least in market.rules.minimum_themes.items():
        if code in market.scores.themes:
            low = [
                [market.theme(code, number, place) < least for place in range(bids)]
                for number in range(rounds)
            ]
            yield _bound(("tender", "minimum_themes", code), low)


def _bound(rule: tuple[str, ...], out: Sequence[Sequence[bool]]) -> Bound:
    """`out` is which bids are kept out, per round."""
    bids = sum(len(row) for row in out)
    return Bound(rule, Fraction(sum(map(sum, out)), bids), Fraction(sum(map(all, out)), len(out)))
