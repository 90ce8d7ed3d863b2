"""What the invented assessors think: a mark for every wish, and a level for the knock-outs of their own."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from marktscan.domain.answer import WORKS_TODAY, AnswerCode
from marktscan.domain.assessment import Level
from marktscan.example.answers import answers, code
from marktscan.example.draws import choice, normal, uniform
from marktscan.example.questions import Question, questions
from marktscan.example.settings import mark_levels
from marktscan.example.submission_files import InventedVendor, read_text, table
from marktscan.spreadsheets.sheet import Row

OFFERED = WORKS_TODAY | {AnswerCode.CUSTOM}
_BASE = {
    AnswerCode.STANDARD: 7.6,
    AnswerCode.CONFIGURATION: 7.0,
    AnswerCode.PARTNER: 6.0,
    AnswerCode.CUSTOM: 4.0,
}
_FORGOTTEN = 0.01
"""Part of the marks, and of the motivations, that somebody forgot."""
_EXCELLENT, _HIGH, _MIDDLE = 10, 8, 6


@dataclass(frozen=True, slots=True)
class Judgement:
    """One assessor's mark and motivation; no mark when it was forgotten or is not asked."""

    mark: int | None
    motivation: str


@cache
def assessors() -> dict[str, dict[str, Any]]:
    """The invented assessors: how strict they are and how they write."""
    return tomllib.loads(read_text("assessors.toml"))


def mark_rows(vendor: InventedVendor, assessor: str) -> list[Row]:
    """The sheet Beoordeling of one assessor: the wishes, and the knock-outs of the own municipality."""
    return [_row(vendor, assessor, question) for question in questions() if _is_judged(question, assessor)]


def judged(vendor: InventedVendor, assessor: str, question: Question) -> Judgement:
    """What this assessor makes of this vendor's answer; some marks and some motivations were forgotten."""
    unmarkable = not question.wish or code(vendor.slug, question.id) is AnswerCode.NOT_APPLICABLE
    if unmarkable or uniform("no mark", vendor.slug, assessor, question.id) < _FORGOTTEN:
        return Judgement(None, "")
    mark = _mark(vendor, assessor, question.id)
    if uniform("no motivation", vendor.slug, assessor, question.id) < _FORGOTTEN:
        return Judgement(mark, "")
    return Judgement(mark, _motivation(vendor, assessor, question.id, mark))


def _is_judged(question: Question, assessor: str) -> bool:
    return question.wish or question.knock_out_in(assessor.rpartition("-")[0])


def _row(vendor: InventedVendor, assessor: str, question: Question) -> Row:
    answer = answers(vendor.slug)[question.id]
    judgement = judged(vendor, assessor, question)
    return {
        "id": question.id,
        "text": question.text,
        "answer": answer["code"],
        "answer_explanation": answer["explanation"],
        "answer_evidence": answer["evidence"],
        "level": _level(answer),
        "mark": judgement.mark,
        "motivation": judgement.motivation,
    }


def _level(answer: Mapping[str, str]) -> str | None:
    """How far the evidence carries the claim; nothing is claimed where nothing works today."""
    if not answer["code"] or AnswerCode(answer["code"]) not in OFFERED:
        return None
    proofs = {"demo": Level.DEMONSTRATED, "referentie": Level.CONFIRMED, "productie": Level.CONFIRMED}
    evidence = answer["evidence"].lower()
    found = [level for word, level in proofs.items() if word in evidence]
    return (found or [Level.DOCUMENTED if answer["evidence"] else Level.CLAIMED])[-1].value


def _mark(vendor: InventedVendor, assessor: str, requirement: str) -> int:
    """The nearest mark on the scale to what the answer deserves in this assessor's eyes."""
    given = code(vendor.slug, requirement)
    if given not in OFFERED:
        return 0
    person = assessors()[assessor]
    shared = normal(1.0, "shared", vendor.slug, requirement)
    own = normal(person["noise"], "own", vendor.slug, assessor, requirement)
    wanted = _BASE[given] + vendor.quality + person["shift"] + shared + own
    return min((level.mark for level in mark_levels()), key=lambda mark: abs(mark - wanted))


def _motivation(vendor: InventedVendor, assessor: str, requirement: str, mark: int) -> str:
    """A motivation in this assessor's words, about this vendor's answer."""
    phrase = choice(
        assessors()[assessor][_kind(vendor.slug, requirement, mark)], vendor.slug, assessor, requirement
    )
    available = answers(vendor.slug)[requirement]["available"]
    facts = remarks().get((requirement, vendor.slug), {}) | {"when": available}
    return sentences(phrase.format_map(facts))


def _kind(vendor: str, requirement: str, mark: int) -> str:
    """Which phrases fit: by what is offered, then by the mark."""
    unoffered = {AnswerCode.ROADMAP: "promised", AnswerCode.UNANSWERED: "silent"}
    given = code(vendor, requirement)
    if given not in OFFERED:
        return unoffered.get(given, "absent")
    grades = {_EXCELLENT: "excellent", _HIGH: "high", _MIDDLE: "middle"}
    return grades.get(mark, "low")


@cache
def remarks() -> dict[tuple[str, str], dict[str, str]]:
    """What there is to say for and against each answer, by question and vendor."""
    return {
        (row["id"], row["vendor"]): {"good": row["good"], "bad": row["bad"]} for row in table("judgements")
    }


def sentences(text: str) -> str:
    """The text with a capital at the start of every sentence."""
    return ". ".join(part[:1].upper() + part[1:] for part in text.split(". "))
