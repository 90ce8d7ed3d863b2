"""As small, as large and as strange as can be: every report is whole, lawful and readable.

Larger ones, some minutes of work, are behind `make extreme`.
"""

import os
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pypdfium2
import pytest

from marktscan.domain.programme import Programme
from marktscan.reporting.compose import compose
from marktscan.reporting.facts import Facts
from marktscan.reporting.html import render
from marktscan.reporting.pdf import pdf
from tests.extreme import extremes
from tests.extreme.extremes import Size
from tests.reporting import page, small, sound
from tests.reporting.test_pdf_gate import CONFORMS, judge

pytestmark = pytest.mark.xdist_group("extreme")
LARGE = os.environ.get("MARKTSCAN_EXTREME") == "1"


def _one_of_each() -> str:
    """One vendor, one municipality, strange texts, no prices."""
    return extremes.html(Size(1, 1, 12, prices=False))


def _twelve_vendors() -> str:
    """Twelve vendors with strange names, texts and prices, one municipality."""
    return extremes.html(Size(1, 12, 6))


def _twelve_municipalities() -> str:
    """Twelve municipalities with strange names, one vendor."""
    return extremes.html(Size(12, 1, 4))


def _twelve_by_twelve() -> str:
    """Twelve vendors, twelve municipalities, strange texts and prices: some two hundred and fifty sheets."""
    return extremes.html(Size(12, 12, 36))


def _nothing() -> str:
    """A project in which nobody asked, answered or priced anything, and nothing has a text."""
    facts = extremes.facts(Size(1, 1, 1, prices=False))
    project = replace(facts.project, milestones=(), to_verify=())
    lists = tuple(replace(item, requirements=(), theme_weights=()) for item in facts.scan.lists)
    scan = replace(facts.scan, project=project, programme=Programme(), lists=lists, submissions=())
    return render(compose(Facts(scan, small.results(scan), small.NO_STRESS, (), facts.variant)))


def _six_hundred() -> str:
    """Six hundred requirements, four vendors, three municipalities."""
    return extremes.html(Size(3, 4, 600, strange=False))


SCANS: dict[str, Callable[[], str]] = {
    "one of each": _one_of_each,
    "twelve vendors": _twelve_vendors,
    "twelve municipalities": _twelve_municipalities,
    "nothing": _nothing,
}
if LARGE:
    SCANS |= {"twelve by twelve": _twelve_by_twelve, "six hundred": _six_hundred}


@pytest.fixture(scope="module", params=SCANS)
def made(request: pytest.FixtureRequest) -> tuple[str, bytes]:
    html = SCANS[request.param]()
    return html, pdf(html)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("uitersten")


def test_the_report_has_what_readers_need_and_lies_on_the_paper(
    made: tuple[str, bytes], folder: Path
) -> None:
    html, document = made
    (folder / f"{sha256(document).hexdigest()}.pdf").write_bytes(document)
    assert sound.faults(sound.open_report(document, html)) == {}
    with pypdfium2.PdfDocument(document) as opened:
        assert [number for number, sheet in enumerate(opened, 1) if _reaches_out(sheet)] == []


def test_all_of_them_are_accessible_and_archivable(folder: Path) -> None:
    reports = sorted(folder.iterdir())
    assert len(reports) == len(SCANS)
    code, told = judge(*reports)
    assert code == CONFORMS, told


def _reaches_out(sheet: pypdfium2.PdfPage) -> bool:
    text = sheet.get_textpage()
    width, height = sheet.get_size()
    boxes = (text.get_rect(place) for place in range(text.count_rects()))
    return any(left < 0 or right > width or low < 0 or high > height for left, low, right, high in boxes)


def test_strange_text_stays_text_and_is_not_lost() -> None:
    read = page.read(extremes.html(Size(2, 2, 24)))
    assert not {"script", "img", "iframe"} & set(read.elements)
    assert extremes.LONG_WORD in read.text
    assert "<script>alert('x')</script> {{ 7*7 }} <b>vet</b> & &lt;" in read.text
    assert "(ingekort, zie " in read.text
    assert "\u202e" not in read.text and "\x07" not in read.text and "👍" not in read.text
    assert "□" in read.text


def test_six_hundred_requirements_are_all_there() -> None:
    """As a page; the PDF of it, three hundred sheets, is behind `make extreme`."""
    read = page.read(_six_hundred())
    assert sum(name.startswith("eis-") for name in read.ids) == 600
    assert len(read.ids) == len(set(read.ids))
    assert all(len(set(table.rows)) == 1 for table in read.tables)
