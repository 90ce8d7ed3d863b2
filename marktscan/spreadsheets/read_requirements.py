"""Read what each municipality asks: its requirements and the weights of its themes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from marktscan.domain.finding import Code, Finding
from marktscan.domain.project import Municipality, Project
from marktscan.domain.requirement import (
    Kind,
    Priority,
    Requirement,
    RequirementList,
    RequirementType,
    ThemeWeight,
)
from marktscan.spreadsheets.books import Book, open_book
from marktscan.spreadsheets.collection import without_collection
from marktscan.spreadsheets.columns import REQUIREMENTS, THEMES
from marktscan.spreadsheets.folders import look_around, nearest_file
from marktscan.spreadsheets.quantities import amount, percentage
from marktscan.spreadsheets.read_decisions import DECISIONS_FILE
from marktscan.spreadsheets.row import Row
from marktscan.spreadsheets.rows import named_rows, rows_of
from marktscan.spreadsheets.tables import find_table

FOLDER = "requirements"
WEIGHTS = range(1, 6)

Findings = tuple[Finding, ...]

_TYPES = {item.value: item for item in RequirementType}
_KINDS = {item.value: item for item in Kind}
_PRIORITIES = {item.value: item for item in Priority}


def read_requirements(root: Path, project: Project) -> tuple[tuple[RequirementList, ...], Findings]:
    """One list per municipality, also for one whose workbook is missing or cannot be read."""
    themes = _theme_names(project)
    expected = {DECISIONS_FILE, *(f"{municipality.slug}.xlsx" for municipality in project.municipalities)}
    read = {Path(nearest_file(root, FOLDER, name)).name for name in expected}
    found = list(look_around(root, FOLDER, files=expected | read))
    lists = []
    for municipality in project.municipalities:
        item, in_list = _read_list(root, municipality, themes)
        lists.append(item)
        found.extend(in_list)
    return tuple(lists), tuple(found)


def _theme_names(project: Project) -> dict[str, str]:
    """How a theme may be written: by its code or by its name."""
    return {t.code: t.code for t in project.themes} | {t.name: t.code for t in project.themes}


@without_collection()
def _read_list(
    root: Path, municipality: Municipality, themes: Mapping[str, str]
) -> tuple[RequirementList, Findings]:
    file = nearest_file(root, FOLDER, f"{municipality.slug}.xlsx")
    book, in_file = open_book(root, file)
    if book is None:
        return RequirementList(municipality.slug, file, readable=False), in_file
    requirements, in_rows = _requirements(book, municipality.slug, themes)
    weights, in_weights = _theme_weights(book, themes)
    readable = requirements is not None
    weighed = weights is not None
    item = RequirementList(municipality.slug, file, readable, requirements or (), weights or (), weighed)
    return item, (*in_file, *in_rows, *in_weights)


def _requirements(
    book: Book, municipality: str, themes: Mapping[str, str]
) -> tuple[tuple[Requirement, ...] | None, Findings]:
    table, in_sheet = find_table(book, REQUIREMENTS, (THEMES,))
    if table is None:
        return None, in_sheet
    rows = [(row, _requirement(row, municipality, themes)) for row in rows_of(table)]
    kept = tuple(_without_doubles(rows))
    return kept, (*in_sheet, *table.found)


def _requirement(row: Row, municipality: str, themes: Mapping[str, str]) -> Requirement:
    return Requirement(
        municipality=municipality,
        id=row.id,
        theme=_theme(row, themes),
        text=row.text("text"),
        kind=_kind(row),
        type=row.choice("type", _TYPES),
        priority=row.choice("priority", _PRIORITIES),
        knock_out=bool(row.yes_no("knock_out", unclear=False)),
        weight=_weight(row),
        origin=row.origin,
        explanation=row.text("explanation"),
        norm=row.text("norm"),
        evidence=row.text("evidence"),
        demo=row.text("demo"),
        reason=row.text("reason"),
        owner=row.text("owner"),
        remark=row.text("remark"),
        not_applicable_allowed=bool(row.yes_no("not_applicable_allowed", unclear=False)),
    )


def _theme(row: Row, themes: Mapping[str, str]) -> str:
    """The code of the theme; a theme nobody declared stays as written, for the checks to judge."""
    return row.alias("theme", themes)


def _kind(row: Row) -> Kind:
    """Eis or wens; a row that does not say so counts as eis until it does, visibly."""
    kind = row.choice("kind", _KINDS, Code.KIND_UNCLEAR)
    if kind is None and not row.filled("kind"):
        row.tell(Code.KIND_UNCLEAR, "kind", requirement=row.id)
    return kind or Kind.DEMAND


def _weight(row: Row) -> int | None:
    """The weight 1–5; None when it is absent or something else."""
    if not row.filled("weight"):
        row.tell(Code.WEIGHT_MISSING, "weight", requirement=row.id)
        return None
    weight = amount(row, "weight")
    if weight is not None and weight not in WEIGHTS:
        row.tell(Code.WEIGHT_OUT_OF_RANGE, "weight", requirement=row.id, value=row.text("weight"))
        return None
    return None if weight is None else int(weight)


def _without_doubles(rows: Iterable[tuple[Row, Requirement]]) -> Iterator[Requirement]:
    """Each id once, the first row of it; a later row with the same id is told."""
    first: dict[str, Requirement] = {}
    for row, requirement in rows:
        kept = first.setdefault(requirement.id, requirement)
        if kept is requirement:
            yield requirement
            continue
        same = replace(requirement, origin=kept.origin) == kept
        code = Code.REQUIREMENT_REPEATED if same else Code.REQUIREMENT_DOUBLE
        row.tell(code, "id", requirement=requirement.id, first=kept.origin.cell("id"))


def _theme_weights(book: Book, themes: Mapping[str, str]) -> tuple[tuple[ThemeWeight, ...] | None, Findings]:
    table, in_sheet = find_table(book, THEMES, (REQUIREMENTS,))
    if table is None:
        return None, in_sheet
    weights = tuple(_theme_weight(row, themes) for row in named_rows(table))
    return weights, (*in_sheet, *table.found)


def _theme_weight(row: Row, themes: Mapping[str, str]) -> ThemeWeight:
    weight = percentage(row, "weight")
    if weight is not None and weight != weight.to_integral_value():
        row.tell(Code.NOT_A_NUMBER, "weight", value=row.text("weight"))
        weight = None
    whole = None if weight is None else int(weight)
    return ThemeWeight(row.alias("theme", themes), whole, row.origin, row.text("description"))
