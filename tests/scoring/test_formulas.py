import math
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from marktscan import robustness, scoring
from marktscan.scoring.formulas import ranks, regrets, shares, weighted_sum


def test_the_weighted_sum_by_hand():
    assert weighted_sum([Fraction("0.6"), Fraction("0.4")], [Fraction("92.5"), Fraction(60)]) == Fraction(
        "79.5"
    )
    assert weighted_sum([], []) == 0


def test_the_weighted_sum_takes_floats_and_a_row_per_vendor():
    assert weighted_sum([0.5, 0.5], [10, 20.0]) == 15.0
    assert isinstance(weighted_sum(np.array([0.5, 0.5]), np.array([10.0, 20.0])), float)
    assert weighted_sum([1, 2], np.array([3, 4])) == 11
    assert weighted_sum([Decimal("0.6"), Decimal("0.4")], [Decimal(90), Decimal("7.5")]) == Decimal(57)
    assert isinstance(weighted_sum([1, 2], [3, 4]), Fraction)
    assert weighted_sum([0.25, 0.75], [[100, 0], [40, 80]]).tolist() == [25, 70]


@pytest.mark.parametrize(
    ("weights", "values"),
    [([Fraction(1)], []), ([1, 2], [3]), ([0.5], [1.0, 2.0]), ([1, 2], [[3, 4], [5]]), ([], [1])],
)
def test_weights_without_a_value_are_refused(weights: list[Fraction], values: list[Fraction]):
    with pytest.raises(ValueError, match="weights and values must be as many"):
        weighted_sum(weights, values)


@pytest.mark.parametrize(
    ("weights", "values"),
    [
        ([1, math.nan], [1, 2]),
        ([1, 1], [math.nan, 2]),
        ([0, 1], [math.inf, 2]),
        ([Decimal(1), Decimal(0)], [Decimal("NaN"), Decimal(2)]),
        ([Decimal(0), Decimal(1)], [Decimal("-Infinity"), Decimal(2)]),
        ([Fraction(1, 2), Fraction(1, 2)], [math.inf, Fraction(2)]),
        ([1, 1], [[1, 2], [math.nan, 4]]),
        ([1e308, 1e308], [10.0, -10.0]),
    ],
)
def test_no_sum_is_nan_or_infinite(weights: list[float], values: list[float]):
    """What the last one adds up is too large for floats."""
    with pytest.raises(ValueError, match="weights, values and their sum must be finite"):
        weighted_sum(weights, values)


def test_shares_leave_out_what_has_no_weight():
    assert shares({"ARC": 50, "WOO": 0, "ZTC": 30}) == {"ARC": Fraction(5, 8), "ZTC": Fraction(3, 8)}
    assert shares({"ARC": 0}) == shares({}) == {}


def test_equal_scores_share_a_rank_and_the_next_one_skips():
    assert ranks(map(Fraction, (70, 80, 60, 70))) == {80: 1, 70: 2, 60: 4}


def test_regret_is_the_distance_to_the_best():
    assert regrets({"noord": Fraction(80), "oost": Fraction(74)}) == {"noord": 0, "oost": 6}
    assert regrets({}) == {}


@pytest.mark.parametrize("room", [scoring, robustness])
def test_every_bare_function_can_be_imported_from_its_room(room):
    assert all(callable(getattr(room, name)) and getattr(room, name).__doc__ for name in room.__all__)
