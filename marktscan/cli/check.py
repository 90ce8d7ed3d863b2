"""`marktscan check`: what is wrong in the workbooks, and how to solve it."""

import typer

from marktscan.cli.findings import as_json, exit_code, lines
from marktscan.cli.options import AsJson, project_folder
from marktscan.cli.progress import steps
from marktscan.cli.terminal import show, show_json


def check(context: typer.Context, json: AsJson = False) -> int:
    """Controleer alle werkbladen en laat zien wat er niet klopt."""
    from marktscan import pipeline

    root = project_folder(context)
    with steps(4, quiet=json) as progress:
        findings = pipeline.check(root, progress).findings
    if json:
        show_json({"findings": as_json(findings)})
    else:
        show(*lines(findings))
    return exit_code(findings)
