from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marktscan.wording import formats


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        (Fraction(725, 100), 1, "7,3"),  # round(7.25, 1) is 7.2
        (Fraction(1, 3), 1, "0,3"),
        (Fraction(2, 3), 0, "1"),
        (Decimal("71.25"), 1, "71,3"),
        (Decimal("0.5"), 0, "1"),
        (Fraction(-1, 2), 0, "−1"),
        (Fraction(-1, 100), 1, "0,0"),
        (100, 1, "100,0"),
        (1234567, 2, "1.234.567,00"),
        (Fraction(205, 100), 2, "2,05"),
    ],
)
def test_a_number_is_rounded_half_up_and_written_the_dutch_way(
    value: formats.Exact, decimals: int, shown: str
) -> None:
    assert formats.number(value, decimals) == shown


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        (Fraction(829, 1000), "83\xa0%"),
        (Fraction(896, 1000), "89,6\xa0%"),
        (Fraction(8996, 10000), "89,96\xa0%"),
        (Fraction(9, 10), "90\xa0%"),
        (Fraction(998, 1000), "99,8\xa0%"),
        (1, "100\xa0%"),
    ],
)
def test_what_is_answered_never_looks_like_what_was_agreed_or_like_everything(
    share: formats.Exact, shown: str
) -> None:
    assert formats.answered(share, 90) == shown


@pytest.mark.parametrize(
    ("value", "shown"), [(Fraction(21, 5), "+4,2"), (-3, "−3,0"), (Fraction(1, 99), "0,0")]
)
def test_a_difference_shows_its_sign(value: formats.Exact, shown: str) -> None:
    assert formats.points(value) == shown


def test_a_share_becomes_a_percentage_that_does_not_break() -> None:
    assert formats.percentage(Fraction(7, 8)) == "88\u00a0%"
    assert formats.percentage(Fraction(7, 8), 1) == "87,5\u00a0%"


def test_an_amount_has_its_sign_at_the_number() -> None:
    assert formats.euro(Decimal("33000.50")) == "€\u00a033.001"
    assert formats.euro(Decimal("-12.345"), 2) == "€\u00a0−12,35"


def test_thousands_have_a_full_stop() -> None:
    assert formats.thousands(95000) == "95.000"
    assert formats.thousands(999) == "999"


def test_a_fraction_is_written_exactly() -> None:
    assert formats.fraction(Fraction(4274, 60)) == "2137/30"
    assert formats.fraction(0) == "0/1"


def test_dates_are_in_dutch() -> None:
    assert formats.date_long(date(2026, 11, 1)) == "1\u00a0november 2026"
    assert formats.month(date(2027, 4, 30)) == "apr\u00a02027"
    assert formats.month(date(2027, 3, 1)) == "mrt\u00a02027"


def test_an_enumeration_has_en_before_the_last() -> None:
    assert formats.list_of([]) == ""
    assert formats.list_of(["a"]) == "a"
    assert formats.list_of(["a", "b"]) == "a en b"
    assert formats.list_of(("a", "b", "c")) == "a, b en c"


@pytest.mark.parametrize(
    "show", [formats.number, formats.points, formats.percentage, formats.euro, formats.fraction]
)
def test_a_float_is_refused(show: Callable[[formats.Exact], str]) -> None:
    with pytest.raises(TypeError, match="float"):
        show(cast(formats.Exact, 7.25))


@given(st.fractions(-1000, 1000), st.integers(0, 4))
def test_rounding_moves_a_number_by_at_most_half_a_unit(value: Fraction, decimals: int) -> None:
    shown = formats.number(value, decimals).replace(".", "").replace(",", ".").replace("−", "-")
    assert abs(Fraction(shown) - value) <= Fraction(1, 2 * 10**decimals)


@given(st.fractions(-1000, 1000))
def test_a_difference_reads_the_same_from_both_sides(value: Fraction) -> None:
    assert formats.points(value).strip("+−") == formats.points(-value).strip("+−")
