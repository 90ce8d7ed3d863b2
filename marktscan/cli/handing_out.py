"""What the commands that write forms have in common: their option and how they tell what was made."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from marktscan.cli.findings import as_json, exit_code, lines
from marktscan.cli.terminal import Exit, show, show_json
from marktscan.outgoing import HandedOut

AsOds = Annotated[
    bool, typer.Option("--ods", help="Maak de werkbladen ook als .ods. Daarvoor is LibreOffice nodig.")
]
NO_OFFICE = (
    "LibreOffice staat niet op deze computer, dus er zijn geen .ods-bestanden gemaakt. "
    "Zet LibreOffice erop, of open een .xlsx in uw eigen programma en bewaar het als .ods."
)


def hand_out(made: HandedOut, next_steps: Sequence[str], *, ods: bool, json: bool) -> int:
    """Tell what was written, or what keeps it from being written."""
    from marktscan import outgoing

    extra = outgoing.as_open_documents(made.files) if ods else ()
    files = [path.as_posix() for path in (*made.files, *(extra or ()))]
    if json:
        show_json({"files": files, "waiting": _record(made), "findings": as_json(made.findings)})
    elif made.files:
        doubts = (*lines(made.findings), "") if made.findings else ()
        show(*doubts, *_made(files), *next_steps, *((NO_OFFICE,) if extra is None else ()))
    else:
        show(*lines(made.findings), "", "Er is niets geschreven. Los eerst deze bevindingen op.")
    return exit_code(made.findings) if made.files else Exit.ERRORS_FOUND


def _made(files: Sequence[str]) -> Iterator[str]:
    folders = sorted({Path(file).parent.as_posix() for file in files})
    yield f"Gemaakt: {len(files)} bestanden."
    yield from (f"  {folder}" for folder in folders)


def _record(made: HandedOut) -> list[dict[str, object]]:
    return [{"vendor": item.vendor, "assessors": list(item.assessors)} for item in made.waiting]
