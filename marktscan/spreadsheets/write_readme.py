"""Sheet 1, Lees mij: what this workbook is for, how to fill it in and how far it is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from marktscan.spreadsheets.choices import Choice, column_text
from marktscan.spreadsheets.columns import Column, Form
from marktscan.spreadsheets.draft import Draft
from marktscan.spreadsheets.look import (
    ACCENT,
    LINE,
    MUTED,
    NOTICE,
    Look,
    Print,
    row_height,
    text_lines,
)
from marktscan.spreadsheets.progress import progress
from marktscan.spreadsheets.sheet import CellValue, Sheet
from marktscan.spreadsheets.write_page import set_page
from marktscan.spreadsheets.write_value import clean_text, shown_text, write_value

Choices = Mapping[str, Sequence[Choice]]
"""The choice lists of a workbook, by name."""

SHEET = "Lees mij"
LABEL_WIDTH, TEXT_WIDTH = 34, 96
LONGEST_PRINTED = 70
"""Characters of one text above or below a page: a header holds 255 in all."""

_TITLE = {"bold": True, "font_size": 20, "font_color": ACCENT, "text_wrap": False, "valign": "vcenter"}
_SECTION = {"bold": True, "font_size": 13, "font_color": ACCENT, "text_wrap": False, "valign": "bottom"}
_RULE = {"bottom": 2, "bottom_color": ACCENT}
_NOTICE = {"bold": True, "bg_color": NOTICE, "valign": "vcenter"}
_FACT = {"bottom": 1, "bottom_color": LINE, "align": "left", "valign": "vcenter"}
STYLES: dict[str, tuple[dict[str, object], dict[str, object]]] = {
    "title": (_TITLE, _TITLE),
    "notice": (_NOTICE, _NOTICE),
    "section": (_SECTION | _RULE, _RULE),
    "fact": (_FACT | {"font_color": MUTED}, _FACT),
}
HEIGHTS = {"title": 36.0, "section": 34.0}


@dataclass(frozen=True, slots=True)
class ReadMe:
    """What sheet 1 says. `purpose`, `filling_in` and `returning` are lines of text.

    `owner` is whose workbook it is (a municipality, a vendor, an assessor), `contact` a function and never
    a person. `notice` is an extra first line, `mark` a word for every printed page ("voorbeeldinvulling").
    `round` numbers the questionnaire this workbook belongs to; 0 when it belongs to none.
    """

    title: str
    owner: str
    purpose: tuple[str, ...]
    filling_in: tuple[str, ...]
    returning: tuple[str, ...]
    contact: str
    deadline: str
    version: str
    notice: str = ""
    mark: str = ""
    round: int = 0

    def print_texts(self, label: str) -> Print:
        """The header and footer of every printed page.

        An & is doubled, since it starts a code there; a space keeps digits apart from the font size.
        """
        both = " · ".join(text for text in (label, self.mark) if text)
        owner, title, mark = (_printable(text) for text in (self.owner, self.title, both))
        return Print(f"&L&9 {title}&R&9 {mark}", f"&L&9 {owner} · &A&C&9 {mark}&R&9 Bladzijde &P van &N")


def _printable(text: str) -> str:
    return clean_text(text)[:LONGEST_PRINTED].replace("&", "&&")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of sheet 1: how it looks, what stands left and right, and a formula for the right side."""

    style: str
    left: str
    right: CellValue = None
    formula: str = ""


def write_readme(draft: Draft, readme: ReadMe, label: str, sheets: Sequence[Sheet]) -> None:
    """Add sheet 1."""
    sheet = draft.book.add_worksheet(SHEET)
    set_page(sheet, draft)
    sheet.set_column(0, 0, LABEL_WIDTH)
    sheet.set_column(1, 1, TEXT_WIDTH)
    sheet.activate()
    for row, line in enumerate(readme_lines(readme, label, sheets, draft.choices)):
        _write_line(sheet, draft.look, row, line)


def readme_lines(readme: ReadMe, label: str, sheets: Sequence[Sheet], choices: Choices) -> Iterator[Line]:
    """Everything sheet 1 says, from top to bottom."""
    yield Line("title", readme.title)
    notices = (
        f"{label}. Niets in dit werkblad is een feit over een echte partij." if label else "",
        readme.notice,
    )
    yield from (Line("notice", "Let op", notice) for notice in notices if notice)
    yield from _section("Waarvoor is dit werkblad?", readme.purpose)
    yield from _section("Zo vult u het in", readme.filling_in)
    yield from _section("Zo levert u het in", readme.returning)
    yield Line("section", "Gegevens")
    yield Line("fact", "Van", readme.owner)
    yield Line("fact", "Vragen? Neem contact op met", readme.contact)
    yield Line("fact", "Uiterste datum", readme.deadline)
    yield Line("fact", "Versie", readme.version)
    yield Line("section", "Hoe ver bent u?")
    for sheet in sheets:
        yield from (Line("fact", p.label, p.value, p.formula) for p in progress(sheet))
    for column in {column.choices: column for sheet in sheets for column in sheet.form.columns}.values():
        yield from _scale(column, choices)
    for sheet in sheets:
        if sheet.form.required:
            yield from _meanings(sheet.form)


def _section(title: str, lines: tuple[str, ...]) -> Iterator[Line]:
    yield Line("section", title)
    yield from (Line("fact", "", line) for line in lines)


def _scale(column: Column, choices: Choices) -> Iterator[Line]:
    """What each choice means, where people fill one in."""
    offered = choices[column.choices] if column.filled_in and column.choices else ()
    if any(choice.meaning for choice in offered):
        yield Line("section", f"Keuzes bij {column.heading}")
        yield from (Line("fact", str(choice.value), choice.meaning) for choice in offered)


def _meanings(form: Form) -> Iterator[Line]:
    """What each column of a sheet means."""
    yield Line("section", f"Kolommen op het blad {form.sheet}")
    yield from (Line("fact", column.shown, column_text(form.sheet, column.name)) for column in form.columns)


def _write_line(sheet: Worksheet, look: Look, row: int, line: Line) -> None:
    left, right = _formats(look, line.style)
    write_value(sheet, row, 0, line.left, left)
    if line.formula:
        sheet.write_formula(row, 1, line.formula, right, line.right)
    else:
        write_value(sheet, row, 1, line.right, right)
    sheet.set_row(row, HEIGHTS.get(line.style) or _height(line))


def _height(line: Line) -> float:
    return row_height(max(text_lines(line.left, LABEL_WIDTH), text_lines(shown_text(line.right), TEXT_WIDTH)))


def _formats(look: Look, style: str) -> tuple[Format, Format]:
    """The looks of the left and the right cell of a line."""
    left, right = STYLES[style]
    return look.format(**left), look.format(**right)
