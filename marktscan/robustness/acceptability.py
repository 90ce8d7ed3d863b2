"""SMAA-2: how often each vendor takes each place when weights (and values) are drawn.

Sources: Lahdelma & Salminen 2001 (Operations Research 49:444), Tervonen & Lahdelma 2007 (EJOR 178:500).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

import numpy as np
from numpy.typing import ArrayLike

from marktscan.robustness.places import TIE, Counts, Floats, joined
from marktscan.robustness.tally import Tally, Ties, count_leaders, count_places, empty_tally

CHUNK = 2048
"""Draws per step: enough to make the calls cheap, few enough for their weights to stay in a cache."""
COUNTED = 8 * CHUNK
"""Draws of which the places are counted at once: fits a 16-bit count."""

UNUSABLE = "weights must be finite, and not all zero"


@dataclass(frozen=True, slots=True)
class Acceptability:
    """The outcome of all draws. Shares lie in [0, 1].

    rank_acceptability: (vendors, ranks), share of draws in which a vendor has a rank, best rank first.
    central_weights: (vendors, criteria), mean weights of the draws in which a vendor is first; nan if never.
    pairwise_winning: (vendors, vendors), share in which the row's vendor beats the column's, ties one half.
    rank_entropy: bits, over complete rankings: 0 when every draw gives the same ranking.
    holistic: (vendors,), rank acceptability weighed by α_r = Σ_{l≥r} 1/l ÷ Σ_l 1/l.
    """

    rank_acceptability: Floats
    central_weights: Floats
    pairwise_winning: Floats
    rank_entropy: float
    holistic: Floats


def acceptability(values: ArrayLike, weights: ArrayLike, ties: Ties = "share") -> Acceptability:
    """Rank acceptabilities and what goes with them.

    `values` is (vendors, criteria) or (draws, vendors, criteria), on an absolute scale; `weights` is
    (draws, criteria). Tied vendors share the ranks they span ("share"), or all take the best of them
    ("competition": rows may then add up to more than the columns suggest). ValueError when shapes disagree,
    there is nothing to weigh, a value is not finite, `ties` is neither, or a draw has weights that are not
    finite or all zero. Weights are taken as they are: one below zero counts against who scores high. They
    need not add up to 1, but what is called a tie is meant for weights that do.
    """
    if ties not in get_args(Ties):
        raise ValueError(f"unknown ties {ties!r}: choose {', '.join(get_args(Ties))}")
    points, shares = _checked(values, weights)
    vendors, criteria = points.shape[-2:]
    tally = empty_tally(vendors, criteria)
    with np.errstate(invalid="ignore", over="ignore"):
        for start in range(0, len(shares), COUNTED):
            counted = slice(start, start + COUNTED)
            chunks = _scores(points if points.ndim == 2 else points[counted], shares[counted])  # noqa: PLR2004
            placed = joined([count_leaders(tally, scores, weights, ties) for scores, weights in chunks])
            count_places(tally, *placed, ties)
            if not _weighs(*placed, shares[counted]):
                raise ValueError(UNUSABLE)
    return outcome_of(tally, len(shares))


def confidence_factors(values: ArrayLike, central_weights: ArrayLike) -> Floats:
    """Per vendor the share of draws in which it is first (or ties for first) at its own central weights.

    `values` as in acceptability(); `central_weights` is (vendors, criteria); nan where those are nan.
    ValueError when there are not as many of them as vendors and criteria, or no value or weight can be used.
    """
    points = _points(values)
    central = np.asarray(central_weights, dtype=np.float64)
    if central.shape != points.shape[-2:]:
        raise ValueError("central weights must be (vendors, criteria), as many of both as the values")
    if np.isinf(central).any() or not central.any(axis=1).all():
        raise ValueError(UNUSABLE)
    scores = np.atleast_3d(points if points.ndim == 3 else points[None]) @ central.T  # noqa: PLR2004
    own = np.diagonal(scores, axis1=1, axis2=2)
    factors: Floats = (own >= scores.max(axis=1) - TIE).mean(axis=0)
    return np.where(np.isnan(central).any(axis=1), np.nan, factors)


def holistic_weights(ranks: int) -> Floats:
    """α_r of the centroid kind: 1 for the first rank, falling to 1/ranks ÷ Σ 1/l for the last."""
    terms = 1 / np.arange(1, ranks + 1)
    weights: Floats = np.cumsum(terms[::-1])[::-1] / terms.sum()
    return weights


def _checked(values: ArrayLike, weights: ArrayLike) -> tuple[Floats, Floats]:
    points = _points(values)
    shares = np.asarray(weights, dtype=np.float64)
    if shares.ndim != 2 or points.shape[-1] != shares.shape[-1]:  # noqa: PLR2004
        raise ValueError("weights must be (draws, criteria), with as many criteria as the values")
    if points.ndim == 3 and len(points) != len(shares):  # noqa: PLR2004
        raise ValueError("values and weights must have the same number of draws")
    if not len(shares):
        raise ValueError("at least one draw is needed")
    return points, shares


def _points(values: ArrayLike) -> Floats:
    points = np.asarray(values, dtype=np.float64)
    if points.ndim not in {2, 3}:
        raise ValueError("values must be (vendors, criteria) or (draws, vendors, criteria)")
    if not points.size:
        raise ValueError("at least one draw, one vendor and one criterion are needed")
    if not np.isfinite(points).all():
        raise ValueError("values must be finite")
    return points


def _scores(points: Floats, shares: Floats) -> Iterator[tuple[Floats, Floats]]:
    """Scores (draws, vendors) and weights, a chunk of draws at a time."""
    for start in range(0, len(shares), CHUNK):
        part = shares[start : start + CHUNK]
        if points.ndim == 2:  # noqa: PLR2004
            scores = (points @ part.T).T  # this way round is faster with 512-bit vectors
        else:
            scores = np.matmul(points[start : start + CHUNK], part[:, :, None])[:, :, 0]
        if not np.isfinite(scores).all():  # far fewer than the weights, and no score hides one that is not
            raise ValueError(UNUSABLE)
        yield scores, part


def _weighs(best: Counts, worst: Counts, weights: Floats) -> bool:
    """Whether no draw has only zeros; looked for only where all vendors tie, as they then do."""
    if worst is best and len(best) > 1:
        return True
    return bool(weights[(best == 0).all(axis=0)].any(axis=1).all())


def outcome_of(tally: Tally, draws: int) -> Acceptability:
    """What was counted over this many draws."""
    ranks = tally.ranks / draws
    with np.errstate(invalid="ignore"):
        central = tally.first_weights / tally.first_draws[:, None]
    _, seen = np.unique(np.concatenate(tally.rankings), return_counts=True)
    shares = seen / draws
    entropy = float(-(shares * np.log2(shares)).sum()) + 0.0
    return Acceptability(ranks, central, tally.wins / draws, entropy, ranks @ holistic_weights(len(ranks)))
