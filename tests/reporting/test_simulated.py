"""The simulation in chapter "Hoe zeker": sentences and tables follow from what was drawn."""

from dataclasses import replace

from marktscan.domain.conventions import SimulationRules
from marktscan.domain.results import Stress
from marktscan.pipeline import background_of, sureness
from marktscan.reporting.chapters.certainty import certainty
from marktscan.reporting.chapters.simulated import simulated
from marktscan.reporting.chapters.sureness import NOT_SIMULATED
from marktscan.reporting.facts import Facts
from marktscan.reporting.variants import Variant
from marktscan.reporting.view import Bullets, Table
from tests.reporting import small


def facts(own: str = "") -> Facts:
    made = small.scan()
    made = replace(made, project=replace(made.project, simulation=SimulationRules(draws=500, seed=7)))
    found = small.results(made)
    background = replace(background_of(made, found), sureness=sureness(made, found))
    return Facts(made, found, Stress((), ()), (), Variant(own or "stuurgroep", own), background)


def test_a_table_per_municipality_and_the_words_of_the_method():
    given = facts()
    bullets, *tables = simulated(given)
    assert isinstance(bullets, Bullets)
    assert "duidelijke koploper" in str(bullets.items[0])
    assert "Dat is geen kans dat dit pakket het beste is." in str(bullets.items)
    assert [table.caption for table in tables if isinstance(table, Table)] == [
        f"{m.name}: hoe vaak elk pakket bovenaan staat" for m in given.municipalities
    ]


def test_a_municipality_sees_its_own():
    given = facts()
    own = given.municipalities[0]
    assert len(simulated(facts(own.slug))) == 2


def test_without_a_simulation_the_chapter_says_so():
    given = facts()
    assert given.background is not None
    before = replace(given, background=replace(given.background, sureness=None))
    assert simulated(before) == ()
    assert NOT_SIMULATED in str(certainty(before).parts[0])
    assert NOT_SIMULATED not in str(certainty(given).parts)
