"""`marktscan score`: the scores in a table, per municipality and together."""

import typer

from marktscan.cli.findings import as_json, exit_code, summary
from marktscan.cli.options import AsJson, project_folder
from marktscan.cli.progress import steps
from marktscan.cli.terminal import show, show_json


def score(context: typer.Context, json: AsJson = False) -> int:
    """Bereken de scores per gemeente en samen."""
    from marktscan import pipeline
    from marktscan.cli import scores

    root = project_folder(context)
    with steps(len(pipeline.STEPS) - 1, quiet=json) as progress:
        outcome = pipeline.score(root, progress)
    if json:
        show_json(
            {**scores.as_json(outcome.results, outcome.background), "findings": as_json(outcome.findings)}
        )
    else:
        show(*scores.lines(outcome.scan, outcome.results, outcome.background), summary(outcome.findings))
    return exit_code(outcome.findings)
