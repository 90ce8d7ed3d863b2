"""The answer to the question, for every way the scores can fall."""

from dataclasses import replace

import pytest

from marktscan.domain.scan import Scan
from marktscan.reporting import verdict
from marktscan.reporting.facts import Facts
from marktscan.reporting.variants import Variant
from marktscan.reporting.verdict import Verdict
from tests.reporting import small

S, N = "S" * 10, "N" * 10
ZTC, KOP = "SSSNNNNNNN", "NNNNNNNSSS"


def facts(made: Scan) -> Facts:
    return Facts(made, small.results(made), small.NO_STRESS, (), Variant("stuurgroep"))


@pytest.mark.parametrize(
    ("answers", "kind", "headline"),
    [
        ({}, Verdict.NO_SCORES, "Er is nog geen uitslag: geen enkel pakket heeft een score"),
        ({"a": S}, Verdict.NO_INCUMBENT, "A staat bovenaan; het huidige systeem is niet te vergelijken"),
        (
            {"a": S, "b": S},
            Verdict.NO_INCUMBENT,
            "A en B staan bovenaan; het huidige systeem is niet te vergelijken",
        ),
        (
            {"rx-enterprise": S},
            Verdict.NO_MARKET,
            "Alleen Rx.Enterprise is te beoordelen; er is geen markt om mee te vergelijken",
        ),
        ({"a": S, "rx-enterprise": N}, Verdict.MARKET, "De markt past nu beter dan Rx.Enterprise"),
        (
            {"a": N, "rx-enterprise": S},
            Verdict.INCUMBENT,
            "Rx.Enterprise past nu beter dan wat de markt biedt",
        ),
        (
            {"a": S, "rx-enterprise": S},
            Verdict.EQUAL,
            "Rx.Enterprise en het beste pakket op de markt halen evenveel punten",
        ),
        (
            {"a": ZTC, "rx-enterprise": KOP},
            Verdict.DEPENDS,
            "Of de markt beter past dan Rx.Enterprise, hangt af van de verdeelsleutel",
        ),
    ],
)
def test_headline(answers: dict[str, str], kind: Verdict, headline: str) -> None:
    given = small.scan(_tilted(), answers)
    assert verdict.verdict(facts(given)) is kind
    assert verdict.headline(facts(given)) == headline
    assert verdict.answer(facts(given)).endswith(".")


def _tilted():  # type: ignore[no-untyped-def]
    """Two keys that look at one municipality each: Aalsmeer cares for ZTC, Diemen for KOP."""
    made = small.project()
    one, other = made.keys
    shares = [{m.slug: int(m.slug == slug) for m in made.municipalities} for slug in ("aalsmeer", "diemen")]
    return replace(made, keys=(replace(one, shares=shares[0]), replace(other, shares=shares[1])))


def test_the_answer_gives_both_scores() -> None:
    assert verdict.answer(facts(small.scan())) == (
        "Rx.Enterprise haalt 50,1 van de 100 punten en het beste pakket op de markt, Kade Zaken, 88,7."
    )


def test_two_best_packages_are_both_named() -> None:
    given = facts(small.scan(answers={"a": S, "b": S, "rx-enterprise": N}))
    assert "de beste pakketten op de markt, A en B, " in verdict.answer(given)


@pytest.mark.parametrize(
    ("codes", "said"),
    [
        ("SSSSSSSSSS", ""),
        ("SSSNSSSSSS", "A zou bij één knock-out afvallen (ARC-01)."),
        ("SSSOSSSOSS", "A moet twee knock-outs nog aantonen (ARC-01 en KOP-01)."),
        ("SSSPSSSSSS", "A voldoet aan één knock-out alleen onder voorwaarden (ARC-01)."),
    ],
)
def test_what_the_first_still_has_to_prove(codes: str, said: str) -> None:
    assert verdict.condition(facts(small.scan(answers={"a": codes, "rx-enterprise": N}))) == said
