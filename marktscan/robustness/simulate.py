"""SMAA-2 per ranking at the level of themes, in scenarios of weights and promises, in chunks of draws.

At the level of requirements uniform draws over hundreds of weights would shrink every difference to
certainty (method, section 8). Every chunk has seeds of its own, made from the declared one: the same draws
for every vendor and ranking, whatever the size of the scan.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from marktscan.domain.conventions import SimulationRules
from marktscan.domain.results import Results
from marktscan.domain.scan import Scan
from marktscan.domain.sureness import Scenario, Simulated, VendorShares
from marktscan.robustness.acceptability import Acceptability, outcome_of
from marktscan.robustness.fields import Field, Shifts, fields, shifts_of
from marktscan.robustness.places import TIE
from marktscan.robustness.samplers import dirichlet_weights, ordinal_weights, uniform_weights
from marktscan.robustness.tally import Tally, count_draws, empty_tally
from marktscan.robustness.uncertain import Uncertain, uncertain
from marktscan.scoring.worth import worth_of

Floats = NDArray[np.float64]
CHUNK = 2048
"""Draws that share a seed: memory does not grow with the number of draws."""
BLOCK = 4
"""Fields of which the shifts are computed at once."""
CONFIDENCE_SHARE, CONFIDENCE_CHUNKS = 10, 1
"""Confidence factors rest on the first tenth of the draws, but on 2.048 at least: ± 2 percentage points."""
WEIGHTS, ANSWERS = 0, 1
"""What a seed is for."""


@dataclass(frozen=True)
class _Run:
    """One field in one scenario, and what was counted."""

    scenario: Scenario
    tally: Tally


@dataclass(frozen=True)
class _Runs:
    """One field in every scenario; `first` counts the draws in which a vendor is first at its own weights."""

    field: Field
    runs: tuple[_Run, ...]
    first: Floats

    def scores(self, weights: Floats, shifts: Floats) -> Floats:
        """Σ weight × (value + shift): weights (draws, themes) in, (draws, vendors) out."""
        scores: Floats = (self.field.base @ weights.T + np.einsum("vtd,dt->vd", shifts, weights)).T
        return scores


def simulate(scan: Scan, results: Results) -> tuple[Simulated, ...]:
    """Every ranking with a score in every scenario."""
    return tuple(simulations(scan, results))


def simulations(scan: Scan, results: Results, only: Collection[str] = ()) -> Iterator[Simulated]:
    """The same one by one, for a scan too large to hold all; `only` names rankings, all when empty."""
    rules = scan.project.simulation
    worth = worth_of(scan)
    found = uncertain(scan, worth)
    runs = [_runs(own) for own in fields(scan, results, worth, found, only)]
    chunks = list(enumerate(_chunks(rules.draws)))
    for number, own, shifts in _shifted(runs, found, chunks, rules):
        _count(own, shifts, number, rules)
    ended = [[outcome_of(run.tally, rules.draws) for run in own.runs] for own in runs]
    early = chunks[: max(len(chunks) // CONFIDENCE_SHARE, CONFIDENCE_CHUNKS)]
    central = {
        own.field.name: [outcome.central_weights for outcome in of]
        for own, of in zip(runs, ended, strict=True)
    }
    for _, own, shifts in _shifted(runs, found, early, rules):
        _count_first(own, shifts, central[own.field.name])
    drawn = sum(draws for _, draws in early)
    for own, outcomes in zip(runs, ended, strict=True):
        for run, outcome, times in zip(own.runs, outcomes, own.first, strict=True):
            yield _simulated(own.field, run.scenario, outcome, times / drawn)


def _runs(own: Field) -> _Runs:
    runs = tuple(_Run(scenario, empty_tally(*own.base.shape)) for scenario in Scenario)
    return _Runs(own, runs, np.zeros((len(runs), len(own.names))))


def _chunks(draws: int) -> Iterator[int]:
    """The sizes of the chunks, together `draws`."""
    yield from [CHUNK] * (draws // CHUNK)
    if draws % CHUNK:
        yield draws % CHUNK


def _shifted(
    runs: Sequence[_Runs],
    found: Sequence[Uncertain],
    chunks: Iterable[tuple[int, int]],
    rules: SimulationRules,
) -> Iterator[tuple[int, _Runs, Shifts]]:
    """The number of each chunk with every field and its shifts; the same chunk always has the same draws."""
    for number, draws in chunks:
        drawn = {own.vendor: own.draw(draws, (rules.seed, ANSWERS, number)) for own in found}
        for start in range(0, len(runs), BLOCK):
            block = runs[start : start + BLOCK]
            for own, shifts in zip(block, shifts_of([o.field for o in block], drawn, draws), strict=True):
                yield number, own, shifts


def _count(own: _Runs, shifts: Shifts, number: int, rules: SimulationRules) -> None:
    """Count one chunk of one field in every scenario."""
    draws = shifts.judged.shape[2]
    around = _weights(own.field, Scenario.AROUND, draws, number, rules)
    for run in own.runs:
        stated = run.scenario in {Scenario.AROUND, Scenario.PROMISED}
        weights = around if stated else _weights(own.field, run.scenario, draws, number, rules)
        scores = own.scores(weights, shifts.judged)
        if run.scenario is Scenario.PROMISED:
            scores += np.einsum("vtd,dt->dv", shifts.promised, weights)
        count_draws(run.tally, scores, weights)


def _count_first(own: _Runs, shifts: Shifts, central: Sequence[Floats]) -> None:
    """In how many draws each vendor is first at its own central weights; nan for who never was."""
    for place, (run, weights) in enumerate(zip(own.runs, central, strict=True)):
        led = np.flatnonzero(np.isfinite(weights).all(axis=1))
        promised = shifts.promised if run.scenario is Scenario.PROMISED else None
        own.first[place] += _times_first(own.field.base, shifts.judged, promised, weights[led], led)


def _times_first(
    base: Floats, judged: Floats, promised: Floats | None, weights: Floats, led: NDArray[np.int64]
) -> Floats:
    """The same for the vendors that `led` somewhere, whose `weights` these are: one rival at a time, which
    stays in the processor's cache."""
    at_own = np.empty((len(led), judged.shape[2]))
    highest = np.full_like(at_own, -np.inf)
    for vendor, moved in enumerate(judged):
        shift = moved if promised is None else moved + promised[vendor]
        scores = (weights @ base[vendor])[:, None] + weights @ shift
        np.maximum(highest, scores, out=highest)
        at_own[led == vendor] = scores[led == vendor]
    times = np.full(len(base), np.nan)
    times[led] = (at_own >= highest - TIE).sum(axis=1)
    return times


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


def _simulated(own: Field, scenario: Scenario, found: Acceptability, confidence: Floats) -> Simulated:
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
        for vendor in own.ranked
        for place in (own.names.index(vendor),)
    )
    return Simulated(own.name, scenario, vendors, Fraction(found.rank_entropy))


def _central(stated: Mapping[str, Fraction], weights: Floats) -> dict[str, Fraction]:
    """Mean weights by theme when first; nothing for who never is."""
    if np.isnan(weights).any():
        return {}
    return {code: Fraction(weight) for code, weight in zip(stated, weights.tolist(), strict=True)}
