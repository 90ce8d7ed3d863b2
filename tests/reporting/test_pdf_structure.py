"""Every assertion on what readers need, on every kind of report; files made bad prove that each can fail."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from example_reports import NAMES, ExampleReports

from marktscan.reporting import finishing
from marktscan.reporting.pdf import pdf
from tests.reporting import opened, sound

GROUP = pytest.mark.xdist_group("reports")
ROWS = "".join(f'<tr><th scope="row">R{n}</th><td>cel {n}</td></tr>' for n in range(60))
PAGE = f"""<html lang="nl"><head><title>Proef</title>
<link rel="stylesheet" href="css/tokens.css"><link rel="stylesheet" href="css/print.css"></head>
<body data-running="Kopregel" data-notice="" data-owners="Wij"><section class="cover"><h1>Proef</h1></section>
<section class="chapter new-page"><h2 id="tabel">Tabel</h2><p>Lees <a href="#de-uitleg">de uitleg</a>.</p>
<svg width="100" height="50" viewBox="0 0 100 50"><title>Dit vlak laat niets zien.</title>
<rect width="9" height="9"/></svg>
<table><caption>Lange tabel</caption>
<thead><tr><th scope="col">Eis</th><th scope="col">Antwoord</th></tr></thead>
<tbody>{ROWS}</tbody></table><h3 id="de-uitleg">Uitleg</h3><p>Uitleg.</p></section></body></html>"""


@pytest.fixture(scope="module", params=[pytest.param(name, marks=GROUP) for name in NAMES])
def report(request: pytest.FixtureRequest, example_reports: ExampleReports) -> sound.Opened:
    return sound.open_report(example_reports.files[request.param], example_reports.pages[request.param])


@pytest.mark.parametrize("assertion", sound.ASSERTIONS)
def test_every_kind_of_report_has_what_readers_need(report: sound.Opened, assertion: str) -> None:
    assert sound.ASSERTIONS[assertion](report) == []


def test_there_is_something_to_assert_on(report: sound.Opened) -> None:
    for tag in ("/TH", "/Table", "/Figure", "/H2", "/H3", "/Link"):
        assert report.tagged(tag), tag
    assert opened.bookmarks(report.pdf) and opened.links(report.pdf)


@pytest.fixture(scope="module")
def good() -> bytes:
    return pdf(PAGE)


def test_the_page_that_is_made_bad_below_is_good(good: bytes) -> None:
    assert sound.faults(sound.open_report(good, PAGE)) == {}


def test_a_page_as_the_library_leaves_it_has_most_of_the_faults(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("marktscan.reporting.pdf.finish", None)
    found = sound.faults(sound.open_report(pdf(PAGE), PAGE))
    assert found.keys() >= {"heads_without_scope", "tables_gained_or_lost", "links_without_words"}


@pytest.mark.parametrize(
    ("step", "fault"),
    [
        ("describe_links", "links_without_words"),
        ("join_tables", "tables_gained_or_lost"),
        ("scope_headers", "heads_without_scope"),
        ("place_figures", "figures_elsewhere"),
        ("hide_what_is_not_content", "pages_with_spoken_running_heads"),
    ],
)
def test_every_step_of_the_finish_is_missed_when_it_is_left_out(
    monkeypatch: pytest.MonkeyPatch, step: str, fault: str
) -> None:
    monkeypatch.setattr(finishing, step, lambda *_: None)
    assert fault in sound.faults(sound.open_report(pdf(PAGE), PAGE))


@pytest.mark.parametrize(
    ("right", "wrong", "fault"),
    [
        ("Dit vlak laat niets zien.", "logo_def.svg", "dumb_pictures"),
        ("Dit vlak laat niets zien.", "afbeelding", "dumb_pictures"),
        ("Dit vlak laat niets zien.", "Dit is het bestand kaart.png.", "dumb_pictures"),
        ("<title>Dit vlak laat niets zien.</title>", "", "dumb_pictures"),
        ('<h2 id="tabel">Tabel</h2>', '<h3 id="tabel">Tabel</h3>', "skipped_headings"),
        ('<h2 id="tabel">Tabel</h2>', '<h1 id="tabel">Tabel</h1>', "skipped_headings"),
        ("<h1>Proef</h1>", "<p>Proef</p>", "skipped_headings"),
        ('lang="nl"', 'lang="en"', "other_languages"),
        ("<p>Uitleg.</p>", '<p lang="en">Explanation.</p>', "other_languages"),
        ("de uitleg</a>", "https://voorbeeld.nl/uitleg</a>", "links_without_words"),
        ("de uitleg</a>", "→</a>", "links_without_words"),
        ("<p>Uitleg.</p>", '<p style="margin-left: -400pt">Uitleg.</p>', "text_outside_the_paper"),
        ("<p>Uitleg.</p>", '<p style="margin-left: 700pt">Uitleg.</p>', "text_outside_the_paper"),
    ],
)
def test_a_page_with_a_fault_is_seen(right: str, wrong: str, fault: str) -> None:
    bad = PAGE.replace(right, wrong)
    assert bad != PAGE
    assert fault in sound.faults(sound.open_report(pdf(bad), bad))


def _first_figure(file: pikepdf.Pdf) -> Any:
    return next(element for element in opened.all_elements(file) if element.S == "/Figure")


def _without_a_font(file: pikepdf.Pdf) -> None:
    del opened.fonts(file)[0].FontDescriptor.FontFile2


def _without_a_scope(file: pikepdf.Pdf) -> None:
    heads = [element for element in opened.all_elements(file) if element.S == "/TH"]
    del heads[-1].A.Scope


def _without_words_for_a_picture(file: pikepdf.Pdf) -> None:
    _first_figure(file).Alt = ""


def _without_a_row(file: pikepdf.Pdf) -> None:
    body = next(element for element in opened.all_elements(file) if element.S == "/TBody")
    del body.K[-1]


def _with_a_link_to_nowhere(file: pikepdf.Pdf) -> None:
    opened.links(file)[0].Dest = "weg"


def _without_a_bookmark(file: pikepdf.Pdf) -> None:
    with file.open_outline() as outline:
        del outline.root[0].children[-1]


def _with_bookmarks_out_of_order(file: pikepdf.Pdf) -> None:
    with file.open_outline() as outline:
        outline.root[0].destination = opened_last(file)


def opened_last(file: pikepdf.Pdf) -> Any:
    return pikepdf.Array([file.pages[-1].obj, pikepdf.Name.XYZ, 0, 0, 0])


def _with_a_mark_nobody_owns(file: pikepdf.Pdf) -> None:
    owners = next(n for n in file.Root.StructTreeRoot.ParentTree.Nums if isinstance(n, pikepdf.Array))
    owners[-1] = None


def _with_a_figure_beside_the_page(file: pikepdf.Pdf) -> None:
    _first_figure(file).A.BBox = pikepdf.Array([900, 10, 950, 20])


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (_without_a_font, "fonts_left_out"),
        (_without_a_scope, "heads_without_scope"),
        (_without_words_for_a_picture, "dumb_pictures"),
        (_without_a_row, "tables_gained_or_lost"),
        (_with_a_link_to_nowhere, "dead_links"),
        (_without_a_bookmark, "wrong_bookmarks"),
        (_with_bookmarks_out_of_order, "wrong_bookmarks"),
        (_with_a_mark_nobody_owns, "strays"),
        (_with_a_figure_beside_the_page, "figures_elsewhere"),
    ],
)
def test_a_finished_file_that_is_spoiled_afterwards_is_seen(
    good: bytes, spoil: Callable[[pikepdf.Pdf], None], fault: str
) -> None:
    file = pikepdf.open(BytesIO(good))
    spoil(file)
    spoiled = BytesIO()
    file.save(spoiled)
    assert fault in sound.faults(sound.open_report(spoiled.getvalue(), PAGE))


def test_every_assertion_is_seen_to_fail() -> None:
    """Each assertion stands as a fault in one of the lists above."""
    told = {
        mark.args[1][place][-1]
        for test in (
            test_every_step_of_the_finish_is_missed_when_it_is_left_out,
            test_a_page_with_a_fault_is_seen,
            test_a_finished_file_that_is_spoiled_afterwards_is_seen,
        )
        for mark in test.pytestmark  # type: ignore[attr-defined]
        for place in range(len(mark.args[1]))
    }
    assert told == set(sound.ASSERTIONS)
