"""A report in which something leaks is not delivered; the others are, and the run fails."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from marktscan import pipeline
from marktscan.audience import Material, Selection
from marktscan.cli.findings import exit_code
from marktscan.domain.classification import Reader
from marktscan.domain.finding import Code
from marktscan.reporting import write
from marktscan.reporting.guard import MOST, Guard
from marktscan.reporting.variants import Variant
from marktscan.wording.findings import text_of
from tests.audience.material import whole
from tests.reporting import small

LEAK = b"Polder Componenten vraagt 100.006 euro."
KADE = Variant("leverancier-kade-zaken", vendor="kade-zaken")


def written(root: Path, monkeypatch: pytest.MonkeyPatch, *only: str) -> write.Written:
    """All PDFs say what a vendor may not read of another; the editions are what they should be."""

    monkeypatch.setattr(write, "rendered", lambda pages: (LEAK for _ in pages))
    made = whole()
    return write.write_reports(
        root, made.scan, small.results(made.scan), small.NO_STRESS, (), only, [].append
    )


def test_only_the_file_that_leaks_is_held_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = written(tmp_path, monkeypatch, "stuurgroep", "leverancier-kade-zaken", "openbaar")
    names = {path.name for path in made.files}
    assert names == {"stuurgroep.pdf", "stuurgroep.html", "leverancier-kade-zaken.html", "openbaar.html"}
    assert {path.name for path in (tmp_path / "build/reports").iterdir()} == names


def test_a_leak_is_told_with_report_place_and_cell_and_without_what_leaked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    leaks = written(tmp_path, monkeypatch, "leverancier-kade-zaken").leaks
    assert {(item.code, item.source.file, item.source.cell) for item in leaks} == {
        (Code.LEAK, "vendors/polder/answers.xlsx", ""),
        (Code.LEAK, "vendors/polder/answers.xlsx", "G3"),
        (Code.LEAK, "vendors/polder/prices.xlsx", "E2"),
    }
    for item in leaks:
        said = str(text_of(item))
        assert "leverancier-kade-zaken.pdf" in said
        assert "de tekst" in said
        assert "Polder" not in said
        assert "100" not in said


def test_the_report_of_the_last_time_stays_when_this_one_leaks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tmp_path / write.FOLDER / "leverancier-kade-zaken.pdf"
    before.parent.mkdir(parents=True)
    before.write_bytes(b"het vorige")
    written(tmp_path, monkeypatch, "leverancier-kade-zaken")
    assert before.read_bytes() == b"het vorige"


def test_a_report_from_which_something_follows_is_not_even_made(monkeypatch: pytest.MonkeyPatch) -> None:
    made = whole()
    selection = Selection(made)

    def unselected(self: Selection, reader: Reader) -> Material:
        return made

    monkeypatch.setattr(Selection, "material_for", unselected)
    guard = Guard(selection)
    assert not guard.admits(KADE)
    assert {item.code for item in guard.findings} == {Code.LEAK_INFERRED}
    assert 0 < len(guard.findings) <= MOST
    assert guard.admits(Variant("stuurgroep"))


def test_a_file_that_cannot_be_searched_is_held_back() -> None:
    guard = Guard(Selection(whole()))
    assert guard.clean(KADE, {"leverancier-kade-zaken.pdf": b"%PDF-1.7 kapot"}) == {}
    (told,) = guard.findings
    assert (told.code, told.source.file) == (
        Code.REPORT_UNSEARCHABLE,
        "build/reports/leverancier-kade-zaken.pdf",
    )


def test_the_run_ends_with_the_leak_among_its_findings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So the exit code is 1, although the other reports are there."""
    made = whole()
    scored = pipeline.Outcome((), made.scan, small.results(made.scan), small.NO_STRESS)
    monkeypatch.setattr(pipeline, "score", lambda root, progress: scored)
    monkeypatch.setattr(write, "rendered", lambda pages: (LEAK for _ in pages))
    outcome = pipeline.report(tmp_path, ("openbaar", "leverancier-kade-zaken"))
    assert {item.code for item in outcome.findings} == {Code.LEAK}
    assert exit_code(outcome.findings) == 1
    assert {path.name for path in outcome.reports} == {"leverancier-kade-zaken.html", "openbaar.html"}


def test_the_first_report_can_be_rendered_before_the_second_is_judged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    judged: list[str] = []
    admits = Guard.admits

    def remembered(self: Guard, variant: Variant) -> bool:
        judged.append(variant.name)
        return admits(self, variant)

    def rendered(pages: Iterator[str]) -> Iterator[bytes]:
        next(pages)
        assert judged == ["stuurgroep"]
        return (b"nieuw" for _ in ("", *pages))

    made = whole()
    monkeypatch.setattr(Guard, "admits", remembered)
    monkeypatch.setattr(write, "rendered", rendered)
    results = small.results(made.scan)
    write.write_reports(tmp_path, made.scan, results, small.NO_STRESS, (), (), [].append)
    assert len(judged) > 1
