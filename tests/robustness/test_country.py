"""The scan that the benchmarks generate, as small as it goes: large and small take the same path."""

from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.national import Size, national
from marktscan.domain.conventions import SimulationRules
from marktscan.domain.scan import Scan
from marktscan.project_file import read_project
from marktscan.robustness.simulate import simulate, simulations
from marktscan.scoring import rankings_of, score_scan


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
    alone = [*simulations(country, replace(results, contributions=()), ["gemeente-002"])]
    assert alone == [run for run in every if run.municipality == "gemeente-002"]


def test_the_same_size_gives_the_same_scan(country: Scan):
    again = national(country.project, Size(municipalities=3, requirements=48, vendors=4))
    assert (again.lists, again.submissions) == (country.lists, country.submissions)
