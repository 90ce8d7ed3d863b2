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


def test_weights_without_a_value_are_refused():
    with pytest.raises(ValueError, match="zip"):
        weighted_sum([Fraction(1)], [])


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
