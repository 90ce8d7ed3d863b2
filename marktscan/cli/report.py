"""`marktscan report`: the reports as PDF and as HTML, and what lies beside them."""

import json as json_file
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from marktscan.cli.findings import as_json, exit_code_of
from marktscan.cli.options import AsJson, known_name, project_folder
from marktscan.cli.progress import steps
from marktscan.cli.report_lines import Run, lines_of, record_of
from marktscan.cli.score import record, shown_path
from marktscan.cli.terminal import UsageError, json_text, show, show_json
from marktscan.delivery import (
    MANIFEST,
    RESULTS,
    SCORES,
    WORKBOOK,
    InputsChangedError,
    Manifest,
    report_files,
    stale,
)

if TYPE_CHECKING:
    from marktscan.pipeline import Outcome

Only = Annotated[
    list[str] | None,
    typer.Option(
        "--only", metavar="RAPPORT", help="Alleen dit rapport; mag vaker. Bijvoorbeeld: stuurgroep."
    ),
]
Attach = Annotated[
    bool,
    typer.Option("--attach", help="Maak ook een PDF voor de stuurgroep met de gegevens erin (PDF/A-3a)."),
]
Force = Annotated[bool, typer.Option("--force", help="Maak alles opnieuw, ook als er niets is veranderd.")]


def report(
    context: typer.Context,
    only: Only = None,
    force: Force = False,
    attach: Attach = False,
    json: AsJson = False,
) -> int:
    """Maak de rapporten en de uitkomsten in build.

    Wat niet is veranderd sinds de vorige keer, wordt niet opnieuw gemaakt.
    """
    from marktscan import beside

    root = project_folder(context)
    _need_libraries()
    names = _known_names(root, only or ())
    begun = beside.begin(root)
    to_make = names if force or attach else stale(begun, names)
    unchanged = tuple(name for name in names if name not in to_make)
    if names and not to_make:
        run = _as_it_was(root, begun, unchanged)
    else:
        run = _make(root, begun, to_make, unchanged, quiet=json, attach=attach)
    if json:
        show_json(record_of(run))
    else:
        show(*lines_of(run))
    return exit_code_of(run.severities)


def _make(  # noqa: PLR0913 (what a run is asked for)
    root: Path, begun: Manifest, names: Sequence[str], unchanged: Sequence[str], *, quiet: bool, attach: bool
) -> Run:
    """Run all steps; UsageError when somebody changed the inputs meanwhile."""
    from marktscan import beside, pipeline

    with steps(len(pipeline.STEPS), quiet=quiet) as progress:
        outcome = pipeline.report(root, names, progress)
        if attach:
            outcome = beside.with_data(root, outcome, _results_file)
        workbook = beside.results_workbook(root, outcome)
        made = (*outcome.reports, *([workbook] if workbook else []))
        try:
            beside.deliver(root, begun, outcome, made, _results_file(outcome))
        except InputsChangedError as error:
            raise UsageError(_changed_meanwhile(error.files)) from error
        durations = progress.durations()
    scored = outcome.results is not None
    return Run(
        tuple((root / path).as_posix() for path in outcome.reports),
        _files_of(root, unchanged) if scored else (),
        _beside(root, scored=scored, workbook=shown_path(root, workbook)),
        as_json(outcome.findings),
        durations,
    )


def _results_file(outcome: "Outcome") -> bytes:
    """The outcome as results.json."""
    return f"{json_text(record(outcome))}\n".encode("ascii")


def _as_it_was(root: Path, begun: Manifest, names: Sequence[str]) -> Run:
    """What the last run left, with its findings."""
    from marktscan import beside

    results = json_file.loads((root / beside.BUILD / RESULTS).read_bytes())
    workbook = shown_path(root, beside.BUILD / WORKBOOK) if WORKBOOK in begun.outputs else None
    return Run((), _files_of(root, names), _beside(root, scored=True, workbook=workbook), results["findings"])


def _beside(root: Path, *, scored: bool, workbook: str | None) -> dict[str, str | None]:
    files = {"results": RESULTS, "scores": SCORES, "manifest": MANIFEST}
    return {"workbook": workbook} | {
        kind: _shown(root, name) if scored else None for kind, name in files.items()
    }


def _files_of(root: Path, names: Sequence[str]) -> tuple[str, ...]:
    """The files of these reports, as PDF and as HTML edition."""
    return tuple(_shown(root, file) for name in names for file in report_files(name))


def _shown(root: Path, name: str) -> str:
    """The path of an output, for people and for JSON."""
    from marktscan import beside

    return (root / beside.BUILD / name).as_posix()


def _changed_meanwhile(files: Sequence[str]) -> str:
    return (
        f"Tijdens het maken is er invoer veranderd: {files[0]}. "
        "Sla alles op en maak de rapporten opnieuw met: marktscan report"
    )


def _need_libraries() -> None:
    """UsageError with the command to run when Pango is missing, before anything slow begins."""
    from marktscan import beside
    from marktscan.wording.libraries import how_to_install

    if not beside.can_render():
        raise UsageError(how_to_install())


def _known_names(root: Path, only: Sequence[str]) -> tuple[str, ...]:
    """The names of the reports asked for, all when none is; none when the project file cannot be used."""
    from marktscan import beside

    names = beside.report_names(root)
    return tuple(known_name("Het rapport", name, names) for name in only) if only and names else names
