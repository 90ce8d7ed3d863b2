"""`marktscan rehearse`: try the rules on simulated bids, before anybody has answered."""

from typing import Annotated

import typer

from marktscan.cli import rehearse_lines, rehearse_records
from marktscan.cli.findings import as_json, exit_code, lines
from marktscan.cli.options import AsJson, project_folder
from marktscan.cli.terminal import UsageError, show, show_json

MOST = 100_000
MOST_VENDORS = 60

Rounds = Annotated[
    int,
    typer.Option(
        "--rounds",
        metavar="AANTAL",
        min=1,
        max=MOST,
        help="Hoeveel rondes. Zonder: 1000.",
        show_default=False,
    ),
]
Vendors = Annotated[
    int,
    typer.Option(
        "--vendors",
        metavar="AANTAL",
        min=0,
        max=MOST_VENDORS,
        show_default=False,
        help="Hoeveel aanbiedingen per ronde. Zonder: zoveel als u uitnodigt.",
    ),
]
Seed = Annotated[
    int,
    typer.Option(
        "--seed",
        metavar="GETAL",
        min=-1,
        show_default=False,
        help="Het startgetal. Zonder: dat uit marktscan.toml.",
    ),
]
Observed = Annotated[
    bool,
    typer.Option("--observed", help="Trek antwoorden en cijfers zoals ze in de map vendors voorkomen."),
]


def rehearse(  # noqa: PLR0913, PLR0917 each parameter is an option of the command
    context: typer.Context,
    rounds: Rounds = 1000,
    vendors: Vendors = 0,
    seed: Seed = -1,
    observed: Observed = False,
    json: AsJson = False,
) -> int:
    """Probeer de regels uit op verzonnen aanbiedingen.

    Zo ziet u vóór het eerste antwoord waar een regel toeval of een derde laat beslissen.
    """
    from marktscan import pipeline, rehearsal
    from marktscan.domain.rehearsal import Plan
    from marktscan.project_file.declarations import declarations

    root = project_folder(context)
    scan = pipeline.check(root).scan
    if scan is None:
        raise UsageError("marktscan.toml is niet te gebruiken. Bekijk de fouten met: marktscan check")
    project = scan.project
    plan = Plan(rounds, vendors or len(project.invited), project.simulation.seed if seed < 0 else seed)
    drawn_from = rehearsal.observed(scan) if observed else rehearsal.assumed(project)
    found = rehearsal.rehearse(scan, plan, drawn_from)
    if found is None:
        raise UsageError("Er is geen eis met een gewicht en geen knock-out, dus er is niets te proberen.")
    told = rehearsal.advice(scan, found, declarations(root, project.source.file))
    if json:
        show_json({**rehearse_records.record(found), "findings": as_json(told)})
    else:
        show(*rehearse_lines.told(found, project), *lines(told))
    return exit_code(told)
