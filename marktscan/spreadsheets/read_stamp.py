"""Read the stamp of a form that came back: which round it was, and what each row asked."""

from collections.abc import Mapping
from dataclasses import dataclass

from openpyxl.workbook import Workbook

from marktscan.spreadsheets.stamp import PREFIX, SHEET, row_hash, row_name

_ROW = row_name("")
_ROUND, _OWNER = "ronde", "eigenaar"
_NAME, _VALUE = 1, 2


@dataclass(frozen=True, slots=True)
class Stamp:
    """The round a form belongs to (0 when it belongs to none), the hash of each row, by id, and for whom the
    form was made."""

    round: int
    rows: Mapping[str, str]
    owner: str = ""

    def owner_of(self, requirement: str, text: str) -> str:
        """The id that was sent with this text: the row's own when it fits, nothing when the text is new."""
        if self.rows.get(requirement) == row_hash(requirement, text):
            return requirement
        return next((own for own, sent in self.rows.items() if sent == row_hash(own, text)), "")


def read_stamp(book: Workbook) -> Stamp | None:
    """The stamp on the hidden sheet, else the one in the document properties; None when there is none."""
    facts = _on_sheet(book) or _in_properties(book)
    rows = {name.removeprefix(_ROW): value for name, value in facts.items() if name.startswith(_ROW)}
    round_text = facts.get(_ROUND, "")
    number = int(round_text) if round_text.isdecimal() else 0
    return Stamp(number, rows, facts.get(_OWNER, "")) if facts else None


def _on_sheet(book: Workbook) -> dict[str, str]:
    if SHEET not in book.sheetnames:
        return {}
    cells = book[SHEET]._cells
    names = {row: cell.value for (row, column), cell in cells.items() if column == _NAME}
    return {str(name): str(cells[row, _VALUE].value) for row, name in names.items() if (row, _VALUE) in cells}


def _in_properties(book: Workbook) -> dict[str, str]:
    known = vars(book).get("custom_doc_props")  # openpyxl has it, its type hints do not
    properties = {item.name: str(item.value) for item in known.props} if known else {}
    return {name.removeprefix(PREFIX): value for name, value in properties.items() if name.startswith(PREFIX)}
