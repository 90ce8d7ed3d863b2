"""Every picture of a report: a finding as title, a subtitle, words for who cannot see it, and its figures."""

import re
from collections.abc import Iterator, Sequence

import pytest

from marktscan.domain.conventions import CostRules
from marktscan.domain.scenario import Scenario, ScenarioKind
from marktscan.reporting.chapters.numbers import ANCHOR, numbers_annex
from marktscan.reporting.compose import compose
from marktscan.reporting.facts import Facts
from marktscan.reporting.view import Block, Figure, Link, Part, SideBySide, Table
from tests.reporting import small
from tests.reporting.wide import facts, wide

MOST_WORDS = 15
SCENARIO = Scenario("Doorontwikkelen", ScenarioKind.DEVELOP, "rx-enterprise", "Later of niet.")


def whole() -> Facts:
    """A scan in which there is something to draw in every chapter."""
    prices = {"kade-zaken": 900_000, "polder": 400_000, "rx-enterprise": 500_000}
    return facts(small.ANSWERS, prices=prices, costs=CostRules(years=2), scenarios=(SCENARIO,))


def drawn(parts: Sequence[Part]) -> Iterator[Figure]:
    for part in parts:
        if isinstance(part, Figure):
            yield part
        elif isinstance(part, Block):
            yield from drawn(part.parts)
        elif isinstance(part, SideBySide):
            for _, inside in part.columns:
                yield from drawn(inside)


def pictures(given: Facts) -> list[Figure]:
    return [figure for place in compose(given).chapters for figure in drawn(place.chapter.parts)]


@pytest.mark.parametrize("given", [whole(), wide(1, 1), wide(12, 12)], ids=["whole", "one", "twelve"])
def test_titles_are_short_and_every_picture_says_what_it_shows(given: Facts) -> None:
    for figure in pictures(given):
        assert len(figure.title.split()) <= MOST_WORDS, figure.title
        assert figure.subtitle.strip()
        assert figure.chart.alt.endswith(".")
        assert figure.source


def test_there_are_at_least_seven_kinds() -> None:
    """By how they are drawn: bars, dots, divided bars, stairs, spots, pairs, a line of time, ranges."""
    alts = {re.split(r"[:.]", figure.chart.alt)[0].split(" van ")[0] for figure in pictures(whole())}
    kinds = {
        "Score",
        "Hoe vaak een pakket bovenaan staat",
        "Plaatsen in Aalsmeer",
        "Antwoorden",
        "Beloften",
        "Score over de tijd als elke belofte op haar datum uitkomt",
        "Punten per scenario",
        "Grootste verschillen",
        "Score per gemeente",
        "Sterkste thema’s",
    }
    assert kinds <= alts
    assert any("kosten" in figure.subtitle.casefold() for figure in pictures(whole()))


def test_figures_that_stand_nowhere_else_stand_once_in_the_annex() -> None:
    found = pictures(whole())
    own = [figure.numbers for figure in found if isinstance(figure.numbers, Table)]
    annex = numbers_annex(place.chapter for place in compose(whole()).chapters)
    assert annex is not None
    assert annex.anchor == ANCHOR
    shown = [part.anchor for part in annex.parts if isinstance(part, Table)]
    assert len(own) > len(shown) == len(set(shown))
    assert {table.anchor for table in own} == set(shown)
    assert any(isinstance(figure.numbers, Link) for figure in found)


def test_without_a_picture_there_is_no_annex_of_figures() -> None:
    assert numbers_annex([]) is None
