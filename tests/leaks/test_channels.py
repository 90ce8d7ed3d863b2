"""The check finds a name wherever in a file it stands, and says where; the same file without it passes."""

import gzip
import io
import json
import zipfile
import zlib
from decimal import Decimal

import pikepdf
import pytest

from marktscan.leaks import UNSEARCHABLE, hits
from tests.leaks import finished
from tests.leaks.finished import NAME, OTHER, PRICE, changed, document, secrets

BROKEN = "<p style='width: 9em; overflow-wrap: anywhere'>Ons antwoord over ZuiderzaakCafé staat hier.</p>"
LIGATURE = "<p>De ofﬁciële ﬂexwerker</p>"
PICTURE = f'<svg width="200" height="20"><title>Een plaatje.</title><text y="12">{NAME}</text></svg>'
PLACES = {
    finished.in_alt_text: "een tekst voor schermlezers",
    finished.in_bookmark: "een bladwijzer of de titel",
    finished.in_info: "de gegevens van het document",
    finished.in_xmp: "de gegevens van het document (XMP)",
    finished.in_attachment: "een bijlage: de tekst",
    finished.in_name_of_attachment: "de naam van een bijlage",
    finished.in_link: "een omschrijving van een koppeling",
    finished.in_font_name: "het bestand zelf",
    finished.in_coded_name: "het bestand zelf",
    finished.in_program: "het bestand zelf",
    finished.in_pattern: "een tekening",
    finished.in_comment: "het bestand zelf",
    finished.in_page_label: "de gegevens van het document",
}


def places(content: bytes, name: str = "rapport.pdf") -> list[str]:
    found = hits(secrets(), name, content)
    assert {hit.source for hit in found} <= {OTHER}
    return [hit.place for hit in found]


def test_a_file_without_it_passes() -> None:
    assert places(document()) == []


def test_the_text_layer_is_searched_page_by_page() -> None:
    second = f"<p>Een.</p><p style='break-before: page'>Twee: {NAME}.</p>"
    assert places(document(second)) == ["bladzijde 2"]


def test_line_ends_within_a_word_hide_nothing() -> None:
    assert places(document(BROKEN)) == ["bladzijde 1"]


def test_ligatures_hide_nothing() -> None:
    found = hits(secrets(names={"officieleflexwerker": OTHER}), "", document(LIGATURE))
    assert [hit.place for hit in found] == ["bladzijde 1"]


def test_letters_that_a_picture_places_one_by_one_are_read_together() -> None:
    assert "bladzijde 1" in places(document(PICTURE))


@pytest.mark.parametrize("change", PLACES, ids=lambda change: change.__name__)
def test_every_other_place_in_a_pdf_is_searched(change: object) -> None:
    for kept in (pikepdf.ObjectStreamMode.disable, pikepdf.ObjectStreamMode.generate):
        assert PLACES[change] in places(changed(change, kept))  # type: ignore[index]


def test_what_stands_where_no_reader_looks_holds_a_file_back() -> None:
    """An earlier version of an object, and what comes behind the end of a stream."""
    hidden = NAME.encode("latin-1")
    packed = zlib.compress(b"niets") + hidden
    for content in (
        finished.behind(b"x", 1) + finished.behind(b"x", 1)[-200:],
        finished.behind(b"x" + hidden, 1),
        finished.behind(packed, len(packed), b"/Filter /FlateDecode"),
    ):
        assert [hit.what for hit in hits(secrets(), "x", content)] == [UNSEARCHABLE]
    assert places(finished.behind(b"niets", 5)) == []


def test_the_name_of_the_file_is_searched() -> None:
    assert places(document(), "leverancier-zuiderzaak-cafe.pdf") == ["de naam van het bestand"]


def test_what_somebody_wrote_behind_the_end_of_the_file_is_searched() -> None:
    assert places(document() + f"\n% {NAME}\n".encode("latin-1")) == ["het bestand zelf"]


