"""Price formulas held against published and hand-made cases."""

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


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: price_relative_ratio([0, 1], 10),
        lambda: price_relative_linear([], 10),
        lambda: price_relative_linear(np.array([-1, 2]), 10),
        lambda: price_absolute(1, 2, 2, 10),
        lambda: price_logarithmic([1], 10, 1),
    ],
)
def test_what_has_no_meaning_is_refused(wrong):
    with pytest.raises(ValueError, match="must be"):
        wrong()
