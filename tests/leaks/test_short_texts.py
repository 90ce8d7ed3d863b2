"""Short texts, single words, people, addresses and dates: found where they say something, else left alone."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from marktscan.audience import Material, Selection
from marktscan.domain.answer import AnswerCode
from marktscan.domain.classification import Audience, Reader
from marktscan.domain.programme import MergeDecision
from marktscan.domain.source import Origin
from marktscan.leaks import Everything, Said, hits, said, secrets_for
from marktscan.leaks.known import NOTHING_SAID
from marktscan.leaks.pdf_objects import items
from marktscan.leaks.pdf_texts import pdf_texts
from tests.audience.material import KADE, PUBLIC, whole
from tests.leaks.finished import OTHER, document, secrets

AALSMEER = Reader(Audience.MUNICIPALITY, "aalsmeer")
POLDER = Reader(Audience.VENDOR, "polder")
ANSWERS = "vendors/polder/answers.xlsx"


def answered(**fields: object) -> Material:
    """The small scan in which Polder answers ZTC-01 like this."""
    made = whole()
    return _changed(made, **fields)


def _changed(made: Material, contact: str = "Anna Smit", **fields: object) -> Material:
    submissions = tuple(
        replace(
            s,
            vendor=replace(s.vendor, contact=contact),
            answers={**s.answers, "ZTC-01": replace(s.answers["ZTC-01"], **fields)},  # type: ignore[arg-type]
        )
        if s.vendor.slug == "polder"
        else s
        for s in made.scan.submissions
    )
    return replace(made, scan=replace(made.scan, submissions=submissions))


def found(made: Material, text: str, reader: Reader = PUBLIC, fixed: Said = NOTHING_SAID) -> set[str]:
    """What is found in a text for this reader."""
    given = Selection(made).material_for(reader)
    hidden = secrets_for(Everything(made, fixed=fixed), given, reader)
    return {hit.what for hit in hits(hidden, "", text.encode())}


WORD, LINE, NAME = "een woord of code", "een tekst", "een naam"
CONTACT, PERIOD = "een adres of telefoonnummer", "een beloofde datum"
PRODUCT = "Wij zetten hiervoor Kroonsluis in, zie T-9981."


@pytest.mark.parametrize(
    "text",
    [
        "Met Kroonsluis kan dat.",
        "KROONSLUIS",
        "kroonsluis",
        "Kroon-\nsluis",
        "Kroon\nsluis",
        "Kroon\N{SOFT HYPHEN}sluis",
        "Kr\N{COMBINING DIAERESIS}oonsluis",
        "bladwijzer-kroonsluis",
        "zie T-9981",
        "zie t 9981",
        "T.9981",
    ],
)
def test_a_name_or_code_that_stands_in_a_confidential_text_only_is_found_in_any_writing(text: str) -> None:
    made = answered(explanation=PRODUCT)
    assert WORD in found(made, text)
    assert WORD in found(made, text, KADE)
    assert found(made, text, POLDER) == set()


@pytest.mark.parametrize("text", ["Kroonsluizen", "de kroon en de sluis", "T-99812", "ST-9981", "hiervoor"])
def test_other_words_are_no_leak(text: str) -> None:
    assert found(answered(explanation=PRODUCT), text) == set()


def test_a_word_that_the_reader_or_the_program_says_too_is_no_leak() -> None:
    made = answered(explanation=PRODUCT)
    assert found(made, "Kroonsluis", fixed=said(["class Kroonsluis:"])) == set()
    both = _changed(made, explanation="Wij gebruiken Proef.")
    assert found(both, "Proef", fixed=said(["<p>Proef</p>"])) == set()


def test_a_word_that_somebody_writes_small_and_a_land_are_no_names() -> None:
    made = answered(explanation="Dat doet Griffie via het Nederlandse net. De griffie bevestigt dat.")
    assert found(made, "De griffie, ook Griffie, is Nederlandse.") == set()


def test_a_text_of_one_word_is_found_as_it_is_written() -> None:
    made = answered(explanation="Toegezegd.")
    assert found(made, "Dit is Toegezegd") == {WORD}
    assert found(made, "Dit is toegezegd en meer.") == set()


def test_a_short_text_is_found_where_it_stands_by_itself_and_a_longer_one_anywhere() -> None:
    made = answered(explanation="nee, pas na mei", evidence="dat lukt ons pas na de fusie")
    assert found(made, "Kop\nNee, pas na mei\nmeer") == {LINE}
    assert found(made, "Ik zei nee, pas na mei kom ik.") == set()
    assert LINE in found(made, "Zij schrijven: dat lukt ons\npas na de fusie, en meer.")
    assert found(made, "nee, pas na mei", fixed=said(["Zegt u nee, pas na mei dan?"])) == set()


@pytest.mark.parametrize("text", ["Smit", "mevrouw Smit", "A. Smit", "SMIT", "Anna", "Anna Smit", "smit.pdf"])
def test_a_person_is_found_by_any_part_of_the_name(text: str) -> None:
    for reader in (PUBLIC, KADE, POLDER, AALSMEER, Reader(Audience.STEERING_GROUP)):
        assert NAME in found(answered(), text, reader)


def test_a_part_of_a_name_that_is_an_ordinary_word_is_searched_with_the_rest_only() -> None:
    made = _changed(whole(), contact="Jan Kort")
    fixed = said(["jan", "te kort"])
    assert found(made, "in jan te kort", fixed=fixed) == set()
    assert found(made, "Jan Kort", fixed=fixed) == {NAME}
    assert found(answered(), "smitten, Hannah en annalen") == set()


def test_a_function_with_a_capital_is_no_person_and_a_surname_alone_is() -> None:
    asked = _changed(whole(), contact="Verkoopleider")
    fixed = said(["Vraag het de verkoopleider."])
    assert found(asked, "De verkoopleider beslist.", fixed=fixed) == set()
    assert found(asked, "De verkoopleider beslist.") == {NAME}
    assert found(_changed(whole(), contact="Kwikstaart"), "heer Kwikstaart", fixed=fixed) == {NAME}


def test_a_name_of_three_letters_is_a_name() -> None:
    assert found(_changed(whole(), contact="Pim Vos"), "heer Vos") == {NAME}


CONTACTS = "Bel 06-12345678 of 020 - 123 45 67, of mail piet@polder.example."


@pytest.mark.parametrize(
    "text",
    [
        "06-12345678",
        "0612345678",
        "+31 6 1234 5678",
        "0031 6 12345678",
        "+31 (0)6-12.34.56.78",
        "(06) 12345678",
        "020-1234567",
        "piet@polder.example",
        "PIET@polder.\nexample",
        "mailto:piet@polder.example",
    ],
)
def test_an_address_or_number_is_found_however_it_is_written(text: str) -> None:
    assert CONTACT in found(answered(explanation=CONTACTS), text)
    assert CONTACT in found(_changed(whole(), contact=f"Anna Smit, {CONTACTS}"), text, AALSMEER)


@pytest.mark.parametrize("text", ["06-12345679", "KvK 12345678", "NL02 0123 4567 89", "jan@polder.example"])
def test_another_address_or_number_is_no_leak(text: str) -> None:
    assert CONTACT not in found(answered(explanation=CONTACTS), text)


def promised(text: str = "Q3 2029", day: date = date(2029, 9, 30)) -> Material:
    return answered(code=AnswerCode.ROADMAP, available_text=text, available=day)


@pytest.mark.parametrize(
    "text",
    [
        "Q3 2029",
        "2029-Q3",
        "K3 2029",
        "derde kwartaal van 2029",
        "3e kwartaal 2029",
        "30 september 2029",
        "30-9-2029",
        "3de kwartaal '29",
        "kwartaal III van 2029",
        "KW3 2029",
        "Q3-29",
        "3Q29",
        "2029, derde kwartaal",
        "Q3/Q4 2029",
        "september 2029",
        "sept. '29",
        "sep-29",
        "augustus of september 2029",
        "09-2029",
        "9/2029",
        "2029-09",
        "30-09-29",
        "30-sep-2029",
        "20290930",
    ],
)
def test_a_promised_quarter_is_found_in_any_writing(text: str) -> None:
    assert PERIOD in found(promised(), f"Dat komt in {text}.")
    assert PERIOD not in found(promised(), f"Dat komt in {text}.", POLDER)


@pytest.mark.parametrize("text", ["Q3 2029", "sept. 2029", "9-2029", "3e kwartaal '29", "30-9-2029"])
@pytest.mark.parametrize("promise", ["september 2029", "30-9-2029", "09-2029"])
def test_a_promised_month_or_day_is_found_as_quarter_and_month(promise: str, text: str) -> None:
    assert PERIOD in found(promised(promise), f"Dat komt in {text}.")


def test_of_a_promised_half_or_year_its_last_day_is_found_and_no_quarter() -> None:
    for promise in ("H2 2029", "2e helft van 2029", "2029"):
        made = promised(promise, date(2029, 12, 31))
        assert PERIOD in found(made, "Dat komt op 31-12-2029."), promise
        assert PERIOD not in found(made, "Dat komt in Q4 2029, in 2029."), promise
    assert PERIOD in found(promised("H2 2029"), "in het tweede half jaar van 2029")


@pytest.mark.parametrize(
    "text",
    [
        "Q4 2029",
        "2029",
        "30 september 2028",
        "september",
        "IQ3 20291",
        "zaak 2029-0912",
        "2029-2030",
        "versie 3.9.29",
        "augustus 2029",
        "kenmerk 12-9-2029",
        "9.2029",
        "eind 2029",
        "Q3 29",
    ],
)
def test_another_day_is_no_leak(text: str) -> None:
    assert PERIOD not in found(promised(), f"Dat komt in {text}.")


def test_a_day_that_the_project_names_itself_is_no_leak() -> None:
    made = whole()
    own = made.scan.project.report_date
    assert PERIOD not in found(promised(own.isoformat(), own), own.isoformat())


def test_who_took_a_decision_is_a_person_and_a_body_is_not() -> None:
    row = Origin("requirements/samenvoeging.xlsx", "Besluiten", 2, {"decided_by": "L"})
    made = whole()
    for who, text, expected in (
        ("Karel de Wit", "De Wit besloot: Karel de Wit", {NAME}),
        ("Jan-Willem d'Hooghe", "heer D'Hooghe", {NAME}),
        ("Stuurgroep marktverkenning", "De stuurgroep marktverkenning", set()),
        ("projectgroep", "projectgroep", set()),
    ):
        decision = MergeDecision("ZTC-01", {}, "", None, "", who, "", row)
        decided = replace(made, scan=replace(made.scan, decisions=(decision,)))
        assert found(decided, text, AALSMEER) == expected


def test_what_only_programs_read_in_a_pdf_holds_no_amounts_and_no_words_of_its_own() -> None:
    """A price that happens to be the place of a table in the file is no leak."""
    raw = dict(pdf_texts(document(), items(document())))["het bestand zelf"]
    place = raw.split("startxref\n")[1].split("\n")[0]
    price = secrets(names={}, amounts=((Decimal(place), OTHER),), words={"adobe": OTHER, "metadata": OTHER})
    assert hits(price, "", document()) == ()
    assert hits(price, "", f"Het kost € {place}, ook met Adobe.".encode()) != ()
