"""`marktscan check`: what is wrong in the workbooks, and how to solve it."""

from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

from marktscan.cli.findings import as_json, exit_code, lines
from marktscan.cli.options import AsJson, project_folder
from marktscan.cli.progress import steps
from marktscan.cli.terminal import show, show_json

Repair = Annotated[
    bool,
    typer.Option("--repair", help="Maak per afzender een werkblad met wat er te herstellen is."),
]


def check(context: typer.Context, repair: Repair = False, json: AsJson = False) -> int:
    """Controleer alle werkbladen en laat zien wat er niet klopt."""
    from marktscan import outgoing, pipeline

    root = project_folder(context)
    with steps(4, quiet=json) as progress:
        outcome = pipeline.check(root, progress)
    findings, written = outgoing.repair(root, outcome) if repair else (outcome.findings, ())
    files = [path.as_posix() for path in written]
    if json:
        show_json({"findings": as_json(findings)} | ({"repairs": files} if repair else {}))
    else:
        show(*lines(findings), *(_made(files) if repair and (files or findings == outcome.findings) else ()))
    return exit_code(findings)


def _made(files: Sequence[str]) -> Iterator[str]:
    yield from (f"Gemaakt: {file}" for file in files)
    if not files:
        yield "Er zijn geen herstelbestanden: er is niets terug te sturen, of marktscan.toml klopt niet."
