"""Read prices.xlsx: the costs a vendor names, line by line."""

from marktscan.domain.answer import PriceLine
from marktscan.domain.finding import Finding
from marktscan.spreadsheets.books import Book
from marktscan.spreadsheets.columns import PRICES
from marktscan.spreadsheets.rows import Row, named_rows
from marktscan.spreadsheets.tables import find_table


def read_prices(book: Book) -> tuple[tuple[PriceLine, ...], tuple[Finding, ...]]:
    """The lines of the sheet Kosten; none when it cannot be found."""
    table, in_sheet = find_table(book, PRICES)
    if table is None:
        return (), in_sheet
    lines = tuple(_line(row) for row in named_rows(table))
    return lines, (*in_sheet, *table.found)


def _line(row: Row) -> PriceLine:
    return PriceLine(
        kind=row.id,
        unit=row.text("unit"),
        quantity=row.amount("quantity"),
        one_off=row.amount("one_off"),
        yearly=row.amount("yearly"),
        optional=bool(row.yes_no("optional", unclear=False)),
        confidential=bool(row.yes_no("confidential", unclear=True)),
        origin=row.origin,
        municipality=row.code("municipality"),
    )
