"""Small valid objects for tests: give only what the example is about."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction

from marktscan.domain.answer import Answer, AnswerCode, PriceLine, Vendor
from marktscan.domain.assessment import Consensus, Level, Mark
from marktscan.domain.programme import Decision, MergeDecision, Programme
from marktscan.domain.project import JointKey, MarkLevel, Municipality, Project, Rules, Theme
from marktscan.domain.requirement import Kind, Priority, Requirement, RequirementList, ThemeWeight
from marktscan.domain.scan import Scan, Submission
from marktscan.domain.source import Origin, Source
from marktscan.merging import merge
from marktscan.spreadsheets.columns import (
    ANSWERS,
    CONSENSUS,
    MARKS,
    PRICES,
    REQUIREMENTS,
    THEMES,
    Form,
    decisions_form,
)

NAMES = {"aalsmeer": "Aalsmeer", "amstelveen": "Amstelveen", "diemen": "Diemen"}
RULES = Rules(
    answer_points={
        AnswerCode.STANDARD: 100,
        AnswerCode.CONFIGURATION: 90,
        AnswerCode.PARTNER: 70,
        AnswerCode.CUSTOM: 40,
        AnswerCode.ROADMAP: 0,
        AnswerCode.NONE: 0,
    },
    marks=tuple(MarkLevel(mark, 10 * mark, "") for mark in (10, 8, 6, 4, 2, 0)),
    knock_outs_in_score=False,
    reminder_sent=True,
    coverage=90,
    granted_gap=10,
    standard_flag=95,
)


def origin(file: str, form: Form, row: int) -> Origin:
    """A row of a sheet that has the columns of its form."""
    letters = {column.name: chr(ord("A") + place) for place, column in enumerate(form.columns)}
    return Origin(file, form.sheet, row, letters)


def project(*slugs: str, **changes: object) -> Project:
    """A project of these municipalities, all three when none are given."""
    chosen = slugs or tuple(NAMES)
    made = Project(
        title="Proef",
        question="Wat past het best?",
        status="concept",
        version="0.1",
        report_date=date(2026, 11, 23),
        reference_date=date(2026, 11, 1),
        go_live=date(2028, 7, 1),
        fictitious=True,
        to_verify=(),
        municipalities=tuple(Municipality(slug, NAMES[slug], 1000, (f"{slug}-1",)) for slug in chosen),
        themes=(Theme("ZTC", "Zaaktypen"), Theme("ARC", "Archivering")),
        keys=(JointKey("gelijk", "Gelijk", {slug: Fraction(1, len(chosen)) for slug in chosen}),),
        incumbent="rx",
        invited=("rx", "zaak"),
        brands=("Rx.Enterprise", "Outlook"),
        rules=RULES,
        milestones=(),
        source=Source("marktscan.toml"),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def requirement(
    own_id: str = "ARC-01", municipality: str = "aalsmeer", row: int = 2, **changes: object
) -> Requirement:
    """An eis of a municipality: Must, weight 3, no knock-out."""
    made = Requirement(
        municipality=municipality,
        id=own_id,
        theme=own_id.split("-", maxsplit=1)[0],
        text=f"Het systeem bewaart wat bij {own_id} hoort.",
        kind=Kind.DEMAND,
        type=None,
        priority=Priority.MUST,
        knock_out=False,
        weight=3,
        origin=origin(f"requirements/{municipality}.xlsx", REQUIREMENTS, row),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def requirement_list(
    *rows: Requirement, municipality: str = "", weights: Mapping[str, int | None] | None = None
) -> RequirementList:
    """The list of the municipality of its first row; all weight on the themes in use when none are given."""
    slug = municipality or rows[0].municipality
    file = f"requirements/{slug}.xlsx"
    given = weights if weights is not None else _spread({row.theme for row in rows})
    places = enumerate(given.items(), start=2)
    themes = tuple(theme_weight(slug, theme, weight, row) for row, (theme, weight) in places)
    return RequirementList(slug, file, True, rows, themes)


def theme_weight(slug: str, theme: str, weight: int | None, row: int) -> ThemeWeight:
    """One row of the sheet Thema's."""
    place = origin(f"requirements/{slug}.xlsx", THEMES, row)
    return ThemeWeight(theme, weight, place)


def _spread(themes: set[str]) -> dict[str, int | None]:
    first, *rest = sorted(themes)
    return {first: 100 - 10 * len(rest), **dict.fromkeys(rest, 10)}


def decision(
    joint_id: str, kind: Decision | None, row: int = 2, text: str = "", by: str = "Projectgroep", **ids: str
) -> MergeDecision:
    """One row of samenvoeging.xlsx: `ids` are own ids by municipality."""
    place = origin("requirements/samenvoeging.xlsx", decisions_form(tuple(NAMES.items())), row)
    return MergeDecision(joint_id, ids, "", kind, text, by, "", place)


def answer(
    requirement_id: str = "ARC-01", code: str = "S", row: int = 2, vendor: str = "zaak", **changes: object
) -> Answer:
    """An answer with everything its code needs."""
    made = Answer(
        requirement=requirement_id,
        code=AnswerCode(code),
        origin=origin(f"vendors/{vendor}/answers.xlsx", ANSWERS, row),
        explanation="Dit zit in module Archief.",
        evidence="Handleiding, bladzijde 12",
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def submission(*answers: Answer, vendor: str = "zaak", **changes: object) -> Submission:
    """A readable submission of one vendor."""
    made = Submission(
        vendor=Vendor(vendor, f"{vendor.title()} B.V.", vendor.title()),
        answers_file=f"vendors/{vendor}/answers.xlsx",
        readable=True,
        answers={item.requirement: item for item in answers},
        prices_file=f"vendors/{vendor}/prices.xlsx",
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def price(kind: str = "Licentie", row: int = 2, vendor: str = "zaak", **changes: object) -> PriceLine:
    """A price line without amounts."""
    place = origin(f"vendors/{vendor}/prices.xlsx", PRICES, row)
    return replace(PriceLine(kind, "", None, None, None, False, False, place), **changes)  # type: ignore[arg-type]


def mark(
    requirement_id: str,
    value: int | None,
    assessor: str = "aalsmeer-1",
    row: int = 2,
    motivation: str = "Helder.",
) -> Mark:
    """One row of an assessor's workbook about vendor "zaak"."""
    place = origin(f"vendors/zaak/assessments/{assessor}.xlsx", MARKS, row)
    return Mark(assessor, requirement_id, value, Level.CLAIMED, motivation, place)


def consensus(
    requirement_id: str, value: int | None, row: int = 2, motivation: str = "Samen besproken."
) -> Consensus:
    """One row of the consensus about vendor "zaak"."""
    place = origin("vendors/zaak/consensus.xlsx", CONSENSUS, row)
    return Consensus(requirement_id, value, motivation, place)


def scan(
    lists: tuple[RequirementList, ...] = (),
    decisions: tuple[MergeDecision, ...] = (),
    submissions: tuple[Submission, ...] = (),
    of: Project | None = None,
) -> Scan:
    """A scan with the lists merged; the project has the municipalities of the lists."""
    declared = of or project(*(item.municipality for item in lists))
    programme: Programme = merge(declared, lists, decisions)[0]
    return Scan(declared, lists, decisions, programme, submissions)
