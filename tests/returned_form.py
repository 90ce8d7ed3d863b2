"""A filled-in questionnaire as it lies on a desk, ready to be damaged, and put into a folder as a file."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any

from openpyxl import load_workbook
from xlsxwriter import Workbook

Value = str | int | float | bool | datetime | None
STAMP = "_marktscan"
BESIDE = ("Thema's",)
"""The sheets that a reader looks for beside the main one."""


@dataclass(frozen=True)
class Formula:
    """A formula with the outcome that was stored beside it; None when it was not."""

    text: str
    outcome: str | None = None


@dataclass(frozen=True)
class Struck:
    """A text that is struck through; `kept` is what stands behind it unharmed."""

    text: str
    kept: str = ""


@dataclass(frozen=True)
class Percent:
    """A number shown as a percentage."""

    number: float


@dataclass
class Returned:
    """One vendor's questionnaire. `rows` are those of the sheet Vragen, the headings first.

    `later` changes the sheet when it has been written; `files` are further files for the vendor's folder.
    """

    vendor: str
    rows: list[list[Any]]
    others: dict[str, list[list[Any]]]
    sheet: str = "Vragen"
    name: str = "answers.xlsx"
    stamped: bool = True
    sheets_first: bool = False
    epoch_1904: bool = False
    later: list[Callable[[Any, Any], None]] = field(default_factory=list)
    rework: Callable[[bytes], bytes] = lambda data: data
    save: "Callable[[Returned], bytes] | None" = None
    beside: "dict[str, Returned | bytes]" = field(default_factory=dict)

    def column(self, heading: str) -> int:
        """The place of a column, by the beginning of its heading."""
        return next(n for n, text in enumerate(self.rows[0]) if str(text).startswith(heading))

    def some(self, draw: Random, heading: str = "Antwoord", most: int = 3) -> list[int]:
        """A few numbers of rows that have something in this column."""
        column = self.column(heading)
        filled = [n for n, row in enumerate(self.rows) if n and row[column] not in (None, "")]
        return draw.sample(filled, min(most, len(filled)))


def filled_in(path: Path) -> Returned:
    """The questionnaire that a vendor of the example sent back."""
    book = load_workbook(path)
    sheets = {
        sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book.worksheets
    }
    rows = sheets.pop("Vragen")
    status = len(rows[0]) - 1
    for row in rows[1:]:
        row[status] = Formula(str(row[status]), "Gereed")
    kept = {title: content for title, content in sheets.items() if title in {"Leverancier", STAMP}}
    return Returned(path.parent.name, rows, kept)


def opened(path: Path, sheet: str) -> Returned:
    """Another workbook of the example, with one of its sheets to be damaged."""
    book = load_workbook(path)
    sheets = {item.title: [list(row) for row in item.iter_rows(values_only=True)] for item in book.worksheets}
    beside = [rows for title, rows in sheets.items() if title in BESIDE]
    others = {"Leverancier": beside[0] if beside else [], STAMP: sheets.get(STAMP, [])}
    return Returned(path.parent.name, sheets[sheet], others, sheet, path.name)


def put(form: Returned, folder: Path) -> None:
    """Write the form, and what lies beside it, into the vendor's folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / form.name).write_bytes(as_bytes(form))
    for name, content in form.beside.items():
        (folder / name).write_bytes(content if isinstance(content, bytes) else as_bytes(content))


def as_bytes(form: Returned) -> bytes:
    return form.rework(form.save(form) if form.save else as_workbook(form))


def as_workbook(form: Returned) -> bytes:
    """The form as .xlsx."""
    from io import BytesIO

    content = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "date_1904": form.epoch_1904,
    }
    with Workbook(content, options) as book:
        sheets = [("Leverancier", form.others.get("Leverancier", [])), (form.sheet, form.rows)]
        for title, rows in reversed(sheets) if form.sheets_first else sheets:
            sheet = book.add_worksheet(title)
            _fill(book, sheet, rows)
            for change in form.later if title == form.sheet else ():
                change(book, sheet)
        if form.stamped:
            stamp = book.add_worksheet(STAMP)
            _fill(book, stamp, form.others[STAMP])
            stamp.hide()
    return content.getvalue()


def _fill(book: Any, sheet: Any, rows: list[list[Any]]) -> None:
    day, struck, percent = (
        book.add_format({"num_format": "dd-mm-yyyy"}),
        book.add_format({"font_strikeout": 1}),
        book.add_format({"num_format": "0%"}),
    )
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            match value:
                case None:
                    continue
                case bool():
                    sheet.write_boolean(number, column, value)
                case datetime():
                    sheet.write_datetime(number, column, value, day)
                case int() | float():
                    sheet.write_number(number, column, value)
                case Percent():
                    sheet.write_number(number, column, value.number, percent)
                case Formula():
                    sheet.write_formula(number, column, value.text, None, value.outcome or "")
                case Struck() if value.kept:
                    sheet.write_rich_string(number, column, struck, value.text, " ", value.kept)
                case Struck():
                    sheet.write_string(number, column, value.text, struck)
                case _:
                    sheet.write_string(number, column, str(value))
