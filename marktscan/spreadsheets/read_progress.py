"""Count how far people are, with the rules and the figures of the sheets themselves."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

from marktscan.domain.progress import FormProgress, Part, Stage
from marktscan.domain.project import Project
from marktscan.domain.sender import Role, Sender
from marktscan.spreadsheets.books import Book, open_book
from marktscan.spreadsheets.columns import (
    ANSWERS,
    CONSENSUS,
    JUDGE_ALL,
    MARKS,
    PRICES,
    REQUIREMENTS,
    THEMES,
    VENDOR,
    Form,
    decisions_form,
)
from marktscan.spreadsheets.folders import candidates, is_inside
from marktscan.spreadsheets.progress import Progress, progress
from marktscan.spreadsheets.read_decisions import DECISIONS_FILE
from marktscan.spreadsheets.read_requirements import FOLDER as REQUIREMENTS_FOLDER
from marktscan.spreadsheets.read_submissions import ANSWERS_FILE, ASSESSMENTS, CONSENSUS_FILE, PRICES_FILE
from marktscan.spreadsheets.read_submissions import FOLDER as VENDORS_FOLDER
from marktscan.spreadsheets.sheet import CellValue, Sheet
from marktscan.spreadsheets.table import Table
from marktscan.spreadsheets.tables import find_table

_SHEETS: dict[Role, dict[str, tuple[Form, ...]]] = {
    Role.MUNICIPALITY: {"": (REQUIREMENTS, THEMES)},
    Role.VENDOR: {ANSWERS_FILE: (VENDOR, ANSWERS), PRICES_FILE: (PRICES,)},
    Role.ASSESSOR: {"": (MARKS,)},
    Role.PROJECT: {CONSENSUS_FILE: (CONSENSUS,)},
}
"""The sheets that people fill in, by who they are and, where one sends several workbooks, by its name."""


def read_progress(root: Path, project: Project) -> tuple[FormProgress, ...]:
    """Every workbook that is asked for: of municipalities, vendors, assessors, then of all together."""
    asked = (
        *_of_municipalities(project),
        *_of_vendors(project),
        *_of_assessors(root, project),
        *_of_all_together(root, project),
    )
    decisions = decisions_form(tuple((m.slug, m.name) for m in project.municipalities))
    return tuple(_counted(root, form, decisions) for form in asked)


def _of_municipalities(project: Project) -> Iterator[FormProgress]:
    deadline = project.forms.deadlines.requirements
    for item in sorted(project.municipalities, key=lambda m: m.slug):
        sender = Sender(Role.MUNICIPALITY, item.slug, item.name)
        file = f"{REQUIREMENTS_FOLDER}/{item.slug}.xlsx"
        yield FormProgress(sender, file, Stage.MISSING, deadline=deadline)


def _of_vendors(project: Project) -> Iterator[FormProgress]:
    deadline = project.forms.deadlines.answers
    for slug in sorted(project.invited):
        sender = Sender(Role.VENDOR, slug, slug)
        for name in _SHEETS[Role.VENDOR]:
            yield FormProgress(sender, f"{VENDORS_FOLDER}/{slug}/{name}", Stage.MISSING, deadline=deadline)


def _of_assessors(root: Path, project: Project) -> Iterator[FormProgress]:
    """What assessors owe: a workbook about every vendor that answered."""
    deadline = project.forms.deadlines.marks
    folders = {slug: f"{VENDORS_FOLDER}/{slug}" for slug in sorted(project.invited)}
    answered = [slug for slug, folder in folders.items() if _sent(root, f"{folder}/{ANSWERS_FILE}")]
    for assessor in sorted(name for item in project.municipalities for name in item.assessors):
        sender = Sender(Role.ASSESSOR, assessor, assessor)
        for slug in answered:
            file = f"{folders[slug]}/{ASSESSMENTS}/{assessor}.xlsx"
            yield FormProgress(sender, file, Stage.MISSING, deadline=deadline, vendor=slug)


def _of_all_together(root: Path, project: Project) -> Iterator[FormProgress]:
    """What is decided together: what is one requirement, and the marks that were talked about, if any."""
    group = Sender(Role.PROJECT, "projectgroep", "Projectgroep")
    file = f"{REQUIREMENTS_FOLDER}/{DECISIONS_FILE}"
    yield FormProgress(group, file, Stage.MISSING, deadline=project.forms.deadlines.requirements)
    assessors = Sender(Role.PROJECT, "consensus", "Beoordelaars samen")
    for slug in sorted(project.invited):
        file = f"{VENDORS_FOLDER}/{slug}/{CONSENSUS_FILE}"
        if _sent(root, file):
            yield FormProgress(assessors, file, Stage.MISSING, vendor=slug)


def _counted(root: Path, form: FormProgress, decisions: Form) -> FormProgress:
    """The same form with what its workbook holds."""
    found = _sent(root, form.file)
    if not found:
        return form
    book, _ = open_book(root, found)
    parts = None if book is None else _parts(book, _sheets(form) or (decisions,))
    if parts is None:
        return replace(form, file=found, stage=Stage.UNREADABLE)
    return replace(form, file=found, stage=_stage(parts), parts=parts)


def _sent(root: Path, file: str) -> str:
    """The file that came in, perhaps of another kind (answers.ods); nothing when none did."""
    folder, _, name = file.rpartition("/")
    found = (f"{folder}/{candidate}" for candidate in candidates(root, folder, name))
    return next((path for path in found if is_inside(root, root / path)), "")


def _sheets(form: FormProgress) -> tuple[Form, ...]:
    """The sheets to count; none of samenvoeging.xlsx, whose columns follow from the project."""
    sheets = _SHEETS[form.sender.role]
    return sheets.get("") or sheets.get(f"{Path(form.file).stem}.xlsx", ())


def _stage(parts: tuple[Part, ...]) -> Stage:
    if not any(part.done for part in parts):
        return Stage.EMPTY
    return Stage.STARTED if any(part.left for part in parts) else Stage.READY


def _parts(book: Book, forms: tuple[Form, ...]) -> tuple[Part, ...] | None:
    """What the sheets count; None when one of them cannot be found. A .csv holds answers and no vendor."""
    parts: list[Part] = []
    for form in forms:
        table, _ = find_table(book, form, tuple(other for other in forms if other is not form))
        if table is None and form is not VENDOR:
            return None
        parts.extend(_of_table(table) if table else ())
    return tuple(parts)


def _of_table(table: Table) -> Iterator[Part]:
    rows = [_values(table, number) for number in table.rows]
    first = table.form.columns[0].name
    rows = [row for row in rows if row.get(first) is not None]
    for line in progress(Sheet(table.form, rows)):
        if line.done is not None and line.total is not None:
            yield Part(line.label, line.done, line.total, _left(table.form, rows, line))


def _left(form: Form, rows: list[dict[str, CellValue]], line: Progress) -> int:
    """What still has to be done: of a price line one of both amounts is enough, and nobody has to agree on a
    mark, but who does says why."""
    if form is PRICES:
        return sum(row.get("one_off") is None and row.get("yearly") is None for row in rows)
    if form is CONSENSUS:
        unexplained = sum(row.get("mark") is not None and row.get("motivation") is None for row in rows)
        return 0 if line.column == "mark" else unexplained
    return (line.total or 0) - (line.done or 0)


def _values(table: Table, number: int) -> dict[str, CellValue]:
    """The cells of a row as a formula compares them: capitals do not matter."""
    cells = {name: cast(CellValue, cell.value) for name, cell in table.rows[number].items()}
    values: dict[str, CellValue] = {name: value for name, value in cells.items() if value not in {None, ""}}
    if "code" in values:
        values["code"] = str(values["code"]).upper()
    if "confidential" in values:
        values["confidential"] = str(values["confidential"]).casefold()
    if "asked" not in table.columns:  # sheets of before this column ask for everything
        values["asked"] = JUDGE_ALL
    return values
