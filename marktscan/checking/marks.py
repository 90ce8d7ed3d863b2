"""Whether marks are for wishes, motivated, and about something the vendor offers."""

from collections.abc import Iterator

from marktscan.checking.vendors import shown
from marktscan.domain.answer import AnswerCode
from marktscan.domain.assessment import Mark
from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.scan import Scan, Submission


def _marks(scan: Scan) -> Iterator[tuple[Submission, Mark]]:
    return ((submission, mark) for submission in scan.submissions for mark in submission.marks)


def assessed(scan: Scan) -> set[str]:
    """The ids of what assessors mark: the wishes."""
    return {row.id for row in scan.programme.rows if row.assessed}


def mark_is_motivated(scan: Scan) -> Iterator[Finding]:
    """A mark has a motivation."""
    for _, mark in _marks(scan):
        if mark.mark is not None and not mark.motivation:
            yield finding(
                Code.MARK_WITHOUT_MOTIVATION,
                mark.origin.cell("motivation"),
                assessor=mark.assessor,
                requirement=mark.requirement,
                mark=mark.mark,
            )


def mark_is_for_a_wish(scan: Scan) -> Iterator[Finding]:
    """Only wishes are marked."""
    if not scan.programme_is_whole:
        return
    wishes = assessed(scan)
    for _, mark in _marks(scan):
        if mark.mark is not None and mark.requirement not in wishes:
            place = mark.origin.cell("mark")
            yield finding(Code.MARK_NOT_ASKED, place, assessor=mark.assessor, requirement=mark.requirement)


def mark_stands_once(scan: Scan) -> Iterator[Finding]:
    """An assessor marks each wish of a vendor once."""
    seen: dict[tuple[str, str, str], Mark] = {}
    for submission, mark in _marks(scan):
        if mark.mark is None:
            continue
        first = seen.setdefault((submission.vendor.slug, mark.assessor, mark.requirement), mark)
        if first is not mark:
            yield finding(
                Code.MARK_DOUBLE,
                mark.origin.cell("id"),
                assessor=mark.assessor,
                requirement=mark.requirement,
                first=first.origin.cell("id"),
            )


def mark_is_about_an_offer(scan: Scan) -> Iterator[Finding]:
    """A mark above 0 is for something the vendor offers today."""
    for submission, mark in _marks_of_wishes(scan):
        code = _answer(submission, mark.requirement)
        if mark.mark and code is not AnswerCode.UNCLEAR and not _offers(scan, code):
            yield finding(
                Code.MARK_WITHOUT_OFFER,
                mark.origin.cell("mark"),
                assessor=mark.assessor,
                requirement=mark.requirement,
                vendor=shown(submission.vendor),
                mark=mark.mark,
                answer=code,
            )


def offered_wish_is_marked(scan: Scan) -> Iterator[Finding]:
    """An assessor marks every wish the vendor offers, unless there is a consensus."""
    agreed = {
        (submission.vendor.slug, item.requirement)
        for submission in scan.submissions
        for item in submission.consensus
        if item.mark is not None
    }
    for submission, mark in _marks_of_wishes(scan):
        offered = _offers(scan, _answer(submission, mark.requirement))
        if mark.mark is None and offered and (submission.vendor.slug, mark.requirement) not in agreed:
            yield finding(
                Code.MARK_MISSING,
                mark.origin.cell("mark"),
                assessor=mark.assessor,
                requirement=mark.requirement,
                vendor=shown(submission.vendor),
            )


def _marks_of_wishes(scan: Scan) -> Iterator[tuple[Submission, Mark]]:
    """The marks of wishes that stand beside an answer; of a vendor without usable answers there are none."""
    wishes = assessed(scan)
    for submission, mark in _marks(scan):
        if submission.readable and mark.requirement in wishes:
            yield submission, mark


def _answer(submission: Submission, requirement: str) -> AnswerCode:
    answer = submission.answers.get(requirement)
    return answer.code if answer else AnswerCode.UNANSWERED


def _offers(scan: Scan, code: AnswerCode) -> bool:
    """Whether this answer is worth anything now."""
    return scan.project.rules.answer_points.get(code, 0) > 0


CHECKS = (
    mark_is_motivated,
    mark_is_for_a_wish,
    mark_stands_once,
    mark_is_about_an_offer,
    offered_wish_is_marked,
)
