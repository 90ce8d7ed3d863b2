"""Some rankings at once in one chunk of draws: the values of every vendor on every theme, and its scores.

All rankings meet the same drawn answers, so one product per vendor moves the values of all of them. One
vendor at a time stays in the processor's cache.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from marktscan.domain.sureness import Scenario
from marktscan.robustness.fields import Field

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
SCENARIOS = tuple(Scenario)
PROMISED = SCENARIOS.index(Scenario.PROMISED)
AROUND = SCENARIOS.index(Scenario.AROUND)
"""The weights that are drawn for promises too."""


@dataclass(frozen=True)
class Layout:
    """How the numbers drawn for one vendor are sorted by theme: `places` (answers,) tells where each of them
    comes, the slices where those of every theme stand, promises last.

    The first of every theme is always 1: it stands for the value itself, before anything is drawn.
    """

    places: Integers
    judged: tuple[slice, ...]
    promised: tuple[slice, ...]

    def sorted(self, drawn: Floats) -> Floats:
        """What was drawn (answers, draws), with the ones, sorted: (numbers, draws)."""
        found = np.ones((len(self.places) + len(self.judged), drawn.shape[1]))
        found[self.places] = drawn
        return found


def layout_of(themes: Integers, judged: int, all_themes: int) -> Layout:
    """The layout for answers on these themes, of which the first so many are no promises."""
    promised = np.arange(len(themes)) >= judged
    of_theme = np.bincount(themes, minlength=all_themes) + 1
    ends = np.cumsum(of_theme)
    middles = ends - np.bincount(themes[judged:], minlength=all_themes)
    places = np.empty(len(themes), dtype=np.int64)
    places[np.lexsort((promised, themes))] = np.delete(np.arange(of_theme.sum()), ends - of_theme)
    return Layout(places, tuple(map(slice, ends - of_theme, middles)), tuple(map(slice, middles, ends)))


@dataclass(frozen=True)
class Block:
    """Some rankings, and per vendor how far each sorted number moves them: (rankings, numbers)."""

    fields: tuple[Field, ...]
    layouts: Sequence[Layout]
    steps: tuple[Floats, ...]

    def values(self, drawn: Sequence[Floats]) -> Iterator[tuple[Floats, Floats]]:
        """Per vendor its values without promises, and with those that come true: (rankings, themes, draws).
        The arrays are used again for the next vendor."""
        shape = len(self.fields), self.fields[0].base.shape[1], drawn[0].shape[1]
        values, promised = np.empty((2, *shape))
        for layout, steps, numbers in zip(self.layouts, self.steps, drawn, strict=True):
            for theme, (judged, promises) in enumerate(zip(layout.judged, layout.promised, strict=True)):
                np.matmul(steps[:, judged], numbers[judged], out=values[:, theme])
                np.matmul(steps[:, promises], numbers[promises], out=promised[:, theme])
            promised += values
            yield values, promised

    def scores(self, drawn: Sequence[Floats], weights: Floats) -> Floats:
        """Σ weight × value: weights (rankings, kinds, themes, draws) in, (rankings, scenarios, vendors,
        draws) out."""
        found = np.empty((len(self.fields), len(SCENARIOS), len(drawn), weights.shape[-1]))
        for vendor, (values, promised) in enumerate(self.values(drawn)):
            np.einsum("gtd,gstd->gsd", values, weights, out=found[:, :PROMISED, vendor])
            np.einsum("gtd,gtd->gd", promised, weights[:, AROUND], out=found[:, PROMISED, vendor])
        return found


def block_of(fields: Sequence[Field], layouts: Sequence[Layout]) -> Block:
    """The rankings laid out for their vendors."""
    names = fields[0].vendors
    steps = tuple(_steps(fields, *own) for own in zip(range(len(names)), names, layouts, strict=True))
    return Block(tuple(fields), layouts, steps)


def _steps(fields: Sequence[Field], vendor: int, name: str, layout: Layout) -> Floats:
    found = np.empty((len(fields), len(layout.places) + len(layout.judged)))
    found[:, layout.places] = [own.steps[name] for own in fields]
    found[:, [own.start for own in layout.judged]] = [own.base[vendor] for own in fields]
    return found
