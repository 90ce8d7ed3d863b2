"""Simulated bids: an answer to every requirement, a mark for every wish and a price, all from one seed."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from statistics import NormalDist
from typing import Any

import numpy as np
from numpy.typing import NDArray

from marktscan.domain.programme import Programme
from marktscan.domain.rehearsal import Assumptions, Plan

Places = NDArray[np.int8]
Amounts = NDArray[np.int64]

KINSHIP = 0.25
"""How far the answers of one vendor go together: the correlation of a one-factor normal."""
SPREAD = 0.25
"""How far a price lies from the level of its round at most: 25 %, as in the simulation of the method."""
THOUSAND = 1_000


@dataclass(frozen=True, slots=True)
class Bids:
    """`codes` and `marks` are places in the assumptions' lists, shape (rounds, vendors, requirements);
    `prices` are euro, shape (rounds, vendors)."""

    codes: Places
    marks: Places
    prices: Amounts


def simulated(programme: Programme, assumptions: Assumptions, plan: Plan) -> Bids:
    """The bids of all rounds; the same plan and assumptions give the same bids."""
    generator = np.random.default_rng(plan.seed)
    shape = (plan.rounds, plan.vendors, len(programme.rows))
    hard = np.array([row.knock_out for row in programme.rows], dtype=bool)
    strength = np.sqrt(KINSHIP) * generator.standard_normal((plan.rounds, plan.vendors, 1))
    answered = strength + np.sqrt(1 - KINSHIP) * generator.standard_normal(shape)
    marked = strength + np.sqrt(1 - KINSHIP) * generator.standard_normal(shape)
    usual, strict = limits(assumptions.answers), limits(assumptions.hard_answers)
    codes = np.where(hard, np.searchsorted(strict, -answered), np.searchsorted(usual, -answered))
    marks = np.asarray(np.searchsorted(limits(assumptions.marks), marked))
    return Bids(codes.astype(np.int8), marks.astype(np.int8), _prices(generator, assumptions, plan))


def limits(shares: Mapping[Any, Fraction]) -> NDArray[np.float64]:
    """Where a standard normal draw goes over from one item to the next, so that each gets its share."""
    below = np.cumsum([float(share) for share in shares.values()])[:-1]
    normal = NormalDist()
    return np.array([normal.inv_cdf(min(max(share, 1e-12), 1 - 1e-12)) for share in below])


def _prices(generator: np.random.Generator, assumptions: Assumptions, plan: Plan) -> Amounts:
    """Each round has a level between the bounds; prices lie around it, in whole thousands of euro."""
    low, high = float(assumptions.lowest), float(assumptions.highest)
    level = low + (high - low) * generator.random((plan.rounds, 1))
    drawn = level * (1 - SPREAD + 2 * SPREAD * generator.random((plan.rounds, plan.vendors)))
    thousands: Amounts = np.maximum(1, np.rint(drawn / THOUSAND)).astype(np.int64)
    return thousands * THOUSAND
