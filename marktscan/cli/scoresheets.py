"""`marktscan scoresheets`: what assessors fill in."""

from collections.abc import Iterator

import typer

from marktscan.cli.handing_out import AsOds, hand_out
from marktscan.cli.options import AsJson, project_folder
from marktscan.outgoing import HandedOut


def scoresheets(context: typer.Context, ods: AsOds = False, json: AsJson = False) -> int:
    """Maak voor elke beoordelaar een werkblad per leverancier."""
    from marktscan import outgoing

    made = outgoing.scoresheets(project_folder(context))
    return hand_out(made, tuple(_next_steps(made)), ods=ods, json=json)


def _next_steps(made: HandedOut) -> Iterator[str]:
    yield "Geef elke beoordelaar alleen de bestanden met de eigen naam."
    yield "Zet wat terugkomt in vendors, in dezelfde mappen."
    for item in made.waiting:
        yield f"Nog geen consensus.xlsx voor {item.vendor}: wacht op {', '.join(item.assessors)}."
