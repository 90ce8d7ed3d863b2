"""Printed values in the order a Dutch reader expects."""

import pytest

from marktscan.reporting.edition.orders import order


def places(*values: str) -> list[str]:
    return list(order(values)[1])


@pytest.mark.parametrize(
    ("kind", "low_to_high"),
    [
        ("number", ["−8,6", "−0,3", "0,0", "+4,2", "64,3 (6)", "71,3", "100"]),
        ("number", ["€ 9.000", "€ 33.000", "€ 1.000.000"]),
        ("number", ["minder dan 1 %", "1 %", "99 %", "meer dan 99 %", "100 %"]),
        ("number", ["12 van 185", "185 van 185"]),
        ("number", ["16,67 × 0,55", "100 × 0,91"]),
        ("date", ["1 november 2026", "30-4-2027", "1 mei 2027", "31-12-2028"]),
        ("date", ["apr 2027", "30-4-2027", "mei 2027"]),
        ("text", ["aarde", "één", "eend", "Zaak"]),
        ("text", ["ZTC-2", "ZTC-10", "ZTC-100"]),
        ("text", ["5 of meer dagen", "vijf dagen"]),
        ("text", ["30-4-2027", "later", "voorjaar 2027"]),
    ],
)
def test_values_stand_from_low_to_high(kind, low_to_high):
    expected = [str(place) for place in range(len(low_to_high))]
    assert order(low_to_high) == (kind, tuple(expected))
    assert places(*reversed(low_to_high)) == expected[::-1]


def test_equal_values_share_a_place_and_nothing_comes_last():
    assert places("7,0", "–", "7,0", "geen score", "3,0", "") == ["1", "-", "1", "-", "0", "-"]


def test_hard_spaces_are_spaces():
    assert places("87\u00a0%", "9 %") == ["1", "0"]


def test_a_column_with_nothing_in_it_is_text():
    assert order(["–", ""]) == ("text", ("-", "-"))
