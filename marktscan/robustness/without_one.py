"""Leaving out one municipality, assessor or theme: who is first then."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction

from marktscan.domain.project import JointKey
from marktscan.domain.results import Results
from marktscan.domain.scan import Scan, Submission
from marktscan.domain.sureness import LeftOut, WithoutOne
from marktscan.robustness.leave_one_out import first_place
from marktscan.robustness.tipping import Profile, named, profiles
from marktscan.scoring import rankings_of
from marktscan.scoring.formulas import weighted_sum
from marktscan.scoring.rankings import joint_rankings


def without_one(scan: Scan, results: Results) -> tuple[WithoutOne, ...]:
    """Every municipality out of every joint ranking, every assessor and every theme out of every ranking."""
    before = named(results.municipalities, results.joint)
    found = (
        *_without_municipality(scan, results),
        *_without_assessor(scan),
        *_without_theme(scan, results),
    )
    return tuple(
        WithoutOne(kind, name, ranking, first, first != first_place(before[ranking]))
        for kind, name, ranking, first in found
    )


Found = Iterator[tuple[LeftOut, str, str, tuple[str, ...]]]
"""What was left out, its name, the ranking and who is first in it."""


def _without_municipality(scan: Scan, results: Results) -> Found:
    """The others keep their proportions; a key that then has no weight left is skipped."""
    for slug in results.municipalities:
        keys = tuple(_key_without(slug, key) for key in scan.project.keys if key.shares.get(slug, 0) != 1)
        joint = joint_rankings(
            replace(scan, project=replace(scan.project, keys=keys)), results.municipalities
        )
        for code, ranking in joint.items():
            yield LeftOut.MUNICIPALITY, slug, f"key:{code}", first_place(ranking)


def _key_without(slug: str, key: JointKey) -> JointKey:
    left = 1 - key.shares.get(slug, Fraction(0))
    return replace(key, shares={name: share / left for name, share in key.shares.items() if name != slug})


def _without_assessor(scan: Scan) -> Found:
    """Everything computed again without the marks of one; what was agreed together stays."""
    for assessor in sorted({mark.assessor for s in scan.submissions for mark in s.marks}):
        others = tuple(_marks_without(assessor, submission) for submission in scan.submissions)
        rankings = rankings_of(replace(scan, submissions=others))
        for name, ranking in named(*rankings).items():
            yield LeftOut.ASSESSOR, assessor, name, first_place(ranking)


def _marks_without(assessor: str, submission: Submission) -> Submission:
    return replace(submission, marks=tuple(m for m in submission.marks if m.assessor != assessor))


def _without_theme(scan: Scan, results: Results) -> Found:
    for name, profile in profiles(scan, results).items():
        for code, weight in profile.weights.items():
            if profile.values and weight != 1:
                yield LeftOut.THEME, code, name, _first_without(code, profile)


def _first_without(code: str, profile: Profile) -> tuple[str, ...]:
    """Weights keep their proportions, so nothing needs to be divided to see who is first."""
    weights = [weight for theme, weight in profile.weights.items() if theme != code]
    scores = {
        vendor: weighted_sum(weights, _others(code, values)) for vendor, values in profile.values.items()
    }
    return tuple(vendor for vendor, score in scores.items() if score == max(scores.values()))


def _others(code: str, values: Mapping[str, Fraction]) -> list[Fraction]:
    return [value for theme, value in values.items() if theme != code]
