"""What must hold for any values and any draws."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marktscan.robustness import acceptability, dirichlet_weights, uniform_weights

QUIET = settings(max_examples=30)
SIZES = (st.integers(2, 5), st.integers(2, 4), st.integers(0, 2**32))


def _drawn(vendors: int, criteria: int, seed: int):
    values = np.random.default_rng(seed).random((vendors, criteria))
    return values, uniform_weights(200, criteria, seed)


@QUIET
@given(*SIZES, st.floats(0.1, 10), st.floats(-5, 5))
def test_another_unit_or_another_zero_changes_no_ranking(vendors, criteria, seed, factor, constant):
    values, weights = _drawn(vendors, criteria, seed)
    before, after = acceptability(values, weights), acceptability(factor * values + constant, weights)
    assert np.array_equal(before.rank_acceptability, after.rank_acceptability)
    assert np.array_equal(before.pairwise_winning, after.pairwise_winning)
    assert before.rank_entropy == after.rank_entropy


@QUIET
@given(*SIZES, st.floats(0, 1))
def test_who_gets_better_is_never_less_often_first_or_above_another(vendors, criteria, seed, more):
    values, weights = _drawn(vendors, criteria, seed)
    better = values.copy()
    better[0, 0] += more
    before, after = acceptability(values, weights), acceptability(better, weights)
    assert after.rank_acceptability[0, 0] >= before.rank_acceptability[0, 0]
    assert (after.pairwise_winning[0] >= before.pairwise_winning[0]).all()


@QUIET
@given(*SIZES)
def test_who_leaves_changes_nothing_between_the_others(vendors, criteria, seed):
    """On absolute scales: no rank reversal (Belton & Gear 1983), neither in scores nor in draws."""
    values, weights = _drawn(vendors, criteria, seed)
    every, fewer = acceptability(values, weights), acceptability(values[1:], weights)
    assert np.array_equal(every.pairwise_winning[1:, 1:], fewer.pairwise_winning)
    assert (fewer.rank_acceptability[:, 0] >= every.rank_acceptability[1:, 0]).all()


@QUIET
@given(*SIZES)
def test_rows_and_columns_add_up_to_one_and_central_weights_lie_on_the_simplex(vendors, criteria, seed):
    values, weights = _drawn(vendors, criteria, seed)
    found = acceptability(values, weights)
    assert found.rank_acceptability.sum(axis=0) == pytest.approx(np.ones(vendors))
    assert found.rank_acceptability.sum(axis=1) == pytest.approx(np.ones(vendors))
    central = found.central_weights[found.rank_acceptability[:, 0] > 0]
    assert central.sum(axis=1) == pytest.approx(np.ones(len(central)))
    assert (central >= 0).all()
    assert 0 <= found.rank_entropy <= np.log2(np.prod(np.arange(1, vendors + 1))) + 1e-9


@QUIET
@given(st.integers(1, 6), st.integers(0, 2**32))
def test_the_same_seed_gives_the_same_draws(criteria, seed):
    assert np.array_equal(uniform_weights(9, criteria, seed), uniform_weights(9, criteria, seed))
    stated = np.arange(1, criteria + 1)
    again = dirichlet_weights(9, stated, 80, seed)
    assert np.array_equal(dirichlet_weights(9, stated, 80, seed), again)
    assert again.sum(axis=1) == pytest.approx(np.ones(9))
