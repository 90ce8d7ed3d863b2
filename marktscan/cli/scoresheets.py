"""`marktscan scoresheets`: what assessors fill in."""

from collections.abc import Iterator

import typer

from marktscan.cli.handing_out import AsOds, hand_out
from marktscan.cli.options import AsJson, project_folder
from marktscan.outgoing import HandedOut

KEY_FILE = "sleutel.txt"
"""Where judging is blind: which alias stands for which vendor."""


def scoresheets(context: typer.Context, ods: AsOds = False, json: AsJson = False) -> int:
    """Maak voor elke beoordelaar een werkblad per leverancier."""
    from marktscan import outgoing

    made = outgoing.scoresheets(project_folder(context))
    return hand_out(made, tuple(_next_steps(made)), ods=ods, json=json)


def _next_steps(made: HandedOut) -> Iterator[str]:
    yield "Geef elke beoordelaar alleen de bestanden met de eigen naam."
    if any(path.name == KEY_FILE for path in made.files):
        yield f"Lees de bladen na voordat u ze uitdeelt: {KEY_FILE} zegt wat het programma niet herkent."
        yield f"Zet wat terugkomt in vendors, in de map die {KEY_FILE} noemt."
    else:
        yield "Zet wat terugkomt in vendors, in dezelfde mappen."
    for item in made.waiting:
        yield f"Nog geen consensus.xlsx voor {item.vendor}: wacht op {', '.join(item.assessors)}."
