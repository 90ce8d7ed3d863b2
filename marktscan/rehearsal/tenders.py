"""The declared rules of a tender on simulated bids: ties, rounding, and who wins because of whom."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from marktscan.domain.conventions import PriceFormula, Rounding, TenderRules
from marktscan.domain.rehearsal import TenderTrial
from marktscan.domain.tender import Awarded, Bid
from marktscan.rehearsal.market import Market
from marktscan.rehearsal.smallest import smallest
from marktscan.scoring.tender import can_be_used, price_points, ranked

AS_GOOD_AS_EXACT = 9
"""Decimals to which price points are taken when nothing is to be rounded."""
_OTHER_HALF = {Rounding.HALF_UP: Rounding.HALF_EVEN, Rounding.HALF_EVEN: Rounding.HALF_UP}


@dataclass(frozen=True, slots=True)
class Tried:
    """One round under the declared rules; `reverses` is the bid that does not win and decides who does."""

    bids: Sequence[Bid]
    offers: tuple[Awarded, ...]
    reverses: str
    rounding_flips: bool
    half_flips: bool

    @property
    def first(self) -> tuple[str, ...]:
        """Who comes first."""
        return first_of(self.offers)


def tender_trial(market: Market) -> TenderTrial | None:
    """All rounds with at least two bids that may take part; None without any."""
    rules = market.rules
    if not can_be_used(rules.formula, rules):
        return None
    rounds = (market.bids(number) for number in range(len(market.prices)))
    tried = [_tried(bids, rules) for bids in rounds if len(bids) > 1]
    return _summary(tried, rules) if tried else None


def _tried(bids: Sequence[Bid], rules: TenderRules) -> Tried:
    offers = ranked(bids, rules.formula, rules)
    other_half = replace(rules, rounding=_OTHER_HALF.get(rules.rounding, rules.rounding))
    return Tried(
        bids,
        offers,
        decides_without_winning(bids, first_of(offers), rules),
        _differs(bids, offers, replace(rules, decimals=AS_GOOD_AS_EXACT)),
        _differs(bids, offers, other_half),
    )


def decides_without_winning(bids: Sequence[Bid], first: tuple[str, ...], rules: TenderRules) -> str:
    """The bid without which somebody else wins, though it does not win itself; empty when there is none.

    No formula looks at another price than the lowest, so that only leaving out the one cheapest bid can.
    """
    lowest = min(bid.price for bid in bids)
    cheapest = [bid.vendor for bid in bids if bid.price == lowest]
    if len(cheapest) > 1 or cheapest[0] in first:
        return ""
    rest = [bid for bid in bids if bid.vendor != cheapest[0]]
    return cheapest[0] if first_of(ranked(rest, rules.formula, rules)) != first else ""


def _differs(bids: Sequence[Bid], offers: Sequence[Awarded], rules: TenderRules) -> bool:
    """Whether somebody else comes first under other rules."""
    before = {offer.vendor: offer.price_points for offer in offers}
    if price_points(bids, rules.formula, rules) == [before[bid.vendor] for bid in bids]:
        return False
    return first_of(ranked(bids, rules.formula, rules)) != first_of(offers)


def first_of(offers: Sequence[Awarded]) -> tuple[str, ...]:
    """Who comes first; more than one when only a lot can part them."""
    return tuple(offer.vendor for offer in offers if offer.rank == 1)


def _is_tied(offers: Sequence[Awarded], formula: PriceFormula) -> bool:
    """Whether two or more share the best outcome, before a tie is broken."""
    outcomes = [offer.outcome for offer in offers]
    best = min(outcomes) if formula is PriceFormula.AFTER_VALUE else max(outcomes)
    return outcomes.count(best) > 1


def _summary(tried: Sequence[Tried], rules: TenderRules) -> TenderTrial:
    points = [offer.price_points for item in tried for offer in item.offers]
    return TenderTrial(
        formula=rules.formula,
        rounds=len(tried),
        ties=_part([_is_tied(item.offers, rules.formula) for item in tried]),
        lots=_part([len(item.first) > 1 for item in tried]),
        rounding_flips=_part([item.rounding_flips for item in tried]),
        half_flips=_part([item.half_flips for item in tried]),
        reversals=_part([bool(item.reverses) for item in tried]),
        smallest=smallest(((item.bids, item.reverses) for item in tried if item.reverses), rules),
        price_part=_price_part(tried, rules),
        declared_part=Fraction(rules.price, max(1, rules.quality + rules.price)),
        least=min(points),
        most=max(points),
        none=_part([got == 0 for got in points]),
        all_points=_part([got == rules.price for got in points]),
    )


def _part(flags: Sequence[bool]) -> Fraction:
    return Fraction(sum(flags), len(flags))


def _price_part(tried: Sequence[Tried], rules: TenderRules) -> Fraction:
    """Which part of the differences between the best and the worst of a round price makes, on the mean."""
    parts = []
    for item in tried:
        price, quality = _ranges(item.offers, rules)
        if price + quality:
            parts.append(Fraction(price, price + quality))
    return sum(parts, Fraction(0)) / len(parts) if parts else Fraction(0)


def _ranges(offers: Sequence[Awarded], rules: TenderRules) -> tuple[Fraction, Fraction]:
    """How far prices and qualities lie apart in one round: in points, or in euro under awarding on value."""
    quality = max(offer.quality for offer in offers) - min(offer.quality for offer in offers)
    if rules.formula is PriceFormula.AFTER_VALUE:
        prices = [Fraction(offer.price) for offer in offers]
        return max(prices) - min(prices), quality * Fraction(rules.value_per_point or 0)
    points = [offer.price_points for offer in offers]
    return max(points) - min(points), quality
