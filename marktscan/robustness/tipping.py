"""Omslagpunten: within which weight of a theme first place holds, over all vendors.

Moving the weight of one theme scales the others along. A theme that was granted n.v.t. as a whole counts,
for the vendor concerned, as that vendor's own score: that is what giving its weight to the others amounts to
at the stated weights, so every total stays Σ weight × value.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from marktscan.domain.project import JointKey
from marktscan.domain.results import Ranking, Results, TippingPoint, VendorScore
from marktscan.domain.scan import Scan
from marktscan.robustness.formulas import level_share
from marktscan.scoring.asked import theme_shares
from marktscan.scoring.formulas import weighted_sum


@dataclass(frozen=True, slots=True)
class Profile:
    """One ranking by theme: the stated weights (0–1) by theme and, by vendor in the order of the ranking, the
    values (0–100) by theme. A vendor's score is Σ weight × value."""

    weights: Mapping[str, Fraction]
    values: Mapping[str, Mapping[str, Fraction]]


def named(municipalities: Mapping[str, Ranking], joint: Mapping[str, Ranking]) -> dict[str, Ranking]:
    """Every ranking under one name: a municipality's slug, or "key:" and the code of a joint key."""
    return {**municipalities, **{f"key:{code}": found for code, found in joint.items()}}


def tipping_points(scan: Scan, results: Results) -> tuple[TippingPoint, ...]:
    """Per ranking and theme with weight, in the order of the project, the interval in which first holds."""
    return tuple(
        point
        for name, profile in profiles(scan, results).items()
        if profile.values
        for point in points(name, profile)
    )


def profiles(scan: Scan, results: Results) -> dict[str, Profile]:
    """Every ranking by theme."""
    own = {name: _profile(scan, name, found) for name, found in results.municipalities.items()}
    joint = {f"key:{key.code}": _joint(scan, key, own, results.joint[key.code]) for key in scan.project.keys}
    return {**own, **joint}


def _profile(scan: Scan, municipality: str, found: Ranking) -> Profile:
    weights = theme_shares(scan, scan.list_of(municipality))
    values = {entry.vendor: {code: _value(entry, code) for code in weights} for entry in found.scored}
    return Profile(weights, values)


def _value(entry: VendorScore, code: str) -> Fraction:
    theme = entry.theme(code)
    return theme.low if theme else entry.low or Fraction(0)


def _joint(scan: Scan, key: JointKey, own: Mapping[str, Profile], found: Ranking) -> Profile:
    """Weight per theme: Σ share × weight; value: Σ share × weight × value over that weight."""
    codes = [theme.code for theme in scan.project.themes]
    parts = {code: _parts(code, key, own) for code in codes}
    weights = {code: sum(part.values(), Fraction(0)) for code, part in parts.items() if part}
    values = {
        entry.vendor: {code: _mean(code, entry.vendor, parts[code], own) for code in weights}
        for entry in found.scored
    }
    return Profile(weights, values)


def _parts(code: str, key: JointKey, own: Mapping[str, Profile]) -> dict[str, Fraction]:
    """What each municipality adds to the joint weight of a theme."""
    weighted = {name: share * own[name].weights.get(code, 0) for name, share in key.shares.items()}
    return {name: weight for name, weight in weighted.items() if weight}


def _mean(code: str, vendor: str, parts: Mapping[str, Fraction], own: Mapping[str, Profile]) -> Fraction:
    values = [own[name].values[vendor][code] for name in parts]
    return weighted_sum(list(parts.values()), values) / sum(parts.values())


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
    rivals = list(_rivals(profile))
    whole = sum(profile.weights.values(), Fraction(0))
    for code, weight in profile.weights.items():
        ties = list(_ties(rivals, code, weight, whole - weight))
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


def _rivals(profile: Profile) -> Iterator[_Rival]:
    weights = list(profile.weights.values())
    best, *_ = profile.values.values()
    for vendor, values in list(profile.values.items())[1:]:
        by_theme = {code: best[code] - value for code, value in values.items()}
        yield _Rival(vendor, weighted_sum(weights, list(by_theme.values())), by_theme)


def _ties(rivals: Sequence[_Rival], code: str, weight: Fraction, others: Fraction) -> Iterator[_Tie]:
    """Where each rival comes level; at a share of exactly 0 or 1 nothing changes, no weight lies beyond."""
    for rival in rivals:
        own = rival.by_theme[code]
        share = level_share(rival.lead, weight, others, own)
        if share is not None and 0 < share < 1:
            yield _Tie(share, rival.vendor, own < 0)
