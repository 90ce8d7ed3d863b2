"""What simulated bids are drawn from, when nobody has answered yet and when somebody has."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from math import comb
from typing import TypeVar

from marktscan.domain.answer import AnswerCode
from marktscan.domain.conventions import TOGETHER
from marktscan.domain.project import Project
from marktscan.domain.rehearsal import Assumptions
from marktscan.domain.scan import Scan

Drawn = TypeVar("Drawn", AnswerCode, int)

CODES = (
    AnswerCode.STANDARD,
    AnswerCode.CONFIGURATION,
    AnswerCode.PARTNER,
    AnswerCode.CUSTOM,
    AnswerCode.ROADMAP,
    AnswerCode.NONE,
)
"""From the best answer to the worst: a strong vendor gives the first ones more often."""
USUAL = (48, 20, 10, 7, 8, 7)
HARD = (80, 11, 3, 2, 2, 2)
"""Per hundred answers. Who bids knows the hard requirements, so those are met more often."""
_GOOD = Fraction(13, 20)
"""Marks fall like the heads of a coin that lands on its better side 65 times in a hundred."""
_PRICE = Decimal(1_000_000)


def assumed(project: Project) -> Assumptions:
    """The mix of a usual market, and prices between what the project declares."""
    lowest, highest = _bounds(project)
    return Assumptions(
        dict(zip(CODES, (Fraction(times, 100) for times in USUAL), strict=True)),
        dict(zip(CODES, (Fraction(times, 100) for times in HARD), strict=True)),
        _marks(sorted(project.rules.mark_points())),
        lowest,
        highest,
    )


def observed(scan: Scan) -> Assumptions:
    """The mix of the answers and marks that are there; the usual one for what nobody gave."""
    usual = assumed(scan.project)
    hard = {row.id for row in scan.programme.rows if row.knock_out}
    given = [(a.requirement in hard, a.code) for s in scan.submissions for a in s.answers.values()]
    marks = [mark.mark for s in scan.submissions for mark in s.marks if mark.mark is not None]
    return Assumptions(
        _mix([code for is_hard, code in given if not is_hard], usual.answers),
        _mix([code for is_hard, code in given if is_hard], usual.hard_answers),
        _mix(marks, usual.marks),
        usual.lowest,
        usual.highest,
        observed=True,
    )


def _mix(given: Iterable[Drawn], usual: Mapping[Drawn, Fraction]) -> dict[Drawn, Fraction]:
    """How often each of the usual ones was given."""
    count = Counter(item for item in given if item in usual)
    total = count.total()
    return {item: Fraction(count[item], total) for item in usual} if total else dict(usual)


def _marks(marks: Sequence[int]) -> dict[int, Fraction]:
    steps = len(marks) - 1
    return {
        mark: comb(steps, place) * _GOOD**place * (1 - _GOOD) ** (steps - place)
        for place, mark in enumerate(marks)
    }


def _bounds(project: Project) -> tuple[Decimal, Decimal]:
    """The declared bounds of a price; else up to the ceiling; else any amount, since only ratios count."""
    rules, ceiling = project.tender, project.costs.ceilings.get(TOGETHER)
    if rules.lowest and rules.highest:
        return rules.lowest, rules.highest
    return (ceiling / 2, ceiling) if ceiling else (_PRICE, _PRICE)
