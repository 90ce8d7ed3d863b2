"""Read prices.xlsx: the costs a vendor names, line by line."""

import re
from collections.abc import Mapping

from marktscan.domain.answer import PriceLine
from marktscan.domain.finding import Code, Finding
from marktscan.domain.project import Project
from marktscan.spreadsheets.books import Book
from marktscan.spreadsheets.columns import PRICES
from marktscan.spreadsheets.quantities import amount
from marktscan.spreadsheets.row import Row
from marktscan.spreadsheets.rows import named_rows
from marktscan.spreadsheets.tables import find_table

_TOTAL = re.compile(
    r"(?:sub|eind)?-?\s?(?:totaal|totalen|total)\b|alles bij elkaar\b|som\b|optelling\b", re.IGNORECASE
)


def read_prices(book: Book, project: Project) -> tuple[tuple[PriceLine, ...], tuple[Finding, ...]]:
    """The lines of the sheet Kosten, with municipalities by name; none when it cannot be found."""
    table, in_sheet = find_table(book, PRICES)
    if table is None:
        return (), in_sheet
    names = {project.alias(item.slug).casefold(): item.name for item in project.municipalities}
    lines = tuple(_line(row, names) for row in named_rows(table) if not _is_total(row))
    return lines, (*in_sheet, *table.found)


def _is_total(row: Row) -> bool:
    """Whether a row only adds up other rows; that is told, because it does not count."""
    is_total = _TOTAL.match(row.id) is not None
    if is_total:
        row.tell(Code.TOTAL_ROW, "kind", value=row.id)
    return is_total


def _line(row: Row, names: Mapping[str, str]) -> PriceLine:
    """One line; where the form showed a letter for a municipality, it gets its name back."""
    written = row.code("municipality")
    return PriceLine(
        kind=row.id,
        unit=row.text("unit"),
        quantity=amount(row, "quantity"),
        one_off=amount(row, "one_off"),
        yearly=amount(row, "yearly"),
        optional=bool(row.yes_no("optional", unclear=False)),
        confidential=bool(row.yes_no("confidential", unclear=True)),
        origin=row.origin,
        municipality=names.get(written.casefold(), written),
    )
