"""Seeded chance: the same words always give the same draw, on every machine."""

import hashlib
from collections.abc import Sequence
from statistics import NormalDist

_SPAN = 2**64


def uniform(*words: str) -> float:
    """A number between 0 and 1 that depends on nothing but these words."""
    digest = hashlib.sha256("|".join(words).encode()).digest()
    return (int.from_bytes(digest[:8]) + 0.5) / _SPAN


def normal(spread: float, *words: str) -> float:
    """A draw around 0 with this standard deviation."""
    return NormalDist(0, spread).inv_cdf(uniform(*words))


def choice(options: Sequence[str], *words: str) -> str:
    """One of the options."""
    return options[int(uniform(*words) * len(options))]
