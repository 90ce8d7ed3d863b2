"""How far people are: the figures that the formulas on Lees mij give when a program recomputes them."""

import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from scan_factory import project

from marktscan.domain.progress import FormProgress, Stage
from marktscan.domain.project import Deadlines, Forms
from marktscan.domain.sender import Role
from marktscan.project_file import read_project
from marktscan.spreadsheets.columns import (
    ANSWERS,
    CONSENSUS,
    MARKS,
    PRICES,
    REQUIREMENTS,
    THEMES,
    VENDOR,
    decisions_form,
)
from marktscan.spreadsheets.read_progress import read_progress
from marktscan.spreadsheets.write import ReadMe, Sheet, write_workbook

README = ReadMe("Proef", "Proef", (), (), (), "projectleider", "", "1")
LOCALES = ("nl-NL", "en-US")
DUE = date(2026, 10, 1)
ASKED = project("diemen", invited=("zaak",), forms=Forms(deadlines=Deadlines(DUE, DUE, DUE)))


def write(path: Path, *sheets: Sheet) -> None:
    lists = {"themas": (), "cijfers": ()}
    write_workbook(path, README, sheets, fictitious=True, choices=lists)


def of(forms: tuple[FormProgress, ...], file: str) -> FormProgress:
    return next(form for form in forms if form.file == file)


def figures(form: FormProgress) -> list[tuple[str, int, int, int]]:
    return [(part.label, part.done, part.total, part.left) for part in form.parts]


def test_nothing_came_in(tmp_path):
    forms = read_progress(tmp_path, ASKED)
    assert [(form.sender.role, form.file, form.stage) for form in forms] == [
        (Role.MUNICIPALITY, "requirements/diemen.xlsx", Stage.MISSING),
        (Role.VENDOR, "vendors/zaak/answers.xlsx", Stage.MISSING),
        (Role.VENDOR, "vendors/zaak/prices.xlsx", Stage.MISSING),
        (Role.PROJECT, "requirements/samenvoeging.xlsx", Stage.MISSING),
    ]
    assert [form.is_overdue(date(2026, 10, 1)) for form in forms] == [False] * 4
    assert [form.is_overdue(date(2026, 10, 2)) for form in forms] == [True] * 4


def test_without_a_deadline_nothing_is_late(tmp_path):
    forms = read_progress(tmp_path, project("diemen"))
    assert not any(form.is_overdue(date(2099, 1, 1)) for form in forms)


def test_a_municipality_counts_every_required_column(tmp_path):
    rows = [
        {"id": "ARC-01", "theme": "ARC", "text": "Een.", "kind": "eis", "weight": 3},
        {"id": "ARC-02", "theme": "ARC"},
    ]
    weights = [{"theme": "ARC", "weight": 100}]
    write(tmp_path / "requirements/diemen.xlsx", Sheet(REQUIREMENTS, rows), Sheet(THEMES, weights))
    form = of(read_progress(tmp_path, ASKED), "requirements/diemen.xlsx")
    assert figures(form) == [
        ("Eisen: Thema", 2, 2, 0),
        ("Eisen: Eis", 1, 2, 1),
        ("Eisen: Soort", 1, 2, 1),
        ("Eisen: Gewicht", 1, 2, 1),
        ("Thema's: Gewicht", 1, 1, 0),
    ]
    assert form.stage is Stage.STARTED


def test_a_vendor_counts_by_status_whatever_the_capitals(tmp_path):
    answers = [
        {"id": "ARC-01", "code": "s", "evidence": "Handleiding"},
        {"id": "ARC-02", "code": "s"},
        {"id": "ARC-03", "code": "N", "confidential": "JA"},
        {"id": "ARC-04"},
    ]
    facts = [{"fact": "Naam leverancier", "value": "Zaak B.V."}]
    write(tmp_path / "vendors/zaak/answers.xlsx", Sheet(VENDOR, facts), Sheet(ANSWERS, answers))
    form = of(read_progress(tmp_path, ASKED), "vendors/zaak/answers.xlsx")
    assert figures(form) == [("Leverancier: Waarde", 1, 1, 0), ("Vragen", 1, 4, 3)]


def test_one_amount_is_enough_for_a_price_line(tmp_path):
    lines = [{"kind": "Licentie", "yearly": 10}, {"kind": "Migratie", "one_off": 0}]
    write(tmp_path / "vendors/zaak/prices.xlsx", Sheet(PRICES, lines))
    form = of(read_progress(tmp_path, ASKED), "vendors/zaak/prices.xlsx")
    assert figures(form) == [("Kosten: Eenmalig", 1, 2, 0), ("Kosten: Per jaar", 1, 2, 0)]
    assert (form.stage, form.is_overdue(date(2027, 1, 1))) == (Stage.READY, False)


@pytest.mark.parametrize(("asked", "total"), [("alleen niveau", 1), ("niveau en cijfer", 2)])
def test_an_assessor_owes_a_mark_where_one_is_asked(tmp_path, asked, total):
    (tmp_path / "vendors/zaak").mkdir(parents=True)
    (tmp_path / "vendors/zaak/answers.xlsx").touch()
    rows = [{"id": "ARC-01", "asked": "niveau en cijfer"}, {"id": "ARC-02", "asked": asked}]
    write(tmp_path / "vendors/zaak/assessments/diemen-1.xlsx", Sheet(MARKS, rows))
    forms = read_progress(tmp_path, ASKED)
    form = of(forms, "vendors/zaak/assessments/diemen-1.xlsx")
    assert (form.vendor, form.stage, figures(form)) == (
        "zaak",
        Stage.EMPTY,
        [("Beoordeling: Cijfer", 0, total, total)],
    )
    assert of(forms, "vendors/zaak/answers.xlsx").stage is Stage.UNREADABLE


