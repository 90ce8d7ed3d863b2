"""A small invented scan, built in memory, from which every report test starts."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from marktscan.domain.answer import Answer, AnswerCode, Vendor
from marktscan.domain.assessment import Level, Mark
from marktscan.domain.programme import JointRequirement, Programme, Status
from marktscan.domain.project import JointKey, MarkLevel, Milestone, Municipality, Project, Rules, Theme
from marktscan.domain.requirement import (
    Kind,
    Priority,
    Requirement,
    RequirementList,
    RequirementType,
    ThemeWeight,
)
from marktscan.domain.results import Results, Stress
from marktscan.domain.scan import InputFile, Scan, Submission
from marktscan.domain.source import Origin, Source
from marktscan.scoring import score_scan

POINTS = {"S": 100, "C": 90, "P": 70, "M": 40, "R": 0, "N": 0}
MARKS = tuple(MarkLevel(mark, 10 * mark, f"niveau {mark}") for mark in (10, 8, 6, 4, 2, 0))
THEMES = (
    Theme("ZTC", "Zaaktypen en inrichting"),
    Theme("ARC", "Archivering en duurzame toegankelijkheid"),
    Theme("WOO", "Openbaarheid (Woo)"),
    Theme("KOP", "Koppelingen en standaarden"),
)
ROWS = ("ZTC-01", "ZTC-02", "ZTC-03", "ARC-01", "ARC-02", "WOO-01", "WOO-02", "KOP-01", "KOP-02", "KOP-03")
WISHES = frozenset({"ZTC-03", "WOO-02"})
KNOCK_OUTS = frozenset({"ARC-01", "KOP-01"})
WEIGHTS = {"aalsmeer": (40, 20, 20, 20), "amstelveen": (25, 25, 25, 25), "diemen": (10, 20, 30, 40)}
ANSWERS = {
    "kade-zaken": "SSCSSSPSCS",
    "polder": "SCOSRNRSSM",
    "rx-enterprise": "SSSRRNRNSC",
}
PRODUCTS = {"kade-zaken": "Kade Zaken", "polder": "Polder Componenten", "rx-enterprise": "Rx.Enterprise"}
_ANSWER_COLUMNS = {"code": "F", "explanation": "G", "evidence": "H", "available": "I", "committed": "J"}
_REQUIREMENT_COLUMNS = {"id": "A", "text": "C", "weight": "I", "norm": "J"}


def project(names: Sequence[str] = ("Aalsmeer", "Amstelveen", "Diemen"), **changes: object) -> Project:
    """A project of these municipalities, under two keys."""
    own = tuple(Municipality(n.lower(), n, 30_000, (f"{n.lower()}-1",)) for n in names)
    equal = {m.slug: Fraction(1, len(own)) for m in own}
    skewed = {m.slug: Fraction(2 * (i + 1), len(own) * (len(own) + 1)) for i, m in enumerate(own)}
    base = Project(
        title="Marktverkenning zaaksysteem",
        question="Past een verder ontwikkeld Rx.Enterprise beter dan wat de markt nu biedt?",
        status="concept",
        version="0.1",
        report_date=date(2026, 11, 23),
        reference_date=date(2026, 11, 1),
        go_live=date(2028, 7, 1),
        fictitious=True,
        to_verify=("municipalities.inhabitants", "project.go_live"),
        municipalities=own,
        themes=THEMES,
        keys=(
            JointKey("gelijk", "Elke gemeente even zwaar", equal),
            JointKey("inwoners", "Naar inwoners", skewed),
        ),
        incumbent="rx-enterprise",
        invited=tuple(ANSWERS),
        brands=(),
        rules=Rules({AnswerCode(c): p for c, p in POINTS.items()}, MARKS, False, True, 90, 10, 95),
        milestones=(Milestone("december 2026", "Leveranciers controleren hun feiten"),),
        source=Source("marktscan.toml"),
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def requirement(municipality: str, row: str, place: int, text: str = "") -> Requirement:
    """One municipality's own row."""
    kind = Kind.WISH if row in WISHES else Kind.DEMAND
    weight = 1 + (place + len(municipality)) % 5
    return Requirement(
        municipality=municipality,
        id=row,
        theme=row[:3],
        text=text or f"Het systeem doet wat {row} vraagt.",
        kind=kind,
        type=RequirementType.FUNCTIONAL,
        priority=Priority.SHOULD if kind is Kind.WISH else Priority.MUST,
        knock_out=row in KNOCK_OUTS,
        weight=weight,
        origin=Origin(f"requirements/{municipality}.xlsx", "Eisen", place + 2, _REQUIREMENT_COLUMNS),
        norm="NEN 2082" if row == "ARC-02" and municipality == "diemen" else "",
        remark=f"interne opmerking van {municipality}",
    )


