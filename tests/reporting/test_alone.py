"""What decides alone: tables that follow from what was computed, and name no assessor."""

from dataclasses import replace
from fractions import Fraction

from marktscan.domain.background import Background
from marktscan.domain.results import Stress
from marktscan.domain.sureness import DecisiveAnswer, LeftOut, Sureness, WithoutOne, Words
from marktscan.pipeline import background_of
from marktscan.reporting.chapters.alone import alone
from marktscan.reporting.facts import Facts
from marktscan.reporting.variants import Variant
from marktscan.reporting.view import Heading, Paragraph, Part, Table
from tests.reporting import small

FIRST = WithoutOne(LeftOut.THEME, "ARC", "aalsmeer", ("kade-zaken",), first_changed=True)
STEP = DecisiveAnswer("aalsmeer", "polder", "ARC-01", Fraction(-3, 8), ("kade-zaken",))


def sure(*without: WithoutOne, decisive: tuple[DecisiveAnswer, ...] = ()) -> Sureness:
    return Sureness((), (), without, decisive, (), Words(None, (), ()))


def told(found: Sureness | None, own: str = "") -> tuple[Part, ...]:
    made = small.scan()
    results = small.results(made)
    background: Background = replace(background_of(made, results), sureness=found)
    return alone(Facts(made, results, Stress((), ()), (), Variant(own or "stuurgroep", own), background))


def rows(part: Part) -> list[list[str]]:
    assert isinstance(part, Table)
    return [["".join(map(str, cell.text)) for cell in row.cells] for row in part.rows]


def test_nothing_when_it_was_not_computed() -> None:
    assert told(None) == ()


def test_rankings_that_change_the_same_way_share_a_row_and_what_changes_nothing_has_none() -> None:
    same = replace(FIRST, ranking="key:gelijk")
    other = replace(FIRST, name="WOO", first_changed=False)
    table, *_ = told(sure(FIRST, same, other))
    assert rows(table) == [
        [
            "Archivering en duurzame toegankelijkheid",
            "Aalsmeer; samen (elke gemeente even zwaar)",
            "Kade Zaken",
        ]
    ]


def test_assessors_have_no_name_and_two_of_them_one_row() -> None:
    one = replace(FIRST, kind=LeftOut.ASSESSOR, name="beoordelaar-1")
    table, *_ = told(sure(one, replace(one, name="beoordelaar-2")))
    assert [row[0] for row in rows(table)] == ["Eén beoordelaar"]


def test_municipalities_in_one_row_stand_in_alphabetical_order() -> None:
    one = replace(FIRST, kind=LeftOut.ASSESSOR, name="beoordelaar-1", ranking="diemen")
    table, *_ = told(sure(one, replace(one, name="beoordelaar-2", ranking="aalsmeer")))
    assert [row[1] for row in rows(table)] == ["Aalsmeer en Diemen"]


def test_a_municipality_sees_its_own_ranking_and_the_joint_ones() -> None:
    given = sure(FIRST, replace(FIRST, ranking="key:gelijk"), decisive=(STEP,))
    table, heading, sentence = told(given, "diemen")
    assert [row[1] for row in rows(table)] == ["samen (elke gemeente even zwaar)"]
    assert heading == Heading(
        "Geen enkel antwoord verandert met één stap de volgorde in Diemen", style="next"
    )
    assert isinstance(sentence, Paragraph)


def test_answers_of_one_municipality_change_the_order_there() -> None:
    _, table = told(sure(FIRST, decisive=(STEP,)), "aalsmeer")
    assert isinstance(table, Table)
    assert table.caption == "Eén antwoord verandert met één stap de volgorde in Aalsmeer"


def test_the_answers_that_move_most_come_first_and_the_others_are_counted() -> None:
    many = tuple(replace(STEP, points=Fraction(at, 8)) for at in range(1, 12))
    _, table = told(sure(FIRST, decisive=many))
    assert isinstance(table, Table)
    assert table.caption == "Elf antwoorden veranderen met één stap een volgorde"
    assert "Hier staan de vijf die het meest verschuiven" in table.subtitle
    assert [row[3] for row in rows(table)][:2] == ["+1,38", "+1,25"]
    _, single = told(sure(FIRST, decisive=(STEP,)))
    assert isinstance(single, Table)
    assert single.caption == "Eén antwoord verandert met één stap een volgorde"
    assert rows(single) == [["Aalsmeer", "ARC-01", "Polder Componenten", "−0,38", "Kade Zaken"]]


def test_what_decides_nothing_stands_under_a_heading_that_says_so() -> None:
    found = told(sure(replace(FIRST, first_changed=False)))
    assert [part.text if isinstance(part, Heading) else "".join(map(str, part.text)) for part in found] == [
        "Niets beslist alleen over een eerste plaats",
        "Steeds is één gemeente, beoordelaar of thema weggelaten. Elke eerste plaats bleef zoals zij is.",
        "Geen enkel antwoord verandert met één stap een volgorde",
        "Een stap is de volgende waarde van de schaal, hoger of lager. Geen pakket komt dan gelijk met een "
        "ander, of erlangs.",
    ]
