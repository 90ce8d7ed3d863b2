"""Sentences about certainty: each true for the numbers it was made from."""

from fractions import Fraction

import pytest

from marktscan.domain.sureness import Shift, Words
from marktscan.wording.sureness import least_shift, often_first, share_of_draws, verdicts

NAMES = {"a": "Kade", "b": "Linde"}


def test_the_sentence_of_the_method_about_first_place():
    assert often_first(100_000, "Kade", Fraction(87, 100)) == (
        "Bij 100.000 varianten rond de eigen weging staat Kade in 87\N{NO-BREAK SPACE}% bovenaan."
    )


@pytest.mark.parametrize(
    ("least", "sentence"),
    [
        (
            Fraction(13, 100),
            "Pas als u ten minste 13,0 procentpunt van het gewicht anders verdeelt, komt Linde naast Kade.",
        ),
        (Fraction(0), "Linde staat nu al naast Kade."),
        (None, "Met geen enkele verdeling van het gewicht komt Linde naast Kade."),
    ],
)
def test_what_it_takes_to_come_level(least, sentence):
    assert least_shift(Shift("aalsmeer", "a", "b", least), NAMES) == sentence


@pytest.mark.parametrize(
    ("names", "where"),
    [({"diemen": "Diemen"}, ""), ({"aalsmeer": "Aalsmeer", "diemen": "Diemen"}, "in elke gemeente ")],
)
def test_the_ground_of_a_clear_leader_speaks_of_every_municipality_where_there_are_several(names, where):
    said = next(verdicts(Words("a", (), ()), NAMES, names))
    assert said.startswith(f"Kade is een duidelijke koploper. Het staat {where}bovenaan bij ten minste 80 %")


def test_a_provisional_ranking_is_named():
    words = Words(None, (), ("diemen",))
    assert list(verdicts(words, NAMES, {"diemen": "Diemen"}))[1] == (
        "Voorlopig is de rangorde in Diemen: er is nog te weinig beantwoord."
    )


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (Fraction(1), "meer dan 99\N{NO-BREAK SPACE}%"),
        (Fraction(996, 1000), "meer dan 99\N{NO-BREAK SPACE}%"),
        (Fraction(99, 100), "99\N{NO-BREAK SPACE}%"),
        (Fraction(1, 100_000), "minder dan 1\N{NO-BREAK SPACE}%"),
        (Fraction(0), "0\N{NO-BREAK SPACE}%"),
    ],
)
def test_a_share_of_draws_never_claims_all_of_them(share: Fraction, said: str) -> None:
    assert share_of_draws(share) == said
    signs = said.replace("meer dan ", ">\N{NO-BREAK SPACE}").replace("minder dan ", "<\N{NO-BREAK SPACE}")
    assert share_of_draws(share, brief=True) == signs
