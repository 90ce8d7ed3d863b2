"""The options that several commands share, and the project folder they work on."""

from pathlib import Path
from typing import Annotated

import typer

from marktscan.cli.terminal import UsageError

AsJson = Annotated[bool, typer.Option("--json", help="Geef de uitkomst als JSON, voor andere programma's.")]

PROJECT_FILE = "marktscan.toml"


def project_folder(context: typer.Context) -> Path:
    """The folder given with --project; UsageError when there is no project file in it."""
    root: Path = context.obj
    if not (root / PROJECT_FILE).is_file():
        raise UsageError(
            f"In de map {root.resolve()} staat geen {PROJECT_FILE}. "
            "Ga naar de map van uw marktverkenning of wijs hem aan met --project."
        )
    return root
