"""A scan as large as the country, generated: municipalities × requirements × vendors, with everything in it.

Every municipality has weights of its own and holds some rows otherwise than the others; one row in five is a
wens, one in a hundred a knock-out. Every vendor answers with every code, one in twenty a promise, one in a
hundred unclear. Three assessors marked every wens and differ about some.
"""

import random
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from marktscan.domain.answer import Answer, AnswerCode, Vendor
from marktscan.domain.assessment import Mark
from marktscan.domain.conventions import SimulationRules
from marktscan.domain.programme import JointRequirement, Programme, Status
from marktscan.domain.project import JointKey, Municipality, Project, Theme
from marktscan.domain.requirement import Kind, Priority, Requirement, RequirementList, ThemeWeight
from marktscan.domain.scan import Scan, Submission
from marktscan.domain.source import Origin

SEED = 20261123
THEMES = tuple(f"T{number:02}" for number in range(1, 13))
CODES = {"S": 45, "C": 22, "P": 12, "R": 5, "M": 8, "N": 5, "X": 2, "?": 1}
ASSESSORS = ("a-1", "a-2", "a-3")
MARKS = (6, 6, 6, 6, 6, 6, 6, 6, 6, 8)
PROMISED = date(2027, 6, 30)
DRAWS = 9_604
"""± 1 percentage point at 95 %."""


WISH_EVERY = 5


@dataclass(frozen=True, slots=True)
class Size:
    """How large: the whole country by default."""

    municipalities: int = 342
    requirements: int = 1000
    vendors: int = 60


def national(project: Project, size: Size) -> Scan:
    """The generated scan, with the rules of `project`; the same size gives the same scan."""
    rng = random.Random(SEED)  # noqa: S311 - an example, no secret
    slugs = [f"gemeente-{number:03}" for number in range(1, size.municipalities + 1)]
    rows = range(size.requirements)
    ids = [f"{THEMES[row * len(THEMES) // size.requirements]}-{row:04}" for row in rows]
    lists = tuple(_list(slug, ids, rng) for slug in slugs)
    vendors = (f"leverancier-{number:02}" for number in range(1, size.vendors + 1))
    return Scan(
        _project(project, slugs, rng),
        lists,
        (),
        Programme(tuple(_row(row, id_, lists) for row, id_ in enumerate(ids))),
        tuple(_submission(slug, ids, rng) for slug in vendors),
    )


def _list(slug: str, ids: list[str], rng: random.Random) -> RequirementList:
    file = f"requirements/{slug}.xlsx"
    own = tuple(_requirement(slug, file, row, id_, rng) for row, id_ in enumerate(ids))
    origin = Origin(file, "Thema's", 2)
    themes = tuple(ThemeWeight(code, rng.randint(1, 20), origin) for code in THEMES)
    return RequirementList(slug, file, True, own, themes)


def _requirement(slug: str, file: str, row: int, id_: str, rng: random.Random) -> Requirement:
    otherwise = rng.random()
    wish = row % WISH_EVERY == 0
    return Requirement(
        municipality=slug,
        id=id_,
        theme=id_[:3],
        text="",
        kind=Kind.WISH if wish and otherwise > 0.1 else Kind.DEMAND,
        type=None,
        priority=Priority.WONT if otherwise > 0.97 else Priority.MUST,
        knock_out=not wish and 0.90 < otherwise < 0.91,
        weight=rng.randint(1, 5),
        origin=Origin(file, "Eisen", row + 2),
        not_applicable_allowed=0.5 < otherwise < 0.6,
    )


def _row(row: int, id_: str, lists: tuple[RequirementList, ...]) -> JointRequirement:
    positions = {item.municipality: item.requirements[row] for item in lists}
    return JointRequirement(id_, id_[:3], "", Status.EQUAL, positions)


def _submission(slug: str, ids: list[str], rng: random.Random) -> Submission:
    file = f"vendors/{slug}/answers.xlsx"
    codes = rng.choices([*map(AnswerCode, CODES)], [*CODES.values()], k=len(ids))
    answers = {
        id_: Answer(id_, code, Origin(file, "Vragen", row), evidence="bijlage", available=PROMISED)
        for row, (id_, code) in enumerate(zip(ids, codes, strict=True), start=2)
    }
    origin = Origin(f"vendors/{slug}/assessments/a.xlsx", "Beoordeling", 2)
    marks = (
        Mark(name, id_, rng.choice(MARKS), None, "", origin)
        for id_ in ids[::WISH_EVERY]
        for name in ASSESSORS
    )
    return Submission(Vendor(slug, slug, slug), file, True, answers, marks=tuple(marks))


def _project(project: Project, slugs: list[str], rng: random.Random) -> Project:
    people = {slug: rng.randint(5_000, 900_000) for slug in slugs}
    equal = {slug: Fraction(1, len(slugs)) for slug in slugs}
    by_people = {slug: Fraction(number, sum(people.values())) for slug, number in people.items()}
    return replace(
        project,
        municipalities=tuple(Municipality(slug, slug, None, ()) for slug in slugs),
        themes=tuple(Theme(code, code) for code in THEMES),
        keys=(JointKey("gelijk", "gelijk", equal), JointKey("inwoners", "inwoners", by_people)),
        incumbent="",
        simulation=SimulationRules(draws=DRAWS),
    )
