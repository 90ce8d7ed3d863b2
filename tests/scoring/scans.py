"""Small scans written as tables in the test, so that a reader can follow them with a pocket calculator."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from marktscan.domain.answer import Answer, AnswerCode, Vendor
from marktscan.domain.assessment import Consensus, Mark
from marktscan.domain.programme import JointRequirement, Programme, Status
from marktscan.domain.project import JointKey, MarkLevel, Municipality, Project, Rules, Theme
from marktscan.domain.requirement import Kind, Priority, Requirement, RequirementList, ThemeWeight
from marktscan.domain.scan import Scan, Submission
from marktscan.domain.source import Origin, Source

POINTS = {"S": 100, "C": 90, "P": 70, "M": 40, "R": 0, "N": 0}
MARKS = {10: 100, 8: 80, 6: 60, 4: 40, 2: 20, 0: 0}
GO_LIVE = date(2028, 7, 1)
OWN_COLUMNS = {"weight": "I", "priority": "G", "knock_out": "H", "not_applicable_allowed": "O"}
ANSWER_COLUMNS = {"code": "F", "evidence": "H", "available": "I", "committed": "J"}

HEAD = "| id | thema | soort | gewicht | bijzonder |\n|---|---|---|---|---|"
Row = Mapping[str, str]


def rows(table: str) -> Iterator[tuple[int, Row]]:
    """The rows of a Markdown table with the row number they would have in a workbook."""
    head, _, *body = [_cells(line) for line in table.strip().splitlines()]
    for number, cells in enumerate(body, start=2):
        yield number, dict(zip(head, cells, strict=True))


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|")]


def requirements(slug: str, themes: str, table: str) -> RequirementList:
    """A municipality's list: themes as "ARC 60, ZTC 40"; columns id, thema, soort, gewicht, bijzonder."""
    file = f"requirements/{slug}.xlsx"
    weights = [
        ThemeWeight(code, int(weight), Origin(file, "Thema's", number, {"weight": "C"}))
        for number, (code, weight) in enumerate((part.split() for part in themes.split(",") if part), start=2)
    ]
    return RequirementList(
        slug, file, True, tuple(_requirement(slug, file, *found) for found in rows(table)), tuple(weights)
    )


def asked(slug: str, themes: str, *rows: str) -> RequirementList:
    """The same list in short: rows as "ARC-01 eis 3" or "ZTC-02 eis 2 KO", in the theme before the hyphen."""
    words = ([*row.split(maxsplit=3), ""][:4] for row in rows)
    cells = (f"| {id_} | {id_[:3]} | {kind} | {weight} | {special} |" for id_, kind, weight, special in words)
    return requirements(slug, themes, "\n".join((HEAD, *cells)))


def _requirement(slug: str, file: str, number: int, row: Row) -> Requirement:
    special = row["bijzonder"]
    return Requirement(
        municipality=slug,
        id=row["id"],
        theme=row["thema"],
        text=f"Tekst van {row['id']}",
        kind=Kind(row["soort"]),
        type=None,
        priority=Priority.WONT if "Won't" in special else Priority.MUST,
        knock_out="KO" in special,
        weight=int(row["gewicht"]) if row["gewicht"] else None,
        origin=Origin(file, "Eisen", number, OWN_COLUMNS),
        not_applicable_allowed="nvt" in special,
    )


def submission(slug: str, answers: str, marks: str = "", consensus: str = "") -> Submission:
    """A vendor: "ARC-01 S, ARC-02 C"; marks as "aalsmeer-1 ARC-02 8"; consensus as "ARC-02 8".

    "S!" is an answer without evidence, "R 2027-04-30 ja" a dated promise, committed.
    """
    file = f"vendors/{slug}/answers.xlsx"
    given = [_answer(file, number, part.split()) for number, part in _parts(answers)]
    return Submission(
        Vendor(slug, slug.title(), slug.upper()),
        file,
        True,
        {answer.requirement: answer for answer in given},
        marks=tuple(_mark(slug, number, *part.split()) for number, part in _parts(marks)),
        consensus=tuple(_consensus(slug, number, *part.split()) for number, part in _parts(consensus)),
    )


