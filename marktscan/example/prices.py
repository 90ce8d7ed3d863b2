"""The price sheets of the invented vendors: prices per unit, with the quantities the municipalities gave."""

from collections.abc import Iterator
from decimal import Decimal

from marktscan.domain.project import letter
from marktscan.example.submission_files import InventedVendor, table
from marktscan.spreadsheets.sheet import Row

_NOT_A_MUNICIPALITY = "basis"


def price_rows(vendor: InventedVendor) -> tuple[Row, ...]:
    """Sheet Kosten: every kind of cost for every municipality."""
    return tuple(row for cost in table("prices") for row in _rows(cost, vendor))


def _rows(cost: Row, vendor: InventedVendor) -> Iterator[Row]:
    one_off, yearly = str(cost[vendor.slug]).split("/")
    for place, quantity in enumerate(_quantities(str(cost["basis"]))):
        yield {
            "kind": cost["kind"],
            "municipality": f"Gemeente {letter(place)}",
            "unit": cost["unit"],
            "quantity": quantity,
            "one_off": _amount(one_off),
            "yearly": _amount(yearly),
            "optional": cost["optional"],
            "confidential": vendor.confidential_prices,
        }


def _quantities(basis: str) -> list[Decimal]:
    """How many units each municipality needs, alphabetically."""
    volumes = {row[_NOT_A_MUNICIPALITY]: row for row in table("volumes")}[basis]
    return [Decimal(value) for name, value in sorted(volumes.items()) if name != _NOT_A_MUNICIPALITY]


def _amount(text: str) -> Decimal | None:
    """An amount in euro; a vendor that left the cell empty did not say € 0."""
    return Decimal(text) if text else None
