"""The PDF: tagged, quiet, the same every time, and closed to everything that is not the report's own."""

import errno
import io
import logging
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path
from types import SimpleNamespace

import pikepdf
import pypdfium2
import pytest
from weasyprint.urls import FatalURLFetchingError

from marktscan.assets import templates
from marktscan.reporting import write
from marktscan.reporting.pdf import OwnAssets, pdf
from marktscan.reporting.rendering import at_once
from marktscan.reporting.variants import UnknownVariantError
from marktscan.reporting.write import write_reports
from tests.reporting import small
from tests.reporting.test_html import html


def _write(root: Path, *only: str, steps: list[str] | None = None) -> tuple[Path, ...]:
    made = small.scan()
    progress = (steps if steps is not None else []).append
    return write_reports(root, made, small.results(made), small.NO_STRESS, (), only, progress).files


@pytest.fixture(scope="module")
def document() -> bytes:
    return pdf(html(small.scan()))


def test_a_clean_render_logs_nothing(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        pdf(html(small.scan(), "gemeente-diemen"))
    assert caplog.records == []


def test_a_sheet_and_its_cell_stay_on_one_line_and_are_found_as_they_are_written() -> None:
    words = "".join(f'<p style="width: {room}pt">polder · Vragen!F104</p>' for room in range(20, 120, 4))
    with pypdfium2.PdfDocument(pdf(f'<html lang="nl"><title>x</title><body>{words}')) as document:
        read = document[0].get_textpage().get_text_range().split()
    whole = [word for word in read if word == "Vragen!F104"]
    assert len(whole) >= 15
    assert "Vragen!" not in read


def test_the_same_report_has_the_same_bytes(document: bytes) -> None:
    assert pdf(html(small.scan())) == document


def test_the_document_says_what_it_is(document: bytes) -> None:
    with pikepdf.open(io.BytesIO(document)) as opened:
        assert opened.Root.Lang == "nl"
        assert opened.Root.MarkInfo.Marked
        assert "Fictieve" in str(opened.docinfo.Title).capitalize() or "fictieve" in str(opened.docinfo.Title)
        assert opened.docinfo.Author == "Gemeenten Aalsmeer, Amstelveen en Diemen"
        outline = [item.title for item in opened.open_outline().root]
        assert outline == ["Rx.Enterprise doorontwikkelen of vervangen?"]


def test_every_font_is_the_reports_own(document: bytes) -> None:
    with pikepdf.open(io.BytesIO(document)) as opened:
        fonts = {
            str(font.BaseFont).partition("+")[2]
            for sheet in opened.pages
            for font in sheet.Resources.get("/Font", {}).values()
        }
    assert fonts and all(font.startswith("Source-Sans-3") for font in fonts)


@pytest.mark.parametrize(
    "address",
    [
        "https://voorbeeld.nl/a.css",
        "file:///etc/passwd",
        (templates() / "base.html").as_uri(),
        f"{templates().as_uri()}/css/../../pyproject.toml",
        "data:text/css,body{}",
    ],
)
def test_nothing_from_outside_is_fetched(address: str) -> None:
    with pytest.raises(FatalURLFetchingError):
        OwnAssets().fetch(address)


def test_an_address_in_the_text_stops_the_render() -> None:
    with pytest.raises(FatalURLFetchingError):
        pdf('<link rel="stylesheet" href="https://voorbeeld.nl/a.css"><p>tekst')


def test_reports_are_written_under_build_and_named_after_their_variant(tmp_path: Path) -> None:
    steps: list[str] = []
    written = _write(tmp_path, "gemeente-diemen", steps=steps)
    assert written == tuple(Path(f"build/reports/gemeente-diemen.{kind}") for kind in ("pdf", "html"))
    assert (tmp_path / written[0]).read_bytes().startswith(b"%PDF")
    assert steps == ["7 Rapporten maken: gemeente-diemen"]
    assert {tmp_path / path for path in written} == {*(tmp_path / "build/reports").iterdir()}


def test_all_variants_are_written_when_none_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write, "rendered", lambda pages: (b"een" for _ in pages))
    names = list(dict.fromkeys(path.stem for path in _write(tmp_path)))
    own = [f"gemeente-{slug}" for slug in ("aalsmeer", "amstelveen", "diemen")]
    vendors = [f"leverancier-{slug}" for slug in ("kade-zaken", "polder", "rx-enterprise")]
    assert names == ["stuurgroep", *own, *vendors, "openbaar"]


def test_an_unknown_variant_is_named_with_the_known_ones_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(UnknownVariantError) as raised:
        _write(tmp_path, "stuurgroep", "stuurgroup")
    assert raised.value.name == "stuurgroup"
    assert raised.value.known[0] == "stuurgroep"
    assert not (tmp_path / "build").exists()


