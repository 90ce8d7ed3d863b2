"""How a sheet is printed: landscape, one page wide, with what it is above and below every page."""

from xlsxwriter.worksheet import Worksheet

from marktscan.spreadsheets.draft import Draft

A3, A4 = 8, 9
WIDEST_ON_A4 = 190


ALLOWED = {"autofilter": True, "format_columns": True, "format_rows": True}
"""What people may still do on a locked sheet, besides filling it in: filter, widen and heighten."""


def set_page(sheet: Worksheet, draft: Draft, width: int = 0) -> None:
    """Landscape and one page wide; a table wider than 190 characters goes on A3 to stay readable.

    A lock has no password: it keeps from mistakes, not from people.
    """
    sheet.set_landscape()
    sheet.set_paper(A3 if width > WIDEST_ON_A4 else A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.7)
    sheet.set_header(draft.texts.header)
    sheet.set_footer(draft.texts.footer)
    sheet.hide_gridlines(2)
    if draft.locked:
        sheet.protect("", ALLOWED)
