"""What readers need of a finished report and no validator asks: every assertion on every variant."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pikepdf
import pytest
from example_reports import NAMES, ExampleReports

from tests.reporting import opened

pytestmark = pytest.mark.xdist_group("reports")

FILE_NAME = re.compile(r"\.(svg|png|jpe?g|gif|pdf|html)\b", re.IGNORECASE)
WORD = re.compile(r"[^\W_]")
ADDRESS = re.compile(r"#|://|^www\.|^[a-z]+(-[a-z]+)+$")


@dataclass(frozen=True)
class Opened:
    """One report: its file, its tag tree in reading order, and the HTML it was made from."""

    pdf: pikepdf.Pdf
    elements: list[Any]
    html: str

    def tagged(self, *tags: str) -> list[Any]:
        return [element for element in self.elements if str(element.S) in tags]


@pytest.fixture(scope="module", params=NAMES)
def report(request: pytest.FixtureRequest, example_reports: ExampleReports) -> Opened:
    pdf = pikepdf.open(example_reports.files[request.param])
    return Opened(pdf, opened.all_elements(pdf), example_reports.pages[request.param])


def test_every_heading_of_a_table_says_what_it_heads(report):
    heads = report.tagged("/TH")
    assert heads
    assert {str(head.get("/A", {}).get("/Scope")) for head in heads} == {"/Column", "/Row"}


def test_the_pdf_has_as_many_tables_as_the_html(report):
    assert len(report.tagged("/Table")) == report.html.count("<table") > 0


def test_everything_outside_the_reading_order_is_an_artifact(report):
    for page, owned in zip(report.pdf.pages, opened.owned_marks(report.pdf), strict=True):
        assert opened.count_marks(page)[1] == owned


def test_the_running_headers_of_every_page_are_artifacts(report):
    _, *inside = report.pdf.pages
    assert all(opened.count_marks(page)[0] for page in inside)


def test_every_font_is_in_the_file(report):
    fonts = opened.fonts(report.pdf)
    assert fonts
    assert all("/FontFile2" in font.FontDescriptor for font in fonts)


def test_every_picture_says_in_a_sentence_what_it_shows(report):
    texts = [str(figure.get("/Alt", "")) for figure in report.tagged("/Figure")]
    assert texts
    assert [text for text in texts if len(text.split()) < 4 or not text.endswith(".")] == []
    assert [text for text in texts if FILE_NAME.search(text)] == []


def test_headings_go_down_one_level_at_a_time(report):
    levels = [int(str(head.S)[2:]) for head in report.tagged("/H1", "/H2", "/H3", "/H4", "/H5", "/H6")]
    assert levels.count(1) == 1
    assert all(below - above <= 1 for above, below in pairwise([0, *levels]))


def test_the_language_is_dutch(report):
    assert report.pdf.Root.Lang == "nl"
    assert {str(element.Lang) for element in report.elements if "/Lang" in element} <= {"nl"}


def test_every_link_is_described_by_words(report):
    texts = [str(link.get("/Contents", "")) for link in opened.links(report.pdf)]
    assert texts
    assert [text for text in texts if not WORD.search(text) or ADDRESS.search(text)] == []


def test_every_link_in_the_report_leads_somewhere(report):
    places = opened.places(report.pdf)
    inside = [str(link.Dest) for link in opened.links(report.pdf) if "/Dest" in link]
    assert inside
    assert set(inside) <= places.keys()


def test_the_bookmarks_are_the_headings_in_the_order_of_the_pages(report):
    bookmarks = opened.bookmarks(report.pdf)
    assert len(bookmarks) == len(report.tagged("/H1", "/H2", "/H3"))
    assert all(title.strip() for title, _ in bookmarks)
    assert [place for _, place in bookmarks] == sorted(place for _, place in bookmarks)
