"""`marktscan import`: bring an existing list of requirements into a requirement workbook."""

from collections.abc import Iterator
from contextlib import contextmanager
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
    waarin u kunt verbeteren welke kolom wat is. De mapping komt naast de nieuwe werkmap.
    """
    from marktscan.importing import bring_in

    _must_exist(file)
    if mapping:
        _must_exist(mapping)
    target = output or file.with_name(f"{file.stem}-marktscan{WORKBOOK}")
    record = target.with_name(f"{file.stem}-mapping.toml")
    imported = bring_in(file, mapping, context.obj)
    if not (mapping or yes):
        return _propose(imported, file, record, json)
    return _write(imported, file, _free_target(target), None if mapping else record, json)


def _must_exist(path: Path) -> None:
    if not path.is_file():
        raise UsageError(f"Het bestand {path} bestaat niet.")


def _free_target(path: Path) -> Path:
    if path.suffix.casefold() != WORKBOOK:
        raise UsageError(f"{path} is geen werkmap. Kies een naam die eindigt op {WORKBOOK}.")
    if path.exists():
        raise UsageError(f"{path} bestaat al; er is niets overschreven. Kies een andere naam met --output.")
    return path


def _propose(imported: "Imported", file: Path, record: Path, json: bool) -> Exit:
    """Show what would happen and save it as a mapping; CLEAN, whatever the rows hold."""
    if imported.mapping is None:
        return _nothing(imported, json)
    _save_mapping(imported, file, record)
    if json:
        show_json(_facts(imported, mapping=record))
        return Exit.CLEAN
    show(*_tables(imported), *lines(imported.findings), _counts(imported, "Over te nemen"), "")
    show(f"Dit is een voorstel; er is nog niets overgenomen. Het voorstel staat in {record}.")
    if any(not table.column("id") for table in imported.mapping.tables):
        show(
            f"Uw lijst heeft geen nummers. Mag marktscan nummeren? Kijk in {record.name} bij nummeren_vanaf."
        )
    show(f"Klopt het? Voer dan uit: marktscan import {file} --yes")
    show(f"Klopt het niet? Verander {record.name} en voer uit: marktscan import {file} --mapping {record}")
    return Exit.CLEAN


def _save_mapping(imported: "Imported", file: Path, record: Path) -> None:
    """Write the mapping, unless a person may have changed the one that is there."""
    from marktscan.importing import mapping_text

    if imported.mapping is None:
        return
    content = mapping_text(imported.mapping, imported.grids, file.name, record.name).encode()
    if record.exists() and record.read_bytes() != content:
        raise UsageError(
            f"{record} bestaat al en is anders dan dit voorstel; er is niets overschreven. "
            "Gebruik dat bestand met --mapping, of haal het weg voor een nieuw voorstel."
        )
    with _in_a_folder(record):
        put_all({record: content})


def _write(imported: "Imported", file: Path, target: Path, record: Path | None, json: bool) -> Exit:
    """Write the workbook, and beside it the mapping that was used unless a person gave it."""
    from marktscan.importing import write_taken

    if imported.mapping is None:
        return _nothing(imported, json)
    if record:
        _save_mapping(imported, file, record)
    with _in_a_folder(target):
        write_taken(target, file.name, imported.taken)
    if json:
        show_json(_facts(imported, mapping=record, output=target))
    else:
        show(*lines(imported.findings), _counts(imported, "Overgenomen"), f"Gemaakt: {target}")
        show(*([f"Zo is het gedaan: {record}. Met --mapping doet u het nog eens zo."] if record else []))
    return exit_code(imported.findings)


@contextmanager
def _in_a_folder(path: Path) -> Iterator[None]:
    """Tell where else to write when a folder takes nothing, such as one with originals."""
    try:
        yield
    except OSError as error:
        raise UsageError(
            f"In de map {path.parent} kan marktscan niets bewaren. Kies een andere plaats met --output."
        ) from error


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
