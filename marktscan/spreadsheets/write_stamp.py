"""The stamp that says which form this is: in the document properties and on a hidden sheet."""

import hashlib
from collections.abc import Iterator, Sequence

from xlsxwriter import Workbook

from marktscan.spreadsheets.columns import ANSWERS, CONSENSUS, MARKS
from marktscan.spreadsheets.sheet import Sheet
from marktscan.spreadsheets.stamp import PREFIX, SCHEMA, SHEET, row_hash, row_name
from marktscan.spreadsheets.write_readme import ReadMe
from marktscan.spreadsheets.write_value import shown_text

LONGEST = 255
"""Characters that a document property holds."""
HASHED = (ANSWERS.sheet, MARKS.sheet, CONSENSUS.sheet)
"""The sheets whose rows come back as they went out; to the other lists people add rows."""


def write_stamp(book: Workbook, readme: ReadMe, sheets: Sequence[Sheet]) -> None:
    """Write schema version, round, owner, version and hashes twice: both survive other programs."""
    hidden = book.add_worksheet(SHEET)
    hidden.hide()
    for row, (name, value) in enumerate(_facts(readme, sheets).items()):
        hidden.write_string(row, 0, name[:LONGEST])
        hidden.write_string(row, 1, value[:LONGEST])
        book.set_custom_property(f"{PREFIX}{name}"[:LONGEST], value[:LONGEST], "text")


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
        "ronde": str(readme.round),
        "eigenaar": shown_text(readme.owner),
        "versie": shown_text(readme.version),
        "inhoud": content_hash(sheets),
        **dict(_row_hashes(sheets)),
    }


def _row_hashes(sheets: Sequence[Sheet]) -> Iterator[tuple[str, str]]:
    for sheet in sheets:
        if sheet.form.sheet in HASHED:
            for row in sheet.rows:
                requirement = shown_text(row.get("id"))
                yield shown_text(row_name(requirement)), row_hash(requirement, shown_text(row.get("text")))
