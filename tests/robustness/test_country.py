"""The scan that the benchmarks generate, as small as it goes: large and small take the same path."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from benchmarks.national import Size, national
from marktscan.domain.conventions import SimulationRules
from marktscan.domain.scan import Scan
from marktscan.domain.sureness import Scenario
from marktscan.project_file import read_project
from marktscan.robustness.simulate import counted, simulate
from marktscan.scoring import rankings_of, score_scan
from marktscan.scoring.worth import worth_of


@pytest.fixture(scope="module")
def country() -> Scan:
    project, _ = read_project(Path(__file__).parents[2])
    assert project is not None
    made = national(project, Size(municipalities=3, requirements=48, vendors=4))
    return replace(made, project=replace(made.project, simulation=SimulationRules(draws=3_000, seed=5)))


def test_rankings_without_the_working_are_those_with_it(country: Scan):
    results, _ = score_scan(country)
    assert rankings_of(country) == (results.municipalities, results.joint)
    for name, ranking in results.municipalities.items():
        for entry in ranking.scored:
            rows = results.contributions_of(name, entry.vendor)
            assert sum(row.score for row in rows) == entry.low
            assert sum(100 * row.weight * row.high for row in rows) == entry.high


def test_one_ranking_alone_is_drawn_as_among_all(country: Scan):
    results, _ = score_scan(country)
    every = simulate(country, results)
    assert len(every) == 4 * (3 + 2)
    without_working = replace(results, contributions=())
    alone = [*counted(country, without_working, worth_of(country), ["gemeente-002"])]
    assert [run.scenario for run in alone] == [*Scenario]
    for run, whole in zip(alone, [run for run in every if run.municipality == "gemeente-002"], strict=True):
        for row, place in enumerate(run.field.rows):
            own = whole.of(run.field.vendors[place])
            assert own.ranks == tuple(map(Fraction, run.found.rank_acceptability[row].tolist()))
            assert own.holistic == Fraction(float(run.found.holistic[row]))


def test_the_same_size_gives_the_same_scan(country: Scan):
    again = national(country.project, Size(municipalities=3, requirements=48, vendors=4))
    assert (again.lists, again.submissions) == (country.lists, country.submissions)
