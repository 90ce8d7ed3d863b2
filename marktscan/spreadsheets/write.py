"""Writes every workbook people fill in or read: one writer, because a form is data (columns.py)."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path

from xlsxwriter import Workbook

from marktscan.files import put_all
from marktscan.spreadsheets.choices import Choice, standard_choices
from marktscan.spreadsheets.draft import Draft
from marktscan.spreadsheets.look import Look
from marktscan.spreadsheets.sheet import CellValue, Row, Sheet
from marktscan.spreadsheets.write_choices import write_choices
from marktscan.spreadsheets.write_language import in_dutch
from marktscan.spreadsheets.write_readme import ReadMe, write_readme
from marktscan.spreadsheets.write_stamp import write_stamp
from marktscan.spreadsheets.write_table import write_table
from marktscan.spreadsheets.write_value import clean_text

__all__ = ["CellValue", "Choice", "ReadMe", "Row", "Sheet", "save", "workbook", "write_workbook"]

FICTITIOUS = "Fictieve voorbeeldgegevens"
SAFE = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
CREATED = datetime(2026, 11, 1)
"""Fixed, so that the same input gives the same bytes."""


def write_workbook(
    path: Path,
    readme: ReadMe,
    sheets: Sequence[Sheet],
    *,
    fictitious: bool,
    choices: Mapping[str, Sequence[Choice]] | None = None,
) -> None:
    """Write `path` in one move: what `workbook` makes."""
    save(path, workbook(readme, sheets, fictitious=fictitious, choices=choices))


def workbook(
    readme: ReadMe,
    sheets: Sequence[Sheet],
    *,
    fictitious: bool,
    choices: Mapping[str, Sequence[Choice]] | None = None,
) -> bytes:
    """A workbook: Lees mij, the sheets, their choice lists and the hidden stamp.

    `choices` adds the lists a project declares ("themas", "cijfers") to the standard ones. With
    `fictitious` every sheet says so, on screen (Lees mij) and in print. A workbook of a round is locked:
    it takes words only in the cells that ask for them. Same input, same bytes.
    """
    lists = {**standard_choices(), **(choices or {})}
    content = BytesIO()
    with Workbook(content, SAFE) as book:
        label = FICTITIOUS if fictitious else ""
        _fill(
            Draft(book, Look(book), readme.print_texts(label), lists, readme.round > 0), readme, sheets, label
        )
    return in_dutch(content.getvalue())


def save(path: Path, content: bytes) -> None:
    """Write a file beside its place and move it there, so that a crash leaves the one before it whole."""
    put_all({path: content})


def _fill(draft: Draft, readme: ReadMe, sheets: Sequence[Sheet], label: str) -> None:
    """Put everything into an open workbook, in the order people see it."""
    draft.book.set_properties({"title": clean_text(readme.title), "author": "", "created": CREATED})
    draft.book.set_size(2200, 1400)
    write_readme(draft, readme, label, sheets)
    for sheet in sheets:
        write_table(draft, sheet)
    write_choices(draft, [sheet.form for sheet in sheets])
    write_stamp(draft.book, readme, sheets)
