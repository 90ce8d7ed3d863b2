"""Price formulas held against published and hand-made cases."""

import math
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from marktscan.scoring.prices import (
    price_absolute,
    price_after_value,
    price_logarithmic,
    price_relative_linear,
    price_relative_ratio,
)


def test_relative_linear_of_the_softwarecatalogus_tender():
    # VNG Realisatie, tender Softwarecatalogus 2024: (1 − (P − Pmin)/Pmin) × 30; 900 and 1.100 give 30 and 23⅓
    assert price_relative_linear([900, 1100], 30) == pytest.approx([30, 70 / 3])
    assert price_relative_linear([Fraction(900), Fraction(1100)], 30).tolist() == [30, Fraction(70, 3)]


def test_relative_linear_stops_at_nothing_from_twice_the_lowest():
    assert price_relative_linear([100, 200, 350], 30).tolist() == [30, 0, 0]


def test_a_hopeless_offer_decides_who_wins_under_a_relative_formula():
    # quality 68 at 150 against 60 at 120: 90.5 against 90; a third offer of 20 at 100 makes it 83 against 84
    offers = [Fraction(150), Fraction(120), Fraction(100)]
    quality = np.array([68, 60, 20])
    assert (quality[:2] + price_relative_linear(offers[:2], 30)).tolist() == [Fraction(181, 2), 90]
    assert (quality + price_relative_linear(offers, 30)).tolist() == [83, 84, 50]


def test_ratio():
    assert price_relative_ratio([100, 125, 200], 40).tolist() == [40, 32, 20]


def test_absolute_depends_on_no_other_offer():
    assert price_absolute([50, 100, 150, 200, 250], 100, 200, 30).tolist() == [30, 30, 15, 0, 0]
    assert price_absolute(Fraction(400, 3), 100, 200, 30) == 20


def test_logarithmic_halves_at_the_declared_factor():
    assert price_logarithmic([100, 150, 225, 500], 40, 1.5) == pytest.approx([40, 20, 0, 0])


def test_price_after_value_subtracts_what_quality_is_worth():
    assert price_after_value([900, 1100], [100, 350]).tolist() == [800, 750]


def test_the_worked_numbers_of_the_method():
    # docs/method.md, section 7: an offer of 150 beside one of 120, 30 points
    offers = [150, 120]
    assert price_absolute(150, 100, 200, 30) == 15
    assert price_relative_ratio(offers, 30)[0] == 24
    assert price_relative_linear(offers, 30)[0] == pytest.approx(22.5)
    assert price_logarithmic(offers, 30, 2)[0] == pytest.approx(25.17, abs=0.005)
    assert price_after_value(150, 68) == 82


FORMULAS = {
    "absolute": lambda prices, points=30: price_absolute(prices, 100, 200, points),
    "ratio": price_relative_ratio,
    "linear": price_relative_linear,
    "logarithmic": lambda prices, points=30: price_logarithmic(prices, points, 2),
    "after value": lambda prices, points=30: price_after_value(prices, points),
}
RELATIVE = ("ratio", "linear", "logarithmic")


@pytest.mark.parametrize("name", FORMULAS)
@pytest.mark.parametrize(
    "prices",
    [
        *([-1.0, 100.0], [math.nan, 100.0], [math.inf, 100.0], []),
        *([Fraction(-1)], [Fraction(100), math.nan], [Decimal("NaN")], [Decimal("Infinity")]),
    ],
)
def test_a_price_that_is_no_amount_is_refused_by_every_formula(name: str, prices: list[object]) -> None:
    with pytest.raises(ValueError, match="prices must be"):
        FORMULAS[name](prices, 30)


@pytest.mark.parametrize("name", RELATIVE)
def test_what_divides_by_the_lowest_price_refuses_a_price_of_nothing(name: str) -> None:
    with pytest.raises(ValueError, match="prices must be above 0"):
        FORMULAS[name]([0, 100], 30)


def test_a_price_of_nothing_is_an_offer_where_nothing_is_divided_by_it() -> None:
    assert price_absolute([0, 150], 100, 200, 30).tolist() == [30, 15]
    assert price_after_value([0, 150], [20, 0]).tolist() == [-20, 150]


@pytest.mark.parametrize("name", ["absolute", *RELATIVE])
@pytest.mark.parametrize("points", [-1, -0.5, math.nan, math.inf])
def test_points_below_nothing_or_no_number_are_refused(name: str, points: float) -> None:
    with pytest.raises(ValueError, match="points must be 0 or more"):
        FORMULAS[name]([100, 150], points)


@pytest.mark.parametrize("name", ["absolute", *RELATIVE])
def test_no_points_to_give_gives_none(name: str) -> None:
    assert FORMULAS[name]([100, 150], 0).tolist() == [0, 0]


@pytest.mark.parametrize(
    ("lowest", "highest"), [(200, 200), (200, 100), (-1, 100), (math.nan, 100), (0, math.nan), (0, math.inf)]
)
def test_bounds_between_which_nothing_lies_are_refused(lowest: float, highest: float) -> None:
    with pytest.raises(ValueError, match=r"lowest .*must be"):
        price_absolute(150, lowest, highest, 30)


@pytest.mark.parametrize("factor", [1, 0, -2, math.nan, math.inf])
def test_a_factor_at_which_points_never_halve_is_refused(factor: float) -> None:
    with pytest.raises(ValueError, match="half_points_factor must be above 1"):
        price_logarithmic([100], 30, factor)


@pytest.mark.parametrize("worth", [math.nan, math.inf, -math.inf, [], Decimal("NaN")])
def test_a_worth_that_is_no_number_is_refused(worth: object) -> None:
    with pytest.raises(ValueError, match="quality values must be finite"):
        price_after_value([100], worth)


def test_a_malus_adds_to_the_price() -> None:
    assert price_after_value(Fraction(100), Fraction(-5)) == 105


def test_amounts_too_large_for_a_float_stay_exact() -> None:
    huge = Fraction(10**400)
    assert price_relative_ratio([huge, 2 * huge], Fraction(30)).tolist() == [30, 15]
    assert price_absolute(huge, Fraction(100), Fraction(200), 30) == 0
