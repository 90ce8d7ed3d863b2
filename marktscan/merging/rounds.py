"""Compare answers on another round of the questionnaire with what is asked now."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from marktscan.domain.answer import Answer, AnswerCode
from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.programme import JointRequirement, Programme
from marktscan.domain.scan import Submission
from marktscan.domain.source import Source
from marktscan.domain.text import comparable

Findings = tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Change:
    """A question whose text was another one when the vendor answered it."""

    question: JointRequirement
    answer: Answer


def on_this_round(
    programme: Programme, submissions: Sequence[Submission], current: int
) -> tuple[tuple[Submission, ...], Findings]:
    """The submissions with only answers to what is asked now; an answer to another text is unclear.

    An answer to the same text counts, whatever its round.
    """
    compared = [_compared(programme, submission, current) for submission in submissions]
    return tuple(item for item, _ in compared), tuple(told for _, found in compared for told in found)


def _compared(programme: Programme, submission: Submission, current: int) -> tuple[Submission, Findings]:
    changes = tuple(_changes(programme, submission))
    if not changes and submission.round in {0, current}:
        return submission, ()
    unclear = {item.answer.requirement: replace(item.answer, code=AnswerCode.UNCLEAR) for item in changes}
    found = [_changed(submission, item) for item in changes]
    if submission.round not in {0, current}:
        found.insert(0, _other_round(programme, submission, current, len(changes)))
    return replace(submission, answers={**submission.answers, **unclear}), tuple(found)


def _changes(programme: Programme, submission: Submission) -> Iterator[_Change]:
    """The questions that the vendor answered as they were sent, and that read otherwise now."""
    for question in programme.rows:
        answer = submission.answers.get(question.id)
        if answer and answer.as_sent and comparable(answer.text) != comparable(question.text):
            yield _Change(question, answer)


def _changed(submission: Submission, change: _Change) -> Finding:
    place = _chosen_text(change.question) or change.answer.origin.cell("text")
    facts = {"vendor": _shown(submission), "requirement": change.question.id, "text": change.answer.text}
    return finding(Code.QUESTION_OF_OLD_ROUND, place, **facts)


def _chosen_text(question: JointRequirement) -> Source | None:
    """Where the chosen text would stand, when people decided on a sheet that has no column for it."""
    place = question.decision.origin.cell("text") if question.decision else None
    return place if place and place.absent else None


def _shown(submission: Submission) -> str:
    return submission.vendor.product or submission.vendor.slug


def _other_round(programme: Programme, submission: Submission, current: int, changed: int) -> Finding:
    known = sum(question.id in submission.asked for question in programme.rows)
    return finding(
        Code.ROUND_OLD if submission.round < current else Code.ROUND_NEWER,
        Source(submission.answers_file),
        vendor=_shown(submission),
        round=submission.round,
        current=current,
        same=known - changed,
        changed=changed,
        new=len(programme.rows) - known,
    )
