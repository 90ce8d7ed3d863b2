"""`marktscan report`: the reports as PDF."""

from typing import Annotated

import typer

from marktscan.cli.findings import as_json, exit_code, summary
from marktscan.cli.options import AsJson, project_folder
from marktscan.cli.progress import steps
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
    with steps(len(pipeline.STEPS), quiet=json) as progress:
        outcome = pipeline.report(root, only or (), progress)
        durations = progress.durations()
    files = [path.as_posix() for path in outcome.reports]
    if json:
        show_json({"reports": files, "steps": dict(durations), "findings": as_json(outcome.findings)})
    else:
        show(
            *columns(
                ("stap", "seconden"),
                [(step, f"{seconds:.1f}".replace(".", ",")) for step, seconds in durations],
                right=(1,),
            )
        )
        show("", summary(outcome.findings), *(f"Gemaakt: {file}" for file in files))
    return exit_code(outcome.findings)


def _need_libraries() -> None:
    """UsageError with the command to run when Pango is missing, before anything slow begins."""
    from marktscan import pipeline
    from marktscan.wording.libraries import how_to_install

    if not pipeline.can_render():
        raise UsageError(how_to_install())
