"""Declared tender rules on offers: points for price, rounding, ties, and what one offer less would do."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction

import numpy as np

from marktscan.domain.conventions import BY_LOT, BY_PRICE, BY_QUALITY, PriceFormula, Rounding, TenderRules
from marktscan.domain.tender import Award, Awarded, Bid
from marktscan.scoring.prices import (
    Number,
    Prices,
    price_absolute,
    price_after_value,
    price_logarithmic,
    price_relative_linear,
    price_relative_ratio,
)

_HALF = Fraction(1, 2)
_GRAIN = 10**9
"""A logarithm is no fraction: it is taken to nine decimals before it is rounded."""


def can_be_used(formula: PriceFormula, rules: TenderRules) -> bool:
    """Whether the rules declare what the formula needs."""
    needs = {
        PriceFormula.ABSOLUTE: (rules.lowest, rules.highest),
        PriceFormula.LOGARITHMIC: (rules.half_points_factor,),
        PriceFormula.AFTER_VALUE: (rules.value_per_point,),
    }
    return None not in needs.get(formula, ())


def award(bids: Sequence[Bid], formula: PriceFormula, rules: TenderRules) -> Award:
    """Every offer under this formula, and under the same formula with one offer less."""
    offers = ranked(bids, formula, rules)
    cases = {bid.vendor: ranked([b for b in bids if b is not bid], formula, rules) for bid in bids}
    reached: dict[str, list[Fraction]] = {}
    for case in (offers, *cases.values()):
        for offer in case:
            reached.setdefault(offer.vendor, []).append(offer.outcome)
    return Award(
        formula,
        offers,
        cases,
        {vendor: min(values) for vendor, values in reached.items()},
        {vendor: max(values) for vendor, values in reached.items()},
    )


def ranked(bids: Sequence[Bid], formula: PriceFormula, rules: TenderRules) -> tuple[Awarded, ...]:
    """The offers from best to last, ties broken in the declared order."""
    points = price_points(bids, formula, rules)
    outcomes = [_outcome(bid, got, formula, rules) for bid, got in zip(bids, points, strict=True)]
    low_wins = formula is PriceFormula.AFTER_VALUE
    keys = [
        (outcome if low_wins else -outcome, *(_tie_key(bid, way) for way in rules.tie_break if way != BY_LOT))
        for bid, outcome in zip(bids, outcomes, strict=True)
    ]
    offers = [
        Awarded(bid.vendor, 1 + sum(other < key for other in keys), bid.quality, bid.price, got, outcome)
        for bid, got, outcome, key in zip(bids, points, outcomes, keys, strict=True)
    ]
    return tuple(sorted(offers, key=lambda offer: (offer.rank, offer.vendor)))


def price_points(bids: Sequence[Bid], formula: PriceFormula, rules: TenderRules) -> list[Fraction]:
    """The rounded points for the price of every offer; none under awarding on value."""
    if not bids or formula is PriceFormula.AFTER_VALUE:
        return [Fraction(0) for _ in bids]
    prices = np.array([Fraction(bid.price) for bid in bids], dtype=object)
    given = _FORMULAS[formula](prices, rules)
    return [rounded(_exact(points), rules) for points in given]


_FORMULAS: dict[PriceFormula, Callable[[Prices, TenderRules], Prices]] = {
    PriceFormula.ABSOLUTE: lambda prices, rules: price_absolute(
        prices, Fraction(rules.lowest or 0), Fraction(rules.highest or 0), rules.price
    ),
    PriceFormula.RATIO: lambda prices, rules: price_relative_ratio(prices, rules.price),
    PriceFormula.LINEAR: lambda prices, rules: price_relative_linear(prices, rules.price),
    PriceFormula.LOGARITHMIC: lambda prices, rules: price_logarithmic(
        prices, rules.price, float(rules.half_points_factor or 0)
    ),
}


def _exact(points: Number) -> Fraction:
    return points if isinstance(points, Fraction) else Fraction(float(points)).limit_denominator(_GRAIN)


def rounded(points: Fraction, rules: TenderRules) -> Fraction:
    """The price points to the declared decimals."""
    return rounded_to(points, rules.decimals, rules.rounding)


def rounded_to(points: Fraction, decimals: int | None, rounding: Rounding) -> Fraction:
    """The points to so many decimals, as declared; exact when `decimals` is None. Points are 0 or more."""
    if decimals is None:
        return points
    unit = 10**decimals
    if rounding is Rounding.HALF_EVEN:
        return Fraction(round(points * unit), unit)
    return Fraction((points * unit + (_HALF if rounding is Rounding.HALF_UP else 0)).__floor__(), unit)


def _outcome(bid: Bid, points: Fraction, formula: PriceFormula, rules: TenderRules) -> Fraction:
    if formula is PriceFormula.AFTER_VALUE:
        worth = bid.quality * Fraction(rules.value_per_point or Decimal(0))
        (comparable,) = price_after_value(_alone(Fraction(bid.price)), _alone(worth))
        return Fraction(comparable)
    return bid.quality + points


def _alone(amount: Fraction) -> Prices:
    return np.array([amount], dtype=object)


def _tie_key(bid: Bid, way: str) -> Fraction:
    """Less is better: the price, or what more of is better turned round."""
    if way == BY_PRICE:
        return Fraction(bid.price)
    return -bid.quality if way == BY_QUALITY else -bid.criteria.get(way, Fraction(0))
