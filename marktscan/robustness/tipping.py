"""Omslagpunten: within which weight of a theme first place holds, over all vendors.

Moving the weight of one theme scales the others along.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, partial

from marktscan.domain.results import Results, TippingPoint
from marktscan.domain.scan import Scan
from marktscan.robustness.formulas import level_share
from marktscan.robustness.near import may_tie
from marktscan.robustness.profiles import Profile, profiles
from marktscan.scoring.formulas import weighted_sum


def tipping_points(scan: Scan, results: Results) -> tuple[TippingPoint, ...]:
    """Per ranking and theme with weight, in the order of the project, the interval in which first holds."""
    return tuple(
        point
        for name, profile in profiles(scan, results).items()
        if profile.values
        for point in points(name, profile)
    )


@dataclass(frozen=True, slots=True, order=True)
class _Tie:
    """The share of a theme at which a rival comes level with the first, who, and whether it passes the first
    as the theme gets more weight."""

    share: Fraction
    vendor: str
    rises: bool


@dataclass(frozen=True, slots=True)
class _Rival:
    """A vendor that is not first: how far the first leads on it, together and per theme."""

    vendor: str
    lead: Fraction
    by_theme: Mapping[str, Fraction]


def points(name: str, profile: Profile) -> Iterator[TippingPoint]:
    """For every weight of one ranking the interval in which first place holds."""
    rival = cache(partial(_rival, profile))
    whole = sum(profile.weights.values(), Fraction(0))
    for (code, weight), near in zip(profile.weights.items(), may_tie(profile), strict=True):
        ties = list(_ties(map(rival, near), code, weight, whole - weight))
        lower, upper = _below(ties), _above(ties)
        yield TippingPoint(
            municipality=name,
            theme=code,
            weight=weight,
            lower=lower.share if lower else None,
            upper=upper.share if upper else None,
            lower_vendor=lower.vendor if lower else "",
            upper_vendor=upper.vendor if upper else "",
        )


def _below(ties: Sequence[_Tie]) -> _Tie | None:
    """The nearest change of first place when the theme gets less weight."""
    return min((t for t in ties if not t.rises), key=lambda tie: (-tie.share, tie.vendor), default=None)


def _above(ties: Sequence[_Tie]) -> _Tie | None:
    """The nearest change of first place when the theme gets more weight."""
    return min((t for t in ties if t.rises), default=None)


def _rival(profile: Profile, vendor: str) -> _Rival:
    best, *_ = profile.values.values()
    by_theme = {code: best[code] - value for code, value in profile.values[vendor].items()}
    return _Rival(vendor, weighted_sum(list(profile.weights.values()), list(by_theme.values())), by_theme)


def _ties(rivals: Iterable[_Rival], code: str, weight: Fraction, others: Fraction) -> Iterator[_Tie]:
    """Where each rival comes level; at a share of exactly 0 or 1 nothing changes, no weight lies beyond."""
    for rival in rivals:
        own = rival.by_theme[code]
        share = level_share(rival.lead, weight, others, own)
        if share is not None and 0 < share < 1:
            yield _Tie(share, rival.vendor, own < 0)
