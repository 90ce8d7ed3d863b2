"""What vendors read must not tell which municipality asks it."""

from dataclasses import replace

import pytest
from scan_factory import decision, project, requirement, requirement_list, scan

from marktscan.checking.anonymity import id_names_no_municipality, text_names_no_municipality
from marktscan.domain.programme import Decision
from marktscan.domain.project import Theme

FILE = "requirements/aalsmeer.xlsx"
OTHER = requirement_list(requirement("ARC-09", "diemen"))


def told(check, *lists, decisions=()):
    return [
        (item.code.number, str(item.source), dict(item.facts)["municipality"])
        for item in check(scan((*lists, OTHER), decisions))
    ]


@pytest.mark.parametrize("own_id", ["AALSMEER-01", "Z-AALSMEER-2", "GEMEENTEAALSMEER-3"])
def test_a_number_with_the_name_is_an_error(own_id):
    lists = requirement_list(requirement(own_id))
    assert told(id_names_no_municipality, lists) == [("R125", f"{FILE} · Eisen!A2", "Aalsmeer")]


def test_a_number_that_begins_as_the_name_is_told():
    lists = requirement_list(requirement("AAL-01"))
    assert told(id_names_no_municipality, lists) == [("R126", f"{FILE} · Eisen!A2", "Aalsmeer")]


@pytest.mark.parametrize("own_id", ["ARC-01", "AA-01", "AALX-01", "12", "DIEM-01", "A"])
def test_other_numbers_say_nothing(own_id):
    assert told(id_names_no_municipality, requirement_list(requirement(own_id))) == []


def test_the_code_of_a_theme_is_no_hint():
    named = replace(project("aalsmeer", "diemen"), themes=(Theme("AAL", "Aalstromen"),))
    found = id_names_no_municipality(scan((requirement_list(requirement("AAL-01")), OTHER), of=named))
    assert list(found) == []


def test_a_number_that_more_municipalities_use_is_no_hint():
    both = [requirement_list(requirement("AAL-01", slug)) for slug in ("aalsmeer", "diemen")]
    assert list(id_names_no_municipality(scan(tuple(both)))) == []


def test_people_can_give_it_another_number():
    lists = requirement_list(requirement("AAL-01"))
    given = decision("ARC-31", Decision.SEPARATE, aalsmeer="AAL-01")
    assert told(id_names_no_municipality, lists, decisions=(given,)) == []
    named = decision("DIEMEN-1", Decision.SEPARATE, aalsmeer="AAL-01")
    assert told(id_names_no_municipality, lists, decisions=(named,)) == [
        ("R125", "requirements/samenvoeging.xlsx · Besluiten!A2", "Diemen")
    ]


def test_a_name_in_a_text_is_an_error():
    row = requirement("ARC-01", text="Zaken van Aalsmeer blijven hier.", evidence="brief van Diemen")
    assert told(text_names_no_municipality, requirement_list(row)) == [
        ("R124", f"{FILE} · Eisen!C2", "Aalsmeer"),
        ("R124", f"{FILE} · Eisen!K2", "Diemen"),
    ]