def test_a_failure_leaves_the_previous_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report = tmp_path / write.FOLDER / "stuurgroep.pdf"
    report.parent.mkdir(parents=True)
    report.write_bytes(b"het vorige")

    def refuse(self: Path, target: Path) -> Path:
        raise OSError("geen ruimte")

    monkeypatch.setattr(write, "rendered", lambda pages: (b"half" for _ in pages))
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="geen ruimte"):
        _write(tmp_path, "stuurgroep")
    assert report.read_bytes() == b"het vorige"
    assert [path.name for path in report.parent.iterdir()] == ["stuurgroep.pdf"]


def _killed(page: str) -> bytes:
    """A process that the system ends, as it does when memory runs out."""
    os.kill(os.getpid(), signal.SIGKILL)
    return page.encode()


@pytest.mark.skipif(os.name != "posix", reason="only POSIX ends a process by a signal")
def test_a_process_that_is_ended_says_that_memory_ran_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(at_once, "_pdf", _killed)
    with pytest.raises(MemoryError):
        list(at_once.rendered(["<p>een", "<p>twee"]))


def test_all_reports_are_put_in_place_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is full at the third of four reports: none of the four is new."""
    folder = tmp_path / write.FOLDER
    folder.mkdir(parents=True)
    (folder / "stuurgroep.pdf").write_bytes(b"het vorige")
    written = Path.write_bytes

    def full(self: Path, content: bytes) -> int:
        if "amstelveen" in self.name:
            raise OSError(errno.ENOSPC, "No space left on device")
        return written(self, content)

    monkeypatch.setattr(write, "rendered", lambda pages: (b"nieuw" for _ in pages))
    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        _write(tmp_path)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {"stuurgroep.pdf": b"het vorige"}


@pytest.mark.parametrize("start", get_all_start_methods())
def test_several_documents_are_the_same_as_one_by_one(monkeypatch: pytest.MonkeyPatch, start: str) -> None:
    if start != "fork":
        monkeypatch.setattr(at_once, "_nursery", lambda: get_context(start))
    pages = ["<p>een", "<p>twee", "<p>drie keer"]
    assert list(at_once.rendered(iter(pages))) == [pdf(page) for page in pages]


@pytest.mark.parametrize(("start", "begun"), [("forkserver", 1), ("spawn", 0)])
def test_what_renders_is_loaded_beforehand_where_processes_are_copied(
    monkeypatch: pytest.MonkeyPatch, start: str, begun: int
) -> None:
    calls: list[str] = []
    monkeypatch.setattr(at_once, "_nursery", lambda: SimpleNamespace(get_start_method=lambda: start))
    monkeypatch.setattr("multiprocessing.forkserver.ensure_running", lambda: calls.append(start))
    at_once.make_ready()
    assert len(calls) == begun


def test_a_process_that_renders_loads_no_chapters() -> None:
    loaded = "import sys, marktscan.reporting.rendering.at_once, marktscan.reporting.pdf; print(*sys.modules)"
    names = subprocess.run([sys.executable, "-c", loaded], check=True, capture_output=True, text=True).stdout
    assert "weasyprint" in names.split()
    assert "marktscan.reporting.chapters" not in names.split()


def test_an_error_in_a_page_ends_the_run() -> None:
    def pages() -> Iterator[str]:
        yield "<p>een"
        raise ValueError("geen bladzijde")

    with pytest.raises(ValueError, match="geen bladzijde"):
        list(at_once.rendered(pages()))


def test_the_summary_takes_exactly_two_pages_for_six_vendors() -> None:
    codes = "SSCPRMNOSS"
    six = {f"pakket-{n}": codes[n:] + codes[:n] for n in range(5)} | {"rx-enterprise": codes}
    with pikepdf.open(io.BytesIO(pdf(html(small.scan(answers=six))))) as opened:
        pages = [sheet.objgen for sheet in opened.pages]
        names = opened.Root.Names.Dests.Names
        places = {str(names[n]): pages.index(names[n + 1][0].objgen) for n in range(0, len(names), 2)}
    assert places["leeswijzer"] - places["samenvatting"] == 2


def test_attached_files_are_told_as_data_and_have_the_same_bytes_every_time() -> None:
    files = {"scores.csv": b"Gemeente;Score\r\n", "results.json": b"{}\n"}
    made = [pdf("<html lang=nl><title>Proef</title><h1>Proef</h1>", files, date(2026, 11, 23)) for _ in "ab"]
    assert made[0] == made[1]
    with pikepdf.open(io.BytesIO(made[0])) as opened:
        assert {name: file.get_file().read_bytes() for name, file in opened.attachments.items()} == files
        assert [str(file.AFRelationship) for file in opened.Root.AF] == ["/Data", "/Data"]
        dates = {str(file.get_file().obj.Params.CreationDate) for file in opened.attachments.values()}
        assert dates == {"D:20261123000000Z"}
