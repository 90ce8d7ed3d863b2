"""One promise at a time (method, section 4): how firm it is, what it weighs and what it adds."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction

from marktscan.domain.answer import Answer, AnswerCode
from marktscan.domain.conventions import Credibility, PromiseRules
from marktscan.domain.outlook import Promise, Standing
from marktscan.domain.project import JointKey, Project
from marktscan.domain.results import Contribution, Results
from marktscan.domain.scan import Scan
from marktscan.scoring.formulas import halving, months_begun, weighted_sum
from marktscan.scoring.revalue import Bounds

Requirement = tuple[str, str]
"""A vendor and one of its requirements."""
Gains = Mapping[Requirement, Mapping[str, Fraction]]
"""Points by ranking."""
NOTHING, IN_FULL = Fraction(0), Fraction(1)
DECIDING = ("code", "available", "committed", "evidence")
"""The fields of an answer on which its weight as a promise rests."""


def promises(scan: Scan, results: Results) -> tuple[Promise, ...]:
    """What every answer R weighs and adds, by vendor, in the order of the programme."""
    gains = _gains(scan, results)
    return tuple(_promise(vendor, answer, scan.project, gains) for vendor, answer in promised(scan))


def promised(scan: Scan) -> Iterator[tuple[str, Answer]]:
    """Every answer R to what was asked and who gave it, by vendor, in the order of the programme."""
    return (
        (submission.vendor.slug, answer)
        for submission in sorted(scan.submissions, key=lambda s: s.vendor.slug)
        for row in scan.programme.rows
        if submission.readable
        and (answer := submission.answers.get(row.id))
        and answer.code is AnswerCode.ROADMAP
    )


def credibility_of(answer: Answer, rules: PromiseRules) -> Credibility:
    """How firm a promise is: without a date nothing else counts."""
    if answer.available is None:
        return Credibility.NONE
    if answer.committed:
        return Credibility.CONTRACT
    evidence = answer.evidence.casefold()
    public = any(word.casefold() in evidence for word in rules.public_words)
    return Credibility.PUBLIC if public else Credibility.STATEMENT


def standing_of(available: date | None, project: Project) -> Standing:
    """Whether a promise for this date counts: from the reference date up to the start of the contract."""
    if available is None:
        return Standing.UNDATED
    if available < project.reference_date:
        return Standing.PAST
    return Standing.LATE if available > project.go_live else Standing.WEIGHED


def factor_of(answer: Answer, project: Project) -> Fraction:
    """What a promise weighs (0–1): credibility × 2^(−months/half-life), 0 when its date is past or too late.

    Without a date there is nothing to halve: only the credibility declared for that, by default 0.
    """
    credibility = Fraction(project.promises.credibility[credibility_of(answer, project.promises)])
    if answer.available is None:
        return credibility
    if standing_of(answer.available, project) is not Standing.WEIGHED:
        return NOTHING
    months = months_begun(project.reference_date, answer.available)
    return credibility * halving(months, project.promises.half_life_months)


def with_promise(row: Contribution, delivered: Fraction, factor: Fraction) -> Bounds:
    """The value of a promised row with `factor` of what delivery adds; delivery takes nothing away."""
    if not factor:
        return row.low, row.high
    low = _delivered(row.low, delivered, factor)
    return low, low if row.high == row.low else _delivered(row.high, delivered, factor)


def _delivered(now: Fraction, delivered: Fraction, factor: Fraction) -> Fraction:
    return now + max(delivered - now, NOTHING) * factor


def _promise(vendor: str, answer: Answer, project: Project, gains: Gains) -> Promise:
    return Promise(
        vendor=vendor,
        requirement=answer.requirement,
        available=answer.available,
        credibility=credibility_of(answer, project.promises),
        standing=standing_of(answer.available, project),
        factor=factor_of(answer, project),
        gains=gains.get((vendor, answer.requirement), {}),
        sources=tuple(answer.origin.cell(name) for name in DECIDING),
    )


def _gains(scan: Scan, results: Results) -> Gains:
    """What every promise adds to every ranking in which its vendor has a score."""
    delivered = Fraction(scan.project.promises.delivered, 100)
    own = defaultdict[Requirement, dict[str, Fraction]](dict)
    for row in results.contributions:
        if row.code is AnswerCode.ROADMAP:
            low, _ = with_promise(row, delivered, IN_FULL)
            own[row.vendor, row.requirement][row.municipality] = 100 * row.weight * (low - row.low)
    return {
        (vendor, id_): {**found, **joint_points(vendor, found, scan.project, results)}
        for (vendor, id_), found in own.items()
    }


def joint_points(
    vendor: str, own: Mapping[str, Fraction], project: Project, results: Results
) -> dict[str, Fraction]:
    """What points of the municipalities come to under every key that gives this vendor a score."""
    return {
        f"key:{key.code}": _joint(key, own)
        for key in project.keys
        if results.joint[key.code].of(vendor).low is not None
    }


def _joint(key: JointKey, own: Mapping[str, Fraction]) -> Fraction:
    """Σ share × points over the municipalities with points."""
    known = [slug for slug in key.shares if slug in own]
    return weighted_sum([key.shares[slug] for slug in known], [own[slug] for slug in known])
