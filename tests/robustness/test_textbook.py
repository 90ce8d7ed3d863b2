"""Exact formulas held against examples from the literature: the weighted sum, its tipping point, reversal."""

from fractions import Fraction

import pytest

from marktscan.robustness import break_even, kendall_w
from marktscan.scoring.formulas import weighted_sum

# Triantaphyllou 2000, Multi-Criteria Decision Making Methods: A Comparative Study, weighted sum model:
# three alternatives on four criteria, with the published scores.
WEIGHTS = [Fraction(weight, 100) for weight in (20, 15, 40, 25)]
A1, A2, A3 = (
    [Fraction(value) for value in row] for row in ((25, 20, 15, 30), (10, 30, 20, 30), (30, 10, 30, 10))
)


@pytest.mark.parametrize(("values", "published"), [(A1, "21.5"), (A2, "22"), (A3, "22")])
def test_the_weighted_sum_of_the_textbook(values, published):
    assert weighted_sum(WEIGHTS, values) == Fraction(published)


@pytest.mark.parametrize("criterion", range(3))  # on the fourth both score the same
def test_its_tipping_point_by_the_published_theorem(criterion):
    """
    Triantaphyllou & Sánchez 1997 (Decision Sciences 28:151): the weight of a criterion must go down by
    (P2 − P1) ÷ (a2 − a1) before A1 and A2 change places, after which all weights are divided by their sum.
    """
    difference = A2[criterion] - A1[criterion]
    down = (weighted_sum(WEIGHTS, A2) - weighted_sum(WEIGHTS, A1)) / difference
    assert break_even(WEIGHTS, A1, A2, criterion) == (WEIGHTS[criterion] - down) / (1 - down)


def test_that_tipping_point_by_pocket_calculator():
    """A1 − A2 is 15, −10, −5, 0: (−1,5 − 2) ÷ 0,8 = −4,375 without the first; 4,375 ÷ 19,375 = **7/31**."""
    assert break_even(WEIGHTS, A1, A2, 0) == Fraction(7, 31)


# Belton & Gear 1983 (Omega 11:228): three options on three criteria of equal weight, then a copy of B.
CRITERIA = [{"A": 1, "B": 9, "C": 1}, {"A": 9, "B": 1, "C": 1}, {"A": 8, "B": 9, "C": 1}]


def _divided_by_their_sum(options: str) -> dict[str, Fraction]:
    """Priorities as the analytic hierarchy process makes them: relative to whoever takes part."""
    measured = [[criterion[option.replace("D", "B")] for option in options] for criterion in CRITERIA]
    columns = [[Fraction(value, sum(row)) for value in row] for row in measured]
    return {option: sum(column[i] for column in columns) / 3 for i, option in enumerate(options)}


def test_values_relative_to_who_takes_part_turn_the_order_round():
    three, four = _divided_by_their_sum("ABC"), _divided_by_their_sum("ABCD")
    assert [round(float(v), 2) for v in three.values()] == [0.45, 0.47, 0.08]
    assert [round(float(v), 2) for v in four.values()] == [0.37, 0.29, 0.06, 0.29]
    assert (three["B"] > three["A"], four["B"] > four["A"]) == (True, False)


def test_values_on_a_fixed_scale_do_not():
    """The same judgements on a scale of 0 to 9: a copy of B changes nothing between A and B."""
    thirds = [Fraction(1, 3)] * 3
    scores = {
        option: weighted_sum(thirds, [Fraction(criterion[option], 9) for criterion in CRITERIA])
        for option in "ABC"
    }
    again = {option: scores[option.replace("D", "B")] for option in "ABCD"}
    assert {option: again[option] for option in "ABC"} == scores
    assert scores["B"] > scores["A"] > scores["C"]


# The data set "anxiety" of the R package irr (Gamer, Lemon, Fellows & Singh): three raters, twenty people,
# many ties; its manual gives the coefficient corrected for ties as 0.54.
ANXIETY = (
    "3 3 3 4 5 5 2 3 5 2 2 6 1 5 2 2 1 2 4 3",
    "3 6 4 6 2 4 2 4 3 3 2 3 3 3 2 2 1 3 3 4",
    "2 1 4 4 3 2 1 6 1 1 1 2 3 3 1 1 3 3 2 2",
)


def test_w_with_many_ties():
    ratings = [[int(cell) for cell in row.split()] for row in ANXIETY]
    assert kendall_w([_mid_ranks(row) for row in ratings]) == pytest.approx(0.54, abs=0.005)


def _mid_ranks(row: list[int]) -> list[float]:
    return [sum(other < own for other in row) + (row.count(own) + 1) / 2 for own in row]
