"""The stamp that says which form this is: in the document properties and on a hidden sheet."""

import hashlib
from collections.abc import Sequence

from xlsxwriter import Workbook

from marktscan.spreadsheets.sheet import Sheet
from marktscan.spreadsheets.write_readme import ReadMe
from marktscan.spreadsheets.write_value import shown_text

SHEET = "_marktscan"
SCHEMA = "1"


def write_stamp(book: Workbook, readme: ReadMe, sheets: Sequence[Sheet]) -> None:
    """Write schema version, owner, version and content hash twice: both survive other programs."""
    hidden = book.add_worksheet(SHEET)
    hidden.hide()
    for row, (name, value) in enumerate(_facts(readme, sheets).items()):
        hidden.write_string(row, 0, name)
        hidden.write_string(row, 1, value)
        book.set_custom_property(f"marktscan_{name}", value, "text")


def content_hash(sheets: Sequence[Sheet]) -> str:
    """SHA-256 over the id and the text of every row: what was asked, not how it looks."""
    digest = hashlib.sha256()
    for sheet in sheets:
        first = sheet.form.columns[0].name
        for row in sheet.rows:
            line = f"{shown_text(row.get(first))}\t{shown_text(row.get('text'))}\n"
            digest.update(line.encode())
    return digest.hexdigest()


def _facts(readme: ReadMe, sheets: Sequence[Sheet]) -> dict[str, str]:
    return {
        "schema": SCHEMA,
        "eigenaar": readme.owner,
        "versie": readme.version,
        "inhoud": content_hash(sheets),
    }
