"""Whether each answer comes with what its code requires, and does not contradict itself."""

import re
from collections import Counter
from collections.abc import Iterator

from marktscan.checking.questions import about, replies, sheet_of_answers
from marktscan.checking.vendors import shown
from marktscan.domain.answer import VENDOR_CODES, WORKS_TODAY, AnswerCode
from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.scan import Scan
from marktscan.domain.text import comparable

_LONGEST_REFERENCE = 10
"""Words of a mere reference; what is longer explains something itself."""
_FEW = 3
"""Answers that may share a text whatever their number; with few answers a percentage says nothing."""
_REFERENCE = re.compile(
    r"(?:zie|cf\.?|conform|volgens|wij verwijzen naar|verwijzing naar)\b[^:;]*"
    r"\b(?:offerte|bijlage|aanbieding|inschrijving|voorstel|brochure|website|document|documentatie)\b[^:;]*",
    re.IGNORECASE,
)


def claim_has_evidence(scan: Scan) -> Iterator[Finding]:
    """What works today is proved."""
    for reply in replies(scan, AnswerCode.STANDARD, AnswerCode.CONFIGURATION):
        if not reply.answer.evidence:
            yield about(Code.ANSWER_WITHOUT_EVIDENCE, reply, "evidence", answer=reply.answer.code)


def partner_is_named(scan: Scan) -> Iterator[Finding]:
    """An answer via a partner names the partner and the product."""
    for reply in replies(scan, AnswerCode.PARTNER):
        if not reply.answer.explanation:
            yield about(Code.PARTNER_WITHOUT_NAME, reply, "explanation")


def partner_has_a_price(scan: Scan) -> Iterator[Finding]:
    """An answer via a partner says what the partner costs."""
    for reply in replies(scan, AnswerCode.PARTNER):
        if not reply.answer.surcharge:
            yield about(Code.PARTNER_WITHOUT_PRICE, reply, "surcharge")


def custom_work_has_a_price(scan: Scan) -> Iterator[Finding]:
    """Custom work has a price."""
    for reply in replies(scan, AnswerCode.CUSTOM):
        if not reply.answer.surcharge:
            yield about(Code.CUSTOM_WITHOUT_PRICE, reply, "surcharge")


def not_applicable_is_allowed(scan: Scan) -> Iterator[Finding]:
    """Not applicable is answered only where every municipality that asks allows it."""
    for reply in replies(scan, AnswerCode.NOT_APPLICABLE):
        refusing = [
            scan.project.municipality(slug).name
            for slug, row in reply.question.positions.items()
            if not row.not_applicable_allowed
        ]
        if refusing:
            yield about(Code.NOT_APPLICABLE_NOT_ALLOWED, reply, "code", municipalities=", ".join(refusing))


def not_applicable_is_explained(scan: Scan) -> Iterator[Finding]:
    """Not applicable comes with an explanation."""
    for reply in replies(scan, AnswerCode.NOT_APPLICABLE):
        if not reply.answer.explanation:
            yield about(Code.NOT_APPLICABLE_WITHOUT_REASON, reply, "explanation")


def confidential_has_a_reason(scan: Scan) -> Iterator[Finding]:
    """Who calls an answer confidential says why."""
    for reply in replies(scan):
        if reply.answer.confidential and not reply.answer.confidential_reason:
            yield about(Code.CONFIDENTIAL_WITHOUT_REASON, reply, "confidential_reason")


def working_today_has_no_later_date(scan: Scan) -> Iterator[Finding]:
    """What works today is not promised for later."""
    for reply in replies(scan, *WORKS_TODAY):
        answer = reply.answer
        if answer.available is not None and answer.available > scan.project.reference_date:
            yield about(
                Code.ANSWER_CONTRADICTS,
                reply,
                "available",
                answer=answer.code,
                available=answer.available_text,
            )


def explanation_explains(scan: Scan) -> Iterator[Finding]:
    """An explanation is more than a reference to another document."""
    for reply in replies(scan):
        if _is_reference(reply.answer.explanation):
            yield about(Code.SEE_OFFER, reply, "explanation", explanation=reply.answer.explanation)


def _is_reference(explanation: str) -> bool:
    short = len(explanation.split()) <= _LONGEST_REFERENCE
    return short and _REFERENCE.fullmatch(explanation) is not None


def not_everything_is_standard(scan: Scan) -> Iterator[Finding]:
    """Hardly any vendor offers everything as standard."""
    limit = scan.project.rules.standard_flag
    for submission in scan.submissions:
        given = [answer.code for answer in submission.answers.values() if answer.code in VENDOR_CODES]
        standard = given.count(AnswerCode.STANDARD)
        if 100 * standard > limit * len(given):
            yield finding(
                Code.ALMOST_ALL_STANDARD,
                sheet_of_answers(submission),
                vendor=shown(submission.vendor),
                percent=100 * standard // len(given),
                limit=limit,
            )


def explanations_differ(scan: Scan) -> Iterator[Finding]:
    """A vendor explains each answer, not many with one and the same text."""
    limit = scan.project.assessing.same_text
    for submission in scan.submissions:
        given = [answer for answer in submission.answers.values() if answer.code in VENDOR_CODES]
        texts = Counter(folded for answer in given if (folded := _folded(answer.explanation)))
        for text, count in texts.items():
            if count > _FEW and 100 * count > limit * len(given):
                first = next(answer for answer in given if _folded(answer.explanation) == text)
                yield finding(
                    Code.ONE_EXPLANATION,
                    first.origin.cell("explanation"),
                    vendor=shown(submission.vendor),
                    count=count,
                    percent=100 * count // len(given),
                    text=first.explanation,
                    limit=limit,
                )


def _folded(explanation: str) -> str:
    return comparable(explanation).casefold()


CHECKS = (
    claim_has_evidence,
    partner_is_named,
    partner_has_a_price,
    custom_work_has_a_price,
    not_applicable_is_allowed,
    not_applicable_is_explained,
    confidential_has_a_reason,
    working_today_has_no_later_date,
    explanation_explains,
    not_everything_is_standard,
    explanations_differ,
)
