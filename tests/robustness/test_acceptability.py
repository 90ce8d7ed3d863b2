"""SMAA-2 held against closed forms, brute force and its own laws."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from marktscan.robustness.acceptability import CHUNK, acceptability, confidence_factors, holistic_weights
from marktscan.robustness.samplers import uniform_weights
from marktscan.robustness.tally import fingerprints

# Two vendors, two criteria: A = (1, 0), B = (0, 1). A is first exactly when w1 > 1/2: half of all weights,
# with mean weight 3/4 on its own criterion.
OPPOSED = [[1.0, 0.0], [0.0, 1.0]]


def test_two_opposed_vendors_share_first_place():
    outcome = acceptability(OPPOSED, uniform_weights(40_000, 2, seed=1))
    assert outcome.rank_acceptability == pytest.approx(np.full((2, 2), 0.5), abs=0.01)
    assert outcome.central_weights == pytest.approx(np.array([[0.75, 0.25], [0.25, 0.75]]), abs=0.01)
    assert outcome.rank_entropy == pytest.approx(1, abs=0.001)
    assert outcome.holistic == pytest.approx([0.5 + 0.5 / 3] * 2, abs=0.01)


def test_a_dominated_vendor_is_never_first_and_has_no_central_weights():
    outcome = acceptability([[0.9, 0.9], [0.1, 0.8]], uniform_weights(100, 2, seed=1))
    assert outcome.rank_acceptability.tolist() == [[1, 0], [0, 1]]
    assert np.isnan(outcome.central_weights[1]).all()
    assert outcome.pairwise_winning.tolist() == [[0.5, 1], [0, 0.5]]
    assert outcome.rank_entropy == 0


def test_ties_share_ranks_or_all_take_the_best():
    values = [[0.5, 0.5], [0.5, 0.5], [0.1, 0.1]]
    weights = uniform_weights(10, 2, seed=1)
    assert acceptability(values, weights).rank_acceptability.tolist() == [
        [0.5, 0.5, 0],
        [0.5, 0.5, 0],
        [0, 0, 1],
    ]
    standing = acceptability(values, weights, ties="competition").rank_acceptability
    assert standing.tolist() == [[1, 0, 0], [1, 0, 0], [0, 0, 1]]


def test_holistic_weights_of_three_ranks_by_hand():
    # 1 + 1/2 + 1/3 = 11/6; from rank 2 on 5/6; rank 3 1/3
    assert holistic_weights(3) == pytest.approx([1, 5 / 11, 2 / 11])


@given(st.integers(1, 6), st.integers(1, 4), st.integers(0, 2**32), st.booleans())
def test_agrees_with_brute_force(vendors, criteria, seed, coarse):
    rng = np.random.default_rng(seed)
    values = rng.integers(0, 3, (vendors, criteria)) / 2 if coarse else rng.random((vendors, criteria))
    weights = uniform_weights(50, criteria, seed)
    outcome = acceptability(values, weights)
    expected = np.zeros((vendors, vendors))
    for draw in weights:
        scores = [sum(w * v for w, v in zip(draw, row, strict=True)) for row in values]
        for i, own in enumerate(scores):
            better = sum(other > own + 1e-12 for other in scores)
            level = sum(abs(other - own) <= 1e-12 for other in scores)
            expected[i, better : better + level] += 1 / level
    assert outcome.rank_acceptability == pytest.approx(expected / 50)
    assert outcome.rank_acceptability.sum(axis=0) == pytest.approx(np.ones(vendors))
    assert outcome.rank_acceptability.sum(axis=1) == pytest.approx(np.ones(vendors))
    assert outcome.pairwise_winning + outcome.pairwise_winning.T == pytest.approx(np.ones((vendors, vendors)))


@given(st.integers(2, 5), st.integers(0, 2**32))
def test_ties_count_half_and_both_ways_of_counting_add_up(vendors, seed):
    """Values 0 or 1 on one criterion: nearly always ties, counted here draw by draw and pair by pair."""
    rng = np.random.default_rng(seed)
    values = rng.integers(0, 2, (30, vendors, 1)).astype(float)
    outcome = acceptability(values, np.ones((30, 1)))
    shared = acceptability(values, np.ones((30, 1)), ties="competition")
    wins, standing = np.zeros((vendors, vendors)), np.zeros((vendors, vendors))
    for scores in values[:, :, 0]:
        wins += (scores[:, None] > scores) + (scores[:, None] == scores) / 2
        for vendor, score in enumerate(scores):
            standing[vendor, int((scores > score).sum())] += 1
    assert outcome.pairwise_winning == pytest.approx(wins / 30)
    assert shared.rank_acceptability == pytest.approx(standing / 30)
    assert outcome.rank_acceptability.sum(axis=0) == pytest.approx(np.ones(vendors))


def test_more_vendors_than_a_byte_can_number():
    """Vendor i has i points of 999, below zero too: rank 1000 − i in every draw."""
    values = (np.arange(1000.0) - 500)[:, None] / 999
    outcome = acceptability(values, np.ones((3, 1)))
    assert np.array_equal(outcome.rank_acceptability, np.eye(1000)[::-1])
    assert np.array_equal(outcome.pairwise_winning, np.tri(1000, k=-1) + np.eye(1000) / 2)
    assert outcome.rank_entropy == 0


def test_scores_that_differ_by_more_than_rounding_are_no_tie():
    near = acceptability([[0.5 + 1e-11], [0.5], [0.5 - 1e-15]], np.ones((1, 1)))
    assert near.rank_acceptability.tolist() == [[1, 0, 0], [0, 0.5, 0.5], [0, 0.5, 0.5]]


@pytest.mark.parametrize("vendors", [3, 8, 9, 300])
def test_every_ranking_has_a_number_of_its_own(vendors):
    """Two neighbours change places, somewhere: as many numbers as rankings, and equal ones share one."""
    order = np.arange(vendors, dtype=np.min_scalar_type(vendors))
    rankings = np.tile(order, (vendors, 1))
    for row in range(1, vendors):
        rankings[row, [row - 1, row]] = order[[row, row - 1]]
    numbers = fingerprints(np.ascontiguousarray(np.vstack((rankings, rankings)).T))
    assert len(set(numbers[:vendors].tolist())) == vendors
    assert np.array_equal(numbers[:vendors], numbers[vendors:])


def test_chunks_do_not_show():
    weights = uniform_weights(2 * CHUNK + 7, 3, seed=5)
    values = np.random.default_rng(5).random((4, 3))
    whole = acceptability(values, weights)
    drawn = acceptability(np.broadcast_to(values, (len(weights), 4, 3)), weights)
    assert whole.rank_acceptability == pytest.approx(drawn.rank_acceptability)
    assert whole.rank_entropy == pytest.approx(drawn.rank_entropy)


def test_confidence_is_one_for_fixed_values_and_nan_where_never_first():
    weights = uniform_weights(2_000, 2, seed=1)
    central = acceptability([*OPPOSED, [0.1, 0.1]], weights).central_weights
    factors = confidence_factors([*OPPOSED, [0.1, 0.1]], central)
    assert factors[:2].tolist() == [1, 1]
    assert math.isnan(factors[2])


def test_confidence_counts_the_draws_in_which_a_vendor_is_first():
    # A scores 1 or 0 on the one criterion, B always 1/2: A is first in one draw of two.
    values = [[[1.0], [0.5]], [[0.0], [0.5]]]
    assert confidence_factors(values, [[1.0], [1.0]]).tolist() == [0.5, 0.5]


@pytest.mark.parametrize(
    ("values", "weights"),
    [
        ([[1.0]], [[0.5, 0.5]]),
        ([1.0], [[1.0]]),
        (np.ones((3, 2, 1)), [[1.0]]),
        (np.ones((1, 1)), np.ones((0, 1))),
        ([[np.nan]], [[1.0]]),
    ],
)
def test_shapes_that_disagree_are_refused_and_so_are_values_that_are_no_number(values, weights):
    with pytest.raises(ValueError, match=r"values|draw"):
        acceptability(values, weights)


def test_a_third_way_with_ties_is_refused():
    with pytest.raises(ValueError, match="choose share, competition"):
        acceptability([[1.0]], [[1.0]], ties="split")  # type: ignore[arg-type]


@pytest.mark.parametrize("criteria", [30, 60])
def test_central_weights_of_many_leaders_are_means_over_their_own_draws(criteria):
    """Of forty vendors that all lead somewhere, whether they are many or few beside the criteria."""
    values = np.eye(40, criteria)
    weights = uniform_weights(4_000, criteria, seed=9)
    first = (weights @ values.T).argmax(axis=1)
    central = acceptability(values, weights).central_weights
    for vendor in range(min(40, criteria)):
        assert central[vendor] == pytest.approx(weights[first == vendor].mean(axis=0))


@pytest.mark.parametrize("bad", [[math.nan, 1], [math.inf, 1], [math.inf, -math.inf], [-math.inf, 1], [0, 0]])
@pytest.mark.parametrize("values", [OPPOSED, [[0.0, 0.0], [1.0, 0.5]], [[1.0, 1.0]]])
@pytest.mark.parametrize("drawn", [False, True])
def test_weights_that_weigh_nothing_are_refused_wherever_they_stand(bad, values, drawn):
    weights = np.full((CHUNK + 5, 2), 0.5)
    points = np.broadcast_to(values, (len(weights), *np.shape(values))) if drawn else values
    acceptability(points, weights)
    for row in (0, CHUNK + 4):
        spoiled = weights.copy()
        spoiled[row] = bad
        with pytest.raises(ValueError, match="weights must be finite, and not all zero"):
            acceptability(points, spoiled)


@pytest.mark.parametrize("shape", [(0, 2), (2, 0), (0, 2, 2), (3, 0, 2), (3, 2, 0)])
def test_nothing_to_weigh_is_refused(shape):
    values = np.zeros(shape)
    with pytest.raises(ValueError, match="one draw, one vendor and one criterion"):
        acceptability(values, np.ones((3, shape[-1])))
    with pytest.raises(ValueError, match="one draw, one vendor and one criterion"):
        confidence_factors(values, np.ones(shape[-2:]))


def test_no_draws_are_refused():
    with pytest.raises(ValueError, match="at least one draw"):
        acceptability(OPPOSED, np.ones((0, 2)))


@pytest.mark.parametrize("central", [[[1.0, 0.0]], [[1.0, 0.0]] * 3, [1.0, 0.0], [[1.0], [1.0]]])
def test_confidence_factors_ask_central_weights_of_every_vendor(central):
    with pytest.raises(ValueError, match="as many of both as the values"):
        confidence_factors(OPPOSED, central)


@pytest.mark.parametrize("bad", [[math.inf, 0], [0, 0]])
def test_confidence_factors_refuse_weights_that_weigh_nothing(bad):
    with pytest.raises(ValueError, match="weights must be finite"):
        confidence_factors(OPPOSED, [[1, 0], bad])
    with pytest.raises(ValueError, match="values must be finite"):
        confidence_factors([[1, math.nan], [0, 1]], OPPOSED)


def test_a_weight_below_zero_counts_against_who_scores_high():
    """A = (1, 0) gets -1 and B = (0, 1) gets 2: B is first, at the weights given."""
    outcome = acceptability(OPPOSED, [[-1, 2]])
    assert outcome.rank_acceptability.tolist() == [[0, 1], [1, 0]]
    assert outcome.central_weights[1].tolist() == [-1, 2]
