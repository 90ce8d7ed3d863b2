"""What no weighing turns round: a row per pair, with every ranking of the reader in which it holds."""

from dataclasses import replace

from marktscan.domain.results import Stress
from marktscan.domain.sureness import Dominance, Sureness, Words
from marktscan.pipeline import background_of
from marktscan.reporting.chapters.dominance import dominance
from marktscan.reporting.facts import Facts
from marktscan.reporting.variants import Variant
from tests.reporting import small
from tests.reporting.test_alone import rows

PAIR = Dominance("aalsmeer", "polder", "kade-zaken")


def told(*found: Dominance, own: str = "") -> list[list[list[str]]]:
    made = small.scan()
    results = small.results(made)
    sure = Sureness((), found, (), (), (), Words(None, (), ()))
    background = replace(background_of(made, results), sureness=sure)
    facts = Facts(made, results, Stress((), ()), (), Variant(own or "stuurgroep", own), background)
    return [rows(part) for part in dominance(facts)]


def test_rankings_of_one_pair_share_a_row() -> None:
    given = (PAIR, replace(PAIR, ranking="key:gelijk"), Dominance("diemen", "kade-zaken", "rx-enterprise"))
    assert told(*given) == [
        [
            ["Kade Zaken", "Polder Componenten", "Aalsmeer; samen (elke gemeente even zwaar)"],
            ["Rx.Enterprise", "Kade Zaken", "Diemen"],
        ]
    ]


def test_a_municipality_sees_its_own_and_nothing_without_a_pair() -> None:
    assert told(PAIR, own="diemen") == []
    assert told() == []