@pytest.mark.parametrize(
    ("html", "place"),
    [
        ("<p>Zuider<b>zaak</b> Caf&eacute;</p>", "de tekst van de pagina"),
        ("<!-- Zuiderzaak Café --><p>x</p>", "een opmerking in de pagina"),
        (
            "<svg aria-label='Zuiderzaak Café'></svg>",
            "een kenmerk in de pagina, zoals een tekst voor schermlezers",
        ),
        (
            "<script>const v = '\\u005auiderzaak Caf\\u00e9'</script>",
            "een programma of stijl in de pagina",
        ),
        ("<script>const v = '\\x5auiderzaak Caf\\u{0000e9}'</script>", "een programma of stijl in de pagina"),
        (
            "<a href='https://example.nl/?q=Zuider%7Aaak%20Caf%C3%A9'>x</a>",
            "een kenmerk in de pagina, zoals een tekst voor schermlezers",
        ),
        ("<style>.zuiderzaak-cafe { color: red }</style>", "een programma of stijl in de pagina"),
        (
            "<style>p[title='\\5a uiderzaak Caf\\0000e9'] {}</style>",
            "een programma of stijl in de pagina",
        ),
        ("<p data-zuiderzaak-cafe=''>x</p>", "een programma of stijl in de pagina"),
        ("<zuiderzaak-cafe>x</zuiderzaak-cafe>", "een programma of stijl in de pagina"),
        (
            "<a href='/?next=%2Fp%3Fq%3DZuider%257Aaak%2520Caf%25C3%25A9'>x</a>",
            "een kenmerk in de pagina, zoals een tekst voor schermlezers",
        ),
        ("<a href='DATA:text/csv;base64,WnVpZGVyemFhayBDYWZlIQ'>x</a>", "een bijlage: de tekst"),
        ("<a href='data:text/csv;base64,WnVpZGVyemFhayBDYWZl'>x</a>", "een bijlage: de tekst"),
        ("<a href='data:text/plain,Zuiderzaak%20Cafe'>x</a>", "een bijlage: de tekst"),
    ],
)
def test_every_place_in_a_web_page_is_searched(html: str, place: str) -> None:
    assert places(f"<!DOCTYPE html><html>{html}</html>".encode(), "rapport.html") == [place]


def amounts_in(html: str) -> list[str]:
    price = secrets(amounts=((Decimal(112_000), PRICE),))
    return [hit.place for hit in hits(price, "rapport.html", f"<!DOCTYPE html><html>{html}</html>".encode())]


def test_amounts_are_found_in_what_a_page_keeps_for_its_programs_and_are_sizes_in_the_programs() -> None:
    assert amounts_in('<script type="application/json">{"n": 112000}</script>') == [
        "de gegevens voor een programma in de pagina"
    ]
    assert amounts_in("<style>p::after { content: '112.000' }</style>") == ["de tekst van de pagina"]
    assert amounts_in("<script>wait(112000)</script><style>p { left: 112000px }</style>") == []


def test_a_file_in_another_writing_is_read_or_held_back() -> None:
    page = f"<!DOCTYPE html><p>{NAME}</p>"
    assert places(page.encode("utf-16"), "rapport.html") == ["de tekst van de pagina"]
    assert places(NAME.encode("utf-16"), "cijfers.csv") == ["de tekst"]
    packed = gzip.compress(page.encode(), mtime=0)
    assert [hit.what for hit in hits(secrets(), "rapport.html", packed)] == [UNSEARCHABLE]


def test_a_font_in_a_page_is_no_text() -> None:
    letters = "WnVpZGVyemFhayBDYWZl"
    assert places(f"<style>@font-face {{ src: url(data:font/ttf;base64,{letters}) }}</style>".encode()) == []


def test_results_in_json_are_searched_through_their_escapes() -> None:
    assert places(json.dumps({"vendor": NAME}).encode("ascii"), "results.json") == ["de tekst"]


def test_every_part_of_a_workbook_is_searched() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as pack:
        pack.writestr("docProps/core.xml", f"<core><creator>{NAME}</creator></core>")
    assert places(made.getvalue(), "results.xlsx") == ["docProps/core.xml: de tekst van de pagina"]


def test_a_file_that_cannot_be_opened_is_held_back() -> None:
    locked = io.BytesIO()
    with pikepdf.open(io.BytesIO(document())) as opened:
        opened.save(locked, encryption=pikepdf.Encryption(owner="een", user="twee"))
    other = document().replace(
        b"%%EOF", b"9999 0 obj\n<</Filter /ASCIIHexDecode>>\nstream\n5a\nendstream\n%%EOF"
    )
    for content in (locked.getvalue(), other, b"%PDF-1.7\nniets", b"PK\x03\x04kapot"):
        assert [hit.what for hit in hits(secrets(), "x", content)] == [UNSEARCHABLE]
