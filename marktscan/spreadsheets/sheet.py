"""What is written: a sheet as its form and its rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from marktscan.spreadsheets.columns import Form

CellValue = str | int | Decimal | date | None
Row = Mapping[str, CellValue]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its form and its rows, each a mapping from a column's name to a value.

    A column a row does not name stays empty. A `bool` is written as ja or nee. The status column is a
    formula: rows leave it out.
    """

    form: Form
    rows: Sequence[Row]
