"""The options that several commands share, and the project folder they work on."""

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

import typer

from marktscan.cli.terminal import UsageError

AsJson = Annotated[bool, typer.Option("--json", help="Geef de uitkomst als JSON, voor andere programma's.")]

PROJECT_FILE = "marktscan.toml"
SUGGESTIONS = 8
"""Most names in a complaint when none looks like what was typed."""


def project_folder(context: typer.Context) -> Path:
    """The folder given with --project; UsageError when there is no project file in it."""
    root: Path = context.obj
    if not (root / PROJECT_FILE).is_file():
        raise UsageError(
            f"In de map {root.absolute()} staat geen {PROJECT_FILE}. "
            "Ga naar de map van uw marktverkenning of wijs hem aan met --project."
        )
    return root


def known_name(kind: str, name: str, names: Iterable[str]) -> str:
    """The name as the scan writes it, capitals aside; UsageError with a suggestion when it is not there."""
    by_folded = {known.casefold(): known for known in names}
    if name.casefold() in by_folded:
        return by_folded[name.casefold()]
    near = get_close_matches(name.casefold(), by_folded, n=3, cutoff=0.5) or sorted(by_folded)[:SUGGESTIONS]
    suggestion = f" Bedoelde u {' of '.join(by_folded[match] for match in near)}?" if near else ""
    raise UsageError(f"{kind} {name} bestaat niet.{suggestion}")
