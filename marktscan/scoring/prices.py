"""Price formulas a later tender could use, as bare functions: arrays in, values out.

Exact numbers in (Fraction) give exact numbers out; integers and floats give float64. Points run from 0 to
`points`. What is relative to the offers present makes the order of two vendors depend on a third: such a
result is only ever shown with its leave-one-out table (Chen 2008, J. Public Procurement 8:407).

No outcome is nan: a price that is no finite number, or below 0, is refused with a ValueError that says so, as
are no prices at all, and points below 0. A price of 0 is an offer where the formula does not divide by it.
"""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from marktscan.scoring.formulas import is_finite

Number = Any
"""int, float, Decimal or Fraction; one kind within a call, as Python's own arithmetic demands."""
Prices = NDArray[Any]
"""float64, or objects when the numbers given are exact."""


def price_absolute(price: ArrayLike, lowest: Number, highest: Number, points: Number) -> Prices:
    """Points on a fixed scale: all at `lowest` or below, none at `highest` or above, straight in between.

    `price` is one price or an array of them, as is what comes back. The bounds are declared beforehand, so
    nothing depends on other offers. ValueError unless all prices ≥ 0, 0 ≤ lowest < highest and points ≥ 0,
    all finite.
    """
    _amounts([lowest, highest], "lowest and highest")
    if not lowest < highest:
        raise ValueError("lowest must be below highest")
    offered = _amounts(price, "prices")
    return _within(_points(points) * (highest - offered) / (highest - lowest), points)


def price_relative_ratio(prices: ArrayLike, points: Number) -> Prices:
    """points · Pmin / P. Relative to the lowest offer; never reaches 0.

    ValueError unless all prices > 0 and points ≥ 0, all finite.
    """
    offered = _positive(prices)
    ratio: Prices = _points(points) * offered.min() / offered
    return ratio


def price_relative_linear(prices: ArrayLike, points: Number) -> Prices:
    """points · (1 − (P − Pmin)/Pmin), 0 from twice the lowest offer.

    ValueError unless all prices > 0 and points ≥ 0, all finite.
    """
    offered = _positive(prices)
    lowest = offered.min()
    return _within(_points(points) * (lowest - (offered - lowest)) / lowest, points)


def price_logarithmic(prices: ArrayLike, points: Number, half_points_factor: float) -> NDArray[np.float64]:
    """points · (1 − ½ · log(P/Pmin) / log(f)): half the points at f times the lowest offer, 0 from f².

    Always float64, since a logarithm is no fraction. ValueError unless all prices > 0, f > 1 and points ≥ 0,
    all finite.
    """
    if not 1 < half_points_factor < np.inf:
        raise ValueError("half_points_factor must be above 1 and finite")
    offered = _positive(prices).astype(np.float64)
    halves = np.log(offered / offered.min()) / np.log(float(half_points_factor))
    reached: NDArray[np.float64] = np.maximum(float(_points(points)) * (1 - halves / 2), 0.0)
    return reached


def price_after_value(price: ArrayLike, quality_value: ArrayLike) -> Prices:
    """Gunnen op waarde: the price less what its quality is worth in euro; the lowest outcome is best.

    Shapes as NumPy broadcasts them. Absolute: it does not depend on other offers. The outcome is below 0 when
    the quality is worth more than the price. ValueError unless all prices ≥ 0 and finite and every quality
    value finite (a value below 0 is a malus), and when the shapes do not fit.
    """
    worth = np.asarray(quality_value)
    if not is_finite(worth):
        raise ValueError("quality values must be finite, at least one")
    fictitious: Prices = _amounts(price, "prices") - worth
    return fictitious


def _positive(prices: ArrayLike) -> Prices:
    offered = np.atleast_1d(np.asarray(prices))
    if not is_finite(offered) or not (offered > 0).all():
        raise ValueError("prices must be above 0 and finite, at least one")
    return offered


def _amounts(given: ArrayLike, name: str) -> Prices:
    amounts = np.asarray(given)
    if not is_finite(amounts) or not (amounts >= 0).all():
        raise ValueError(f"{name} must be 0 or more and finite, at least one")
    return amounts


def _points(points: Number) -> Number:
    _amounts(points, "points")
    return points


def _within(reached: Prices, points: Number) -> Prices:
    """No fewer than 0 and no more than all points."""
    kept: Prices = np.minimum(np.maximum(reached, 0), points)
    return kept
