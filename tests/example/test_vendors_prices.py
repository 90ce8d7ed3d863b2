"""The price sheets of the invented vendors."""

from decimal import Decimal

import pytest

from marktscan.example.prices import price_rows
from marktscan.example.submission_files import invented_vendors

VENDORS = {vendor.slug: vendor for vendor in invented_vendors()}


def total(slug):
    """Ten years for all three municipalities, without options; an unanswered amount adds nothing."""
    return sum(
        row["quantity"] * ((row["one_off"] or 0) + 10 * (row["yearly"] or 0))
        for row in price_rows(VENDORS[slug])
        if row["optional"] == "nee"
    )


def line(slug, kind, municipality):
    rows = price_rows(VENDORS[slug])
    return next(row for row in rows if (row["kind"], row["municipality"]) == (kind, municipality))


def test_a_line_is_the_price_of_one_unit_with_the_quantity_of_the_municipality():
    assert line("rx-enterprise", "Abonnement zaaksysteem", "Gemeente B") == {
        "kind": "Abonnement zaaksysteem",
        "municipality": "Gemeente B",
        "unit": "per inwoner",
        "quantity": Decimal(95000),
        "one_off": Decimal(0),
        "yearly": Decimal("2.85"),
        "optional": "nee",
        "confidential": "ja",
    }


def test_what_a_vendor_left_empty_is_not_zero():
    unanswered = line("linde-gemeentecloud", "Exit: alle gegevens leveren", "Gemeente C")
    assert unanswered["one_off"] is None
    assert line("beemster-zaak", "Exit: alle gegevens leveren", "Gemeente C")["one_off"] == 0


@pytest.mark.parametrize("slug", VENDORS)
def test_every_vendor_prices_the_same_lines_with_the_same_quantities(slug):
    def given(rows):
        return [(row["kind"], row["municipality"], row["unit"], row["quantity"]) for row in rows]

    assert given(price_rows(VENDORS[slug])) == given(price_rows(VENDORS["kade-zaken"]))


def test_prices_fit_the_profiles():
    ranked = sorted(VENDORS, key=total)
    assert ranked[0] == "beemster-zaak"
    assert ranked[-1] == "linde-gemeentecloud"
