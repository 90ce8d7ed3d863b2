"""Leaving out one municipality, assessor or theme: who is first then."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from marktscan.domain.project import JointKey
from marktscan.domain.results import Ranking, Results
from marktscan.domain.scan import Scan, Submission
from marktscan.domain.sureness import LeftOut, WithoutOne
from marktscan.robustness.firsts import first_places
from marktscan.robustness.leave_one_out import first_place
from marktscan.robustness.near import highest_without
from marktscan.robustness.profiles import Profile, named, profiles
from marktscan.scoring.formulas import weighted_sum
from marktscan.scoring.sums import counting
from marktscan.scoring.worth import held_in, worth_of


def without_one(scan: Scan, results: Results) -> tuple[WithoutOne, ...]:
    """Every municipality out of every joint ranking, every assessor and every theme out of every ranking."""
    before = named(results.municipalities, results.joint)
    found = (
        *without_municipality(scan, results),
        *without_assessor(scan),
        *without_theme(profiles(scan, results)),
    )
    return tuple(
        WithoutOne(kind, name, ranking, first, first != first_place(before[ranking]))
        for kind, name, ranking, first in found
    )


Found = Iterator[tuple[LeftOut, str, str, tuple[str, ...]]]
"""What was left out, its name, the ranking and who is first in it."""


def without_municipality(scan: Scan, results: Results) -> Found:
    """Every municipality out of every joint ranking.

    The others keep their proportions; a key that then has no weight left is skipped.
    """
    joint = {key.code: _parts_of(key, results.municipalities) for key in scan.project.keys}
    for slug in results.municipalities:
        for key in scan.project.keys:
            if key.shares.get(slug, 0) != 1:
                yield LeftOut.MUNICIPALITY, slug, f"key:{key.code}", _first_elsewhere(slug, joint[key.code])


@dataclass(frozen=True, slots=True)
class _Joint:
    """Share × score of one vendor by municipality, their sum, and the municipalities without a score."""

    parts: Mapping[str, Fraction]
    whole: Fraction
    missing: frozenset[str]


def _parts_of(key: JointKey, municipalities: Mapping[str, Ranking]) -> dict[str, _Joint]:
    """What every vendor gets from every municipality that has a share under this key."""
    counted = {slug: share for slug, share in key.shares.items() if share}
    found = defaultdict[str, dict[str, Fraction]](dict)
    for slug in counted:
        for entry in municipalities[slug].scored:
            found[entry.vendor][slug] = entry.low or Fraction(0)
    return {vendor: _joint(counted, scores) for vendor, scores in sorted(found.items())}


def _joint(shares: Mapping[str, Fraction], scores: Mapping[str, Fraction]) -> _Joint:
    whole = weighted_sum([shares[slug] for slug in scores], list(scores.values()))
    parts = {slug: shares[slug] * score for slug, score in scores.items()}
    return _Joint(parts, whole, frozenset(set(shares) - set(scores)))


def _first_elsewhere(left_out: str, joint: Mapping[str, _Joint]) -> tuple[str, ...]:
    """Who is first over the other municipalities: dividing by what is left changes no order."""
    return _best(
        {
            vendor: own.whole - own.parts.get(left_out, 0)
            for vendor, own in joint.items()
            if own.missing <= {left_out}
        }
    )


def _best(scores: Mapping[str, Fraction]) -> tuple[str, ...]:
    """Who has the highest score, alphabetical."""
    best = max(scores.values(), default=None)
    return tuple(sorted(vendor for vendor, score in scores.items() if score == best))


def without_assessor(scan: Scan) -> Found:
    """Every assessor out of every ranking: scored again without the marks of one; what was agreed together
    stays."""
    asked = {item.municipality: counting(scan, item) for item in scan.lists}
    held = held_in(scan.programme)
    for assessor in sorted({mark.assessor for s in scan.submissions for mark in s.marks}):
        others = tuple(_marks_without(assessor, submission) for submission in scan.submissions)
        without = replace(scan, submissions=others)
        for name, first in first_places(without, worth_of(without, held), asked):
            yield LeftOut.ASSESSOR, assessor, name, first


def _marks_without(assessor: str, submission: Submission) -> Submission:
    return replace(submission, marks=tuple(m for m in submission.marks if m.assessor != assessor))


def without_theme(own: Mapping[str, Profile]) -> Found:
    """Every theme out of every ranking; weights keep their proportions, so nothing needs to be divided."""
    for name, profile in own.items():
        for (code, weight), near in zip(profile.weights.items(), highest_without(profile), strict=True):
            if near and weight != 1:
                scores = {vendor: _without(code, vendor, profile) for vendor in near[1:] and near}
                yield LeftOut.THEME, code, name, _best(scores) if scores else tuple(near)


def _without(code: str, vendor: str, profile: Profile) -> Fraction:
    others = [other for other in profile.weights if other != code]
    values = profile.values[vendor]
    return weighted_sum([profile.weights[other] for other in others], [values[other] for other in others])
