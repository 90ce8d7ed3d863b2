"""Small words: counts, enumerations and cuts."""

import pytest

from marktscan.reporting.language import capital, count, counted, lower_first, shortened, some_of, verb


@pytest.mark.parametrize(
    ("amount", "said"), [(0, "geen eisen"), (1, "één eis"), (12, "twaalf eisen"), (1300, "1.300 eisen")]
)
def test_counts_are_words_up_to_twelve(amount: int, said: str) -> None:
    assert counted(amount, "eis", "eisen") == said


def test_a_long_enumeration_says_how_many_more() -> None:
    assert some_of(["A", "B", "C", "D"]) == "A, B, C en D"
    assert some_of(["A", "B", "C", "D", "E"]) == "A, B, C en 2 andere"


def test_a_cut_falls_between_words_and_shows() -> None:
    assert shortened("een twee drie", 13) == "een twee drie"
    assert shortened("een twee drie", 12) == "een twee…"
    assert shortened("zonderspatie", 6) == "zonde…"
    assert shortened("een twee, · drie vier", 14) == "een twee…"
    assert shortened("·····", 3) == "··…"


def test_what_is_cut_ends_with_a_word_that_asks_for_no_other() -> None:
    asked = "Alle zaak-, document- en inrichtingsgegevens zijn via gedocumenteerde API’s zonder meerprijs."
    assert shortened(asked, 75) == "Alle zaak-, document- en inrichtingsgegevens…"
    assert (
        shortened(asked, 88) == "Alle zaak-, document- en inrichtingsgegevens zijn via gedocumenteerde API’s…"
    )
    assert shortened("tussen test-, acceptatie- en productie", 30) == "tussen…"
    assert shortened("Het werkt. Een beheerder kan dat", 16) == "Het werkt…"
    assert shortened("Dat is het niet voor iedereen", 24) == "Dat is het niet…", "a denial stays"
    assert shortened("van de aan het", 12) == "van…", "something always stays"


def test_a_name_inside_a_sentence_is_small_unless_it_is_an_abbreviation() -> None:
    assert lower_first("Zaaktypen en inrichting") == "zaaktypen en inrichting"
    assert lower_first("SaaS, beheer") == "SaaS, beheer"


def test_small_forms() -> None:
    assert capital("een pakket") == "Een pakket"
    assert count(7) == "zeven"
    assert (verb(1, "staat", "staan"), verb(2, "staat", "staan")) == ("staat", "staan")
