"""The answers of the invented vendors, one per question."""

import re
from datetime import date
from functools import cache

from marktscan.domain.answer import AnswerCode
from marktscan.example.questions import Question, questions
from marktscan.example.submission_files import table
from marktscan.spreadsheets.sheet import CellValue, Row
from marktscan.wording.formats import MONTHS

_REPLY = ("code", "explanation", "evidence", "committed", "surcharge", "confidential_reason")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@cache
def answers(vendor: str) -> dict[str, dict[str, str]]:
    """What one vendor answers, by joint id."""
    return {row["id"]: dict(row) for row in table(f"answers/{vendor}")}


def answer_rows(vendor: str) -> list[Row]:
    """The sheet Vragen as this vendor returns it."""
    return [{**_asked(question), **_reply(vendor, question)} for question in questions()]


def code(vendor: str, requirement: str) -> AnswerCode:
    """The code a vendor chose; UNANSWERED when it left the cell empty."""
    return AnswerCode(answers(vendor)[requirement]["code"] or AnswerCode.UNANSWERED)


def when(vendor: str, requirement: str) -> str:
    """The promised date in words: "april 2027"."""
    text = answers(vendor)[requirement]["available"]
    if not _DAY.fullmatch(text):
        return text
    day = date.fromisoformat(text)
    return f"{MONTHS[day.month - 1]} {day.year}"


def _asked(question: Question) -> dict[str, str]:
    return {
        "id": question.id,
        "theme": question.theme,
        "text": question.text,
        "explanation_asked": question.explanation,
        "evidence_asked": question.evidence,
    }


def _reply(vendor: str, question: Question) -> Row:
    given = answers(vendor)[question.id]
    confidential = given["confidential"] if given["code"] else ""
    filled: Row = {name: given[name] for name in _REPLY}
    return {**filled, "available": _available(given["available"]), "confidential": confidential}


def _available(text: str) -> CellValue:
    """A day as a date; other words ("Q2 2027") stay as the vendor typed them."""
    return date.fromisoformat(text) if _DAY.fullmatch(text) else text
