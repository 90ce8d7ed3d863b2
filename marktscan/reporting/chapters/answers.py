"""What a vendor answered, counted and put in order of date; shared by several chapters."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from marktscan.domain.answer import WORKS_TODAY, Answer, AnswerCode
from marktscan.domain.scan import Submission
from marktscan.reporting.anchors import Figures
from marktscan.reporting.chapters.guide import code_name
from marktscan.reporting.chapters.numbers import numbers
from marktscan.reporting.charts import Chart, Kind, Moment, Promise, Segment, stacked_bar, timeline
from marktscan.reporting.charts.palette import ANSWERS
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import counted, some_of, verb
from marktscan.reporting.view import Table
from marktscan.wording.formats import list_of, month, number

COMMITMENTS = {True: "in contract", False: "niet in contract", None: "niet ingevuld"}
MISSING = (AnswerCode.NONE, AnswerCode.CUSTOM, AnswerCode.UNANSWERED, AnswerCode.UNCLEAR)
_WAYS = {
    AnswerCode.STANDARD: "standaard",
    AnswerCode.CONFIGURATION: "na instellen",
    AnswerCode.PARTNER: "via een partner",
}
_SHORT = 2
_MOMENTS = 4
_JUNE = 6


@dataclass(frozen=True, slots=True)
class Tally:
    """How many answers of each kind one vendor gave."""

    product: str
    by_code: Counter[AnswerCode]

    @property
    def total(self) -> int:
        """All rows of the programme."""
        return self.by_code.total()

    @property
    def works(self) -> int:
        """Answers that work today: S, C and P."""
        return sum(self.by_code[code] for code in WORKS_TODAY)

    @property
    def promised(self) -> int:
        """Answers that are a promise."""
        return self.by_code[AnswerCode.ROADMAP]


def missing_title(amount: int) -> str:
    """How many requirements no promise covers."""
    return f"Voor {counted(amount, 'eis', 'eisen')} is er nu niets en ook geen belofte"


def tally(facts: Facts, submission: Submission) -> Tally:
    """The answers of one vendor by code."""
    return Tally(facts.product(submission.vendor.slug), Counter(a.code for a in facts.answers(submission)))


def tally_title(found: Tally) -> str:
    """What works now and what is promised, as a heading."""
    rows = number(found.total, 0)
    working = f"Van de {rows} eisen {verb(found.works, 'werkt', 'werken')} er nu {number(found.works, 0)}"
    if not found.promised:
        return f"{working}; er is geen belofte bij"
    return f"{working}; {counted(found.promised, 'antwoord is', 'antwoorden zijn')} een belofte"


def tally_brief(found: Tally) -> str:
    """The same in few words, for a narrow column."""
    working = f"{number(found.works, 0)} van {number(found.total, 0)} eisen"
    said = f"{working} {verb(found.works, 'werkt', 'werken')} nu"
    return f"{said}; {counted(found.promised, 'belofte', 'beloften')}"


def working_title(found: Tally) -> str:
    """In how many ways what works now does so, as a heading."""
    said = [f"{number(found.by_code[code], 0)} {way}" for code, way in _WAYS.items() if found.by_code[code]]
    return f"Van wat nu werkt: {list_of(said)}" if said else "Nu werkt er nog niets van wat is gevraagd"


def answer_bar(found: Tally, width: int = 492) -> Chart:
    """The answers as one divided bar."""
    segments = [
        Segment(
            f"{'' if code.value in 'O?' else code.value} {code_name(code)}".strip(),
            number(amount, 0),
            amount,
            ANSWERS[code.value],
        )
        for code in AnswerCode
        if (amount := found.by_code[code])
    ]
    alt = list_of([f"{s.label} {s.value}" for s in segments])
    return stacked_bar(segments, alt=f"Antwoorden van {found.product}: {alt}.", width=width)


def answer_numbers(facts: Facts) -> Table:
    """How many answers of each kind every package gave."""
    tallies = [tally(facts, s) for s in facts.submissions if s.readable]
    used = [code for code in AnswerCode if any(found.by_code[code] for found in tallies)]
    rows = ((found.product, *(number(found.by_code[code], 0) for code in used)) for found in tallies)
    headings = ("Pakket", *(code_name(code) for code in used))
    return numbers(
        "antwoorden", "Aantal antwoorden per code", headings, rows, source=facts.origin(Figures.ANSWERS)
    )


def promise_numbers(facts: Facts) -> Table:
    """Every promise by package and date, with what holds it."""
    rows = (
        (facts.product(s.vendor.slug), when, held, ", ".join(answer.requirement for answer in same))
        for s in facts.submissions
        for (when, held), same in groupby(promises(facts, s.vendor.slug), key=_when_and_held)
    )
    headings = ("Pakket", "Beschikbaar", "Toezegging", "Eisen")
    source = facts.origin(Figures.PROMISES)
    return numbers("beloften", "Alle beloften op datum", headings, rows, style="", source=source)


def _when_and_held(answer: Answer) -> tuple[str, str]:
    return answer.available_text or "geen datum", COMMITMENTS[answer.committed]


def promises(facts: Facts, vendor: str) -> tuple[Answer, ...]:
    """A vendor's promises, earliest first, undated last."""
    found = facts.answers_with(vendor, (AnswerCode.ROADMAP,))
    return tuple(sorted(found, key=lambda a: (a.available or date.max, a.requirement)))


