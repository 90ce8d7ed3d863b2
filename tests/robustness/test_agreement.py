"""Agreement against published tables."""

import math

import numpy as np
import pytest

from marktscan.robustness.agreement import kendall_w, krippendorff_alpha, mean_rank_correlation

# Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", section D: four observers, twelve units.
OBSERVERS = """
1 2 3 3 2 1 4 1 2 . . .
1 2 3 3 2 2 4 1 2 5 . 3
. 3 3 3 2 3 4 2 2 5 1 .
1 2 3 3 2 4 4 1 2 5 1 .
"""
RATINGS = np.array(
    [
        [math.nan if cell == "." else float(cell) for cell in line.split()]
        for line in OBSERVERS.split("\n")
        if line
    ]
)


@pytest.mark.parametrize(
    ("level", "published"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)]
)
def test_alpha_of_the_published_example(level, published):
    assert krippendorff_alpha(RATINGS, level) == pytest.approx(published, abs=0.0005)


def test_alpha_is_one_when_all_agree_and_nan_without_variation():
    assert krippendorff_alpha([[1, 2, 3], [1, 2, 3]], "ordinal") == pytest.approx(1)
    assert math.isnan(krippendorff_alpha([[2, 2], [2, 2]], "ordinal"))
    assert math.isnan(krippendorff_alpha([[1, math.nan], [math.nan, 2]], "nominal"))


def test_alpha_refuses_an_unknown_level():
    with pytest.raises(ValueError, match="unknown level"):
        krippendorff_alpha([[1, 2], [1, 2]], "cardinal")  # type: ignore[arg-type]


def test_w_of_three_judges_without_ties():
    # Siegel & Castellan 1988, table 9.8: three executives rank six applicants; W = 0.16
    ranks = [[1, 6, 3, 2, 5, 4], [1, 5, 6, 4, 2, 3], [6, 3, 2, 5, 4, 1]]
    assert kendall_w(ranks) == pytest.approx(0.162, abs=0.001)


def test_w_with_ties_by_hand():
    # Rank sums 2, 5, 5 and mean 4: S = 4 + 1 + 1 = 6. One rater ties two items: T = 2³ − 2 = 6.
    # W = 12·6 / (2²·(27 − 3) − 2·6) = 72 / 84
    assert kendall_w([[1, 2, 3], [1, 3, 2]]) == pytest.approx(12 * 6 / 96)
    assert kendall_w([[1, 2.5, 2.5], [1, 2.5, 2.5]]) == pytest.approx(1)
    assert kendall_w([[1, 2.5, 2.5], [1, 2, 3]]) == pytest.approx(12 * 6.5 / 84)


def test_w_is_the_same_whichever_numbers_ties_carry():
    mean = kendall_w([[1, 2.5, 2.5, 4], [2.5, 1, 2.5, 4]])
    assert kendall_w([[1, 2, 2, 4], [2, 1, 2, 4]]) == kendall_w([[1, 3, 3, 4], [3, 1, 3, 4]]) == mean
    assert kendall_w([[1, 2, 2, 4], [1, 2, 2, 4]]) == pytest.approx(1)


def test_w_without_distinction_is_nan_and_too_little_is_refused():
    assert math.isnan(kendall_w([[1.5, 1.5], [1.5, 1.5]]))
    with pytest.raises(ValueError, match="at least two raters"):
        kendall_w([[1, 2, 3]])
    with pytest.raises(ValueError, match="complete and finite"):
        kendall_w([[1, math.nan], [1, 2]])


def test_mean_rank_correlation_shows_no_agreement_where_w_seems_to():
    assert mean_rank_correlation(1, 3) == 1
    assert mean_rank_correlation(1 / 3, 3) == pytest.approx(0)


@pytest.mark.parametrize("ranks", [[], [1, 2, 3], [[1], [1]], np.empty((0, 3)), np.empty((3, 0))])
def test_w_of_too_few_is_refused(ranks):
    with pytest.raises(ValueError, match="at least two raters and two items"):
        kendall_w(ranks)


def test_what_is_no_table_is_refused():
    for agreement in (kendall_w, lambda ratings: krippendorff_alpha(ratings, "ordinal")):
        with pytest.raises(ValueError, match="a table is needed"):
            agreement(np.ones((2, 2, 2)))


@pytest.mark.parametrize("ratings", [[], [[]], [[1, 2, 3]], [[1], [1]], [[math.nan, math.nan]] * 2])
def test_alpha_of_what_cannot_be_compared_is_nan(ratings):
    assert math.isnan(krippendorff_alpha(ratings, "ordinal"))


def test_alpha_refuses_ratings_that_its_level_cannot_hold():
    with pytest.raises(ValueError, match="must be finite, or nan"):
        krippendorff_alpha([[1, math.inf], [1, 2]], "nominal")
    with pytest.raises(ValueError, match="ratio level must be 0 or more"):
        krippendorff_alpha([[1, -1], [1, 2]], "ratio")
    assert krippendorff_alpha([[0, 0, 3], [0, 0, 3]], "ratio") == pytest.approx(1)


@pytest.mark.parametrize("raters", [1, 0])
def test_no_mean_over_pairs_where_there_is_no_pair(raters):
    with pytest.raises(ValueError, match="at least two raters"):
        mean_rank_correlation(0.5, raters)
