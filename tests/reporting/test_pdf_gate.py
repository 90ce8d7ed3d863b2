"""The veraPDF engine judges every report: PDF/UA-1 and PDF/A-2a. Bad files prove that it can fail."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from weasyprint import HTML

from marktscan.reporting.pdf import pdf

ROOT = Path(__file__).parents[2]
GATE = ROOT / "tools" / "pdf_gate.py"
CONFORMS, FAILS, UNREADABLE, NO_JAVA = range(4)
PROPER = '<html lang="nl"><title>Proef</title><h1>Proef</h1><p>Tekst.</p></html>'


def judge(*paths: Path, profiles: str = "ua1,2a") -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, GATE, "-p", profiles, *paths], capture_output=True, text=True, check=False
    )
    if done.returncode == NO_JAVA and not os.environ.get("CI"):
        pytest.skip(done.stderr)
    return done.returncode, done.stdout + done.stderr


@pytest.mark.xdist_group("reports")
def test_every_report_of_the_example_is_accessible_and_archivable(example_reports):
    reports = example_reports.files.values()
    code, told = judge(*reports)
    assert code == CONFORMS, told
    assert told.count("conforms") == 2 * len(reports)


@pytest.mark.parametrize(
    ("name", "html", "options", "rule"),
    [
        ("not marked as accessible", PROPER, {"pdf_variant": "pdf/a-2a"}, "5-1"),
        ("not tagged", PROPER, {"pdf_variant": "pdf/a-2b"}, "7.1-"),
        ("without a title", PROPER.replace("<title>Proef</title>", ""), {"pdf_variant": "pdf/ua-1"}, "7.1-"),
        ("not archivable", PROPER, {"pdf_tags": True}, "6.6.2"),
    ],
)
def test_a_bad_file_fails(tmp_path, name, html, options, rule):
    path = tmp_path / f"{name}.pdf"
    HTML(string=html).write_pdf(path, **options)
    code, told = judge(path)
    assert code == FAILS
    assert rule in told


def test_a_report_with_its_data_inside_is_accessible_and_archivable_with_files(tmp_path):
    path = tmp_path / "met-gegevens.pdf"
    path.write_bytes(pdf(PROPER, {"results.json": b"{}", "scores.csv": b"a;b"}, date(2026, 11, 23)))
    code, told = judge(path, profiles="ua1,3a")
    assert code == CONFORMS, told
    assert judge(path)[0] == FAILS, "data inside is no PDF/A-2"


def test_a_file_that_is_no_pdf_is_unreadable(tmp_path):
    path = tmp_path / "tekst.pdf"
    path.write_text("geen PDF")
    code, told = judge(path)
    assert code == UNREADABLE
    assert "tekst.pdf" in told
