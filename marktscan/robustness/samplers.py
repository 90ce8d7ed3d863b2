"""Random weights, reproducible: the same seed gives the same draws for every vendor and municipality.

Every sampler returns float64 weights of shape (draws, criteria); each row is ≥ 0 and adds up to 1. ValueError
for fewer than 0 draws and for no criteria at all.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Seed = int | Sequence[int]
BLOCK = 50_000
"""Numbers that stay in the processor's cache while they are made and normalised."""
SHORT = 16
"""The shortest buffer: into a longer one NumPy first copies a number as often as a row has criteria."""


def uniform_weights(draws: int, criteria: int, seed: Seed) -> Floats:
    """Weights spread evenly over all possible weights: normalised exponentials (Rubinstein 1982)."""
    _can_be_drawn(draws, criteria)
    weights = np.empty((draws, criteria))
    generator = np.random.default_rng(seed)
    ones = np.ones(criteria)
    rows = max(1, BLOCK // criteria)
    with np.errstate():  # which also ends what it says of the buffer
        np.setbufsize(SHORT)
        for start in range(0, draws, rows):
            block = weights[start : start + rows]
            generator.standard_exponential(out=block)
            block *= (1 / (block @ ones))[:, None]
    return weights


def dirichlet_weights(draws: int, weights: ArrayLike, concentration: float, seed: Seed) -> Floats:
    """Weights around the stated ones: Dirichlet(concentration × weights).

    `weights` has shape (criteria,), ≥ 0 with a positive sum; a criterion of weight 0 keeps it. With
    concentration 80 a weight of 10 % varies by about a third. ValueError for weights that cannot be shared,
    a concentration that is not finite and positive, and one so small that float64 cannot hold the draws.
    """
    shape = np.atleast_1d(np.asarray(weights, dtype=np.float64))
    _can_be_drawn(draws, shape.size)
    if shape.ndim != 1 or not 0 < concentration < np.inf:
        raise ValueError("weights must be one row, concentration finite and positive")
    if not (shape >= 0).all() or not 0 < sum(shape.tolist()) < np.inf:
        raise ValueError("weights must be finite and ≥ 0 with a positive sum")
    gamma = np.random.default_rng(seed).standard_gamma(
        concentration * shape / shape.sum(), (draws, len(shape))
    )
    return _normalised(gamma)


def ordinal_weights(draws: int, order: Sequence[int], seed: Seed) -> Floats:
    """Weights of which only the order is known: `order` lists the criteria, most important first.

    Uniform over all weights in that order (sorted uniform draws). ValueError unless `order` is a permutation.
    """
    if sorted(order) != list(range(len(order))):
        raise ValueError("order must name every criterion once, counted from 0")
    places = np.asarray(order, dtype=np.int64)
    ranked = np.sort(uniform_weights(draws, len(places), seed), axis=1)[:, ::-1]
    weights = np.empty_like(ranked)
    weights[:, places] = ranked
    return weights


def _can_be_drawn(draws: int, criteria: int) -> None:
    if draws < 0 or criteria < 1:
        raise ValueError("draws must be 0 or more, criteria 1 or more")


def _normalised(draws: Floats) -> Floats:
    sums = draws.sum(axis=1, keepdims=True)
    if not sums.all():
        raise ValueError("concentration is too small: a draw of only zeros cannot add up to 1")
    draws *= 1 / sums
    return draws