def dated(answers: Sequence[Answer]) -> tuple[Answer, ...]:
    """The promises with a date."""
    return tuple(a for a in answers if a.available is not None)


def committed(answers: Sequence[Answer]) -> tuple[Answer, ...]:
    """The promises that stand in the contract."""
    return tuple(a for a in answers if a.committed)


def in_time(facts: Facts, answers: Sequence[Answer]) -> tuple[Answer, ...]:
    """The promises for a date up to the start of the new contract."""
    return tuple(a for a in answers if a.available is not None and a.available <= facts.project.go_live)


def promise_title(facts: Facts, vendor: str) -> str:
    """How many promises, and how many of them are held by a contract in time."""
    found = promises(facts, vendor)
    name = facts.product(vendor)
    if not found:
        return f"{name} belooft niets"
    sure = len(committed(in_time(facts, found)))
    said = f"{name} doet {counted(len(found), 'belofte', 'beloften')}"
    held = (
        "geen staat op tijd in een contract"
        if not sure
        else (f"{counted(sure, 'staat', 'staan')} op tijd in een contract")
    )
    return f"{said}; {held}"


def promise_chart(facts: Facts, vendor: str, width: int = 492) -> Chart | None:
    """The dated promises on a line of time, together per period; None without any."""
    found = dated(promises(facts, vendor))
    if not found:
        return None
    project = facts.project
    start = Moment(
        month(project.go_live), project.go_live.toordinal(), (Promise("start contract"),), Kind.START
    )
    now = Moment(
        month(project.reference_date), project.reference_date.toordinal(), (Promise("peildatum"),), Kind.NOW
    )
    moments = [_moment(when, together) for when, together in _periods(found).items()]
    spoken = list_of([f"{m.when} {' en '.join(p.title for p in m.promises)}" for m in moments])
    return timeline(
        [now, *moments, start], alt=f"Beloften van {facts.product(vendor)}: {spoken}.", width=width
    )


def _periods(found: Sequence[Answer]) -> dict[str, list[Answer]]:
    """The promises together by month, else by quarter, half year or year: the first that gives few enough."""
    finer = (_together(found, named) for named in (month, _quarter, _half))
    return next((periods for periods in finer if len(periods) <= _MOMENTS), _together(found, _year))


def _together(found: Sequence[Answer], named: Callable[[date], str]) -> dict[str, list[Answer]]:
    periods: dict[str, list[Answer]] = {}
    for answer in found:
        periods.setdefault(named(answer.available or date.max), []).append(answer)
    return periods


def _quarter(day: date) -> str:
    return f"kw {(day.month + 2) // 3} {day.year}"


def _half(day: date) -> str:
    return f"{'1e' if day.month <= _JUNE else '2e'} helft {day.year}"


def _year(day: date) -> str:
    return str(day.year)


def _moment(when: str, answers: Sequence[Answer]) -> Moment:
    last = max(a.available for a in answers if a.available is not None)
    held = len(committed(answers))
    whole = {0: "niet in contract", len(answers): "in contract"}
    note = whole.get(held, f"{held} van {len(answers)} in contract")
    promise = Promise(some_of([a.requirement for a in answers], _SHORT), note, held == len(answers))
    return Moment(when, last.toordinal(), (promise,))
