"""The formulas of docs/method.md as bare functions: exact numbers in, exact numbers out."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import TypeVar

Key = TypeVar("Key")


def weighted_sum(weights: Sequence[Fraction], values: Sequence[Fraction]) -> Fraction:
    """Σ wᵢ·vᵢ (Keeney & Raiffa 1976): m weights and m values in, one number in the unit of the values out.

    ValueError when the two differ in length.
    """
    return sum((w * v for w, v in zip(weights, values, strict=True)), Fraction(0))


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
