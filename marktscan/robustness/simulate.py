"""SMAA-2 per ranking at the level of themes, in scenarios of weights and promises, in chunks of draws.

At the level of requirements uniform draws over hundreds of weights would shrink every difference to
certainty (method, section 8). Every chunk has seeds of its own, made from the declared one: the same draws
for every vendor and ranking, whatever the size of the scan.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial

import numpy as np
from numpy.typing import NDArray

from marktscan.domain.conventions import SimulationRules
from marktscan.domain.results import Results
from marktscan.domain.scan import Scan
from marktscan.domain.sureness import Scenario, Simulated, VendorShares
from marktscan.robustness.acceptability import Acceptability, outcome_of
from marktscan.robustness.blocks import AROUND, PROMISED, SCENARIOS, Block, Layout, block_of, layout_of
from marktscan.robustness.confidence import times_first
from marktscan.robustness.fields import Field, fields
from marktscan.robustness.steps import themes_of
from marktscan.robustness.tally import Tally, count_draws, empty_tally
from marktscan.robustness.theme_weights import theme_weights
from marktscan.robustness.uncertain import Uncertain, uncertain
from marktscan.scoring.worth import Worth, worth_of

Floats = NDArray[np.float64]
CHUNK = 2048
"""Draws that share a seed: memory does not grow with the number of draws."""
BLOCK = 8
"""Rankings of which the values are moved at once."""
CONFIDENCE_SHARE, CONFIDENCE_CHUNKS = 10, 1
"""Confidence factors rest on the first tenth of the draws, but on 2.048 at least: ± 2 percentage points."""
ANSWERS = 1
"""What the seed is for, beside weights and prices."""


@dataclass(frozen=True)
class Counted:
    """One ranking in one scenario as arrays: vendors as in `field.rows`, themes all those of the project;
    `confidence` is nan for a vendor that is never first."""

    field: Field
    scenario: Scenario
    found: Acceptability
    confidence: Floats


def simulate(scan: Scan, results: Results) -> tuple[Simulated, ...]:
    """Every ranking with a score in every scenario."""
    return tuple(_simulated(own) for own in counted(scan, results, worth_of(scan)))


def counted(scan: Scan, results: Results, worth: Worth, only: Collection[str] = ()) -> Iterator[Counted]:
    """The same as arrays, for a scan of any size; `only` names rankings, all when empty."""
    rules = scan.project.simulation
    drawing = _drawing(scan, worth)
    ranked = [*fields(scan, results, worth, drawing.found, only)]
    blocks = [_blocked(ranked[start : start + BLOCK], drawing) for start in range(0, len(ranked), BLOCK)]
    chunks = [*enumerate(_chunks(rules.draws))] if ranked else []
    for number, draws in chunks:
        drawn = drawing.drawn(number, draws)
        for block in blocks:
            _count(block, drawn, number, rules)
    outcomes = [[[outcome_of(tally, rules.draws) for tally in own] for own in of.tallies] for of in blocks]
    early = chunks[: max(len(chunks) // CONFIDENCE_SHARE, CONFIDENCE_CHUNKS)]
    for number, draws in early:
        drawn = drawing.drawn(number, draws)
        for block, of_block in zip(blocks, outcomes, strict=True):
            _count_first(block, drawn, of_block)
    for block, of_block in zip(blocks, outcomes, strict=True):
        for own, found, first in zip(block.laid_out.fields, of_block, block.first, strict=True):
            confidence = first / sum(draws for _, draws in early)
            yield from map(partial(Counted, own), SCENARIOS, found, confidence)


@dataclass(frozen=True)
class _Drawing:
    """The uncertain answers of every vendor, and how what is drawn for them is laid out."""

    found: Sequence[Uncertain]
    layouts: Sequence[Layout]
    seed: int

    def drawn(self, number: int, draws: int) -> list[Floats]:
        """One chunk; the same one always has the same draws."""
        seed = self.seed, ANSWERS, number
        pairs = zip(self.found, self.layouts, strict=True)
        return [layout.sorted(own.draw(draws, seed)) for own, layout in pairs]


def _drawing(scan: Scan, worth: Worth) -> _Drawing:
    found = uncertain(scan, worth)
    layouts = [layout_of(themes_of(own, scan), own.judged, len(scan.project.themes)) for own in found]
    return _Drawing(found, layouts, scan.project.simulation.seed)


@dataclass(frozen=True)
class _Block:
    """Some rankings, and what was counted in each of them per scenario: `first` (scenarios, vendors) are the
    draws in which a vendor is first at its own central weights."""

    laid_out: Block
    tallies: Sequence[Sequence[Tally]]
    first: Sequence[Floats]


def _blocked(ranked: Sequence[Field], drawing: _Drawing) -> _Block:
    tallies = [[empty_tally(len(own.rows), own.base.shape[1]) for _ in SCENARIOS] for own in ranked]
    first = [np.zeros((len(SCENARIOS), len(own.rows))) for own in ranked]
    return _Block(block_of(ranked, drawing.layouts), tallies, first)


def _chunks(draws: int) -> Iterator[int]:
    """The sizes of the chunks, together `draws`."""
    yield from [CHUNK] * (draws // CHUNK)
    if draws % CHUNK:
        yield draws % CHUNK


def _count(block: _Block, drawn: Sequence[Floats], number: int, rules: SimulationRules) -> None:
    """Count one chunk of some rankings in every scenario."""
    draws = drawn[0].shape[1]
    fields = block.laid_out.fields
    weights = np.stack([theme_weights(own, draws, number, rules) for own in fields])
    scores = block.laid_out.scores(drawn, weights)
    for own, tallies, at, kinds in zip(fields, block.tallies, scores, weights, strict=True):
        here = at if len(own.rows) == len(own.vendors) else at[:, own.rows]
        for scenario, (tally, drawn_scores) in enumerate(zip(tallies, here, strict=True)):
            count_draws(tally, drawn_scores.T, kinds[AROUND if scenario == PROMISED else scenario].T)


def _count_first(block: _Block, drawn: Sequence[Floats], outcomes: Sequence[Sequence[Acceptability]]) -> None:
    """In how many draws each vendor is first at its own central weights."""
    central = [np.array([found.central_weights for found in own]) for own in outcomes]
    for so_far, times in zip(block.first, times_first(block.laid_out, drawn, central), strict=True):
        so_far += times  # noqa: PLW2901 - in place


def _simulated(own: Counted) -> Simulated:
    found, field = own.found, own.field
    names = [field.vendors[row] for row in field.rows]
    vendors = tuple(
        VendorShares(
            vendor=vendor,
            ranks=tuple(map(Fraction, found.rank_acceptability[place].tolist())),
            beats={
                other: Fraction(share)
                for other, share in zip(names, found.pairwise_winning[place].tolist(), strict=True)
                if other != vendor
            },
            central=_central(field.stated, found.central_weights[place, field.places]),
            confidence=None if np.isnan(own.confidence[place]) else Fraction(float(own.confidence[place])),
            holistic=Fraction(float(found.holistic[place])),
        )
        for vendor in field.ranked
        for place in (names.index(vendor),)
    )
    return Simulated(field.name, own.scenario, vendors, Fraction(found.rank_entropy))


def _central(stated: Mapping[str, Fraction], weights: Floats) -> dict[str, Fraction]:
    """Mean weights by theme when first; nothing for who never is."""
    if np.isnan(weights).any():
        return {}
    return {code: Fraction(weight) for code, weight in zip(stated, weights.tolist(), strict=True)}
