"""`marktscan score`: the scores in a table, per municipality and together."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from marktscan.cli.findings import as_json, exit_code, summary
from marktscan.cli.options import AsJson, project_folder
from marktscan.cli.progress import steps
from marktscan.cli.terminal import show, show_json
from marktscan.wording.formats import thousands

if TYPE_CHECKING:
    from marktscan.pipeline import Outcome

Workbook = Annotated[
    bool,
    typer.Option(
        "--workbook",
        help="Maak ook build/results.xlsx: alle scores en kosten als formule. Er staan prijzen in.",
    ),
]


def score(context: typer.Context, workbook: Workbook = False, json: AsJson = False) -> int:
    """Bereken de scores per gemeente en samen."""
    from marktscan import beside, pipeline
    from marktscan.cli import scores

    root = project_folder(context)
    with steps(len(pipeline.STEPS) - 1, quiet=json) as progress:
        outcome = pipeline.score(root, progress)
        made = beside.results_workbook(root, outcome) if workbook else None
    if json:
        file = {"workbook": shown_path(root, made)} if workbook else {}
        show_json(record(outcome) | file)
    else:
        show(*scores.lines(outcome.scan, outcome.results, outcome.background), summary(outcome.findings))
        show(*([told(root, made, outcome)] if workbook else []))
    return exit_code(outcome.findings)


def record(outcome: "Outcome") -> dict[str, object]:
    """The scores, what changed since the rules were fixed, and the findings, for other programs."""
    from marktscan.cli import freeze_records, scores

    return {
        **scores.as_json(outcome.results, outcome.background),
        "rules": freeze_records.held(outcome.rules),
        "findings": as_json(outcome.findings),
    }


def shown_path(root: Path, made: Path | None) -> str | None:
    """Where a workbook was written, for people and for JSON."""
    return (root / made).as_posix() if made else None


def told(root: Path, made: Path | None, outcome: "Outcome") -> str:
    """Which workbook was made, or why none was."""
    if made is not None:
        return f"Gemaakt: {shown_path(root, made)}"
    if outcome.results is None:
        return "Er is geen werkblad gemaakt: er zijn geen scores. Bekijk de fouten met: marktscan check"
    rows, places = len(outcome.results.contributions), len(outcome.results.municipalities)
    return (
        f"Er is geen werkblad gemaakt: {thousands(rows)} regels van {thousands(places)} gemeenten passen er "
        "niet in (hoogstens 1.048.575 regels en 100 gemeenten). Alles staat in build/scores.csv na: "
        "marktscan report"
    )
