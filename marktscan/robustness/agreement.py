"""How far raters agree: Kendall's W over rankings, Krippendorff's α over marks."""

from collections.abc import Callable
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
ScaleLevel = Literal["nominal", "ordinal", "interval", "ratio"]


def kendall_w(ranks: ArrayLike) -> float:
    """Kendall's coefficient of concordance W, 0 (no agreement) to 1, corrected for ties.

    `ranks` has shape (raters, items); only the order within a row counts: tied items get the mean of the
    ranks they share, whichever numbers they carry. The result is nan when no rater distinguishes any items.
    ValueError for fewer than two raters or two items, and for what is no table of finite numbers.
    Source: Kendall & Babington Smith 1939; Siegel & Castellan 1988, eq. 9.17.
    """
    given = _table(ranks)
    if not np.isfinite(given).all():
        raise ValueError("ranks must be complete and finite")
    raters, items = given.shape
    if raters < 2 or items < 2:  # noqa: PLR2004
        raise ValueError("kendall_w needs at least two raters and two items")
    table = np.apply_along_axis(_mid_ranks, 1, given)
    sums = table.sum(axis=0)
    spread = float(((sums - sums.mean()) ** 2).sum())
    ties = sum(_tie_correction(row) for row in table)
    greatest = raters**2 * (items**3 - items) - raters * ties
    return 12 * spread / greatest if greatest else float("nan")


def mean_rank_correlation(w: float, raters: int) -> float:
    """The mean of Spearman's ρ over all pairs of raters, r̄ = (mW − 1)/(m − 1): −1/(m − 1) to 1.

    With three raters W = 0.33 looks like some agreement; r̄ = 0 shows that it is none. nan when W is nan.
    ValueError for fewer than two raters.
    """
    if raters < 2:  # noqa: PLR2004
        raise ValueError("mean_rank_correlation needs at least two raters")
    return (raters * w - 1) / (raters - 1)


def krippendorff_alpha(ratings: ArrayLike, level: ScaleLevel) -> float:
    """Krippendorff's α: 1 is full agreement, 0 what chance gives, below 0 systematic disagreement.

    `ratings` has shape (raters, units) with nan for a missing rating; units with one rating do not count.
    `level` is how differences are measured. The result is nan when nothing can be compared or when all
    ratings are equal. ValueError for an unknown level, for what is no table of numbers, for an infinite
    rating, and on the ratio level for one below 0. Source: Krippendorff 2004, ch. 11.
    """
    if level not in _DIFFERENCES:
        raise ValueError(f"unknown level {level!r}: choose {', '.join(_DIFFERENCES)}")
    table = _table(ratings)
    values = np.unique(table[~np.isnan(table)])
    if np.isinf(values).any():
        raise ValueError("ratings must be finite, or nan where missing")
    if level == "ratio" and (values < 0).any():
        raise ValueError("ratings on the ratio level must be 0 or more")
    coincidences = _coincidences(table, values)
    margins = coincidences.sum(axis=1)
    total = margins.sum()
    difference = _DIFFERENCES[level](values, margins)
    expected = float((np.outer(margins, margins) * difference).sum())
    if expected == 0:
        return float("nan")
    return 1 - float((coincidences * difference).sum()) * float(total - 1) / expected


def _table(numbers: ArrayLike) -> Floats:
    table = np.atleast_2d(np.asarray(numbers, dtype=np.float64))
    if table.ndim != 2:  # noqa: PLR2004
        raise ValueError("a table is needed: a row for every rater")
    return table


def _mid_ranks(row: Floats) -> Floats:
    """The lowest number first; equal ones get the mean of the ranks they span: 1, 2.5, 2.5, 4."""
    _, group, sizes = np.unique(row, return_inverse=True, return_counts=True)
    middles: Floats = np.cumsum(sizes) - (sizes - 1) / 2
    return middles[group]


def _tie_correction(row: Floats) -> int:
    """Σ(t³ − t) over the groups of t tied items."""
    _, sizes = np.unique(row, return_counts=True)
    return int((sizes**3 - sizes).sum())


def _coincidences(table: Floats, values: Floats) -> Floats:
    """How often two raters gave each pair of values to one unit, each unit's pairs weighing 1/(m − 1)."""
    counts = (table[:, :, None] == values).sum(axis=0).astype(np.float64)
    rated = counts.sum(axis=1)
    paired = counts[rated > 1] / np.sqrt(rated[rated > 1] - 1)[:, None]
    own = (counts[rated > 1] / (rated[rated > 1] - 1)[:, None]).sum(axis=0)
    pairs: Floats = paired.T @ paired - np.diag(own)
    return pairs


def _nominal(values: Floats, margins: Floats) -> Floats:
    return 1 - np.eye(len(values))


def _ordinal(values: Floats, margins: Floats) -> Floats:
    """(number of ratings from the one value up to the other, the ends counted half)²."""
    middle = np.cumsum(margins) - margins / 2
    return np.subtract.outer(middle, middle) ** 2


def _interval(values: Floats, margins: Floats) -> Floats:
    return np.subtract.outer(values, values) ** 2


def _ratio(values: Floats, margins: Floats) -> Floats:
    sums = np.add.outer(values, values)
    return (np.subtract.outer(values, values) / np.where(sums == 0, 1, sums)) ** 2


_DIFFERENCES: dict[str, Callable[[Floats, Floats], Floats]] = {
    "nominal": _nominal,
    "ordinal": _ordinal,
    "interval": _interval,
    "ratio": _ratio,
}
