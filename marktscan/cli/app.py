"""The program `marktscan`: its commands, the option they share, and how complaints are told."""

import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from typer.exceptions import TyperException

from marktscan.cli.agenda import agenda
from marktscan.cli.check import check
from marktscan.cli.claims import claims
from marktscan.cli.costs import costs
from marktscan.cli.dutch import DutchCommand, DutchGroup, complaint
from marktscan.cli.example import example
from marktscan.cli.explain import explain
from marktscan.cli.freeze import freeze
from marktscan.cli.import_list import import_list
from marktscan.cli.merge import merge
from marktscan.cli.new import new
from marktscan.cli.promises import promises
from marktscan.cli.questionnaire import questionnaire
from marktscan.cli.rehearse import rehearse
from marktscan.cli.report import report
from marktscan.cli.resources import how_to_go_on
from marktscan.cli.score import score
from marktscan.cli.scoresheets import scoresheets
from marktscan.cli.status import status
from marktscan.cli.stress import stress
from marktscan.cli.terminal import UsageError, complain
from marktscan.cli.verify import verify

app = typer.Typer(
    name="marktscan",
    cls=DutchGroup,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

for command in (
    new,
    check,
    merge,
    questionnaire,
    scoresheets,
    rehearse,
    freeze,
    status,
    score,
    explain,
    stress,
    promises,
    claims,
    agenda,
    costs,
    report,
    verify,
    example,
):
    app.command(cls=DutchCommand)(command)
app.command("import", cls=DutchCommand)(import_list)


@app.callback()
def marktscan(
    context: typer.Context,
    project: Annotated[
        Path,
        typer.Option(metavar="MAP", show_default=False, help="De map met marktscan.toml. Zonder: deze map."),
    ] = Path(),
) -> None:
    """Gezamenlijke marktverkenning: van ingevulde werkbladen naar een rapport.

    Afsluitcode: 0 is goed, 1 is minstens één fout gevonden, 2 is een opdracht die niet kan.
    """
    context.obj = project


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out the command line, an empty one shows the help; gives the exit code."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # for small products threads only wait for each other
    _print_any_text()
    words = (sys.argv[1:] if arguments is None else arguments) or ("--help",)
    try:
        return int(app(words, prog_name="marktscan", standalone_mode=False) or 0)
    except TyperException as error:
        return complain(_complaint_with_help(error))
    except UsageError as error:
        return complain(str(error))
    except (OSError, MemoryError) as error:
        return complain(how_to_go_on(error))


def _print_any_text() -> None:
    """A character that the terminal's code page lacks becomes a question mark instead of an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _complaint_with_help(error: TyperException) -> str:
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "marktscan"
    return f"{complaint(error.format_message())} Hulp: {path} --help"
