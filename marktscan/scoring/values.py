"""What one answer is worth for one requirement: a value on 0–1, low and high, and the reason why."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from marktscan.domain.answer import AnswerCode
from marktscan.domain.project import Rules
from marktscan.domain.requirement import Kind, Requirement
from marktscan.domain.results import State
from marktscan.domain.source import Source
from marktscan.scoring.judged import Judged

NOTHING, EVERYTHING = Fraction(0), Fraction(1)


@dataclass(frozen=True, slots=True)
class Value:
    """A value on 0–1 (`low` = `high` when known), its Dutch reason, the number of marks it is the mean of
    and the cells it rests on besides the answer."""

    state: State
    low: Fraction
    high: Fraction
    reason: str
    marks: int = 1
    sources: tuple[Source, ...] = ()


def value_of(position: Requirement, code: AnswerCode, judged: Judged, rules: Rules) -> Value:
    """The value of an answer for a municipality that holds the requirement as in `position`."""
    if code is AnswerCode.NOT_APPLICABLE:
        return _not_applicable(position)
    if code is AnswerCode.UNCLEAR:
        return _unknown("antwoord onduidelijk")
    if code is AnswerCode.UNANSWERED:
        return _unanswered(rules)
    if position.kind is Kind.DEMAND or rules.answer_points[code] == 0:
        return _by_answer(code, rules.answer_points[code])
    return _by_marks(judged, rules.mark_points())


def _not_applicable(position: Requirement) -> Value:
    cell = (position.origin.cell("not_applicable_allowed"),)
    if position.not_applicable_allowed:
        reason = "niet van toepassing, toegestaan: telt niet mee"
        return Value(State.GRANTED, NOTHING, NOTHING, reason, sources=cell)
    reason = "niet van toepassing, maar dat mag hier niet: 0 punten"
    return Value(State.CLAIMED, NOTHING, NOTHING, reason, sources=cell)


def _unknown(why: str) -> Value:
    return Value(State.UNKNOWN, NOTHING, EVERYTHING, f"{why}: tussen 0 en 100 punten")


def _unanswered(rules: Rules) -> Value:
    if not rules.reminder_sent:
        return _unknown("nog geen antwoord")
    return Value(State.UNANSWERED, NOTHING, NOTHING, "geen antwoord na de herinnering: 0 punten")


@cache
def _by_answer(code: AnswerCode, points: int) -> Value:
    promise = code is AnswerCode.ROADMAP and points == 0
    reason = "belofte: telt nu niet" if promise else f"antwoord {code.value}: {_points(points)}"
    return _known(Fraction(points, 100), reason)


def _by_marks(judged: Judged, points: dict[int, int]) -> Value:
    """The mark of the consensus, else the mean of the points of all marks, else unknown."""
    if judged.consensus is not None and judged.consensus.mark is not None:
        mark = judged.consensus.mark
        reason = f"consensuscijfer {mark}: {_points(points[mark])}"
        return _known(Fraction(points[mark], 100), reason, sources=(judged.consensus.origin.cell("mark"),))
    if not judged.marks:
        return _unknown("nog geen cijfer")
    given = [mark.mark for mark in judged.marks if mark.mark is not None]
    total = sum(points[mark] for mark in given)
    cells = tuple(mark.origin.cell("mark") for mark in judged.marks)
    return _known(Fraction(total, 100 * len(given)), _mean(given), len(given), cells)


def _known(value: Fraction, reason: str, marks: int = 1, sources: tuple[Source, ...] = ()) -> Value:
    return Value(State.ANSWERED, value, value, reason, marks, sources)


def _points(points: int) -> str:
    return "1 punt" if points == 1 else f"{points} punten"


def _mean(marks: Sequence[int]) -> str:
    """The marks from high to low, so that nobody can tell from the report who gave which."""
    listed = ", ".join(str(mark) for mark in sorted(marks, reverse=True))
    return f"één cijfer: {listed}" if len(marks) == 1 else f"gemiddelde van {len(marks)} cijfers: {listed}"
