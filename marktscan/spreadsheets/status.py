"""The status of an answer: which words a code asks for, as a rule and as the same rule in a formula."""

from collections.abc import Mapping

from xlsxwriter.utility import xl_rowcol_to_cell

from marktscan.spreadsheets.columns import Form
from marktscan.spreadsheets.sheet import Row

OPEN, INCOMPLETE, READY = "Nog invullen", "Toelichting nodig", "Gereed"
ASKED_WITH = {
    "S": ("evidence",),
    "C": ("explanation", "evidence"),
    "P": ("explanation", "surcharge"),
    "R": ("available", "committed"),
    "M": ("surcharge",),
    "X": ("explanation",),
}
"""The columns that may not stay empty beside an answer code."""


def status(row: Row) -> str:
    """The status of one answer row: open, incomplete or ready."""
    if _empty(row, "code"):
        return OPEN
    unmotivated = row.get("confidential") in {"ja", True} and _empty(row, "confidential_reason")
    asked = ASKED_WITH.get(str(row["code"]), ())
    return INCOMPLETE if unmotivated or any(_empty(row, name) for name in asked) else READY


def status_formula(form: Form, row: int) -> str:
    """The same rule for the sheet's zero-based `row`, in functions every spreadsheet program knows."""
    cells = {c.name: xl_rowcol_to_cell(row, i, col_abs=True) for i, c in enumerate(form.columns)}
    missing = [_missing(cells, code, names) for code, names in ASKED_WITH.items()]
    missing.append(f'AND({cells["confidential"]}="ja",{cells["confidential_reason"]}="")')
    incomplete = f'IF(OR({",".join(missing)}),"{INCOMPLETE}","{READY}")'
    return f'=IF({cells["code"]}="","{OPEN}",{incomplete})'


def _missing(cells: Mapping[str, str], code: str, names: tuple[str, ...]) -> str:
    empty = ",".join(f'{cells[name]}=""' for name in names)
    return f'AND({cells["code"]}="{code}",OR({empty}))'


def _empty(row: Row, name: str) -> bool:
    return row.get(name) in {None, ""}
