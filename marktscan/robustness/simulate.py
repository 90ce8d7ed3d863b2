"""SMAA-2 per municipality at the level of themes, in three scenarios of weights, in chunks of draws.

At the level of requirements uniform draws over hundreds of weights would shrink every difference to
certainty (method, section 8). Every chunk has seeds of its own, made from the declared one: the same draws
for every vendor and municipality, whatever the size of the scan.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from marktscan.domain.conventions import SimulationRules
from marktscan.domain.programme import JointRequirement
from marktscan.domain.requirement import Kind
from marktscan.domain.results import Results
from marktscan.domain.scan import Scan
from marktscan.domain.sureness import Scenario, Simulated, VendorShares
from marktscan.robustness.acceptability import Acceptability, confidence_factors, outcome_of
from marktscan.robustness.samplers import dirichlet_weights, ordinal_weights, uniform_weights
from marktscan.robustness.tally import Tally, count_draws, empty_tally
from marktscan.robustness.tipping import Profile, profiles
from marktscan.robustness.uncertain import Uncertain, column_of, uncertain

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Shifts = Sequence[Floats]
HUNDRED = 100
CHUNK = 2048
"""Draws that share a seed: memory does not grow with the number of draws."""
CONFIDENCE_CHUNKS = 5
"""Confidence factors rest on the first 10.240 draws: ±1 percentage point."""
WEIGHTS, ANSWERS = 0, 1
"""What a seed is for."""


@dataclass(frozen=True)
class Moved:
    """What drawn answers do to one vendor: drawn[:, columns] @ steps shifts its values (draws, themes)."""

    vendor: int
    columns: Integers
    steps: Floats


@dataclass(frozen=True)
class Field:
    """One municipality as arrays: `base` values (vendors, themes) on 0–1 and what drawn answers change.

    `stated` are the weights by theme, `places` where those themes stand among `all_themes`.
    """

    name: str
    names: tuple[str, ...]
    stated: Mapping[str, Fraction]
    all_themes: int
    places: Integers
    base: Floats
    moved: tuple[Moved, ...]

    def shifts(self, drawn: Floats) -> Shifts:
        """How far the values of each vendor in `moved` shift."""
        return [drawn[:, moved.columns] @ moved.steps for moved in self.moved]

    def scores(self, weights: Floats, shifts: Shifts) -> Floats:
        """Σ weight × value per draw and vendor."""
        scores: Floats = weights @ self.base.T
        for moved, shift in zip(self.moved, shifts, strict=True):
            scores[:, moved.vendor] += np.einsum("dt,dt->d", weights, shift)
        return scores

    def values(self, draws: int, shifts: Shifts) -> Floats:
        """The values in each draw: (draws, vendors, themes)."""
        values = np.repeat(self.base[None], draws, axis=0)
        for moved, shift in zip(self.moved, shifts, strict=True):
            values[:, moved.vendor] += shift
        return values


@dataclass(frozen=True)
class _Run:
    """One field in one scenario: what was counted, and the values of the first draws."""

    field: Field
    scenario: Scenario
    tally: Tally
    values: list[Floats]


def simulate(scan: Scan, results: Results) -> tuple[Simulated, ...]:
    """Every municipality with a score in every scenario."""
    rules = scan.project.simulation
    found = uncertain(scan, results)
    fields = tuple(_fields(scan, results, found))
    runs = {field.name: [_run(field, scenario) for scenario in Scenario] for field in fields}
    for number, draws in enumerate(_chunks(rules.draws)):
        drawn = found.draw(draws, (rules.seed, ANSWERS, number))
        for field in fields:
            shifts = field.shifts(drawn), field.shifts(found.without_promises(drawn))
            for run in runs[field.name]:
                _count(run, shifts[run.scenario is not Scenario.PROMISED], (number, draws), rules)
    ended = (run for field in fields for run in runs[field.name])
    return tuple(_simulated(run, outcome_of(run.tally, rules.draws)) for run in ended)


def _run(field: Field, scenario: Scenario) -> _Run:
    return _Run(field, scenario, empty_tally(*field.base.shape), [])


def _chunks(draws: int) -> Iterator[int]:
    """The sizes of the chunks, together `draws`."""
    yield from [CHUNK] * (draws // CHUNK)
    if draws % CHUNK:
        yield draws % CHUNK


def _count(run: _Run, shifts: Shifts, chunk: tuple[int, int], rules: SimulationRules) -> None:
    """Count one chunk, given as its number and how many draws it has."""
    number, draws = chunk
    weights = _weights(run.field, run.scenario, draws, number, rules)
    count_draws(run.tally, run.field.scores(weights, shifts), weights)
    if number < CONFIDENCE_CHUNKS:
        run.values.append(run.field.values(draws, shifts))


def _weights(field: Field, scenario: Scenario, draws: int, number: int, rules: SimulationRules) -> Floats:
    """Weights of the themes that count here: part of the same draw over all themes, adding up to 1 again."""
    seed = (rules.seed, WEIGHTS, number)
    stated = [float(weight) for weight in field.stated.values()]
    if scenario is Scenario.UNIFORM:
        weights = uniform_weights(draws, field.all_themes, seed)[:, field.places]
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


def _fields(scan: Scan, results: Results, found: Uncertain) -> Iterator[Field]:
    own = profiles(scan, results)
    for name in results.municipalities:
        if own[name].values:
            yield _field(name, own[name], scan, results, found)


def _field(name: str, profile: Profile, scan: Scan, results: Results, found: Uncertain) -> Field:
    order = [theme.code for theme in scan.project.themes]
    values = [[float(v) / HUNDRED for v in own.values()] for own in profile.values.values()]
    return Field(
        name=name,
        names=tuple(profile.values),
        stated=profile.weights,
        all_themes=len(order),
        places=np.array([order.index(code) for code in profile.weights], dtype=np.int64),
        base=np.array(values),
        moved=tuple(_moved(list(_moves(name, profile, scan, results, found)), len(profile.weights))),
    )


Move = tuple[int, int, int, float]
"""A vendor by place, a drawn column, a theme by place, and how far the column moves its value (0–1)."""


def _moves(name: str, profile: Profile, scan: Scan, results: Results, found: Uncertain) -> Iterator[Move]:
    vendors, codes = list(profile.values), list(profile.weights)
    delivered = Fraction(scan.project.promises.delivered, HUNDRED)
    wishes = {row.id for row in scan.programme.rows if _is_wish(row, name)}
    for row in results.contributions:
        if row.municipality != name or not row.weight:
            continue
        column = column_of(found, row, delivered, wish=row.requirement in wishes)
        theme = results.municipalities[name].of(row.vendor).theme(row.theme) if column else None
        if column and theme:
            step = float(row.weight / theme.weight) * column[1]
            yield vendors.index(row.vendor), column[0], codes.index(row.theme), step


def _moved(moves: Sequence[Move], themes: int) -> Iterator[Moved]:
    for vendor in sorted({move[0] for move in moves}):
        own = [move for move in moves if move[0] == vendor]
        steps = np.zeros((len(own), themes))
        for place, (_, _, theme, step) in enumerate(own):
            steps[place, theme] = step
        yield Moved(vendor, np.array([move[1] for move in own], dtype=np.int64), steps)


def _is_wish(row: JointRequirement, municipality: str) -> bool:
    return municipality in row.positions and row.positions[municipality].kind is Kind.WISH


def _simulated(run: _Run, found: Acceptability) -> Simulated:
    field = run.field
    confidence = confidence_factors(np.concatenate(run.values), found.central_weights)
    vendors = tuple(
        VendorShares(
            vendor=vendor,
            ranks=tuple(map(Fraction, found.rank_acceptability[place].tolist())),
            beats={
                other: Fraction(share)
                for other, share in zip(field.names, found.pairwise_winning[place].tolist(), strict=True)
                if other != vendor
            },
            central=_central(field, found.central_weights[place]),
            confidence=None if np.isnan(confidence[place]) else Fraction(float(confidence[place])),
            holistic=Fraction(float(found.holistic[place])),
        )
        for place, vendor in enumerate(field.names)
    )
    return Simulated(field.name, run.scenario, vendors, Fraction(found.rank_entropy))


def _central(field: Field, weights: Floats) -> dict[str, Fraction]:
    """Mean weights by theme when first; nothing for who never is."""
    if np.isnan(weights).any():
        return {}
    return {code: Fraction(weight) for code, weight in zip(field.stated, weights.tolist(), strict=True)}
