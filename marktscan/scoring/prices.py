"""Price formulas a later tender could use, as bare functions: arrays in, values out.

Exact numbers in (Fraction) give exact numbers out; integers and floats give float64. Points run from 0 to
`points`. What is relative to the offers present makes the order of two vendors depend on a third: such a
result is only ever shown with its leave-one-out table (Chen 2008, J. Public Procurement 8:407).
"""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Number = Any
"""int, float, Decimal or Fraction; one kind within a call, as Python's own arithmetic demands."""
Prices = NDArray[Any]
"""float64, or objects when the numbers given are exact."""


def price_absolute(price: ArrayLike, lowest: Number, highest: Number, points: Number) -> Prices:
    """Points on a fixed scale: all at `lowest` or below, none at `highest` or above, straight in between.

    `price` is one price or an array of them, as is what comes back. The bounds are declared beforehand, so
    nothing depends on other offers. ValueError unless lowest < highest.
    """
    if not lowest < highest:
        raise ValueError("lowest must be below highest")
    offered: Prices = np.asarray(price)
    return _within(points * (highest - offered) / (highest - lowest), points)


def price_relative_ratio(prices: ArrayLike, points: Number) -> Prices:
    """points · Pmin / P. Relative to the lowest offer; never reaches 0. ValueError unless all prices > 0."""
    offered = _positive(prices)
    ratio: Prices = points * offered.min() / offered
    return ratio


def price_relative_linear(prices: ArrayLike, points: Number) -> Prices:
    """points · (1 − (P − Pmin)/Pmin), 0 from twice the lowest offer. ValueError unless all prices > 0."""
    offered = _positive(prices)
    lowest = offered.min()
    return _within(points * (lowest - (offered - lowest)) / lowest, points)


def price_logarithmic(prices: ArrayLike, points: Number, half_points_factor: float) -> NDArray[np.float64]:
    """points · (1 − ½ · log(P/Pmin) / log(f)): half the points at f times the lowest offer, 0 from f².

    Always float64, since a logarithm is no fraction. ValueError unless all prices > 0 and f > 1.
    """
    if not half_points_factor > 1:
        raise ValueError("half_points_factor must be above 1")
    offered = _positive(prices).astype(np.float64)
    halves = np.log(offered / offered.min()) / np.log(float(half_points_factor))
    reached: NDArray[np.float64] = np.maximum(float(points) * (1 - halves / 2), 0.0)
    return reached


def price_after_value(price: ArrayLike, quality_value: ArrayLike) -> Prices:
    """Gunnen op waarde: the price less what its quality is worth in euro; the lowest outcome is best.

    Shapes as NumPy broadcasts them. Absolute: it does not depend on other offers.
    """
    fictitious: Prices = np.asarray(price) - np.asarray(quality_value)
    return fictitious


def _positive(prices: ArrayLike) -> Prices:
    offered = np.atleast_1d(np.asarray(prices))
    if not offered.size or not (offered > 0).all():
        raise ValueError("prices must be above 0, at least one")
    return offered


def _within(reached: Prices, points: Number) -> Prices:
    """No fewer than 0 and no more than all points."""
    kept: Prices = np.minimum(np.maximum(reached, 0), points)
    return kept
