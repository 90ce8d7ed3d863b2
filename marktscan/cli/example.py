"""`marktscan example`: an invented scan to practise with."""

from pathlib import Path
from typing import Annotated

import typer

from marktscan.cli.options import AsJson
from marktscan.cli.terminal import Exit, UsageError, show, show_json


def example(
    directory: Annotated[Path, typer.Argument(metavar="MAP", help="Een nieuwe of lege map.")],
    json: AsJson = False,
) -> int:
    """Schrijf een verzonnen voorbeeld in een lege map."""
    if directory.exists() and (not directory.is_dir() or any(directory.iterdir())):
        raise UsageError(f"{directory} is geen lege map. Kies een nieuwe map; er is niets overschreven.")
    from marktscan.example import write_example

    files = [path.relative_to(directory).as_posix() for path in write_example(directory)]
    if json:
        show_json({"directory": str(directory), "files": files})
    else:
        show(f"In {directory} staan nu {len(files)} bestanden van een verzonnen marktverkenning.")
        show(f"Verder: marktscan --project {directory} report")
    return Exit.CLEAN
