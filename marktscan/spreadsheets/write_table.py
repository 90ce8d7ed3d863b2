"""One sheet with one table: headings, rows, choices, help and print settings, all from its form."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from marktscan.spreadsheets.choices import Choice, column_text
from marktscan.spreadsheets.columns import Column, Fill, Form
from marktscan.spreadsheets.draft import Draft
from marktscan.spreadsheets.look import TINTS, Look, row_height, text_lines
from marktscan.spreadsheets.sheet import Row, Sheet
from marktscan.spreadsheets.status import status, status_formula
from marktscan.spreadsheets.write_choices import list_name
from marktscan.spreadsheets.write_page import set_page
from marktscan.spreadsheets.write_value import shown_text, write_value

ROOM = 500
"""Rows below the table that already carry the choice lists, for what people add; none when locked."""
LONGEST_TITLE, LONGEST_HELP = 32, 255
WHOLE_NUMBER: dict[str, object] = {
    "validate": "integer",
    "criteria": "between",
    "minimum": 0,
    "maximum": 100,
    "error_message": "Vul een heel getal van 0 tot en met 100 in.",
}
AMOUNT: dict[str, object] = {
    "validate": "decimal",
    "criteria": ">=",
    "value": 0,
    "error_message": "Vul een getal in van 0 of hoger, zonder tekst en zonder euroteken.",
}


def write_table(draft: Draft, content: Sheet) -> None:
    """Add a sheet with its rows, ready to fill in and to print."""
    form, rows = content.form, content.rows
    sheet = draft.book.add_worksheet(form.sheet)
    set_page(sheet, draft, sum(column.width for column in form.columns))
    sheet.repeat_rows(0)
    sheet.freeze_panes(1, 1)
    _write_headings(sheet, draft.look, form, len(rows))
    for number, row in enumerate(rows, start=1):
        _write_row(sheet, draft.look, form, number, row)
    _guard(sheet, form, len(rows) + (0 if draft.locked else ROOM), draft.choices)
    _tint(sheet, draft.look, form, max(len(rows), 1))


def table_name(sheet: str) -> str:
    """The name of the table on a sheet: letters only, so that every program accepts it."""
    plain = unicodedata.normalize("NFKD", sheet)
    return "tabel_" + re.sub(r"[^A-Za-z]", "", plain).lower()


def add_named_table(sheet: Worksheet, headings: Mapping[str, Format], rows: int, shown: str) -> None:
    """Declare what stands on a sheet as one table, named and described for whoever cannot see it."""
    options = {
        "name": table_name(sheet.get_name()),
        "columns": [{"header": heading, "header_format": look} for heading, look in headings.items()],
        "style": None,
        "title": sheet.get_name(),
        "description": f"Tabel met één rij koppen: {shown}."[:LONGEST_HELP],
    }
    sheet.add_table(0, 0, max(rows, 1), len(headings) - 1, options)


def _write_headings(sheet: Worksheet, look: Look, form: Form, rows: int) -> None:
    headings = {column.shown: look.heading(column) for column in form.columns}
    add_named_table(sheet, headings, rows, ", ".join(column.heading for column in form.columns))
    # the filter button takes the room of about three characters
    lines = max(text_lines(column.shown, column.width - 3) for column in form.columns)
    sheet.set_row(0, row_height(lines))
    for place, column in enumerate(form.columns):
        sheet.set_column(place, place, column.width)


def _write_row(sheet: Worksheet, look: Look, form: Form, number: int, row: Row) -> None:
    lines = max(text_lines(shown_text(row.get(c.name)), c.width) for c in form.columns)
    sheet.set_row(number, row_height(lines))
    for place, column in enumerate(form.columns):
        cell = look.cell(column, row.get(column.name))
        if column.fill is Fill.STATUS:
            sheet.write_formula(number, place, status_formula(form, number), cell, status(row))
        else:
            write_value(sheet, number, place, row.get(column.name), cell)


def _guard(sheet: Worksheet, form: Form, last: int, choices: Mapping[str, Sequence[Choice]]) -> None:
    """Let a column accept only what belongs there, and say so in Dutch."""
    for place, column in enumerate(form.columns):
        if rule := _rule(column, choices):
            rule |= {
                "input_title": column.heading[:LONGEST_TITLE],
                "input_message": column_text(form.sheet, column.name)[:LONGEST_HELP],
                "error_title": "Dit past hier niet",
            }
            sheet.data_validation(1, place, last, place, rule)


def _rule(column: Column, choices: Mapping[str, Sequence[Choice]]) -> dict[str, object] | None:
    """The rule for a column, None when it takes free text."""
    if column.choices:
        return _choice_rule(column.choices, choices[column.choices])
    if column.fill is Fill.INTEGER:
        return dict(WHOLE_NUMBER)
    if column.fill is Fill.DECIMAL:
        return dict(AMOUNT)
    return None


def _choice_rule(name: str, choices: Sequence[Choice]) -> dict[str, object]:
    values = ", ".join(str(choice.value) for choice in choices)
    message = f"Kies een waarde uit de lijst: {values}."
    return {"validate": "list", "source": f"={list_name(name)}", "error_message": message[:LONGEST_HELP]}


def _tint(sheet: Worksheet, look: Look, form: Form, last: int) -> None:
    """Colour a status or a yes beside its words."""
    for place, column in enumerate(form.columns):
        for words, colour in TINTS.get(column.fill, {}).items():
            shade = look.format(bg_color=colour, bold=True)
            rule = {"type": "cell", "criteria": "==", "value": f'"{words}"', "format": shade}
            sheet.conditional_format(1, place, last, place, rule)
