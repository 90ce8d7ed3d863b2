"""SMAA-2 per ranking at the level of themes, in scenarios of weights and promises, in chunks of draws.

At the level of requirements uniform draws over hundreds of weights would shrink every difference to
certainty (method, section 8). Every chunk has seeds of its own, made from the declared one: the same draws
for every vendor and ranking, whatever the size of the scan.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from marktscan.domain.conventions import SimulationRules
from marktscan.domain.results import Results
from marktscan.domain.scan import Scan
from marktscan.domain.sureness import Scenario, Simulated, VendorShares
from marktscan.robustness.acceptability import Acceptability, outcome_of
from marktscan.robustness.fields import Drawn, Field, fields
from marktscan.robustness.places import TIE
from marktscan.robustness.samplers import dirichlet_weights, ordinal_weights, uniform_weights
from marktscan.robustness.tally import Tally, count_draws, empty_tally
from marktscan.robustness.uncertain import Uncertain, uncertain
from marktscan.scoring.worth import worth_of

Floats = NDArray[np.float64]
CHUNK = 1024
"""Draws that share a seed: memory does not grow with the number of draws."""
CONFIDENCE_CHUNKS = 10
"""Confidence factors rest on the first 10.240 draws: ± 1 percentage point."""
WEIGHTS, ANSWERS = 0, 1
"""What a seed is for."""


@dataclass(frozen=True)
class _Run:
    """One field in one scenario, and what was counted."""

    field: Field
    scenario: Scenario
    tally: Tally

    @property
    def promised(self) -> bool:
        return self.scenario is Scenario.PROMISED


@dataclass
class _Answers:
    """The drawn answers of every vendor, by chunk; the first are kept for the confidence factors."""

    found: Sequence[Uncertain]
    seed: int
    kept: dict[int, Drawn] = field(default_factory=dict)

    def drawn(self, chunk: int, draws: int) -> Drawn:
        """The same numbers whenever they are asked for."""
        if chunk in self.kept:
            return self.kept[chunk]
        made = {own.vendor: own.draw(draws, (self.seed, ANSWERS, chunk)) for own in self.found}
        if chunk < CONFIDENCE_CHUNKS:
            self.kept[chunk] = made
        return made


def simulate(scan: Scan, results: Results, only: Collection[str] = ()) -> tuple[Simulated, ...]:
    """Every ranking with a score in every scenario; `only` names rankings, all when empty."""
    rules = scan.project.simulation
    worth = worth_of(scan)
    answers = _Answers(uncertain(scan, worth), rules.seed)
    every = fields(scan, results, worth, answers.found)
    runs = [[_run(own, s) for s in Scenario] for own in every if not only or own.name in only]
    chunks = tuple(_chunks(rules.draws))
    for number, draws in enumerate(chunks):
        drawn = answers.drawn(number, draws)
        for of_field in runs:
            _count(of_field, drawn, (number, draws), rules)
    return tuple(found for of_field in runs for found in _ended(of_field, answers, chunks, rules.draws))


def _run(own: Field, scenario: Scenario) -> _Run:
    return _Run(own, scenario, empty_tally(*own.base.shape))


def _chunks(draws: int) -> Iterator[int]:
    """The sizes of the chunks, together `draws`."""
    yield from [CHUNK] * (draws // CHUNK)
    if draws % CHUNK:
        yield draws % CHUNK


def _count(runs: Sequence[_Run], drawn: Drawn, chunk: tuple[int, int], rules: SimulationRules) -> None:
    """Count one chunk of one field, given as its number and how many draws it has."""
    number, draws = chunk
    own = runs[0].field
    values = _values(own, drawn, draws)
    around = _weights(own, Scenario.AROUND, draws, number, rules)
    for run in runs:
        stated = run.scenario in {Scenario.AROUND, Scenario.PROMISED}
        weights = around if stated else _weights(own, run.scenario, draws, number, rules)
        scores = np.matmul(values[run.promised], weights[:, :, None])[:, :, 0]
        count_draws(run.tally, scores, weights)


def _values(own: Field, drawn: Drawn, draws: int) -> dict[bool, Floats]:
    """The values without and with promises that come true."""
    return {promised: own.values(drawn, draws, promised=promised) for promised in (False, True)}


def _weights(own: Field, scenario: Scenario, draws: int, number: int, rules: SimulationRules) -> Floats:
    """Weights of the themes that count here: part of the same draw over all themes, adding up to 1 again."""
    seed = (rules.seed, WEIGHTS, number)
    stated = [float(weight) for weight in own.stated.values()]
    if scenario is Scenario.UNIFORM:
        weights = uniform_weights(draws, own.all_themes, seed)[:, own.places]
        weights /= weights.sum(axis=1, keepdims=True)
        return weights
    if scenario is Scenario.ORDINAL:
        return _equal_where_stated_equal(_ordinal(stated, draws, seed), stated)
    return dirichlet_weights(draws, stated, rules.concentration, seed)


def _ordinal(stated: Sequence[float], draws: int, seed: Sequence[int]) -> Floats:
    return ordinal_weights(draws, sorted(range(len(stated)), key=lambda theme: -stated[theme]), seed)


def _equal_where_stated_equal(weights: Floats, stated: Sequence[float]) -> Floats:
    """Themes of equal weight have no order: each gets the mean of what they got together."""
    for weight in set(stated):
        same = [theme for theme, own in enumerate(stated) if own == weight]
        weights[:, same] = weights[:, same].mean(axis=1, keepdims=True)
    return weights


def _ended(runs: Sequence[_Run], answers: _Answers, chunks: Sequence[int], draws: int) -> Iterator[Simulated]:
    """The outcome of one field in every scenario."""
    found = [outcome_of(run.tally, draws) for run in runs]
    first = np.zeros((len(runs), len(runs[0].field.names)))
    counted = chunks[:CONFIDENCE_CHUNKS]
    for number, size in enumerate(counted):
        values = _values(runs[0].field, answers.drawn(number, size), size)
        for place, (run, outcome) in enumerate(zip(runs, found, strict=True)):
            first[place] += _first_at(values[run.promised], outcome.central_weights)
    for run, outcome, times in zip(runs, found, first / sum(counted), strict=True):
        yield _simulated(run, outcome, times)


def _first_at(values: Floats, central: Floats) -> Floats:
    """In how many draws each vendor is first at its own central weights; nan for who never was."""
    times = np.full(len(central), np.nan)
    for vendor in np.flatnonzero(~np.isnan(central).any(axis=1)):
        scores = values @ central[vendor]
        times[vendor] = (scores[:, vendor] >= scores.max(axis=1) - TIE).sum()
    return times


def _simulated(run: _Run, found: Acceptability, confidence: Floats) -> Simulated:
    own = run.field
    vendors = tuple(
        VendorShares(
            vendor=vendor,
            ranks=tuple(map(Fraction, found.rank_acceptability[place].tolist())),
            beats={
                other: Fraction(share)
                for other, share in zip(own.names, found.pairwise_winning[place].tolist(), strict=True)
                if other != vendor
            },
            central=_central(own.stated, found.central_weights[place]),
            confidence=None if np.isnan(confidence[place]) else Fraction(float(confidence[place])),
            holistic=Fraction(float(found.holistic[place])),
        )
        for place, vendor in enumerate(own.names)
    )
    return Simulated(own.name, run.scenario, vendors, Fraction(found.rank_entropy))


def _central(stated: Mapping[str, Fraction], weights: Floats) -> dict[str, Fraction]:
    """Mean weights by theme when first; nothing for who never is."""
    if np.isnan(weights).any():
        return {}
    return {code: Fraction(weight) for code, weight in zip(stated, weights.tolist(), strict=True)}
