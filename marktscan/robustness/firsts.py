"""Who is first in every ranking, without ranking the others: for the many times that only this is asked.

Floating point finds who may be first; whoever lies within rounding of the highest is compared exactly.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import partial

import numpy as np
from numpy.typing import NDArray

from marktscan.domain.scan import Scan
from marktscan.scoring.sums import Counting, Tables, tables
from marktscan.scoring.totals import total
from marktscan.scoring.worth import Worth

Floats = NDArray[np.float64]
NEAR = 1e-9
"""Scores (0–1) further apart than this differ: sums of some thousand numbers are rounded by 10⁻¹² at most."""
HUNDRED = 100


def first_places(
    scan: Scan, worth: Worth, asked: Mapping[str, Counting]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Per ranking who is first, alphabetical; nobody where nobody has a score. `asked` is what carries
    weight, by municipality."""
    own = {slug: tables(scan, asked[slug], worth) for slug in sorted(asked)}
    about = {slug: _about(found, worth.unit) for slug, found in own.items()}
    for slug, found in own.items():
        yield slug, _first(worth.vendors, about[slug], partial(_exact, found, worth.unit))
    for key in scan.project.keys:
        shares = {slug: share for slug, share in key.shares.items() if share}
        scores = sum(
            (float(share) * about[slug] for slug, share in shares.items()), np.zeros(len(worth.vendors))
        )
        yield f"key:{key.code}", _first(worth.vendors, scores, _joint(shares, own, worth.unit))


def _about(found: Tables, unit: int) -> Floats:
    """The scores (0–1) of all vendors; nan for who has none."""
    weight, low = (part.astype(np.float64) for part in (found.weight, found.low))
    stated = np.array(found.stated, dtype=np.float64)[:, None] * (weight > 0)
    values = np.divide(low, weight * unit, out=np.zeros_like(low), where=weight > 0)
    with np.errstate(invalid="ignore"):
        scores: Floats = (stated * values).sum(axis=0) / stated.sum(axis=0)
    return scores


def _first(vendors: Sequence[str], about: Floats, exact: Callable[[int], Fraction]) -> tuple[str, ...]:
    scored = about[~np.isnan(about)]
    near = np.flatnonzero(about >= scored.max(initial=-np.inf) - NEAR).tolist()
    if len(near) <= 1:
        return tuple(vendors[place] for place in near)
    scores = {vendors[place]: exact(place) for place in near}
    best = max(scores.values())
    return tuple(sorted(vendor for vendor, score in scores.items() if score == best))


def _exact(found: Tables, unit: int, vendor: int) -> Fraction:
    return total(found.sums(vendor), unit).low


def _joint(shares: Mapping[str, Fraction], own: Mapping[str, Tables], unit: int) -> Callable[[int], Fraction]:
    def exact(vendor: int) -> Fraction:
        return sum((share * _exact(own[slug], unit, vendor) for slug, share in shares.items()), Fraction(0))

    return exact
