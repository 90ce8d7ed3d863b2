"""Confidence factors: how often a vendor is first at its own central weights, when answers are drawn."""

from collections.abc import Sequence

import numpy as np

from marktscan.robustness.blocks import PROMISED, Block
from marktscan.robustness.places import TIE, Floats

STEP = 256
"""Draws at once: the scores of all at the weights of all others then stay in the processor's cache."""


def times_first(block: Block, drawn: Sequence[Floats], central: Sequence[Floats]) -> list[Floats]:
    """Per ranking in how many draws each vendor is first at its own `central` weights, which are
    (scenarios, vendors, themes): (scenarios, vendors), nan for a vendor that has none."""
    starts = range(0, drawn[0].shape[1], STEP)
    found = [_in_step(block, [own[:, start : start + STEP] for own in drawn], central) for start in starts]
    return [sum(times[1:], times[0]) for times in zip(*found, strict=True)]


def _in_step(block: Block, drawn: Sequence[Floats], central: Sequence[Floats]) -> list[Floats]:
    held = ([own.copy() for own in both] for both in block.values(drawn))
    values, promised = map(np.stack, zip(*held, strict=True))
    return [
        np.concatenate(
            (
                _times(own[:PROMISED], values[field.rows, number]),
                _times(own[PROMISED:], promised[field.rows, number]),
            )
        )
        for number, (field, own) in enumerate(zip(block.fields, central, strict=True))
    ]


def _times(central: Floats, values: Floats) -> Floats:
    """The same for one ranking with the values (vendors, themes, draws) that its scenarios have."""
    led = np.isfinite(central).all(axis=2)
    leaders = np.nonzero(led)[1]
    scores = central[led] @ values
    own = scores[leaders, np.arange(len(leaders))]
    times = np.full(led.shape, np.nan)
    times[led] = (own >= scores.max(axis=0) - TIE).sum(axis=1)
    return times
