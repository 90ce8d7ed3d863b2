"""Weights of the themes as they are drawn for one ranking, per scenario: (kinds, themes, draws).

Themes are all those of the project, with 0 for one that does not count here. What does not hang on the
ranking is drawn once for all of them.
"""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from marktscan.domain.conventions import SimulationRules
from marktscan.robustness.fields import Field
from marktscan.robustness.samplers import dirichlet_weights, ordinal_weights, uniform_weights

Floats = NDArray[np.float64]
WEIGHTS = 0
"""What the seed is for, beside answers and prices."""


def theme_weights(own: Field, draws: int, number: int, rules: SimulationRules) -> Floats:
    """Evenly over all weights, around those stated, and in their order: as the scenarios come."""
    seed = rules.seed, WEIGHTS, number
    stated = [float(weight) for weight in own.stated.values()]
    found = np.zeros((3, own.base.shape[1], draws))
    even = _even(draws, own.base.shape[1], seed)[:, own.places].T
    found[0, own.places] = even / even.sum(axis=0)
    found[1, own.places] = dirichlet_weights(draws, stated, rules.concentration, seed).T
    found[2, own.places] = _in_order(stated, _falling(draws, len(stated), seed))
    return found


@lru_cache(maxsize=1)
def _even(draws: int, themes: int, seed: tuple[int, ...]) -> Floats:
    """The same draw over all themes, of which every ranking takes its part."""
    return uniform_weights(draws, themes, seed)


@lru_cache(maxsize=4)
def _falling(draws: int, themes: int, seed: tuple[int, ...]) -> Floats:
    """From the heaviest on: (themes, draws)."""
    return ordinal_weights(draws, range(themes), seed).T.copy()


def _in_order(stated: Sequence[float], falling: Floats) -> Floats:
    """Heaviest first; themes of equal weight have no order, so each gets the mean of what they get."""
    found = np.empty_like(falling)
    found[sorted(range(len(stated)), key=lambda theme: -stated[theme])] = falling
    for weight in set(stated):
        same = [theme for theme, own in enumerate(stated) if own == weight]
        found[same] = found[same].mean(axis=0)
    return found
