"""Whether promises say when they come and whether that is a commitment."""

from collections.abc import Iterator
from datetime import date

from marktscan.checking.questions import Reply, about, replies
from marktscan.domain.answer import AnswerCode
from marktscan.domain.finding import Code, Finding
from marktscan.domain.scan import Scan


def promise_has_a_date(scan: Scan) -> Iterator[Finding]:
    """A promise says when it comes; a date that cannot be read is the reader's finding."""
    for reply in replies(scan, AnswerCode.ROADMAP):
        if reply.answer.available is None and not reply.answer.available_text:
            yield about(Code.ROADMAP_WITHOUT_DATE, reply, "available")


def promise_is_in_the_future(scan: Scan) -> Iterator[Finding]:
    """A promise lies after the reference date: what was due before it works today or was not kept."""
    for reply, available in _dated(scan):
        if available < scan.project.reference_date:
            yield about(
                Code.ROADMAP_PAST,
                reply,
                "available",
                available=reply.answer.available_text,
                reference_date=_written(scan.project.reference_date),
            )


def promise_is_in_time(scan: Scan) -> Iterator[Finding]:
    """A promise comes before the new contract starts."""
    for reply, available in _dated(scan):
        if available > scan.project.go_live:
            yield about(
                Code.ROADMAP_AFTER_GO_LIVE,
                reply,
                "available",
                available=reply.answer.available_text,
                go_live=_written(scan.project.go_live),
            )


def promise_says_whether_it_is_committed(scan: Scan) -> Iterator[Finding]:
    """A promise says whether the contract will hold it."""
    for reply in replies(scan, AnswerCode.ROADMAP):
        if reply.answer.committed is None:
            yield about(Code.ROADMAP_COMMITMENT_MISSING, reply, "committed")


def _dated(scan: Scan) -> Iterator[tuple[Reply, date]]:
    for reply in replies(scan, AnswerCode.ROADMAP):
        if reply.answer.available is not None:
            yield reply, reply.answer.available


def _written(day: date) -> str:
    return f"{day.day}-{day.month}-{day.year}"


CHECKS = (
    promise_has_a_date,
    promise_is_in_the_future,
    promise_is_in_time,
    promise_says_whether_it_is_committed,
)
