"""No sentence that could be false for another scan: what is not said, and what is said instead."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache

import pytest

from marktscan.domain.answer import AnswerCode
from marktscan.reporting.chapters.over_time import fit_over_time
from marktscan.reporting.compose import compose
from marktscan.reporting.facts import Facts
from marktscan.reporting.html import render
from marktscan.reporting.view import Block, Figure
from tests.reporting import small
from tests.reporting.test_reading import plain
from tests.reporting.wide import facts, wide

SAME: Mapping[str, str] = {"rx-enterprise": "S" * 10, "kade-zaken": "S" * 10}
NEVER: Mapping[str, str] = {"rx-enterprise": "N" * 10, "kade-zaken": "N" * 10}
WITHOUT_CURRENT: Mapping[str, str] = {"kade-zaken": "SSCSSSPSCS", "polder": "SCOSRNRSSM"}


def no_assessors() -> Facts:
    given = facts(SAME)
    own = tuple(replace(m, assessors=()) for m in given.project.municipalities)
    project = replace(given.project, municipalities=own)
    return replace(given, scan=replace(given.scan, project=project))


def promises_count() -> Facts:
    rules = small.project().rules
    points = {**rules.answer_points, AnswerCode.ROADMAP: 20}
    return facts(small.ANSWERS, rules=replace(rules, answer_points=points))


def one_municipality() -> Facts:
    return facts(small.ANSWERS, 1, prices={"rx-enterprise": 1_000_000, "polder": 2_000_000})


def one_package() -> Facts:
    return facts({"rx-enterprise": "SSSRRNRNSC"}, prices={"rx-enterprise": 1_000_000})


def all_equal() -> Facts:
    same = dict.fromkeys(("rx-enterprise", "kade-zaken", "polder"), "S" * 10)
    return facts(same, prices=dict.fromkeys(same, 1_000_000))


CASES: Mapping[str, tuple[Callable[[], Facts], tuple[str, ...], tuple[str, ...]]] = {
    "one vendor": (
        lambda: wide(1, 1),
        (
            "koploper",
            "meer dan 99 %",
            "per gemeente iets anders",
            "Per gemeente en samen",
            "gemeenten samen tellen",
        ),
        ("Er is maar één pakket met een score.", "Er is één gemeente, dus er is niets te vergelijken."),
    ),
    "one municipality": (
        one_municipality,
        (
            "colleges",
            "per college",
            "gemeenten samen",
            "in elke gemeente",
            "geen enkele gemeente",
            "Geen enkele gemeente",
            "één gemeente, beoordelaar",
            "per gemeente en samen",
            "elke gemeente even zwaar",
            "gezamenlijk rapport",
            "gezamenlijke eisen",
            "gezamenlijke score (",
            "Kosten per gemeente",
            "Per gemeente",
            "ergens niet",
            "Samen: score",
            "De gemeenten hebben zelf",
        ),
        ("weging van Aalsmeer", "De stuurgroep en het college", "Gevraagd besluit Aalsmeer Nodig"),
    ),
    "one package, three municipalities": (
        one_package,
        (
            "eerste plaats is niet zonder voorbehoud",
            "bovenaan met",
            "onder elke sleutel bovenaan",
            "levert geen gemeente",
            "de hoogste score in de rij",
            "nergens verschil",
            "Geen ander pakket",
            "met de eerste plaats zouden doen",
            "hetzelfde pakket samen bovenaan",
            "beste andere",
            "Prijsformule",
        ),
        (
            "Rx.Enterprise haalt",
            "Alleen Rx.Enterprise heeft een prijs",
            "De uitkomst is niet zonder voorbehoud",
            "Alleen Rx.Enterprise kan meedoen aan een proef met tenderregels",
        ),
    ),
    "all packages equal in score and price": (
        all_equal,
        (
            "staat het vaakst bovenaan in",
            "Het minst zeker",
            "miljoen tot",
            "4,0 tot 4,0",
            "van het laagste totaal tot het hoogste",
            "Geen ander pakket is beter",
            "Elke prijsformule zet",
        ),
        (
            "Rx.Enterprise staat in elke gemeente bij 33 % van de varianten bovenaan.",
            "In elke gemeente: Kade, Polder en Rx.Enterprise, elk 33 % bovenaan",
            "Kosten: € 4,0 miljoen in 4 jaar Zoveel kost elk aanbod met een prijs",
            "Elk pakket kost evenveel en haalt evenveel punten",
            "Onder elke prijsformule staan alle aanbiedingen gelijk",
        ),
    ),
    "no current system": (
        lambda: facts(WITHOUT_CURRENT),
        ("nu in gebruik", "Nu in gebruik", "beloften op datum; een dichte ruit staat in een contract. In"),
        ("het huidige systeem is niet te vergelijken", "daarvan is er geen map met antwoorden"),
    ),
    "all tied": (
        lambda: facts(SAME),
        ("elke verschuiving beslist", "op geen enkel thema bovenaan", "Één", "niets bijzonders na te gaan"),
        ("Kade Zaken en Rx.Enterprise, elk 50 %", "nergens verschil", "nu al gedeeld"),
    ),
    "all fail": (
        lambda: facts(NEVER),
        ("Niemand zou nu afvallen", "hoeft nog te worden aangetoond"),
        (
            "Elk pakket zou bij ten minste één gemeente op een knock-out afvallen",
            "Elke bewering die telt, is bewezen",
        ),
    ),
    "nobody answered": (
        lambda: facts({}),
        ("geen pakketten aan", "aan geen pakketten", "meer dan 99 %"),
        ("er zijn nog geen antwoorden", "Er is nog geen uitslag", "Zonder scores is er geen zekerheid"),
    ),
    "no assessors": (
        no_assessors,
        ("beoordelaars geven eerst",),
        ("Er zijn nog geen beoordelaars aangewezen.",),
    ),
    "promises count": (
        promises_count,
        ("beloften tellen niet mee", "alleen wat nu werkt", "telt nu niet mee"),
        ("een belofte telt 20 punten",),
    ),
}


@cache
def said(case: str) -> str:
    return plain(render(compose(CASES[case][0]())))


@pytest.mark.parametrize("case", CASES)
def test_nothing_is_said_that_is_not_so(case: str) -> None:
    _, absent, _ = CASES[case]
    assert [words for words in absent if words in said(case)] == []


@pytest.mark.parametrize("case", CASES)
def test_what_is_so_is_said_instead(case: str) -> None:
    *_, present = CASES[case]
    assert [words for words in present if words not in said(case)] == []


def test_who_is_overtaken_for_a_while_does_not_stay_ahead() -> None:
    """The market passes the current system with an early promise; a later one makes up for it."""
    given = facts({"rx-enterprise": "SSSSSRSSSS", "kade-zaken": "SSSRSSSSSN"})
    figure = next(
        p for b in fit_over_time(given) if isinstance(b, Block) for p in b.parts if isinstance(p, Figure)
    )
    assert given.background is not None
    leads = [c.lead for c in given.background.outlook.comparisons if c.ranking == given.view]
    assert ("blijft" in figure.title) == all(lead >= 0 for lead in leads)


def test_many_municipalities_are_counted_in_titles_and_not_all_named_in_a_sentence() -> None:
    page = plain(render(compose(wide(12, 12))))
    assert "In elf van de twaalf gemeenten kan één thema de eerste plaats veranderen" in page
    assert "telt mee voor 10 % in Diemen en 40 % in Aalsmeer." in page
