"""Hard requirements, beside the score: who meets them, who does not, and what nobody meets."""

from collections.abc import Iterable
from datetime import date

from marktscan.domain.answer import Answer, AnswerCode
from marktscan.domain.requirement import Requirement
from marktscan.domain.results import STRICTNESS, KnockOut, KnockOutState
from marktscan.domain.scan import Scan, Submission
from marktscan.domain.source import Source
from marktscan.scoring.lines import answer_cell, code_of

Verdict = tuple[KnockOutState, str]
MET, CONDITIONAL, TO_VERIFY, FAILED = STRICTNESS

BY_CODE: dict[AnswerCode, Verdict] = {
    AnswerCode.PARTNER: (CONDITIONAL, "via een partner"),
    AnswerCode.CUSTOM: (FAILED, "alleen met maatwerk"),
    AnswerCode.NONE: (FAILED, "niet aangeboden"),
    AnswerCode.NOT_APPLICABLE: (TO_VERIFY, "niet van toepassing, maar dat mag hier niet"),
    AnswerCode.UNANSWERED: (TO_VERIFY, "geen antwoord"),
    AnswerCode.UNCLEAR: (TO_VERIFY, "antwoord onduidelijk"),
}

DECIDED_BY = {
    AnswerCode.STANDARD: ("evidence",),
    AnswerCode.CONFIGURATION: ("evidence",),
    AnswerCode.ROADMAP: ("available", "committed"),
}


def knock_outs(scan: Scan) -> tuple[KnockOut, ...]:
    """Every hard requirement by municipality and vendor, alphabetical, in the order of the programme."""
    ordered = sorted(scan.submissions, key=lambda submission: submission.vendor.slug)
    return tuple(
        _knock_out(id_, position, submission, scan.project.go_live)
        for item in sorted(scan.lists, key=lambda item: item.municipality)
        for hard in (_hard(scan, item.municipality),)
        for submission in ordered
        for id_, position in hard
        if _applies(position, submission.answers.get(id_))
    )


def _hard(scan: Scan, municipality: str) -> list[tuple[str, Requirement]]:
    """The rows that are hard for this municipality, by joint id."""
    own = ((row.id, row.positions.get(municipality)) for row in scan.programme.rows)
    return [(id_, position) for id_, position in own if position and position.knock_out]


def strictest(states: Iterable[KnockOutState]) -> KnockOutState:
    """The strictest of the states; without any there is nothing to fail."""
    return max(states, key=STRICTNESS.index, default=MET)


def verdict(answer: Answer | None, go_live: date) -> Verdict:
    """Whether an answer meets a hard requirement, and why in a few Dutch words."""
    code = code_of(answer)
    if answer is None or code in BY_CODE:
        return BY_CODE[code]
    if code is AnswerCode.ROADMAP:
        return _promise(answer, go_live)
    return (
        (MET, "werkt nu, met bewijs") if answer.evidence.strip() else (TO_VERIFY, "werkt nu, zonder bewijs")
    )


def _promise(answer: Answer, go_live: date) -> Verdict:
    """A promise counts only when committed by contract for a date before the start."""
    if not answer.committed:
        return FAILED, "belofte, niet contractueel toegezegd"
    if answer.available is None:
        return FAILED, "belofte zonder datum"
    if answer.available > go_live:
        return FAILED, "belofte, maar pas na de start"
    return CONDITIONAL, "belofte, contractueel toegezegd, uiterlijk bij de start"


def _applies(position: Requirement, answer: Answer | None) -> bool:
    """Whether the hard requirement holds for this answer: granted n.v.t. takes it away."""
    return not (position.not_applicable_allowed and code_of(answer) is AnswerCode.NOT_APPLICABLE)


def _answer_cells(submission: Submission, answer: Answer | None) -> tuple[Source, ...]:
    """The answer and the cells beside it that decide."""
    if answer is None:
        return (answer_cell(submission, answer),)
    return tuple(answer.origin.cell(name) for name in ("code", *DECIDED_BY.get(answer.code, ())))


def _knock_out(id_: str, position: Requirement, submission: Submission, go_live: date) -> KnockOut:
    answer = submission.answers.get(id_)
    state, reason = (
        verdict(answer, go_live) if submission.readable else (TO_VERIFY, "antwoorden niet bruikbaar")
    )
    sources = (position.origin.cell("knock_out"), *_answer_cells(submission, answer))
    return KnockOut(position.municipality, submission.vendor.slug, id_, state, reason, sources)
