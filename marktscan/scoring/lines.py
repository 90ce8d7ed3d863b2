"""One line per municipality × vendor × requirement: value, weights and cells, before they become a table."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from marktscan.domain.answer import Answer, AnswerCode
from marktscan.domain.programme import JointRequirement
from marktscan.domain.project import Rules
from marktscan.domain.requirement import Priority, Requirement, RequirementList, ThemeWeight
from marktscan.domain.results import State
from marktscan.domain.scan import Scan, Submission
from marktscan.domain.source import Source
from marktscan.scoring.judged import NOT_JUDGED, Judged, judged_by_requirement
from marktscan.scoring.values import Value, value_of
from marktscan.scoring.weights import beside_the_score, raw_weight, theme_weights


@dataclass(frozen=True, slots=True)
class Line:
    """One municipality × vendor × requirement. `raw_weight` is 0 for what stands outside the score."""

    vendor: str
    theme: str
    requirement: str
    position: Requirement
    code: AnswerCode
    value: Value
    raw_weight: int
    theme_weight: int
    reason: str
    cells: tuple[Source, ...]

    @property
    def counted_weight(self) -> int:
        """The raw weight, 0 where n.v.t. was granted: then the rest of the theme shares it."""
        return 0 if self.value.state is State.GRANTED else self.raw_weight


@dataclass(frozen=True, slots=True)
class _Scale:
    """What a municipality weighs with."""

    rules: Rules
    themes: Mapping[str, ThemeWeight]


@dataclass(frozen=True, slots=True)
class _Offer:
    """What a vendor is weighed on."""

    submission: Submission
    judged: Mapping[str, Judged]


def lines_of(scan: Scan) -> tuple[Line, ...]:
    """The lines by municipality and vendor, alphabetical, in the order of the programme.

    A vendor whose answers could not be used has no lines.
    """
    usable = [submission for submission in scan.submissions if submission.readable]
    return tuple(
        line
        for item in sorted(scan.lists, key=lambda item: item.municipality)
        for submission in sorted(usable, key=lambda submission: submission.vendor.slug)
        for line in _lines(scan, item, submission)
    )


def code_of(answer: Answer | None) -> AnswerCode:
    """The answer's code; a row the vendor's sheet does not have is unanswered."""
    return answer.code if answer else AnswerCode.UNANSWERED


def answer_cell(submission: Submission, answer: Answer | None) -> Source:
    """Where the answer stands; the file when the vendor's sheet does not have the row."""
    return answer.origin.cell("code") if answer else Source(submission.answers_file)


def _lines(scan: Scan, item: RequirementList, submission: Submission) -> Iterator[Line]:
    scale = _Scale(scan.project.rules, theme_weights(scan, item))
    offer = _Offer(submission, judged_by_requirement(submission))
    for row in scan.programme.rows:
        position = row.positions.get(item.municipality)
        if position is not None:
            yield _line(row, position, offer, scale)


def _line(row: JointRequirement, position: Requirement, offer: _Offer, scale: _Scale) -> Line:
    answer = offer.submission.answers.get(row.id)
    judged = offer.judged.get(row.id, NOT_JUDGED)
    value = value_of(position, code_of(answer), judged, scale.rules)
    theme = scale.themes.get(row.theme)
    theme_cell = (theme.origin.cell("weight"),) if theme else ()
    own_cells = (*_weight_cells(position, scale.rules), *theme_cell)
    return Line(
        vendor=offer.submission.vendor.slug,
        theme=row.theme,
        requirement=row.id,
        position=position,
        code=code_of(answer),
        value=value,
        raw_weight=raw_weight(position, scale.rules),
        theme_weight=(theme.weight or 0) if theme else 0,
        reason=value.reason + _why_no_weight(position, theme, scale.rules),
        cells=(*own_cells, answer_cell(offer.submission, answer), *value.sources),
    )


def _weight_cells(position: Requirement, rules: Rules) -> tuple[Source, ...]:
    """The cells that make the raw weight what it is."""
    fields = ["weight"]
    if position.priority is Priority.WONT:
        fields.append("priority")
    if beside_the_score(position, rules):
        fields.append("knock_out")
    return tuple(position.origin.cell(name) for name in fields)


def _why_no_weight(position: Requirement, theme: ThemeWeight | None, rules: Rules) -> str:
    """What to add to the reason of a row that carries no weight."""
    if beside_the_score(position, rules):
        return "; knock-out: staat naast de score"
    if position.priority is Priority.WONT:
        return "; Won't: weegt niet mee"
    if position.weight is None:
        return "; zonder leesbaar gewicht: weegt niet mee"
    return "" if theme else "; het thema heeft geen gewicht"
