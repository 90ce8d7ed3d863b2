"""From scores to places: who is first, second, and so on in every draw, and who share a place."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Counts = NDArray[np.unsignedinteger]

TIE = 1e-12
"""Scores (values in [0, 1], weights adding up to 1) closer than this are equal but for rounding."""


AT_ONCE = 30_000
"""Scores that are sorted at once: they and what is made of them stay in the processor's cache."""


def places(scores: Floats) -> tuple[Counts, Counts]:
    """The best and the worst place that each vendor takes, counted from 0: both (vendors, draws).

    `scores` is (draws, vendors), finite. Without ties both are one and the same array.
    """
    draws, vendors = scores.shape
    rows = max(1, AT_ONCE // vendors)
    return joined([_placed(scores[start : start + rows]) for start in range(0, draws, rows)])


def joined(parts: Sequence[tuple[Counts, Counts]]) -> tuple[Counts, Counts]:
    """The places of draws that follow each other, as places() gives them, in one."""
    best = np.concatenate([part for part, _ in parts], axis=1)
    tied = any(worst is not part for part, worst in parts)
    return best, np.concatenate([worst for _, worst in parts], axis=1) if tied else best


def _placed(scores: Floats) -> tuple[Counts, Counts]:
    order, tied = _sorted(scores)
    if not tied.any():
        untied = _by_vendor(np.broadcast_to(np.arange(order.shape[1]), order.shape), order)
        return untied, untied
    best, worst = _spans(tied)
    return _by_vendor(best, order), _by_vendor(worst, order)


def _sorted(scores: Floats) -> tuple[Integers, NDArray[np.bool_]]:
    """The vendors of each draw from high to low, and whether each ties with the next.

    The number of the vendor takes the place of the last bits of its score, far below what is called a tie: so
    one sort of numbers does for the order and for the differences.
    """
    vendors = scores.shape[1]
    last_bits = (1 << (vendors - 1).bit_length()) - 1
    keys = np.negative(scores, order="C")
    bits = keys.view(np.int64)
    bits &= ~last_bits
    bits |= np.arange(vendors)
    keys.sort(axis=1)
    return bits & last_bits, keys[:, 1:] - keys[:, :-1] <= TIE


def _spans(tied: NDArray[np.bool_]) -> tuple[Integers, Integers]:
    """Per place in the sorted order the first and the last place of its group of ties."""
    draws, gaps = tied.shape
    own = np.arange(gaps + 1)
    edge = np.ones((draws, 1), dtype=bool)
    opening = np.concatenate((edge, ~tied), axis=1)
    closing = np.concatenate((~tied, edge), axis=1)
    first = np.maximum.accumulate(np.where(opening, own, 0), axis=1)
    last = np.minimum.accumulate(np.where(closing, own, gaps)[:, ::-1], axis=1)[:, ::-1]
    return first, last


def _by_vendor(taken: Integers, order: Integers) -> Counts:
    """The places in the sorted order, put at the vendors they belong to."""
    draws, vendors = order.shape
    where = order * draws
    where += np.arange(draws)[:, None]
    found = np.empty(vendors * draws, dtype=np.min_scalar_type(vendors))
    found[where] = taken
    return found.reshape(vendors, draws)
