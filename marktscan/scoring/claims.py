"""Claims and proof: what a yes is worth once it must have been documented, demonstrated or confirmed."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from marktscan.domain.answer import WORKS_TODAY, Answer
from marktscan.domain.assessment import Level, Mark
from marktscan.domain.claims import Claims, Unproved, Verified
from marktscan.domain.programme import JointRequirement
from marktscan.domain.results import Contribution, Results
from marktscan.domain.scan import Scan, Submission
from marktscan.domain.source import Source
from marktscan.domain.text import comparable
from marktscan.scoring.promises import joint_points
from marktscan.scoring.revalue import Bounds, revalued

LADDER = tuple(Level)
"""Lowest first."""
Levels = Mapping[tuple[str, str], Level]
"""By vendor and requirement, of what is said to work today."""
NOTHING = Fraction(0)


def claims(scan: Scan, results: Results) -> Claims:
    """The outcome as verified at every level, and what is still to prove."""
    proved = {
        (submission.vendor.slug, id_): level_of(answer, given.get(answer.requirement, ()))
        for submission in scan.submissions
        if submission.readable
        for given in (_levels(submission),)
        for id_, answer in submission.answers.items()
        if answer.code in WORKS_TODAY
    }
    verified = tuple(_verified(scan, results, proved, level) for level in LADDER[1:])
    return Claims(verified, tuple(_unproved(scan, results, proved)), _counted(proved))


def _counted(proved: Levels) -> dict[str, dict[Level, int]]:
    """How many claims of each vendor reach which level."""
    found: dict[str, dict[Level, int]] = {}
    for (vendor, _), level in proved.items():
        own = found.setdefault(vendor, dict.fromkeys(LADDER, 0))
        own[level] += 1
    return found


def _levels(submission: Submission) -> Mapping[str, Sequence[Mark]]:
    """By requirement the marks that come with a level."""
    found = defaultdict[str, list[Mark]](list)
    for mark in submission.marks:
        if mark.level:
            found[mark.requirement].append(mark)
    return found


def level_of(answer: Answer, given: Sequence[Mark]) -> Level:
    """How far a claim is proved: what all assessors who gave a level agree on at least.

    Where nobody did, evidence that the vendor names makes it documented, as it does for a knock-out.
    """
    levels = [mark.level for mark in given if mark.level]
    if levels:
        return min(levels, key=LADDER.index)
    return Level.DOCUMENTED if answer.evidence.strip() else Level.CLAIMED


def _verified(scan: Scan, results: Results, proved: Levels, level: Level) -> Verified:
    def value(row: Contribution) -> Bounds:
        reached = proved.get((row.vendor, row.requirement))
        kept = reached is None or _reaches(reached, level)
        return (row.low, row.high) if kept else (NOTHING, NOTHING)

    return Verified(level, revalued(scan, results, value))


def _reaches(level: Level, asked: Level) -> bool:
    return LADDER.index(level) >= LADDER.index(asked)


def _unproved(scan: Scan, results: Results, proved: Levels) -> Iterator[Unproved]:
    stakes = _stakes(scan, results, proved)
    for submission in sorted(scan.submissions, key=lambda s: s.vendor.slug):
        vendor = submission.vendor.slug
        told = _Told(submission, _levels(submission), _same_explanations(submission))
        found = [
            _item(row, told, proved[vendor, row.id], stakes.get((vendor, row.id), {}))
            for row in scan.programme.rows
            if (vendor, row.id) in proved
            and not _reaches(proved[vendor, row.id], scan.project.assessing.minimum_level)
        ]
        base = f"key:{scan.project.keys[0].code}"
        at_stake = [item for item in found if item.knock_outs or any(item.stakes.values())]
        yield from sorted(at_stake, key=lambda item: (not item.knock_outs, -item.stakes.get(base, NOTHING)))


@dataclass(frozen=True, slots=True)
class _Told:
    """What one vendor said, the marks with a level, and how many answers share the explanation of each."""

    submission: Submission
    levels: Mapping[str, Sequence[Mark]]
    alike: Mapping[str, int]


def _item(row: JointRequirement, told: _Told, level: Level, stakes: Mapping[str, Fraction]) -> Unproved:
    answer = told.submission.answers[row.id]
    return Unproved(
        vendor=told.submission.vendor.slug,
        requirement=row.id,
        code=answer.code,
        level=level,
        knock_outs=tuple(sorted(slug for slug, own in row.positions.items() if own.knock_out)),
        stakes=stakes,
        sources=tuple(_cells(answer, told.levels.get(answer.requirement, ()))),
        alike=told.alike[row.id],
    )


def _same_explanations(submission: Submission) -> dict[str, int]:
    """By requirement how many answers share its explanation; one without an explanation is like no other."""
    said = {id_: comparable(answer.explanation).casefold() for id_, answer in submission.answers.items()}
    times = Counter(said.values())
    return {id_: times[text] if text else 1 for id_, text in said.items()}


def _cells(answer: Answer, given: Sequence[Mark]) -> Iterator[Source]:
    """The answer, its evidence and every level given."""
    yield from (answer.origin.cell("code"), answer.origin.cell("evidence"))
    yield from (mark.origin.cell("level") for mark in given)


def _stakes(scan: Scan, results: Results, proved: Levels) -> dict[tuple[str, str], dict[str, Fraction]]:
    """What each claim adds to every ranking in which its vendor has a score; unknown counts as everything."""
    own = defaultdict[tuple[str, str], dict[str, Fraction]](dict)
    for row in results.contributions:
        if (row.vendor, row.requirement) in proved:
            own[row.vendor, row.requirement][row.municipality] = 100 * row.weight * row.high
    return {
        (vendor, id_): {**found, **joint_points(vendor, found, scan.project, results)}
        for (vendor, id_), found in own.items()
    }
