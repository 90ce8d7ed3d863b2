"""The easiest example of a bid that does not win and decides who does: three bids, round numbers."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import islice

from marktscan.domain.conventions import TenderRules
from marktscan.domain.rehearsal import Reversal
from marktscan.domain.tender import Bid
from marktscan.scoring.tender import ranked

LOOKED_AT = 40
"""Rounds in which an example is looked for; more would only cost time."""
GRAINS = tuple(Decimal(10) ** power for power in (6, 5, 4, 3))
"""Prices are rounded to these, coarsest first."""


def smallest(reversals: Iterable[tuple[Sequence[Bid], str]], rules: TenderRules) -> Reversal | None:
    """The example with the roundest numbers among three bids; None when three never suffice.

    `reversals` are the bids of a round, with the one that does not win and decides who does.
    """
    found = (_of_three(bids, out, rules) for bids, out in islice(reversals, LOOKED_AT))
    return min((item for item in found if item), key=_digits, default=None)


def _of_three(bids: Sequence[Bid], out: str, rules: TenderRules) -> Reversal | None:
    """Who wins, who wins then and who decides, in the roundest numbers that still do it."""
    rest = [bid for bid in bids if bid.vendor != out]
    names = {out, *_first(bids, rules)[:1], *_first(rest, rules)[:1]}
    three = [Bid(bid.vendor, bid.quality, bid.price) for bid in bids if bid.vendor in names]
    tried = (reversal(candidate, out, rules) for candidate in _rounder(three))
    return next((item for item in tried if item), None)


def _first(bids: Sequence[Bid], rules: TenderRules) -> list[str]:
    return [offer.vendor for offer in ranked(bids, rules.formula, rules) if offer.rank == 1]


def reversal(bids: list[Bid], out: str, rules: TenderRules) -> Reversal | None:
    """The bids with and without one of them, when another of the rest wins then; else None."""
    rest = [bid for bid in bids if bid.vendor != out]
    first, then = _first(bids, rules), _first(rest, rules)
    if len(first) > 1 or len(then) > 1 or first in (then, [out]):
        return None
    together, without = ranked(bids, rules.formula, rules), ranked(rest, rules.formula, rules)
    return Reversal(tuple(bids), out, together, without)


def _rounder(bids: list[Bid]) -> Iterator[list[Bid]]:
    """The same bids with ever less round numbers: whole points first, and at last as they were."""
    for decimals in (0, 1):
        for grain in GRAINS:
            yield [_rounded(bid, 10**decimals, grain) for bid in bids]
    yield bids


def _rounded(bid: Bid, unit: int, grain: Decimal) -> Bid:
    quality = Fraction((bid.quality * unit + Fraction(1, 2)).__floor__(), unit)
    price = max(grain, (bid.price / grain).to_integral_value() * grain)
    return Bid(bid.vendor, quality, price)


def _digits(item: Reversal) -> tuple[bool, int, list[Decimal]]:
    """Sort key: no tie at the top first, then how much there is to type into a calculator."""
    tied = any(offers[0].outcome == offers[1].outcome for offers in (item.together, item.without))
    digits = sum(len(str(bid.quality)) + len(str(int(bid.price)).rstrip("0")) for bid in item.bids)
    return tied, digits, sorted(bid.price for bid in item.bids)
