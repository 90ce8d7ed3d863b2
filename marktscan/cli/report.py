"""`marktscan report`: the reports as PDF."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Annotated

import typer

from marktscan.cli.findings import as_json, exit_code, summary
from marktscan.cli.options import AsJson, known_name, project_folder
from marktscan.cli.progress import Duration, steps
from marktscan.cli.score import shown_path
from marktscan.cli.terminal import UsageError, columns, show, show_json

Only = Annotated[
    list[str] | None,
    typer.Option(
        "--only", metavar="RAPPORT", help="Alleen dit rapport; mag vaker. Bijvoorbeeld: stuurgroep."
    ),
]


def report(context: typer.Context, only: Only = None, json: AsJson = False) -> int:
    """Maak de rapporten in build/reports."""
    from marktscan import pipeline

    root = project_folder(context)
    _need_libraries()
    names = _known_names(root, only or ())
    with steps(len(pipeline.STEPS), quiet=json) as progress:
        outcome = pipeline.report(root, names, progress)
        made = None if names else pipeline.results_workbook(root, outcome)
        durations = progress.durations()
    workbook = shown_path(root, made)
    files = [(root / path).as_posix() for path in outcome.reports]
    if json:
        show_json(
            {
                "reports": files,
                "workbook": workbook,
                "steps": dict(durations),
                "findings": as_json(outcome.findings),
            }
        )
    else:
        show(*_time_table(durations), "", summary(outcome.findings), *_made(files, workbook))
    return exit_code(outcome.findings)


def _need_libraries() -> None:
    """UsageError with the command to run when Pango is missing, before anything slow begins."""
    from marktscan import pipeline
    from marktscan.wording.libraries import how_to_install

    if not pipeline.can_render():
        raise UsageError(how_to_install())


def _known_names(root: Path, only: Sequence[str]) -> tuple[str, ...]:
    """The names of reports as asked; a project file that cannot be used is told by its findings instead."""
    from marktscan import pipeline

    names = pipeline.report_names(root) if only else ()
    return tuple(known_name("Het rapport", name, names) for name in only) if names else ()


def _time_table(durations: Sequence[Duration]) -> list[str]:
    from marktscan.wording.formats import number

    rows = [(step, number(Decimal(str(seconds)))) for step, seconds in durations]
    return columns(("stap", "seconden"), rows, right=(1,))


def _made(files: Sequence[str], workbook: str | None) -> Iterator[str]:
    if workbook:
        yield f"Gemaakt: {workbook}"
    yield from (f"Gemaakt: {file}" for file in files)
    if not files:
        yield "Er is geen rapport gemaakt. Rapporten van een vorige keer zijn niet veranderd."
