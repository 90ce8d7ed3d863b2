"""The sheet Keuzelijsten: every list a form refers to, under a defined name, with what each choice means."""

from collections.abc import Sequence

from xlsxwriter.utility import xl_range_abs
from xlsxwriter.worksheet import Worksheet

from marktscan.spreadsheets.choices import Choice
from marktscan.spreadsheets.columns import Form
from marktscan.spreadsheets.draft import Draft
from marktscan.spreadsheets.look import ACCENT, LINE, WHITE, Look, row_height, text_lines
from marktscan.spreadsheets.write_page import set_page
from marktscan.spreadsheets.write_value import write_value

SHEET = "Keuzelijsten"
TITLES = {
    "themas": "Thema's",
    "typen": "Type",
    "soorten": "Soort",
    "prioriteiten": "Prioriteit",
    "ja_nee": "Ja of nee",
    "gewichten": "Gewicht",
    "besluiten": "Besluit",
    "antwoorden": "Antwoord",
    "niveaus": "Niveau",
    "cijfers": "Cijfer",
}
VALUE_WIDTH, MEANING_WIDTH = 24, 100


def list_name(name: str) -> str:
    """The defined name of a choice list."""
    return f"lijst_{name}"


def write_choices(draft: Draft, forms: Sequence[Form]) -> None:
    """Write the lists these forms use below each other; nothing when they use none."""
    used = tuple(dict.fromkeys(column.choices for form in forms for column in form.columns if column.choices))
    if not used:
        return
    sheet = draft.book.add_worksheet(SHEET)
    set_page(sheet, draft)
    sheet.set_column(0, 0, VALUE_WIDTH)
    sheet.set_column(1, 1, MEANING_WIDTH)
    top = 0
    for name in used:
        last = _write_list(sheet, draft.look, top, TITLES[name], draft.choices[name])
        draft.book.define_name(list_name(name), f"={SHEET}!{xl_range_abs(top + 1, 0, last, 0)}")
        top = last + 2


def _write_list(sheet: Worksheet, look: Look, top: int, title: str, choices: Sequence[Choice]) -> int:
    """One list with its title; gives the row of its last choice."""
    head = look.format(bold=True, font_color=WHITE, bg_color=ACCENT, valign="vcenter")
    body = look.format(border=1, border_color=LINE, align="left", valign="vcenter")
    write_value(sheet, top, 0, f"Keuzes bij {title}", head)
    write_value(sheet, top, 1, "Betekenis", head)
    sheet.set_row(top, row_height(1))
    for row, choice in enumerate(choices, start=top + 1):
        write_value(sheet, row, 0, choice.value, body)
        write_value(sheet, row, 1, choice.meaning, body)
        sheet.set_row(row, row_height(text_lines(choice.meaning, MEANING_WIDTH)))
    return top + len(choices)
