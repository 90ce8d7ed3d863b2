"""Where a page may end: what belongs together stays together, whatever comes before it."""

from dataclasses import replace

import pypdfium2
import pytest

from marktscan.reporting.html import render
from marktscan.reporting.pdf import pdf
from marktscan.reporting.view import (
    Block,
    Bullets,
    Chapter,
    Column,
    Numbering,
    Part,
    Row,
    Table,
    cell,
    head,
    paragraph,
)
from tests.reporting import golden

LINES = range(17, 29, 2)
"""So many paragraphs before it: the page ends before, in or after what is looked at."""


def pages(*chapters: tuple[Part, ...]) -> list[str]:
    """The text of every page of these chapters."""
    numbered = (
        Numbering(str(n), Chapter(f"c{n}", "Naam", "Titel", parts)) for n, parts in enumerate(chapters, 1)
    )
    made = pdf(render(replace(golden.page(), chapters=tuple(numbered))))
    with pypdfium2.PdfDocument(made) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def filler(lines: int) -> tuple[Part, ...]:
    return tuple(paragraph("Vulling.") for _ in range(lines))


def on_pages(texts: list[str], word: str, amount: int) -> list[int]:
    """On which page each of the numbered words stands."""
    return [next(at for at, text in enumerate(texts) if f"{word}{n}." in text) for n in range(amount)]


@pytest.mark.parametrize("amount", [5, 28, 29, 45])
def test_the_contents_stand_on_one_page_with_what_each_chapter_found_where_that_fits(amount: int) -> None:
    contents = pages(*(filler(1) for _ in range(amount)))[1]
    assert contents.count("Naam") >= amount
    assert (contents.count("Titel") >= amount) == (amount <= 28)


def test_a_long_finding_takes_one_line_in_the_contents() -> None:
    long = "Een bevinding die veel te lang is voor één regel. " * 4
    chapters = tuple(
        Numbering(str(n), Chapter(f"c{n}", "Naam", long if n == 1 else "Titel", filler(1))) for n in range(28)
    )
    with pypdfium2.PdfDocument(pdf(render(replace(golden.page(), chapters=chapters)))) as document:
        contents = document[1].get_textpage().get_text_bounded()
    assert contents.count("Naam") >= 28


def test_the_contents_of_a_brief_report_stand_under_its_cover() -> None:
    def beginning(amount: int) -> list[str]:
        chapters = tuple(
            Numbering(str(n), Chapter(f"c{n}", "Naam", "Titel", filler(1))) for n in range(amount)
        )
        brief = replace(golden.page(), cover=replace(golden.page().cover, brief=True), chapters=chapters)
        with pypdfium2.PdfDocument(pdf(render(brief))) as document:
            return [page.get_textpage().get_text_bounded() for page in document][:2]

    assert beginning(4)[0].count("Naam") == 4
    assert "Inhoud" not in beginning(20)[0]
    assert beginning(20)[1].count("Naam") == 20


@pytest.mark.parametrize("lines", LINES)
def test_what_is_held_together_stands_on_one_page_with_a_rule_above_it_and_without(lines: int) -> None:
    inside = tuple(paragraph(f"woord{n}.") for n in range(6))
    for ruled in (True, False):
        texts = pages((*filler(lines), Block(inside, ruled=ruled, keep=True)))
        assert len(set(on_pages(texts, "woord", 6))) == 1


@pytest.mark.parametrize("lines", LINES)
def test_a_table_leaves_no_row_alone_nor_the_note_under_it(lines: int) -> None:
    rows = tuple(Row((head(f"rij{n}."), cell("x"))) for n in range(12))
    table = Table("Tabel", (Column("Naam", width=90), Column("Wat")), rows)
    texts = pages((*filler(lines), table, paragraph("noot0.", style="note")))
    places = on_pages(texts, "rij", 12)
    assert all(places.count(page) > 2 for page in places)
    assert on_pages(texts, "noot", 1) == [places[-1]]


def test_a_page_may_end_after_a_table_of_two_rows() -> None:
    rows = tuple(Row((head(f"rij{n}."), cell("x"))) for n in range(2))
    table = Table("Tabel", (Column("Naam", width=90), Column("Wat")), rows)
    after = Block(tuple(paragraph(f"woord{n}.") for n in range(6)), ruled=False, keep=True)
    texts = [pages((*filler(lines), table, after)) for lines in LINES]
    apart = [t for t in texts if on_pages(t, "rij", 2)[1] < on_pages(t, "woord", 1)[0]]
    assert len(apart) > 1


@pytest.mark.parametrize("lines", LINES)
def test_a_chapter_does_not_begin_with_its_first_words_only(lines: int) -> None:
    rows = tuple(Row((head(f"rij{n}."), cell("x"))) for n in range(6))
    table = Table("Tabel", (Column("Naam", width=90), Column("Wat")), rows, style="keep")
    for first in (paragraph("woord0."), Bullets((("woord0.",), ("nog iets.",)))):
        texts = pages(filler(lines), (first, table))
        assert on_pages(texts, "woord", 1) == on_pages(texts, "rij", 1)
