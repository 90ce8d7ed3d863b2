"""Whether the questions that were asked are the ones that were answered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from marktscan.checking.vendors import shown
from marktscan.domain.answer import Answer, AnswerCode
from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.programme import Decision, JointRequirement, absent_ids
from marktscan.domain.scan import Scan, Submission
from marktscan.domain.source import Source
from marktscan.domain.text import comparable


@dataclass(frozen=True, slots=True)
class Reply:
    """A vendor's answer to a question that was asked."""

    submission: Submission
    question: JointRequirement
    answer: Answer

    @property
    def vendor(self) -> str:
        """Who answers."""
        return shown(self.submission.vendor)


def replies(scan: Scan, *codes: AnswerCode) -> Iterator[Reply]:
    """Every answer to a question that was asked; only those with one of the codes when any are given."""
    for submission in _answered(scan):
        for row in scan.programme.rows:
            answer = submission.answers.get(row.id)
            if answer is not None and (not codes or answer.code in codes):
                yield Reply(submission, row, answer)


def about(code: Code, reply: Reply, field: str, **facts: object) -> Finding:
    """A finding about one field of a reply."""
    place = reply.answer.origin.cell(field)
    return finding(code, place, requirement=reply.question.id, vendor=reply.vendor, **facts)


def _answered(scan: Scan) -> Iterator[Submission]:
    return (submission for submission in scan.submissions if submission.readable)


def sheet_of_answers(submission: Submission) -> Source:
    """The sheet with the answers, or the file when it holds none."""
    first = next(iter(submission.answers.values()), None)
    return Source(submission.answers_file, first.origin.sheet if first else "")


def answer_was_asked(scan: Scan) -> Iterator[Finding]:
    """A vendor answers only what was asked."""
    if not scan.programme_is_whole:
        return
    asked, absent = scan.programme.by_id(), absent_ids(scan.decisions)
    decided = {item.joint_id for item in scan.decisions if absent}
    for submission in _answered(scan):
        for answer in submission.answers.values():
            if answer.requirement not in asked:
                joint = {answer.requirement, answer.requirement.rpartition("-")[0]}  # ARC-11, or its ARC-11-A
                place = next(iter(absent.values())) if joint & decided else answer.origin.cell("id")
                yield finding(Code.ANSWER_NOT_ASKED, place, requirement=answer.requirement)


def row_was_sent(scan: Scan) -> Iterator[Finding]:
    """A vendor adds no rows for questions that were not in its questionnaire."""
    for reply in replies(scan):
        asked = reply.submission.asked
        if asked and reply.question.id not in asked:
            yield about(Code.ROW_ADDED, reply, "id")


def question_is_answered(scan: Scan) -> Iterator[Finding]:
    """A vendor answers every question."""
    for reply in replies(scan, AnswerCode.UNANSWERED):
        yield about(Code.ANSWER_EMPTY, reply, "code")


def question_is_in_the_file(scan: Scan) -> Iterator[Finding]:
    """The vendor's file still holds every question."""
    if not scan.programme_is_whole:
        return
    absent = absent_ids(scan.decisions)
    for submission in _answered(scan):
        for row in scan.programme.rows:
            if row.id not in submission.answers:
                yield finding(
                    _why_missing(submission, row.id),
                    _unjoined(row, absent) or sheet_of_answers(submission),
                    requirement=row.id,
                    vendor=shown(submission.vendor),
                )


def _unjoined(row: JointRequirement, absent: Mapping[str, Source]) -> Source | None:
    """Where the ids would stand for want of which this row is a question of its own."""
    if row.decision is None:
        return next((absent[slug] for slug in row.positions if slug in absent), None)
    return next(iter(absent.values()), None) if row.decision.decision is Decision.SEPARATE else None


def _why_missing(submission: Submission, requirement: str) -> Code:
    """Whether the vendor took the row out, never had it, or the file does not say."""
    if not submission.asked:
        return Code.ANSWER_ROW_MISSING
    return Code.ROW_DELETED if requirement in submission.asked else Code.QUESTION_LATER


def question_is_unchanged(scan: Scan) -> Iterator[Finding]:
    """The text of a question came back as it was sent."""
    for reply in replies(scan):
        text = comparable(reply.answer.text)
        if not reply.answer.as_sent and text and text != comparable(reply.question.text):
            yield about(Code.QUESTION_CHANGED, reply, "text", text=text, expected=reply.question.text)


CHECKS = (
    answer_was_asked,
    row_was_sent,
    question_is_answered,
    question_is_in_the_file,
    question_is_unchanged,
)