def _parts(text: str) -> Iterator[tuple[int, str]]:
    return enumerate((part for part in text.split(",") if part.strip()), start=2)


def _answer(file: str, number: int, words: Sequence[str]) -> Answer:
    requirement, code, *promise = words
    return Answer(
        requirement,
        AnswerCode(code.rstrip("!")),
        Origin(file, "Vragen", number, ANSWER_COLUMNS),
        evidence="" if code.endswith("!") else "bijlage 3",
        available=date.fromisoformat(promise[0]) if promise and promise[0] != "-" else None,
        committed=promise[1] == "ja" if promise[1:] else None,
    )


def _mark(slug: str, number: int, assessor: str, requirement: str, mark: str) -> Mark:
    origin = Origin(f"vendors/{slug}/assessments/{assessor}.xlsx", "Beoordeling", number, {"mark": "G"})
    return Mark(assessor, requirement, None if mark == "-" else int(mark), None, "gezien", origin)


def _consensus(slug: str, number: int, requirement: str, mark: str) -> Consensus:
    origin = Origin(f"vendors/{slug}/consensus.xlsx", "Consensus", number, {"mark": "E"})
    return Consensus(requirement, None if mark == "-" else int(mark), "samen besproken", origin)


def scan(
    lists: Sequence[RequirementList],
    submissions: Sequence[Submission],
    keys: Mapping[str, str] | None = None,
    **rules: object,
) -> Scan:
    """The lists merged by id; `keys` as {"gelijk": "a 1/3, b 2/3"}, equal shares when not given."""
    own = tuple(lists)
    return Scan(
        _project([item.municipality for item in own], _themes(own), keys or {}, replace(RULES, **rules)),  # type: ignore[arg-type]
        own,
        (),
        Programme(tuple(_joint(id_, own) for id_ in _ids(own))),
        tuple(submissions),
    )


def _ids(lists: Sequence[RequirementList]) -> list[str]:
    return sorted({row.id for item in lists for row in item.requirements})


def _themes(lists: Sequence[RequirementList]) -> list[str]:
    in_rows = {row.theme for item in lists for row in item.requirements}
    return sorted(in_rows | {row.theme for item in lists for row in item.theme_weights})


def _joint(id_: str, lists: Sequence[RequirementList]) -> JointRequirement:
    positions = {row.municipality: row for item in lists for row in item.requirements if row.id == id_}
    first = next(iter(positions.values()))
    return JointRequirement(id_, first.theme, first.text, Status.EQUAL, positions)


def _project(slugs: Sequence[str], themes: Sequence[str], keys: Mapping[str, str], rules: Rules) -> Project:
    equal = ", ".join(f"{slug} 1/{len(slugs)}" for slug in slugs)
    return Project(
        title="Proef",
        question="Wat past?",
        status="concept",
        version="0.1",
        report_date=date(2026, 11, 23),
        reference_date=date(2026, 11, 1),
        go_live=GO_LIVE,
        fictitious=True,
        to_verify=(),
        municipalities=tuple(Municipality(slug, slug.title(), None, ()) for slug in slugs),
        themes=tuple(Theme(code, code) for code in themes),
        keys=tuple(JointKey(code, code, _shares(text)) for code, text in (keys or {"gelijk": equal}).items()),
        incumbent="",
        invited=(),
        brands=(),
        rules=rules,
        milestones=(),
        source=Source("marktscan.toml"),
    )


def _shares(text: str) -> dict[str, Fraction]:
    parts = (part.split() for part in text.split(",") if part.strip())
    return {slug: Fraction(share) for slug, share in parts}


RULES = Rules(
    answer_points={AnswerCode(code): points for code, points in POINTS.items()},
    marks=tuple(MarkLevel(mark, points, "") for mark, points in MARKS.items()),
    knock_outs_in_score=False,
    reminder_sent=True,
    coverage=90,
    granted_gap=10,
    standard_flag=95,
)
