"""Weights: reproducible, on the simplex, with the moments of their distribution."""

import math

import numpy as np
import pytest

from marktscan.robustness.samplers import dirichlet_weights, ordinal_weights, uniform_weights


def test_uniform_weights_lie_on_the_simplex_and_repeat():
    weights = uniform_weights(20_000, 4, seed=7)
    assert weights.shape == (20_000, 4)
    assert weights.sum(axis=1) == pytest.approx(np.ones(20_000))
    assert weights.mean(axis=0) == pytest.approx(np.full(4, 0.25), abs=0.01)
    assert np.array_equal(weights, uniform_weights(20_000, 4, seed=7))
    assert not np.array_equal(weights, uniform_weights(20_000, 4, seed=8))


def test_one_uniform_weight_is_spread_as_theory_says():
    """A share of the simplex of four is Beta(1, 3): below x with chance 1 − (1 − x)³ (Kolmogorov–Smirnov)."""
    drawn = np.sort(uniform_weights(20_000, 4, seed=3)[:, 1])
    below = np.arange(1, 20_001) / 20_000
    assert np.abs(below - (1 - (1 - drawn) ** 3)).max() < 1.63 / math.sqrt(20_000)  # 99 %
    assert uniform_weights(7, 1, seed=3) == pytest.approx(np.ones((7, 1)))


def test_how_many_are_drawn_changes_no_draw():
    wide, few = uniform_weights(2_000, 90, seed=3), uniform_weights(3, 90, seed=3)
    assert wide[:3] == pytest.approx(few, rel=1e-12)


def test_dirichlet_weights_stay_around_the_stated_ones():
    weights = dirichlet_weights(20_000, [10, 60, 30, 0], concentration=80, seed=7)
    assert weights.mean(axis=0) == pytest.approx([0.1, 0.6, 0.3, 0], abs=0.005)
    # variance of a Dirichlet share: p(1 − p)/(κ + 1); 0.1 · 0.9 / 81 → standard deviation 0.0333
    assert weights[:, 0].std() == pytest.approx(0.0333, abs=0.001)


def test_ordinal_weights_keep_the_order():
    weights = ordinal_weights(5_000, [2, 0, 1], seed=7)
    assert (weights[:, 2] >= weights[:, 0]).all()
    assert (weights[:, 0] >= weights[:, 1]).all()
    # rank order centroids of three criteria: 11/18, 5/18, 2/18
    assert weights.mean(axis=0) == pytest.approx([5 / 18, 2 / 18, 11 / 18], abs=0.01)


def test_weights_that_cannot_be_drawn_are_refused():
    with pytest.raises(ValueError, match="positive sum"):
        dirichlet_weights(1, [0, 0], concentration=80, seed=1)
    with pytest.raises(ValueError, match="every criterion once"):
        ordinal_weights(1, [0, 0], seed=1)


@pytest.mark.parametrize(("draws", "criteria"), [(-1, 3), (2, 0), (2, -1)])
def test_sizes_of_which_nothing_can_be_drawn_are_refused(draws: int, criteria: int):
    for draw in (
        lambda: uniform_weights(draws, criteria, seed=1),
        lambda: dirichlet_weights(draws, [1] * criteria, concentration=80, seed=1),
        lambda: ordinal_weights(draws, range(criteria), seed=1),
    ):
        with pytest.raises(ValueError, match="criteria 1 or more"):
            draw()


def test_no_draws_are_no_rows():
    assert uniform_weights(0, 3, seed=1).shape == (0, 3)
    assert dirichlet_weights(0, [1, 2], concentration=80, seed=1).shape == (0, 2)
    assert ordinal_weights(0, [1, 0], seed=1).shape == (0, 2)


@pytest.mark.parametrize("weights", [[1, -1], [1, math.nan], [1, math.inf], [1e308, 1e308]])
def test_weights_that_cannot_be_shared_are_refused(weights: list[float]):
    with pytest.raises(ValueError, match="finite and ≥ 0 with a positive sum"):
        dirichlet_weights(2, weights, concentration=80, seed=1)


@pytest.mark.parametrize("concentration", [0, -1, math.nan, math.inf])
def test_a_concentration_around_nothing_is_refused(concentration: float):
    with pytest.raises(ValueError, match="concentration finite and positive"):
        dirichlet_weights(2, [1, 1], concentration=concentration, seed=1)


def test_draws_that_would_be_nan_are_refused():
    with pytest.raises(ValueError, match="concentration is too small"):
        dirichlet_weights(50, [1, 1], concentration=1e-4, seed=1)
    with pytest.raises(ValueError, match="one row"):
        dirichlet_weights(2, [[1, 1]], concentration=80, seed=1)


@pytest.mark.parametrize("order", [[1, 2], [0.5, 1.5], [0, 0.2], [-1, 0]])
def test_an_order_that_names_no_criterion_is_refused(order: list[float]):
    with pytest.raises(ValueError, match="every criterion once"):
        ordinal_weights(1, order, seed=1)  # type: ignore[arg-type]
