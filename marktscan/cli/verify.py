"""`marktscan verify`: do these reports belong to these inputs?"""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from marktscan.cli.options import AsJson, project_folder
from marktscan.cli.terminal import Exit, UsageError, show, show_json
from marktscan.delivery import MANIFEST, Differences, Verification

Folder = Annotated[
    Path | None,
    typer.Argument(metavar="MAP", show_default=False, help="De map met de uitkomsten. Zonder: build."),
]


def verify(context: typer.Context, folder: Folder = None, json: AsJson = False) -> int:
    """Ga na of de rapporten bij deze werkbladen horen."""
    from marktscan import beside

    root = project_folder(context)
    place = root / beside.BUILD if folder is None else folder
    found = beside.verify(root, place)
    if found is None:
        raise UsageError(
            f"In de map {place} staat geen {MANIFEST} dat te lezen is. "
            "Maak de rapporten met: marktscan report"
        )
    if json:
        show_json(record(found))
    else:
        show(*_lines(found))
    return Exit.CLEAN if found.belongs else Exit.ERRORS_FOUND


def record(found: Verification) -> dict[str, object]:
    """What differs, for other programs."""
    return {
        "belongs": found.belongs,
        "version": found.version,
        "inputs": _differences(found.inputs),
        "outputs": _differences(found.outputs),
    }


def _differences(found: Differences) -> dict[str, list[str]]:
    return {"changed": list(found.changed), "missing": list(found.missing), "extra": list(found.extra)}


def _lines(found: Verification) -> Iterator[str]:
    yield f"Gemaakt met marktscan {found.version}."
    yield from _told("Invoer", found.inputs)
    yield from _told("Uitvoer", found.outputs)
    if found.belongs:
        yield (
            f"Klopt: de uitkomsten ({found.number_of_outputs} bestanden) horen bij de invoer "
            f"({found.number_of_inputs} bestanden)."
        )
    else:
        yield "Klopt niet: de uitkomsten horen niet bij deze invoer. Maak ze opnieuw met: marktscan report"


def _told(kind: str, found: Differences) -> Iterator[str]:
    by_word = {"veranderd": found.changed, "ontbreekt": found.missing, "hoort er niet bij": found.extra}
    for word, names in by_word.items():
        yield from (f"{kind} {word}: {name}" for name in names)
