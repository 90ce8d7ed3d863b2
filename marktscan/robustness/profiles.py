"""Every ranking by theme, exactly: weights and values of which each score is the weighted sum.

A theme that was granted n.v.t. as a whole counts, for the vendor concerned, as that vendor's own score: that
is what giving its weight to the others amounts to at the stated weights. So every total stays the sum of
weight × value.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from marktscan.domain.project import JointKey
from marktscan.domain.results import Ranking, Results, VendorScore
from marktscan.domain.scan import Scan
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
