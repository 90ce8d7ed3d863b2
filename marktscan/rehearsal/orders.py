"""Who is first in every round, exactly and as printed."""

from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from marktscan.domain.rehearsal import Ties
from marktscan.rehearsal.exact import Scores, Whole

Flags = NDArray[np.bool_]
TENTHS = 10
"""Scores are printed with one decimal."""


def first(total: Whole) -> Flags:
    """Who has the highest score in its round; more than one when they tie."""
    highest: Flags = (total == total.max(axis=1, keepdims=True)).astype(bool)
    return highest


def part_of(flags: NDArray[Any]) -> Fraction:
    """How often it is so; 0 when there is nothing to count."""
    return Fraction(int(flags.sum()), flags.size) if flags.size else Fraction(0)


def ties(ranking: str, scores: Scores) -> Ties:
    """How often two or more are first, and how often the best two differ and print alike."""
    total = scores.total
    shared = first(total).sum(axis=1) > 1
    best = np.sort(total, axis=1)[:, ::-1][:, :2]
    printed = (best * 2 * TENTHS + scores.unit) // (2 * scores.unit)
    alike = printed[:, 0] == printed[:, -1]
    return Ties(ranking, part_of(shared), part_of(alike & ~shared & (best.shape[1] > 1)))
