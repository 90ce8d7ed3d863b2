"""`marktscan import`: bring an existing list of requirements into a requirement workbook."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from marktscan.cli.findings import as_json, exit_code, lines
from marktscan.cli.options import AsJson
from marktscan.cli.terminal import Exit, UsageError, columns, show, show_json
from marktscan.files import put_all

if TYPE_CHECKING:
    from marktscan.importing import Imported

WORKBOOK = ".xlsx"
HEADER = ("kolom", "uit", "kop in uw lijst", "voorbeeld")


def import_list(  # noqa: PLR0913, PLR0917 each parameter is an option of the command
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="BESTAND", help="Een bestaande lijst met eisen.")],
    mapping: Annotated[
        Path | None,
        typer.Option(metavar="MAPPING", show_default=False, help="De mapping die u hebt nagekeken."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            metavar="WERKMAP", show_default=False, help="De nieuwe werkmap. Zonder: naast het bestand."
        ),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Neem het voorstel meteen over.")] = False,
    json: AsJson = False,
) -> int:
    """Neem een bestaande lijst met eisen over.

    Zonder --mapping of --yes ziet u alleen een voorstel. Dat komt in een mapping: een klein bestand
    waarin u kunt verbeteren welke kolom wat is.
    """
    from marktscan.importing import bring_in

    _must_exist(file)
    if mapping:
        _must_exist(mapping)
    if not (mapping or yes):
        return _propose(bring_in(file, project=context.obj), file, json)
    target = _free_target(output or file.with_name(f"{file.stem}-marktscan{WORKBOOK}"))
    return _write(bring_in(file, mapping, context.obj), file, target, json)


def _must_exist(path: Path) -> None:
    if not path.is_file():
        raise UsageError(f"Het bestand {path} bestaat niet.")


def _free_target(path: Path) -> Path:
    if path.suffix.casefold() != WORKBOOK:
        raise UsageError(f"{path} is geen werkmap. Kies een naam die eindigt op {WORKBOOK}.")
    if path.exists():
        raise UsageError(f"{path} bestaat al; er is niets overschreven. Kies een andere naam met --output.")
    return path


def _propose(imported: "Imported", file: Path, json: bool) -> Exit:
    """Show what would happen and save it as a mapping; CLEAN, whatever the rows hold."""
    from marktscan.importing import mapping_text

    if imported.mapping is None:
        return _nothing(imported, json)
    path = file.with_name(f"{file.stem}-mapping.toml")
    _save(path, mapping_text(imported.mapping, imported.grids, file.name, path.name))
    if json:
        show_json(_facts(imported, mapping=path))
        return Exit.CLEAN
    show(*_tables(imported), *lines(imported.findings), _counts(imported, "Over te nemen"), "")
    show(f"Dit is een voorstel; er is nog niets overgenomen. Het voorstel staat in {path}.")
    show(f"Klopt het? Voer dan uit: marktscan import {file} --yes")
    show(f"Klopt het niet? Verander {path.name} en voer uit: marktscan import {file} --mapping {path}")
    return Exit.CLEAN


def _save(path: Path, text: str) -> None:
    """Write the mapping, unless a person may have changed the one that is there."""
    content = text.encode()
    if path.exists() and path.read_bytes() != content:
        raise UsageError(
            f"{path} bestaat al en is anders dan dit voorstel; er is niets overschreven. "
            "Gebruik dat bestand met --mapping, of haal het weg voor een nieuw voorstel."
        )
    put_all({path: content})


def _write(imported: "Imported", file: Path, target: Path, json: bool) -> Exit:
    from marktscan.importing import write_taken

    if imported.mapping is None:
        return _nothing(imported, json)
    write_taken(target, file.name, imported.taken)
    if json:
        show_json(_facts(imported, output=target))
    else:
        show(*lines(imported.findings), _counts(imported, "Overgenomen"), f"Gemaakt: {target}")
    return exit_code(imported.findings)


def _nothing(imported: "Imported", json: bool) -> Exit:
    """Nothing could be read: the findings say why."""
    if json:
        show_json(_facts(imported))
    else:
        show(*lines(imported.findings), "Er is niets overgenomen.")
    return exit_code(imported.findings)


def _facts(
    imported: "Imported", mapping: Path | None = None, output: Path | None = None
) -> dict[str, object]:
    return {
        "rows_in": imported.taken.rows_in,
        "rows_taken": len(imported.taken.rows),
        "rows_reported": len(imported.taken.left),
        "mapping": mapping and str(mapping),
        "output": output and str(output),
        "findings": as_json(imported.findings),
    }


def _tables(imported: "Imported") -> Iterator[str]:
    from marktscan.importing import describe

    if imported.mapping:
        for where, rows in describe(imported.mapping, imported.grids):
            yield from (where, *columns(HEADER, rows), "")


def _counts(imported: "Imported", done: str) -> str:
    taken = imported.taken
    return f"Rijen in de lijst: {taken.rows_in}. {done}: {len(taken.rows)}. Niet: {len(taken.left)}."
