"""Who is to be asked is a function; a person who stands there instead is named in no report."""

from dataclasses import replace

import pytest

from marktscan.audience import Material, Selection, contact_is_a_person
from marktscan.domain.classification import Audience, Reader
from marktscan.leaks import Everything, hits, secrets_for
from tests.audience.material import DIEMEN, KADE, PUBLIC, STEERING, whole

ASKED = (
    "Anna Smit",
    "A. van der Smit",
    "Anna Smit, projectleider",
    "projectleider (Anna Smit)",
    "projectleider - Anna Smit",
    "mevrouw Smit",
    "dhr. Smit",
    "a.smit@diemen.example",
)
FUNCTIONS = (
    "Projectleider marktverkenning",
    "Projectleider Zaaksysteem",
    "Inkoop Diemen",
    "Gemeente Aalsmeer",
    "inkoop",
    "zaaksysteem@diemen.example",
    "team.zaaksysteem@diemen.example",
    "het meerjarenteam",
)


def asking(contact: str) -> Material:
    made = whole()
    project = replace(made.scan.project, forms=replace(made.scan.project.forms, contact=contact))
    return replace(made, scan=replace(made.scan, project=project))


@pytest.mark.parametrize("contact", ASKED)
@pytest.mark.parametrize("reader", [KADE, PUBLIC, DIEMEN, STEERING], ids=lambda reader: reader.audience)
def test_a_person_to_ask_is_left_out_of_what_every_report_is_made_from(contact: str, reader: Reader) -> None:
    made = asking(contact)
    assert contact_is_a_person(made.scan.project)
    assert Selection(made).material_for(reader).scan.project.forms.contact == ""


@pytest.mark.parametrize("contact", FUNCTIONS)
def test_a_function_to_ask_is_kept(contact: str) -> None:
    made = asking(contact)
    assert not contact_is_a_person(made.scan.project)
    assert Selection(made).material_for(KADE).scan.project.forms.contact == contact


@pytest.mark.parametrize("audience", Audience)
def test_a_person_to_ask_is_searched_for_in_every_report(audience: Audience) -> None:
    made = asking("Anna Smit, projectleider")
    slug = {Audience.VENDOR: "kade-zaken", Audience.MUNICIPALITY: "diemen"}.get(audience, "")
    reader = Reader(audience, slug)
    secret = secrets_for(Everything(made), Selection(made).material_for(reader), reader)
    assert {hit.what for hit in hits(secret, "", b"Stuur dit aan mevrouw Smit.")} == {"een naam"}
    assert hits(secret, "", b"Stuur dit aan wie u de vragenlijst stuurde.") == ()