def programme(project: Project) -> Programme:
    """Ten rows; one belongs to the first municipality only, one is conflicting, one differs in its norm."""
    return Programme(tuple(_joint(project, row, place) for place, row in enumerate(ROWS)))


def _joint(project: Project, row: str, place: int) -> JointRequirement:
    slugs = [m.slug for m in project.municipalities][: 1 if row == "KOP-03" else None]
    status = {
        "KOP-03": Status.PARTIAL if len(project.municipalities) > 1 else Status.EQUAL,
        "ZTC-02": Status.CONFLICT,
        "ARC-02": Status.OTHER_NORM,
        "ZTC-01": Status.EQUAL,
    }.get(row, Status.OTHER_WEIGHT)
    positions = {slug: requirement(slug, row, place) for slug in slugs}
    return JointRequirement(row, row[:3], f"Het systeem doet wat {row} vraagt.", status, positions)


def answer(vendor: str, row: str, code: str, place: int, explanation: str = "") -> Answer:
    """One answer with the fields its code asks for."""
    works = code in "SCP"
    return Answer(
        requirement=row,
        code=AnswerCode(code),
        origin=Origin(f"vendors/{vendor}/answers.xlsx", "Vragen", place + 2, _ANSWER_COLUMNS),
        text=code,
        explanation=explanation or f"Zie hoofdstuk {place} van onze productbeschrijving.",
        evidence="Bijlage 3" if works else "",
        available=date(2027, 3 + place % 9, 1) if code == "R" else None,
        available_text=f"{3 + place % 9}-2027" if code == "R" else "",
        committed=place == 3 if code == "R" else None,
    )


def submission(vendor: str, codes: str, project: Project, product: str = "", text: str = "") -> Submission:
    """One vendor's folder with an answer per row and marks by the first assessor of each municipality."""
    answers = {r: answer(vendor, r, c, i, text) for i, (r, c) in enumerate(zip(ROWS, codes, strict=True))}
    assessors = [name for m in project.municipalities for name in m.assessors]
    marks = tuple(
        Mark(
            a,
            row,
            6,
            Level.CLAIMED,
            "goed",
            Origin(f"vendors/{vendor}/assessments/{a}.xlsx", "Beoordeling", 2),
        )
        for a in assessors
        for row in sorted(WISHES)
    )
    name = product or PRODUCTS.get(vendor, vendor.replace("-", " ").capitalize())
    return Submission(
        Vendor(vendor, f"{name} B.V.", name), f"vendors/{vendor}/answers.xlsx", True, answers, marks=marks
    )


def unreadable(vendor: str) -> Submission:
    """A vendor whose answers could not be used."""
    return Submission(Vendor(vendor, vendor, vendor.capitalize()), f"vendors/{vendor}/answers.xlsx", False)


def scan(
    project_: Project | None = None,
    answers: Mapping[str, str] = ANSWERS,
    others: Sequence[Submission] = (),
) -> Scan:
    """The whole scan of these vendors."""
    made = project_ or project()
    own = [submission(vendor, codes, made) for vendor, codes in answers.items()]
    lists = tuple(_list(m.slug, programme(made)) for m in made.municipalities)
    everyone = tuple(sorted((*own, *others), key=lambda s: s.vendor.slug))
    inputs = tuple(InputFile(s.answers_file, "ab" * 32) for s in everyone)
    return Scan(made, lists, (), programme(made), everyone, inputs)


def _list(municipality: str, rows: Programme) -> RequirementList:
    file = f"requirements/{municipality}.xlsx"
    given = zip(THEMES, WEIGHTS.get(municipality, (25, 25, 25, 25)), strict=True)
    weights = tuple(ThemeWeight(t.code, w, Origin(file, "Thema's", i + 2)) for i, (t, w) in enumerate(given))
    own = tuple(row.positions[municipality] for row in rows.rows if municipality in row.positions)
    return RequirementList(municipality, file, True, own, weights)


def results(made: Scan) -> Results:
    """What the scan comes to."""
    return score_scan(made)[0]


NO_STRESS = Stress((), ())
