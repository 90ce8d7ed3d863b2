"""What the invented assessors fill in: a mark for every wish, and a level for the knock-outs of their own."""

from collections.abc import Mapping
from dataclasses import dataclass

from marktscan.domain.answer import AnswerCode
from marktscan.domain.assessment import Level
from marktscan.example.answers import answers, code
from marktscan.example.draws import normal, uniform
from marktscan.example.motivations import OFFERED, motivation
from marktscan.example.questions import Question, questions
from marktscan.example.settings import mark_levels
from marktscan.example.submission_files import InventedAssessor, InventedVendor
from marktscan.spreadsheets.columns import JUDGE_ALL, JUDGE_LEVEL
from marktscan.spreadsheets.sheet import Row

_BASE = {
    AnswerCode.STANDARD: 7.1,
    AnswerCode.CONFIGURATION: 6.5,
    AnswerCode.PARTNER: 5.6,
    AnswerCode.CUSTOM: 3.6,
}
"""The mark an average answer with this code deserves in an average assessor's eyes."""
_SHARED_NOISE = 1.0
"""How far an answer may be better or worse than its code, in marks and for all assessors alike."""
_FORGOTTEN = 0.01
"""Part of the marks, and of the motivations, that somebody forgot."""
_PROOFS = (
    (("referentie", "productie", "klant"), Level.CONFIRMED),
    (("demo", "testverslag", "testexport", "ketentest", "postman"), Level.DEMONSTRATED),
    (("filmpje", "schermafdruk", "hoofdlijnen", "schets", "geen"), Level.CLAIMED),
)
"""Words in a vendor's evidence and how far they prove a claim; the first that fits counts."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One assessor's mark and motivation; no mark when it was forgotten or is not asked."""

    mark: int | None
    motivation: str


def mark_rows(vendor: InventedVendor, assessor: InventedAssessor) -> list[Row]:
    """The sheet Beoordeling of one assessor: the wishes, and the knock-outs of the own municipality."""
    return [_row(vendor, assessor, question) for question in questions() if _is_judged(question, assessor)]


def judged(vendor: InventedVendor, assessor: InventedAssessor, question: Question) -> Judgement:
    """What this assessor makes of this vendor's answer; some marks and some motivations were forgotten."""
    words = (vendor.slug, assessor.slug, question.id)
    unmarkable = not question.wish or code(vendor.slug, question.id) is AnswerCode.NOT_APPLICABLE
    if unmarkable or uniform("no mark", *words) < _FORGOTTEN:
        return Judgement(None, "")
    mark = _mark(vendor, assessor, question.id)
    if uniform("no motivation", *words) < _FORGOTTEN:
        return Judgement(mark, "")
    return Judgement(mark, motivation(vendor.slug, assessor, question.id, mark))


def _is_judged(question: Question, assessor: InventedAssessor) -> bool:
    return question.wish or question.knock_out_in(assessor.municipality)


def _row(vendor: InventedVendor, assessor: InventedAssessor, question: Question) -> Row:
    answer = answers(vendor.slug)[question.id]
    judgement = judged(vendor, assessor, question)
    return {
        "id": question.id,
        "text": question.text,
        "answer": answer["code"],
        "answer_explanation": answer["explanation"],
        "answer_evidence": answer["evidence"],
        "asked": JUDGE_ALL if question.wish else JUDGE_LEVEL,
        "level": _level(answer),
        "mark": judgement.mark,
        "motivation": judgement.motivation,
    }


def _level(answer: Mapping[str, str]) -> str | None:
    """How far the evidence carries the claim; nothing is claimed where nothing works today."""
    if not answer["code"] or AnswerCode(answer["code"]) not in OFFERED:
        return None
    evidence = answer["evidence"].lower()
    found = (level for words, level in _PROOFS if any(word in evidence for word in words))
    return next(found, Level.DOCUMENTED if evidence else Level.CLAIMED).value


def _mark(vendor: InventedVendor, assessor: InventedAssessor, requirement: str) -> int:
    """The nearest mark on the scale to what the answer deserves in this assessor's eyes."""
    given = code(vendor.slug, requirement)
    if given not in OFFERED:
        return 0
    shared = normal(_SHARED_NOISE, "shared", vendor.slug, requirement)
    own = normal(assessor.noise, "own", vendor.slug, assessor.slug, requirement)
    deserved = _BASE[given] + vendor.quality + shared + assessor.shift + own
    return min((level.mark for level in mark_levels()), key=lambda mark: abs(mark - deserved))
