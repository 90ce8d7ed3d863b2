"""One line per municipality × vendor × requirement: value, weights and cells, before they become a table."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from marktscan.domain.answer import Answer, AnswerCode
from marktscan.domain.project import Rules
from marktscan.domain.results import State
from marktscan.domain.scan import Scan, Submission
from marktscan.domain.source import Source
from marktscan.scoring.asked import Asked, asked_by
from marktscan.scoring.judged import NOT_JUDGED, Judged, judged_by_requirement
from marktscan.scoring.values import Value, value_of


@dataclass(frozen=True, slots=True)
class Line:
    """What one vendor answers to one row of one municipality, and what that is worth there."""

    asked: Asked
    vendor: str
    code: AnswerCode
    value: Value
    answer_cell: Source

    @property
    def municipality(self) -> str:
        """The municipality that asks."""
        return self.asked.position.municipality

    @property
    def counted_weight(self) -> int:
        """The raw weight, 0 where n.v.t. was granted: then the rest of the theme shares it."""
        return 0 if self.value.state is State.GRANTED else self.asked.raw_weight

    @property
    def reason(self) -> str:
        """Why the value is what it is and, when the row carries no weight, why."""
        return self.value.reason + self.asked.note

    @property
    def cells(self) -> tuple[Source, ...]:
        """Every cell the line rests on: weights, answer, then what else made the value."""
        return (*self.asked.cells, self.answer_cell, *self.value.sources)


def lines_of(scan: Scan) -> tuple[Line, ...]:
    """The lines by municipality and vendor, alphabetical, in the order of the programme.

    A vendor whose answers could not be used has no lines.
    """
    usable = [submission for submission in scan.submissions if submission.readable]
    ordered = sorted(usable, key=lambda submission: submission.vendor.slug)
    judged = {submission.vendor.slug: judged_by_requirement(submission) for submission in ordered}
    return tuple(
        line
        for item in sorted(scan.lists, key=lambda item: item.municipality)
        for asked in (asked_by(scan, item),)
        for submission in ordered
        for line in _lines(asked, submission, judged[submission.vendor.slug], scan.project.rules)
    )


def code_of(answer: Answer | None) -> AnswerCode:
    """The answer's code; a row the vendor's sheet does not have is unanswered."""
    return answer.code if answer else AnswerCode.UNANSWERED


def answer_cell(submission: Submission, answer: Answer | None) -> Source:
    """Where the answer stands; the file when the vendor's sheet does not have the row."""
    return answer.origin.cell("code") if answer else Source(submission.answers_file)


def _lines(
    rows: Sequence[Asked], submission: Submission, judged: Mapping[str, Judged], rules: Rules
) -> Iterator[Line]:
    for asked in rows:
        answer = submission.answers.get(asked.requirement)
        code = code_of(answer)
        value = value_of(asked.position, code, judged.get(asked.requirement, NOT_JUDGED), rules)
        yield Line(asked, submission.vendor.slug, code, value, answer_cell(submission, answer))
