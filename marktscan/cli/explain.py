"""`marktscan explain`: from a printed score down to the cells, so that it can be redone by hand."""

from typing import Annotated

import typer

from marktscan.cli.options import AsJson, project_folder

Vendor = Annotated[str, typer.Argument(metavar="LEVERANCIER", help="De naam van de map onder vendors/.")]


def explain(context: typer.Context, vendor: Vendor, json: AsJson = False) -> int:
    """Leg een score uit, van de uitkomst tot aan de cellen."""
    project_folder(context)
    return 0
