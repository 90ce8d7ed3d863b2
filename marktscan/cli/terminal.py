"""What goes to the screen: nothing in it can steer the terminal, and every table lines up."""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum


class UsageError(Exception):
    """The command cannot be carried out as written; the message is one Dutch sentence."""


class Exit(int, Enum):
    """What the exit code says."""

    CLEAN = 0
    ERRORS_FOUND = 1
    WRONG_USE = 2


def safe(text: str) -> str:
    """The text with every character that is not printable written out: escape codes, bidi overrides, …"""
    return "".join(_safe(character) for character in text)


def show(*lines: str) -> None:
    """Print lines; texts from outside go through `safe`."""
    for line in lines:
        print(safe(line))


def complain(sentence: str) -> Exit:
    """Tell on the error stream, in one line, why the command was not carried out."""
    print(safe(sentence), file=sys.stderr)
    return Exit.WRONG_USE


def show_json(value: Mapping[str, object]) -> None:
    """Print as JSON."""
    print(json_text(value))


def json_text(value: Mapping[str, object]) -> str:
    """JSON in plain ASCII: safe in every terminal, every code page and every file."""
    return json.dumps(value, indent=2)


def columns(header: Sequence[str], rows: Iterable[Sequence[str]], right: Sequence[int] = ()) -> list[str]:
    """A table as lines of text; `right` lists the columns that line up on the right."""
    table = [tuple(map(safe, row)) for row in (header, *rows)]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    return [_line(row, widths, right) for row in table]


def _line(row: Sequence[str], widths: Sequence[int], right: Sequence[int]) -> str:
    cells = (
        cell.rjust(width) if place in right else cell.ljust(width)
        for place, (cell, width) in enumerate(zip(row, widths, strict=True))
    )
    return "  ".join(cells).rstrip()


def _safe(character: str) -> str:
    if character.isprintable():
        return character
    return " " if character.isspace() else character.encode("unicode_escape").decode("ascii")
