"""SMAA-2: how often each vendor takes each place when weights (and values) are drawn.

Sources: Lahdelma & Salminen 2001 (Operations Research 49:444), Tervonen & Lahdelma 2007 (EJOR 178:500).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Ties = Literal["share", "competition"]

CHUNK = 2048
"""Draws per step: fits the processor's cache and a 16-bit count, and keeps the matrix product efficient."""

TIE = 1e-12
"""Scores (values in [0, 1], weights adding up to 1) closer than this are equal but for rounding."""


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


@dataclass(slots=True)
class Tally:
    """Sums over the draws seen so far."""

    ranks: Floats
    first_weights: Floats
    first_draws: Floats
    wins: Floats
    rankings: list[NDArray[np.uint64]]


def acceptability(values: ArrayLike, weights: ArrayLike, ties: Ties = "share") -> Acceptability:
    """Rank acceptabilities and what goes with them.

    `values` is (vendors, criteria) or (draws, vendors, criteria), on an absolute scale; `weights` is
    (draws, criteria). Tied vendors share the ranks they span ("share"), or all take the best of them
    ("competition": rows may then add up to more than the columns suggest). ValueError when shapes disagree.
    """
    points, shares = _checked(values, weights)
    vendors, criteria = points.shape[-2:]
    tally = empty_tally(vendors, criteria)
    for chunk_scores, chunk_weights in _scores(points, shares):
        count_draws(tally, chunk_scores, chunk_weights, ties)
    return outcome_of(tally, len(shares))


def empty_tally(vendors: int, criteria: int) -> Tally:
    """Nothing counted yet: for draws that come in chunks, because all of them would not fit in memory."""
    return Tally(
        np.zeros((vendors, vendors)),
        np.zeros((vendors, criteria)),
        np.zeros(vendors),
        np.zeros((vendors, vendors)),
        [],
    )


def confidence_factors(values: ArrayLike, central_weights: ArrayLike) -> Floats:
    """Per vendor the share of draws in which it is first (or ties for first) at its own central weights.

    `values` as in acceptability(); `central_weights` is (vendors, criteria); nan where those are nan.
    """
    points = np.asarray(values, dtype=np.float64)
    central = np.asarray(central_weights, dtype=np.float64)
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
    points = np.asarray(values, dtype=np.float64)
    shares = np.asarray(weights, dtype=np.float64)
    if shares.ndim != 2 or points.ndim not in {2, 3} or points.shape[-1] != shares.shape[-1]:  # noqa: PLR2004
        raise ValueError(
            "values must be (vendors, criteria) or (draws, vendors, criteria), weights (draws, criteria)"
        )
    if points.ndim == 3 and len(points) != len(shares):  # noqa: PLR2004
        raise ValueError("values and weights must have the same number of draws")
    if not len(shares) or not points.shape[-2]:
        raise ValueError("at least one draw and one vendor are needed")
    return points, shares


def _scores(points: Floats, shares: Floats) -> Iterator[tuple[Floats, Floats]]:
    """Scores (draws, vendors) and weights, a chunk of draws at a time."""
    for start in range(0, len(shares), CHUNK):
        part = shares[start : start + CHUNK]
        if points.ndim == 2:  # noqa: PLR2004
            yield part @ points.T, part
        else:
            yield np.matmul(points[start : start + CHUNK], part[:, :, None])[:, :, 0], part


def count_draws(tally: Tally, scores: Floats, weights: Floats, ties: Ties = "share") -> None:
    """Add a chunk of at most 65.535 draws: scores (draws, vendors) and weights (draws, criteria)."""
    order = np.argsort(-scores, axis=1)
    falling = np.take_along_axis(scores, order, axis=1)
    tied = falling[:, :-1] - falling[:, 1:] <= TIE
    best, last = _rank_spans(tied)
    first = _by_vendor(best, order)
    end = first if last is best else _by_vendor(last, order)
    _count_ranks(tally.ranks, first, end, ties)
    leads = (first == 0) / (end + 1.0 if ties == "share" else 1.0)
    tally.first_draws += leads.sum(axis=0)
    for vendor in np.flatnonzero(leads.any(axis=0)):
        draws = np.flatnonzero(leads[:, vendor])  # few draws per vendor: cheaper than one product over all
        tally.first_weights[vendor] += leads[draws, vendor] @ weights[draws]
    tally.wins += _wins(first)
    tally.rankings.append(_fingerprints(first))


def _rank_spans(tied: NDArray[np.bool_]) -> tuple[Integers, Integers]:
    """Per place in the sorted order the first and the last rank of its group of ties, counted from 0."""
    draws, gaps = tied.shape
    places = np.arange(gaps + 1)
    if not tied.any():
        untied = np.broadcast_to(places, (draws, gaps + 1))
        return untied, untied
    new = np.concatenate((np.ones((draws, 1), dtype=bool), ~tied), axis=1)
    closing = np.concatenate((~tied, np.ones((draws, 1), dtype=bool)), axis=1)
    first = np.maximum.accumulate(np.where(new, places, 0), axis=1)
    last = np.minimum.accumulate(np.where(closing, places, gaps)[:, ::-1], axis=1)[:, ::-1]
    return first, last


def _by_vendor(places: Integers, order: NDArray[np.intp]) -> Integers:
    ranks = np.empty(places.shape, dtype=np.int64)
    np.put_along_axis(ranks, order, places, axis=1)
    return ranks


def _count_ranks(ranks: Floats, first: Integers, last: Integers, ties: Ties) -> None:
    vendors = len(ranks)
    own = np.arange(vendors) * vendors
    if ties == "competition" or (first == last).all():
        ranks += np.bincount((first + own).ravel(), minlength=vendors**2).reshape(vendors, vendors)
        return
    share = 1 / (last - first + 1)
    for rank in range(vendors):
        ranks[:, rank] += (share * ((first <= rank) & (rank <= last))).sum(axis=0)


def _wins(first: Integers) -> Floats:
    """How often each vendor ranks above each other one, a tie counting one half."""
    ranks = np.ascontiguousarray(first.T, dtype=np.min_scalar_type(first.shape[1]))
    above = np.array([(own < ranks).view(np.uint8).sum(axis=1, dtype=np.uint16) for own in ranks], np.float64)
    wins: Floats = (len(first) + above - above.T) / 2
    return wins


def _fingerprints(first: Integers) -> NDArray[np.uint64]:
    """One number per complete ranking: two different rankings share one with chance 2⁻⁶⁴."""
    factors = np.random.default_rng(0).integers(0, 2**64, first.shape[1], dtype=np.uint64)
    numbers: NDArray[np.uint64] = (first.astype(np.uint64) * factors).sum(axis=1, dtype=np.uint64)
    return numbers


def outcome_of(tally: Tally, draws: int) -> Acceptability:
    """What was counted over this many draws."""
    ranks = tally.ranks / draws
    with np.errstate(invalid="ignore"):
        central = tally.first_weights / tally.first_draws[:, None]
    _, seen = np.unique(np.concatenate(tally.rankings), return_counts=True)
    shares = seen / draws
    entropy = float(-(shares * np.log2(shares)).sum()) + 0.0
    return Acceptability(ranks, central, tally.wins / draws, entropy, ranks @ holistic_weights(len(ranks)))
