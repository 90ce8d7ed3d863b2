"""`marktscan questionnaire`: the same questions and price sheet for every vendor."""

import typer

from marktscan.cli.handing_out import AsOds, hand_out
from marktscan.cli.options import AsJson, project_folder

NEXT = (
    "Stuur elke leverancier de twee bestanden uit de eigen map.",
    "Zet wat terugkomt in vendors, in de map met dezelfde naam.",
)


def questionnaire(context: typer.Context, ods: AsOds = False, json: AsJson = False) -> int:
    """Maak de vragenlijst en het prijsblad voor elke leverancier."""
    from marktscan import outgoing

    return hand_out(outgoing.questionnaire(project_folder(context)), NEXT, ods=ods, json=json)
