"""Prices that turn out otherwise: how often an offer is the cheapest, and how often no other beats it.

All prices of one vendor move together, by up to a quarter up or down, apart from those of other vendors: what
a total is made of goes wrong together more often than not, and that moves it most. Quality stays as it is.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from marktscan.domain.conventions import SimulationRules
from marktscan.domain.costs import Costs, Frontier, Place
from marktscan.domain.sureness import PriceShares

Floats = NDArray[np.float64]
SPREAD = 0.25
"""Prices lie between three quarters and five quarters of what was offered, evenly."""
PRICES = 2
"""What the seed is for, beside weights and answers."""
TWO = 2


def price_shares(costs: Costs, rules: SimulationRules) -> tuple[PriceShares, ...]:
    """Per ranking in which at least two offers are complete, each of those offers."""
    vendors = sorted({place.vendor for found in costs.frontiers for place in found.places})
    factors = {vendor: _factors(vendor, rules) for vendor in vendors}
    return tuple(shares for found in costs.frontiers for shares in _of(found, factors))


def _factors(vendor: str, rules: SimulationRules) -> Floats:
    generator = np.random.default_rng((rules.seed, PRICES, crc32(vendor.encode())))
    return generator.uniform(1 - SPREAD, 1 + SPREAD, rules.draws)


def _of(found: Frontier, factors: Mapping[str, Floats]) -> Iterator[PriceShares]:
    places = [place for place in found.places if place.complete and place.quality is not None]
    if len(places) < TWO:
        return
    drawn = np.array([float(place.cost or 0) * factors[place.vendor] for place in places])
    cheapest = drawn == drawn.min(axis=0)
    for place, own, first in zip(places, drawn, cheapest / cheapest.sum(axis=0), strict=True):
        beaten = np.zeros(len(own), dtype=bool)
        for other in _no_worse(place, places):
            beaten |= drawn[other] < own if places[other].quality == place.quality else drawn[other] <= own
        yield PriceShares(found.ranking, place.vendor, _share(first), _share(~beaten))


def _no_worse(place: Place, places: Sequence[Place]) -> Iterator[int]:
    """The other offers that are at least as good."""
    for number, other in enumerate(places):
        if other is not place and (other.quality or 0) >= (place.quality or 0):
            yield number


def _share(happens: NDArray[np.generic]) -> Fraction:
    return Fraction(float(happens.mean()))
