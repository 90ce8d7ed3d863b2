"""What is written: a sheet as its form and its rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from marktscan.spreadsheets.columns import Form


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads to a place in another workbook: "answers.xlsx#'Vragen'!F14"."""

    text: str
    target: str

    def __str__(self) -> str:
        return self.text


CellValue = str | int | Decimal | date | Link | None
Row = Mapping[str, CellValue]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its form and its rows, each a mapping from a column's name to a value.

    A column a row does not name stays empty. A `bool` is written as ja or nee. The status column is a
    formula: rows leave it out.
    """

    form: Form
    rows: Sequence[Row]
