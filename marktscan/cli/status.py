"""`marktscan status`: who has filled in how much, what is missing and what is overdue."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Annotated

import typer

from marktscan.cli.findings import as_json, exit_code
from marktscan.cli.findings import lines as finding_lines
from marktscan.cli.options import AsJson, project_folder
from marktscan.cli.terminal import UsageError, columns, show, show_json
from marktscan.domain.frozen import Recorded
from marktscan.domain.progress import FormProgress, Part, Stage
from marktscan.domain.sender import Role
from marktscan.outgoing import Status
from marktscan.wording.formats import date_long

Day = Annotated[
    str,
    typer.Option(
        "--date",
        metavar="JJJJ-MM-DD",
        show_default=False,
        help="De dag waarop iets te laat is. Zonder: de datum van het rapport.",
    ),
]
TITLES = {
    Role.MUNICIPALITY: "Gemeenten",
    Role.VENDOR: "Leveranciers",
    Role.ASSESSOR: "Beoordelaars",
    Role.PROJECT: "Samen",
}
HEADER = ("wie", "wat", "ingevuld", "nog te doen", "uiterlijk", "stand")
RIGHT = (3,)
LATE = "te laat"
STAGES = tuple(Stage)


def status(context: typer.Context, day: Day = "", json: AsJson = False) -> int:
    """Laat zien wie hoeveel heeft ingevuld en wat te laat is."""
    from marktscan import outgoing

    found = outgoing.status(project_folder(context), _day(day))
    if json:
        show_json({**record(found), "findings": as_json(found.findings)})
    else:
        show(*_lines(found))
    return exit_code(found.findings)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise UsageError(f"{text} is geen datum. Schrijf een datum als 2026-11-23.") from None


def _lines(found: Status) -> Iterator[str]:
    yield from finding_lines(found.findings) if found.findings else ()
    if found.today is None:
        return
    yield f"Stand op {date_long(found.today)}"
    yield _rules(found.rules)
    for role, forms in groupby(found.forms, key=lambda form: form.sender.role):
        yield from ("", TITLES[role])
        yield from columns(HEADER, _rows(list(forms), found.today), RIGHT)


def _rules(found: Recorded | None) -> str:
    if found is None:
        return "Regels: nog niet vastgesteld. Doe dat voordat het eerste antwoord opengaat: marktscan freeze"
    amount = len(found.amendments)
    changes = "1 wijziging vastgelegd" if amount == 1 else f"{amount} wijzigingen vastgelegd"
    return f"Regels: vastgesteld op {date_long(found.freeze.day)} door {found.freeze.by}; {changes}."


def _rows(forms: Sequence[FormProgress], today: date) -> Iterator[tuple[str, ...]]:
    for name, own in groupby(forms, key=lambda form: form.sender.name):
        first = name
        for row in _of_sender(list(own), today):
            yield first, *row
            first = ""


def _of_sender(forms: Sequence[FormProgress], today: date) -> Iterator[tuple[str, ...]]:
    """Every part of every workbook; of an assessor the workbooks about all vendors together."""
    if any(form.vendor for form in forms):
        yield from _together(forms, today)
        return
    for form in forms:
        parts = form.parts or (Part(form.file, 0, 0, 0),)
        yield from (_row(part, form.stage, form.deadline, form.is_overdue(today)) for part in parts)


def _together(forms: Sequence[FormProgress], today: date) -> Iterator[tuple[str, ...]]:
    late = any(form.is_overdue(today) for form in forms)
    stage = min((form.stage for form in forms), key=STAGES.index)
    stage = Stage.STARTED if stage is not Stage.READY and any(form.parts for form in forms) else stage
    parts = [part for form in forms for part in form.parts]
    for label in dict.fromkeys(part.label for part in parts) or ("",):
        same = [part for part in parts if part.label == label]
        whole = Part(label, *(sum(getattr(p, name) for p in same) for name in ("done", "total", "left")))
        yield _row(whole, stage, forms[0].deadline, late)
    for form in forms:
        if form.stage in {Stage.MISSING, Stage.UNREADABLE}:
            yield _row(Part(form.file, 0, 0, 0), form.stage, form.deadline, form.is_overdue(today))


def _row(part: Part, stage: Stage, deadline: date | None, late: bool) -> tuple[str, ...]:
    """One line; a part that is ready is not late, whatever the rest of its workbook."""
    counted = f"{part.done} van {part.total}" if part.total else ""
    own = Stage.READY if part.total and not part.left else stage
    state = f"{own}, {LATE}" if late and own is not Stage.READY else own
    return (
        part.label,
        counted,
        str(part.left) if part.total else "",
        date_long(deadline) if deadline else "",
        state,
    )


def record(found: Status) -> dict[str, object]:
    """Every workbook that is asked for, as JSON."""
    today = found.today
    return {
        "date": today.isoformat() if today else None,
        "rules": _fixed(found.rules),
        "forms": [_form(form, today) for form in found.forms if today],
    }


def _fixed(found: Recorded | None) -> dict[str, object] | None:
    if found is None:
        return None
    freeze = found.freeze
    return {
        "by": freeze.by,
        "date": freeze.day.isoformat(),
        "sha256": freeze.sha256,
        "amendments": len(found.amendments),
    }


def _form(form: FormProgress, today: date) -> dict[str, object]:
    return {
        "role": form.sender.role.value,
        "sender": form.sender.slug,
        "name": form.sender.name,
        "vendor": form.vendor or None,
        "file": form.file,
        "stage": form.stage.value,
        "deadline": form.deadline.isoformat() if form.deadline else None,
        "overdue": form.is_overdue(today),
        "parts": [
            {"label": part.label, "done": part.done, "total": part.total, "left": part.left}
            for part in form.parts
        ],
    }
