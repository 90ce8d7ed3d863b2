"""Counting what happens in the draws: places, wins, and the weights with which a vendor is first."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from marktscan.robustness.places import Counts, Floats, Integers, places

Ties = Literal["share", "competition"]
Words = NDArray[np.uint64]

BYTES = 8
"""Places of vendors that fit in one number of 64 bits."""
MANY = 128
"""From so many criteria on the weights of the draws that a leader leads are looked up: in one product most of
the work is for the zeros of the others."""
MIX, HALF = np.uint64(0x9E3779B97F4A7C15), np.uint64(32)
"""An odd number without pattern, and half of the bits: together they spread every place over the number."""


@dataclass(slots=True)
class Tally:
    """Sums over the draws seen so far."""

    ranks: Floats
    first_weights: Floats
    first_draws: Floats
    wins: Floats
    rankings: list[Words]


def empty_tally(vendors: int, criteria: int) -> Tally:
    """Nothing counted yet: for draws that come in chunks, because all of them would not fit in memory."""
    return Tally(
        np.zeros((vendors, vendors)),
        np.zeros((vendors, criteria)),
        np.zeros(vendors),
        np.zeros((vendors, vendors)),
        [],
    )


def count_draws(tally: Tally, scores: Floats, weights: Floats, ties: Ties = "share") -> None:
    """Add a chunk of at most 65.535 draws: scores (draws, vendors) and weights (draws, criteria)."""
    best, worst = count_leaders(tally, scores, weights, ties)
    count_places(tally, best, worst, ties)


def count_leaders(tally: Tally, scores: Floats, weights: Floats, ties: Ties) -> tuple[Counts, Counts]:
    """Add who is first, and with which weights; the best and worst places it gives are for count_places()."""
    best, worst = places(scores)
    first = best == 0
    leaders = np.flatnonzero(first.any(axis=1))
    leads = first[leaders].astype(np.float64)
    if ties == "share" and worst is not best:
        leads /= worst[leaders] + 1.0
    tally.first_draws[leaders] += leads.sum(axis=1)
    tally.first_weights[leaders] += _led(leads, weights)
    return best, worst


def count_places(tally: Tally, best: Counts, worst: Counts, ties: Ties) -> None:
    """Add the places of at most 65.535 draws: (vendors, draws), as places() gives them."""
    tally.ranks += _ranks(best, worst, ties)
    tally.wins += _wins(best, tied=worst is not best)
    tally.rankings.append(fingerprints(best))


def _ranks(best: Counts, worst: Counts, ties: Ties) -> Floats:
    """How often each vendor takes each rank."""
    vendors = len(best)
    if ties == "competition" or worst is best:
        return np.array([np.bincount(own, minlength=vendors) for own in best], dtype=np.float64)
    share = np.reciprocal(worst - best + 1.0)
    taken = [(share * ((best <= rank) & (rank <= worst))).sum(axis=1) for rank in range(vendors)]
    return np.stack(taken, axis=1)


def _led(leads: Floats, weights: Floats) -> Floats:
    """Per leader the sum of its draws' weights, each counted for its share of the lead."""
    return leads @ weights if weights.shape[1] < MANY else _looked_up(leads, weights)


def _looked_up(leads: Floats, weights: Floats) -> Floats:
    """The same product, from the draws that each leader leads alone."""
    leading = map(np.flatnonzero, leads)
    return np.array([own[draws] @ weights[draws] for own, draws in zip(leads, leading, strict=True)])


def _wins(best: Counts, *, tied: bool) -> Floats:
    """How often each vendor ranks above each other one, a tie counting one half."""
    vendors, draws = best.shape
    above = np.zeros((vendors, vendors))
    happens = np.empty(best.shape, dtype=np.bool_)
    for vendor, own in enumerate(best[:-1]):
        others = best[vendor + 1 :]
        above[vendor, vendor + 1 :] = _how_often(np.less(own, others, out=happens[vendor + 1 :]))
        above[vendor + 1 :, vendor] = (
            _how_often(np.greater(own, others, out=happens[vendor + 1 :]))
            if tied
            else draws - above[vendor, vendor + 1 :]
        )
    wins: Floats = (draws + above - above.T) / 2
    return wins


def _how_often(happens: NDArray[np.bool_]) -> Integers:
    """Per row in how many draws, counted as bytes: three times as fast as counting truths."""
    counted: Integers = np.add.reduce(happens.view(np.uint8), axis=1, dtype=np.uint16)
    return counted


def fingerprints(best: Counts) -> Words:
    """One number per complete ranking: two different rankings share one with a chance of about 2⁻⁶⁴."""
    vendors, draws = best.shape
    wide = np.zeros((draws, -(-vendors * best.itemsize // BYTES) * BYTES // best.itemsize), dtype=best.dtype)
    wide[:, :vendors] = best.T
    numbers = np.zeros(draws, dtype=np.uint64)
    for word in wide.view(np.uint64).T:
        numbers ^= word
        numbers *= MIX
        numbers ^= numbers >> HALF
    return numbers
