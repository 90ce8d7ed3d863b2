"""The closed forms, first by pocket calculator, then against what they promise."""

import math
from fractions import Fraction
from math import ceil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marktscan.robustness import break_even, minimal_shift

POINTS = st.fractions(0, 100, max_denominator=6)
WEIGHTS = st.integers(1, 5).flatmap(lambda n: st.lists(st.integers(1, 60), min_size=n, max_size=n))


def _fractions(*numbers: str | int) -> list[Fraction]:
    return [Fraction(number) for number in numbers]


def test_the_break_even_weight_by_hand():
    """
    | thema | gewicht | A | B | A − B |
    |---|---|---|---|---|
    | ARC | 0,8 | 90 | 70 | 20 |
    | DVL | 0,2 | 40 | 100 | −60 |

    A scoort 80, B scoort 76. Met gewicht t voor ARC: 20t − 60(1 − t) = 0, dus t = 60/80 = **3/4**.
    """
    weights, a, b = _fractions("0.8", "0.2"), _fractions(90, 40), _fractions(70, 100)
    assert break_even(weights, a, b, 0) == Fraction(3, 4)
    assert break_even(weights, a, b, 1) == Fraction(1, 4)


def test_the_minimal_shift_by_hand():
    """A ligt 4 punten voor. Elk procentpunt van ARC naar DVL kost A 0,8 punt: 4 ÷ 0,8 = **5 procentpunt**."""
    weights, a, b = _fractions("0.8", "0.2"), _fractions(90, 40), _fractions(70, 100)
    assert minimal_shift(weights, a, b) == Fraction(1, 20)


def test_the_minimal_shift_takes_the_greatest_lead_first():
    """
    A − B is 50, 10 en −30; gewichten 0,1, 0,6 en 0,3. Voorsprong 5 + 6 − 9 = 2. Van het eerste naar het derde
    thema scheelt 80 per eenheid: 2 ÷ 80 = **1/40**. Met gewicht 0,02 daar: 0,02 × 80 = 1,6, rest ÷ 40.
    """
    a, b = _fractions(50, 10, 0), _fractions(0, 0, 30)
    assert minimal_shift(_fractions("0.1", "0.6", "0.3"), a, b) == Fraction(1, 40)
    # 0,02 × 50 + 0,7 × 10 − 0,28 × 30 = −0,4: B staat al voor
    assert minimal_shift(_fractions("0.02", "0.7", "0.28"), a, b) == 0
    # 0,02 × 50 + 0,8 × 10 − 0,18 × 30 = 3,6; eerst 0,02 × 80 = 1,6, dan (3,6 − 1,6) ÷ 40 = 0,05
    assert minimal_shift(_fractions("0.02", "0.8", "0.18"), a, b) == Fraction("0.07")


def test_no_weight_can_change_what_is_better_everywhere():
    weights = _fractions("0.5", "0.5")
    assert break_even(weights, _fractions(80, 60), _fractions(70, 50), 0) is None
    assert break_even(weights, _fractions(80, 60), _fractions(79, 50), 0) is None
    assert minimal_shift(weights, _fractions(80, 60), _fractions(70, 50)) is None
    assert minimal_shift(weights, _fractions(80, 60), _fractions(70, 60)) == Fraction(1, 2)


def test_equal_everywhere_has_no_tipping_point():
    weights, values = _fractions("0.5", "0.5"), _fractions(80, 60)
    assert break_even(weights, values, values, 0) is None
    assert minimal_shift(weights, values, values) == 0
    assert minimal_shift([], [], []) == 0


def test_a_theme_that_carries_all_weight_has_nothing_to_scale_along():
    assert break_even(_fractions(1), _fractions(80), _fractions(70), 0) is None
    assert break_even(_fractions(1, 0), _fractions(80, 0), _fractions(70, 100), 0) is None


def test_sequences_of_different_length_are_refused():
    with pytest.raises(ValueError, match="weights and values must be as many"):
        break_even(_fractions(1), _fractions(80, 60), _fractions(70, 50), 0)
    with pytest.raises(ValueError, match="weights and values must be as many"):
        minimal_shift(_fractions(1), _fractions(80, 60), _fractions(70, 50))


@pytest.mark.parametrize("k", [-1, 2, 5])
def test_a_theme_that_is_not_there_is_refused(k: int):
    with pytest.raises(ValueError, match=f"there is no theme {k}: 2 are given"):
        break_even(_fractions(1, 1), _fractions(80, 60), _fractions(70, 90), k)
    with pytest.raises(ValueError, match="there is no theme 0: 0 are given"):
        break_even([], [], [], 0)


@pytest.mark.parametrize(
    ("weights", "values", "said"),
    [
        ([-1, 3], [1, 2], "weights must be 0 or more"),
        ([math.nan, 1], [1, 2], "must be finite"),
        ([1, 1], [math.nan, 2], "must be finite"),
        ([1, 1], [math.inf, 2], "must be finite"),
        ([1, 1], [-math.inf, 2], "must be finite"),
    ],
)
def test_what_is_no_weight_or_value_is_refused(weights: list[float], values: list[float], said: str):
    for refuse in (
        lambda: break_even(weights, values, [2, 1], 0),
        lambda: minimal_shift(weights, values, [2, 1]),
    ):
        with pytest.raises(ValueError, match=said):
            refuse()


@given(WEIGHTS, st.data())
def test_at_the_break_even_weight_both_score_the_same(weights: list[int], data: st.DataObject):
    a, b = (data.draw(st.lists(POINTS, min_size=len(weights), max_size=len(weights))) for _ in "ab")
    shares = [Fraction(weight, sum(weights)) for weight in weights]
    share = break_even(shares, a, b, 0)
    if share is not None:
        moved = [share, *((1 - share) * w / (1 - shares[0]) for w in shares[1:])]
        assert sum(w * (x - y) for w, x, y in zip(moved, a, b, strict=True)) == 0


@given(WEIGHTS, st.data())
def test_no_smaller_shift_between_two_themes_brings_b_level(weights: list[int], data: st.DataObject):
    a, b = (data.draw(st.lists(POINTS, min_size=len(weights), max_size=len(weights))) for _ in "ab")
    ahead = [x - y for x, y in zip(a, b, strict=True)]
    gap = sum(w * d for w, d in zip(weights, ahead, strict=True))
    least = minimal_shift(weights, a, b)
    assert (least is None) == (gap > 0 and min(ahead) > 0)
    if least is not None and gap > 0:
        steepest = max(ahead) - min(ahead)
        assert 0 < least <= sum(weights)
        assert least >= gap / steepest


@settings(max_examples=40)
@given(st.lists(st.integers(0, 4), min_size=3, max_size=3), st.data())
def test_the_greedy_shift_is_the_optimum_of_the_linear_programme(weights: list[int], data: st.DataObject):
    """Brute force over every way to share the same weight in whole steps: none brings B level with less.

    The best whole number of steps is the greedy shift rounded up: a step further in the same direction.
    """
    a, b = (data.draw(st.lists(st.integers(0, 5), min_size=3, max_size=3)) for _ in "ab")
    least = minimal_shift(*(_fractions(*row) for row in (weights, a, b)))
    total = sum(weights)
    shares = ((x, y, total - x - y) for x in range(total + 1) for y in range(total + 1 - x))
    found = [
        sum(max(own - new, 0) for own, new in zip(weights, share, strict=True))
        for share in shares
        if sum(new * (x - y) for new, x, y in zip(share, a, b, strict=True)) <= 0
    ]
    assert min(found, default=None) == (None if least is None else ceil(least))