def test_decisions_count_like_every_form(tmp_path):
    rows = [{"joint_id": "ARC-01", "decision": "zelfde eis"}, {"joint_id": "ARC-02"}]
    write(tmp_path / "requirements/samenvoeging.xlsx", Sheet(decisions_form((("diemen", "Diemen"),)), rows))
    form = of(read_progress(tmp_path, ASKED), "requirements/samenvoeging.xlsx")
    assert (form.stage, form.deadline, figures(form)) == (
        Stage.STARTED,
        DUE,
        [("Besluiten: Besluit", 1, 2, 1)],
    )


def test_nobody_has_to_agree_but_who_does_says_why(tmp_path):
    rows = [
        {"id": "ARC-01", "mark": 8, "motivation": "Overtuigend."},
        {"id": "ARC-02", "mark": 6},
        {"id": "ARC-03"},
    ]
    file = "vendors/zaak/consensus.xlsx"
    write(tmp_path / file, Sheet(CONSENSUS, rows))
    form = of(read_progress(tmp_path, ASKED), file)
    assert (form.vendor, form.stage, form.deadline) == ("zaak", Stage.STARTED, None)
    assert figures(form) == [("Consensus: Cijfer", 2, 3, 0), ("Consensus: Motivering", 1, 3, 1)]
    write(tmp_path / file, Sheet(CONSENSUS, [rows[0], rows[2]]))
    assert of(read_progress(tmp_path, ASKED), file).stage is Stage.READY


def test_answers_may_come_as_another_kind_of_file(tmp_path):
    folder = tmp_path / "vendors/zaak"
    folder.mkdir(parents=True)
    (folder / "answers.csv").write_text(
        "Eis-ID;Eis;Antwoord\nARC-01;Een.;N\nARC-02;Twee.;\n", encoding="utf-8"
    )
    form = of(read_progress(tmp_path, ASKED), "vendors/zaak/answers.csv")
    assert figures(form) == [("Vragen", 1, 2, 1)]


def test_a_workbook_with_another_sheet_cannot_be_counted(tmp_path):
    write(tmp_path / "vendors/zaak/answers.xlsx", Sheet(PRICES, []))
    assert of(read_progress(tmp_path, ASKED), "vendors/zaak/answers.xlsx").stage is Stage.UNREADABLE


def test_a_workbook_outside_the_project_is_not_opened(tmp_path):
    write(tmp_path / "elders.xlsx", Sheet(PRICES, []))
    folder = tmp_path / "project/vendors/zaak"
    folder.mkdir(parents=True)
    (folder / "prices.xlsx").symlink_to(tmp_path / "elders.xlsx")
    forms = read_progress(tmp_path / "project", ASKED)
    assert of(forms, "vendors/zaak/prices.xlsx").stage is Stage.MISSING


FILES = (
    "requirements/diemen.xlsx",
    "vendors/kade-zaken/answers.xlsx",
    "vendors/kade-zaken/prices.xlsx",
    "vendors/kade-zaken/assessments/diemen-1.xlsx",
    "vendors/kade-zaken/consensus.xlsx",
    "requirements/samenvoeging.xlsx",
)


@pytest.mark.skipif(
    not (os.environ.get("CI") or shutil.which("soffice")), reason="no LibreOffice (soffice) here"
)
@pytest.mark.parametrize("locale", LOCALES)
def test_the_sheets_themselves_count_the_same(example_project, tmp_path, locale):
    """Every third row loses all that can be filled in, and every stored outcome, before it is recomputed."""
    changed = [_thinned(example_project / file, tmp_path / file) for file in FILES]
    recomputed = _recompute(changed, tmp_path, locale)
    declared, _ = read_project(example_project)
    forms = read_progress(tmp_path, declared)
    for file, shown in zip(FILES, recomputed, strict=True):
        form = of(forms, file)
        assert form.parts
        for part in form.parts:
            assert shown[part.label].startswith(f"{part.done} van {part.total} "), (file, part)


def _thinned(source: Path, target: Path) -> Path:
    book = openpyxl.load_workbook(source)
    for sheet in book.worksheets:
        head = [str(cell.value) for cell in sheet[1]]
        wanted = [n for n, text in enumerate(head, 1) if "(invullen)" in text or text in {"Gewicht", "Soort"}]
        for row in range(2, sheet.max_row + 1, 3):
            for column in wanted:
                sheet.cell(row, column).value = None
    target.parent.mkdir(parents=True, exist_ok=True)
    book.save(target)
    return target


def _recompute(files: list[Path], folder: Path, locale: str) -> list[dict[str, str]]:
    """Lees mij of every workbook as LibreOffice shows it, label and value."""
    profile, done = folder / "profiel", folder / "herrekend"
    settings = profile / "user/registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_SETTINGS.format(locale=locale), encoding="utf-8")
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    command += ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(done), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return [_shown(done / file.name) for file in files]


def _shown(file: Path) -> dict[str, str]:
    sheet = openpyxl.load_workbook(file, data_only=True)["Lees mij"]
    return {str(a.value): str(b.value) for a, b, *_ in sheet.iter_rows() if b.value is not None}


_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item>
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">
<value>{locale}</value></prop></item>
</oor:items>
"""
