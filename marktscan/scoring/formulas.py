"""The formulas of docs/method.md as bare functions: exact numbers in, exact numbers out."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from functools import cache
from math import lcm
from typing import Any, TypeVar, overload

import numpy as np
from numpy.typing import ArrayLike, NDArray

Key = TypeVar("Key")
Numbers = Any
"""One number or an array of them, exact or float; one kind within a call."""
SIX_DECIMALS = Decimal("0.000001")


@overload
def weighted_sum(weights: Sequence[Fraction], values: Sequence[Fraction]) -> Fraction: ...
@overload
def weighted_sum(weights: ArrayLike, values: ArrayLike) -> Numbers: ...
def weighted_sum(weights: Numbers, values: Numbers) -> Numbers:
    """Σ wᵢ·vᵢ (Keeney & Raiffa 1976): m weights and m values in, one number in the unit of the values out.

    `values` of shape (vendors, m) give an array with one number per vendor. Fractions, Decimals and
    whole numbers are summed exactly, floats as floats. ValueError when weights and values differ in length,
    and unless all of them and their sum are finite.
    """
    numbers = (*weights, *values)
    if all(isinstance(number, Fraction) for number in numbers):
        return _sum_of_fractions(weights, values)
    if getattr(values, "ndim", 0) > 1 or any(map(np.ndim, values)):
        return np.array([weighted_sum(weights, row) for row in values])
    as_many(weights, values)
    _finite(numbers)
    first, *others = (w * v for w, v in zip(weights, values, strict=True))
    total = sum(others, first if isinstance(first, Decimal) else first + Fraction(0))
    _finite((total,))
    return total


def as_many(*given: Sequence[Any]) -> None:
    """ValueError unless weights and values are as many."""
    if len(set(map(len, given))) > 1:
        raise ValueError("weights and values must be as many")


def _finite(numbers: Sequence[Any]) -> None:
    if not is_finite(np.array(numbers, dtype=object)):
        raise ValueError("weights, values and their sum must be finite")


def is_finite(numbers: NDArray[Any]) -> bool:
    """Whether there are numbers, none of them nan or infinite; exact ones are not made floats for it.

    What is not equal to itself is nan: a Decimal nan cannot be put in order.
    """
    return bool(numbers.size) and bool(
        np.equal(numbers, numbers).all() and (numbers < np.inf).all() and (numbers > -np.inf).all()
    )


def _sum_of_fractions(weights: Sequence[Fraction], values: Sequence[Fraction]) -> Fraction:
    as_many(weights, values)
    return sum_of_ratios(
        [
            (w.numerator * v.numerator, w.denominator * v.denominator)
            for w, v in zip(weights, values, strict=True)
        ]
    )


def sum_of_ratios(parts: Sequence[tuple[int, int]]) -> Fraction:
    """Σ above ÷ below on one denominator: whole numbers are summed, and divided once."""
    common = lcm(*(below for _, below in parts))
    return Fraction(sum(above * (common // below) for above, below in parts), common)


def shares(weights: Mapping[Key, int]) -> dict[Key, Fraction]:
    """Each weight as its part of the sum, without the weights of 0; empty when nothing has weight."""
    total = sum(weights.values())
    return {key: Fraction(weight, total) for key, weight in weights.items() if weight}


def ranks(scores: Iterable[Fraction]) -> dict[Fraction, int]:
    """The rank of every score, the highest 1; equal scores share one and the next skips: 1, 2, 2, 4."""
    highest_first = sorted(scores, reverse=True)
    return {score: highest_first.index(score) + 1 for score in highest_first}


def regrets(scores: Mapping[Key, Fraction]) -> dict[Key, Fraction]:
    """What each choice scores below the best one: R(i) = max_k S(k) − S(i) (Savage 1951)."""
    best = max(scores.values(), default=Fraction(0))
    return {key: best - score for key, score in scores.items()}


def months_begun(start: date, end: date) -> int:
    """Calendar months from `start` to `end`, every month begun counting whole; 0 on the day itself.

    1 November to 30 November, to 1 December and to 2 December: 1, 1 and 2.
    """
    months = 12 * (end.year - start.year) + end.month - start.month
    return months + (end.day > start.day)


@cache
def halving(months: int, half_life: int) -> Fraction:
    """2^(−months/half_life), rounded half up to six decimals and exact from there on; months in, 0–1 out.

    The power is no fraction. Six declared decimals, taken from forty digits, give everybody the same number.
    """
    with localcontext(prec=40):
        power = Decimal(2) ** (Decimal(-months) / Decimal(half_life))
        return Fraction(power.quantize(SIX_DECIMALS, ROUND_HALF_UP))
