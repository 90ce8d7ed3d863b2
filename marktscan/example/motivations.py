"""What the invented assessors write: something specific about the answer, in words of their own."""

from collections.abc import Mapping
from functools import cache

from marktscan.domain.answer import WORKS_TODAY, AnswerCode
from marktscan.example.answers import code, when
from marktscan.example.draws import choice
from marktscan.example.submission_files import InventedAssessor, table

OFFERED = WORKS_TODAY | {AnswerCode.CUSTOM}
_EXCELLENT, _HIGH, _MIDDLE = 10, 8, 6


def motivation(vendor: str, assessor: InventedAssessor, requirement: str, mark: int) -> str:
    """A motivation in this assessor's words, about this vendor's answer."""
    phrases = assessor.phrases[_kind(vendor, requirement, mark)]
    phrase = choice(phrases, vendor, assessor.slug, requirement)
    facts = remark(vendor, requirement, assessor.slug) | {"when": when(vendor, requirement)}
    return sentences(phrase.format_map(facts))


def remark(vendor: str, requirement: str, author: str) -> dict[str, str]:
    """Something for and something against an answer, as this author sees it; empty without an offer."""
    found = _remarks().get((requirement, vendor), [])
    return {
        side: choice([row[side] for row in found], side, vendor, requirement, author)
        for side in ("good", "bad")
        if found
    }


def sentences(text: str) -> str:
    """The text with a capital at the start of every sentence."""
    return ". ".join(part[:1].upper() + part[1:] for part in text.split(". "))


def _kind(vendor: str, requirement: str, mark: int) -> str:
    """Which phrases fit: by what is offered, then by the mark."""
    given = code(vendor, requirement)
    if given not in OFFERED:
        unoffered = {AnswerCode.ROADMAP: "promised", AnswerCode.UNANSWERED: "silent"}
        return unoffered.get(given, "absent")
    return {_EXCELLENT: "excellent", _HIGH: "high", _MIDDLE: "middle"}.get(mark, "low")


@cache
def _remarks() -> dict[tuple[str, str], list[Mapping[str, str]]]:
    """What there is to say for and against each answer, by question and vendor."""
    found: dict[tuple[str, str], list[Mapping[str, str]]] = {}
    for row in table("judgements"):
        found.setdefault((row["id"], row["vendor"]), []).append(row)
    return found
