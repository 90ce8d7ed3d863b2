"""What a screen reader meets in the finished PDF: seen with pikepdf, not with the library that wrote it."""

from collections import Counter
from io import BytesIO

import pikepdf
import pytest
from weasyprint import HTML

from marktscan.reporting.finishing import finish
from marktscan.reporting.finishing.identity import identify
from tests.reporting.opened import all_elements, count_marks, links, owned_marks

ROWS = "".join(f'<tr><th scope="row">R{n}</th><td>cel {n}</td></tr>' for n in range(60))
PAGE = f"""<html lang="nl"><title>Proef</title>
<style>@page {{ size: A5; @top-left {{ content: "Kopregel" }} }}</style>
<h1>Proef</h1>
<p>Lees <a href="#uit">de uitleg</a> of <a href="https://example.org/">de website</a>.</p>
<svg width="100" height="50" viewBox="0 0 100 50"><title>Een vlak</title><rect width="9" height="9"/></svg>
<table><caption>Lange tabel</caption>
<thead><tr><th scope="col">Eis</th><th scope="col">Antwoord</th></tr></thead>
<tbody>{ROWS}</tbody></table>
<p id="uit">Uitleg</p></html>"""


def rendered(*, finished: bool, page: str = PAGE) -> pikepdf.Pdf:
    document = HTML(string=page).render(pdf_variant="pdf/a-2a")
    identify(document)
    finisher = finish if finished else None
    return pikepdf.open(BytesIO(document.write_pdf(pdf_variant="pdf/a-2a", finisher=finisher)))


@pytest.fixture(scope="module")
def pdf() -> pikepdf.Pdf:
    return rendered(finished=True)


def test_a_head_that_a_high_row_pushes_from_the_first_page_still_comes_first() -> None:
    high = '<th scope="row" style="height: 480pt">R0</th>'
    style = "tr { break-inside: avoid } thead th { height: 90pt } @page"
    page = PAGE.replace('<th scope="row">R0</th>', high).replace("@page", style)
    found = rendered(finished=True, page=page)
    table = next(element for element in all_elements(found) if element.S == "/Table")
    assert [str(kid.S) for kid in table.K][:2] == ["/Caption", "/THead"]
    assert [str(element.S) for element in all_elements(found)].count("/THead") == 1


def test_a_caption_that_page_breaks_part_from_its_table_stays_with_it() -> None:
    page = PAGE.replace("<caption>Lange tabel", f"<caption>{'Lange tabel, ' * 600}")
    found = rendered(finished=True, page=page)
    tags = [str(element.S) for element in all_elements(found)]
    assert (tags.count("/Table"), tags.count("/THead"), tags.count("/TH")) == (1, 1, 62)
    assert tags.count("/Caption") > 1


def test_a_table_over_pages_is_one_table_with_one_head(pdf):
    assert len(pdf.pages) > 1
    plain = rendered(finished=False)
    assert Counter(str(e.S) for e in all_elements(plain))["/Table"] > 1
    counts = Counter(str(e.S) for e in all_elements(pdf))
    assert (counts["/Table"], counts["/THead"], counts["/TR"]) == (1, 1, 61)


def test_every_header_cell_has_a_scope_and_every_cell_names_headers_that_exist(pdf):
    heads = [e for e in all_elements(pdf) if e.S == "/TH"]
    assert Counter(str(e.A.Scope) for e in heads) == {"/Column": 2, "/Row": 60}
    names = {bytes(e.ID) for e in heads}
    cells = [e for e in all_elements(pdf) if e.S == "/TD"]
    assert len(cells) == 60
    assert all(
        {bytes(name) for name in cell.A.Headers} <= names and len(cell.A.Headers) == 2 for cell in cells
    )


def test_running_headers_and_repeated_table_heads_are_artifacts(pdf):
    marks = [count_marks(page) for page in pdf.pages]
    assert all(artifacts >= 1 for artifacts, _ in marks)
    assert marks[1][0] == marks[0][0] + 2, "the second page also repeats the two cells of the table head"
    assert [numbers for _, numbers in marks] == owned_marks(pdf)


def test_links_are_described_by_their_words(pdf):
    assert [str(link.Contents) for link in links(pdf)] == ["de uitleg", "de website"]


def test_a_figure_lies_within_its_page_in_points(pdf):
    (figure,) = [e for e in all_elements(pdf) if e.S == "/Figure"]
    left, low, right, high = (float(edge) for edge in figure.A.BBox)
    assert (right - left, high - low) == pytest.approx((75, 37.5))
    assert 0 < left < right < 420
    assert 300 < low < high < 595
    assert str(figure.Alt) == "Een vlak"


def test_the_metadata_says_that_it_is_universally_accessible(pdf):
    with pdf.open_metadata() as metadata:
        assert metadata["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"


def test_a_link_over_two_lines_is_described_by_all_its_words() -> None:
    long = "de uitleg van dit alles, " * 12
    found = rendered(finished=True, page=PAGE.replace("de uitleg</a>", f"{long.strip()}</a>"))
    inside = [str(link.Contents) for link in links(found) if "/Dest" in link]
    assert len(inside) > 1
    assert set(inside) == {long.strip()}
