"""What floating point can rule out, so that exact numbers need only be compared where it is close.

Values lie on 0–100. A sum over themes is rounded by 10⁻¹¹ at most; what is more than NEAR apart differs.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from marktscan.robustness.profiles import Profile

Floats = NDArray[np.float64]
NEAR = 1e-7


def about(profile: Profile) -> Floats:
    """The values of a ranking: (vendors, themes)."""
    values = [[float(value) for value in own.values()] for own in profile.values.values()]
    return np.array(values).reshape(len(values), len(profile.weights))


def nowhere_below(profile: Profile) -> Iterator[tuple[int, int]]:
    """The pairs of vendors, by place, of which the first may be on no theme below the second."""
    values = about(profile)
    may = np.all(values[:, None] >= values - NEAR, axis=2) & ~np.eye(len(values), dtype=bool)
    yield from map(tuple, np.argwhere(may).tolist())


def highest_without(profile: Profile) -> Iterator[list[str]]:
    """Per theme the vendors that may be highest when it is left out."""
    values, vendors = about(profile), list(profile.values)
    weights = np.array([float(weight) for weight in profile.weights.values()])
    without = (values @ weights)[:, None] - values * weights
    for near in (without >= without.max(axis=0, initial=-np.inf) - NEAR).T:
        yield [vendors[place] for place in np.flatnonzero(near)]


def may_tie(profile: Profile) -> Iterator[list[str]]:
    """Per theme the vendors that may be the nearest to come level with the first when its weight changes.

    A share of numerator and denominator that are each known to within NEAR is known to within `wide`.
    """
    values, rivals = about(profile), list(profile.values)[1:]
    weights = np.array([float(weight) for weight in profile.weights.values()])
    own = values[0] - values[1:]
    rest = (own @ weights)[:, None] - weights * own
    turn = rest - (weights.sum() - weights) * own
    known = np.abs(turn) > NEAR
    share = np.divide(rest, turn, out=np.zeros_like(rest), where=known)
    wide = np.divide(NEAR * (2 + np.abs(share)), np.abs(turn), out=np.full_like(rest, np.inf), where=known)
    low, high = share - wide, share + wide
    sure = known & (low > 0) & (high < 1)
    below = np.where(sure & (own > NEAR), low, -np.inf).max(axis=0, initial=-np.inf)
    above = np.where(sure & (own < -NEAR), high, np.inf).min(axis=0, initial=np.inf)
    near = ((own >= -NEAR) & (high >= below)) | ((own <= NEAR) & (low <= above))
    for may in (near & (high > 0) & (low < 1)).T:
        yield [rivals[place] for place in np.flatnonzero(may)]
