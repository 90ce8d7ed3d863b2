"""Marks beside each other (method, section 5): how far they lie apart, and who marks mildly."""

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from marktscan.domain.agreement import Leniency, Spread
from marktscan.domain.assessment import Mark
from marktscan.domain.programme import JointRequirement
from marktscan.domain.project import Rules
from marktscan.domain.scan import Scan, Submission
from marktscan.scoring.judged import Judged, judged_by_requirement
from marktscan.scoring.lines import code_of


def spreads(scan: Scan) -> tuple[Spread, ...]:
    """Every wish that counts by its marks, by vendor, in the order of the programme."""
    ordered = sorted(scan.submissions, key=lambda submission: submission.vendor.slug)
    return tuple(spread for submission in ordered for spread in _spreads_of(submission, scan))


def leniency(found: tuple[Spread, ...], rules: Rules) -> tuple[Leniency, ...]:
    """How far each assessor's points lie, on average, above those of the others for the same wish.

    Shown, never corrected. An assessor who marked nothing that others marked is left out.
    """
    differences = defaultdict[str, list[Fraction]](list)
    for spread in found:
        total = sum((points_of(mark, rules) for mark in spread.marks), Fraction(0))
        others = len(spread.marks) - 1
        for mark in spread.marks if others else ():
            own = points_of(mark, rules)
            differences[mark.assessor].append(own - (total - own) / others)
    return tuple(
        Leniency(assessor, len(all_), sum(all_, Fraction(0)) / len(all_))
        for assessor, all_ in sorted(differences.items())
    )


def step_of(mark: Mark, rules: Rules) -> int:
    """The place of a mark on the scale, the lowest 0."""
    return sorted(level.mark for level in rules.marks).index(_given(mark))


def points_of(mark: Mark, rules: Rules) -> Fraction:
    """What a mark is worth (0–100)."""
    return Fraction(rules.mark_points()[_given(mark)])


def _given(mark: Mark) -> int:
    """The mark itself; ValueError for an empty one, which no spread holds."""
    if mark.mark is None:
        raise ValueError("an empty mark has no place on the scale")
    return mark.mark


def _spreads_of(submission: Submission, scan: Scan) -> Iterator[Spread]:
    judged = judged_by_requirement(submission) if submission.readable else {}
    rules = scan.project.rules
    for row in scan.programme.rows:
        if row.id in judged and judged[row.id].marks and _counts_by_marks(row, submission, rules):
            yield _spread(submission.vendor.slug, row, judged[row.id], rules)


def _counts_by_marks(row: JointRequirement, submission: Submission, rules: Rules) -> bool:
    """Whether it is a wish on offer: what is not offered now is worth nothing, whatever its marks."""
    code = code_of(submission.answers.get(row.id))
    return row.assessed and rules.answer_points.get(code, 0) > 0


def _spread(vendor: str, row: JointRequirement, judged: Judged, rules: Rules) -> Spread:
    places = [step_of(mark, rules) for mark in judged.marks]
    settled = judged.consensus is not None
    return Spread(vendor, row.id, row.theme, judged.marks, max(places) - min(places), settled)
