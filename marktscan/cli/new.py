"""`marktscan new`: a fresh project for any group of municipalities."""

import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from marktscan.cli.handing_out import NO_OFFICE
from marktscan.cli.options import AsJson
from marktscan.cli.terminal import Exit, UsageError, show, show_json

RESERVED = frozenset({"samenvoeging", "readme"})
"""Names of files in requirements/ that are not a municipality's."""

Municipalities = Annotated[
    list[str] | None,
    typer.Option("--municipality", metavar="NAAM", help="Een gemeente die meedoet; mag vaker."),
]
Title = Annotated[
    str, typer.Option("--title", metavar="TITEL", show_default=False, help="De titel van de rapporten.")
]
Incumbent = Annotated[
    str,
    typer.Option(
        "--incumbent", metavar="PRODUCT", show_default=False, help="Het systeem dat nu in gebruik is."
    ),
]
Day = Annotated[
    str,
    typer.Option(
        "--date", metavar="JJJJ-MM-DD", show_default=False, help="De dag waarop u begint. Zonder: vandaag."
    ),
]
InsteadAsOds = Annotated[
    bool,
    typer.Option("--ods", help="Maak de werkbladen als .ods, niet als .xlsx. Daarvoor is LibreOffice nodig."),
]


def new(  # noqa: PLR0913, PLR0917 each parameter is an option of the command
    directory: Annotated[Path, typer.Argument(metavar="MAP", help="Een nieuwe of lege map.")],
    municipality: Municipalities = None,
    title: Title = "",
    incumbent: Incumbent = "",
    day: Day = "",
    ods: InsteadAsOds = False,
    json: AsJson = False,
) -> int:
    """Begin een nieuwe marktverkenning voor uw eigen gemeenten.

    Wat u niet als optie geeft, vraagt het programma.
    """
    if directory.exists() and (not directory.is_dir() or any(directory.iterdir())):
        raise UsageError(f"{directory} is geen lege map. Kies een nieuwe map; er is niets overschreven.")
    from marktscan import outgoing
    from marktscan.forms import NewProject, write_new_project

    names = _names(
        municipality or _asked("Welke gemeenten doen mee? Zet een komma tussen de namen", "").split(",")
    )
    told = NewProject(
        names,
        title or _asked("Titel van de rapporten", "Marktverkenning zaaksysteem"),
        _product(incumbent or _asked("Welk systeem is nu in gebruik?", "Huidig systeem")),
        _day(day),
    )
    written = write_new_project(directory, told)
    as_ods = outgoing.instead_as_open_documents(written) if ods else written
    files = [path.relative_to(directory).as_posix() for path in as_ods or written]
    if json:
        show_json({"directory": str(directory), "files": files})
    else:
        show(f"In {directory} staan nu {len(files)} bestanden. Begin met LEESMIJ.md.")
        show(f"Verder: marktscan --project {directory} check", *(() if as_ods else (NO_OFFICE,)))
    return Exit.CLEAN


def _asked(question: str, default: str) -> str:
    """The answer of whoever sits at the prompt; `default` on an empty line, or when nobody can be asked."""
    if not sys.stdin.isatty():
        return default
    print(f"{question}{f' [{default}]' if default else ''}: ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip() or default


def _names(given: list[str]) -> tuple[str, ...]:
    """The municipalities, each with a name that can name a file; UsageError when that cannot be."""
    from marktscan.forms.slugs import slug_of

    names = tuple(filter(None, (" ".join(name.split()) for name in given)))
    slugs = [slug_of(name) for name in names]
    if not names:
        raise UsageError(
            "Welke gemeenten doen mee? Geef ze met --municipality, bijvoorbeeld --municipality Diemen."
        )
    for name, slug in zip(names, slugs, strict=True):
        if not slug or slug in RESERVED:
            raise UsageError(f"{name} kan geen naam van een gemeente zijn.")
        if slugs.count(slug) > 1:
            raise UsageError(f"De gemeente {name} staat er twee keer in.")
    return names


def _product(name: str) -> str:
    from marktscan.forms.slugs import slug_of

    if not slug_of(name):
        raise UsageError("In de naam van het huidige systeem staat geen letter of cijfer.")
    return " ".join(name.split())


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text) if text else date.today()
    except ValueError as error:
        raise UsageError(f"{text} is geen datum. Schrijf de datum als 2027-01-15.") from error
