"""The sheet Keuzelijsten: every list a form refers to, under a defined name, with what each choice means."""

from collections.abc import Sequence

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range_abs
from xlsxwriter.worksheet import Worksheet

from marktscan.spreadsheets.choices import Choice
from marktscan.spreadsheets.columns import Form
from marktscan.spreadsheets.draft import Draft
from marktscan.spreadsheets.look import ACCENT, LINE, WHITE, Look
from marktscan.spreadsheets.write_page import set_page
from marktscan.spreadsheets.write_value import write_value

SHEET = "Keuzelijsten"
COLUMNS_PER_LIST = 3


def list_name(name: str) -> str:
    """The defined name of a choice list."""
    return f"lijst_{name}"


def write_choices(draft: Draft, forms: Sequence[Form]) -> None:
    """Write the lists these forms use; nothing when they use none."""
    used = tuple(dict.fromkeys(column.choices for form in forms for column in form.columns if column.choices))
    if not used:
        return
    sheet = draft.book.add_worksheet(SHEET)
    set_page(sheet, draft.texts)
    sheet.freeze_panes(1, 0)
    for number, name in enumerate(used):
        left = number * COLUMNS_PER_LIST
        _write_list(sheet, draft.look, left, name, draft.choices[name])
        place = xl_range_abs(1, left, len(draft.choices[name]), left)
        draft.book.define_name(list_name(name), f"={SHEET}!{place}")


def _write_list(sheet: Worksheet, look: Look, left: int, name: str, choices: Sequence[Choice]) -> None:
    head = look.format(bold=True, font_color=WHITE, bg_color=ACCENT)
    body = look.format(border=1, border_color=LINE)
    sheet.set_column(left, left, 18)
    sheet.set_column(left + 1, left + 1, 44 if any(choice.meaning for choice in choices) else 4)
    sheet.set_column(left + 2, left + 2, 3)
    sheet.write_string(0, left, f"Lijst {name}", head)
    sheet.write_string(0, left + 1, "Betekenis", head)
    for row, choice in enumerate(choices, start=1):
        _write_choice(sheet, row, left, choice, body)


def _write_choice(sheet: Worksheet, row: int, left: int, choice: Choice, body: Format) -> None:
    write_value(sheet, row, left, choice.value, body)
    write_value(sheet, row, left + 1, choice.meaning, body)
