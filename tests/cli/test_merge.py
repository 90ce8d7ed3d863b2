"""`marktscan merge`: from the lists to a workbook in which people decide, and back."""

import json
import shutil
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from marktscan import outgoing, pipeline
from marktscan.cli import main
from marktscan.domain.finding import Code
from marktscan.domain.programme import Decision
from marktscan.project_file import read_project
from marktscan.spreadsheets.read_decisions import read_decisions
from marktscan.spreadsheets.write_proposals import PROPOSALS_FILE

DECISIONS = "requirements/samenvoeging.xlsx"


@pytest.fixture
def scan(example_project, tmp_path):
    """The example's lists in a folder of their own."""
    shutil.copy(example_project / "marktscan.toml", tmp_path)
    shutil.copytree(example_project / "requirements", tmp_path / "requirements")
    return tmp_path


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def accept(scan: Path) -> None:
    """People save the proposal as their decisions."""
    shutil.copy(scan / PROPOSALS_FILE, scan / DECISIONS)


def change(scan: Path, file: str, sheet: str, cell: str, value: object) -> None:
    book = openpyxl.load_workbook(scan / file)
    book[sheet][cell] = value
    book.save(scan / file)


def cells(scan: Path, joint_id: str) -> dict[str, object]:
    """One row of the proposal by heading."""
    head, *rows = openpyxl.load_workbook(scan / PROPOSALS_FILE)["Besluiten"].iter_rows(values_only=True)
    names = [str(name).removesuffix(" (invullen)") for name in head]
    return next(dict(zip(names, row, strict=True)) for row in rows if row[0] == joint_id)


def find(scan: Path, municipality: str, own_id: str) -> tuple[str, int]:
    file = f"requirements/{municipality}.xlsx"
    rows = openpyxl.load_workbook(scan / file)["Eisen"].iter_rows(values_only=True)
    return file, next(number for number, row in enumerate(rows, 1) if row[0] == own_id)


def test_inputs_stay_as_they_are_and_the_same_proposal_has_the_same_bytes(scan):
    before = bytes_of(scan / "requirements")
    first = outgoing.propose(scan)
    assert first.file == scan / PROPOSALS_FILE
    written = first.file.read_bytes()
    outgoing.propose(scan)
    assert first.file.read_bytes() == written
    assert bytes_of(scan / "requirements") == before


def test_every_earlier_decision_is_read_back_from_the_proposal(scan):
    project, _ = read_project(scan)
    before, _ = read_decisions(scan, project)
    outgoing.propose(scan)
    accept(scan)
    after, findings = read_decisions(scan, project)
    kept = {item.joint_id: item for item in after}
    assert len(after) > len(before) > 0
    for item in before:
        now = kept[item.joint_id]
        assert (now.ids, now.decision, now.text, now.texts) == (
            item.ids,
            item.decision,
            item.text,
            item.texts,
        )
        assert (now.decided_by, now.decided_on) == (item.decided_by, item.decided_on)
    assert {item.code for item in findings} == {Code.DECISION_UNKNOWN}, "only what is still open"


def test_saving_a_proposal_without_deciding_joins_nothing(scan):
    before = pipeline.check(scan).scan
    outgoing.propose(scan)
    accept(scan)
    after = pipeline.check(scan).scan
    assert [row.id for row in after.programme.rows] == [row.id for row in before.programme.rows]


def test_the_first_proposal_has_no_decisions_and_no_complaint(scan):
    (scan / DECISIONS).unlink()
    proposed = outgoing.propose(scan)
    assert [item.code for item in proposed.findings if item.source.file == DECISIONS] == []
    assert all(item.decided is None for item in proposed.proposals)
    assert cells(scan, "BHR-02")["Besluit"] is None


def test_a_text_that_changed_is_shown_until_people_empty_the_cell(scan):
    file, row = find(scan, "diemen", "DVL-05")
    before = openpyxl.load_workbook(scan / file)["Eisen"][f"C{row}"].value
    change(scan, file, "Eisen", f"C{row}", "Een KCC-medewerker ziet alles.")
    outcome = pipeline.check(scan)
    assert Code.DECISION_TEXT_CHANGED in {item.code for item in outcome.findings}

    outgoing.propose(scan)
    shown = cells(scan, "DVL-05")
    assert shown["Tekst Diemen"] == "Een KCC-medewerker ziet alles."
    assert shown["Veranderd sinds het besluit"] == (
        f"Diemen: de tekst van DVL-05 is veranderd. Eerst stond er: {before}"
    )
    assert (shown["Besluit"], shown["Door"], shown["Datum"].date()) == (
        "zelfde eis",
        "projectgroep",
        date(2026, 9, 10),
    )

    accept(scan)
    outgoing.propose(scan)
    assert before in cells(scan, "DVL-05")["Veranderd sinds het besluit"], "saving is not looking"
    codes = {item.code for item in pipeline.check(scan).findings}
    assert Code.DECISION_TO_REVIEW in codes
    assert Code.DECISION_TEXT_CHANGED not in codes

    sheet = openpyxl.load_workbook(scan / DECISIONS)["Besluiten"]
    place = next(cell.coordinate for cell in sheet["N"] if cell.value and "DVL-05" in str(cell.value))
    change(scan, DECISIONS, "Besluiten", place, None)
    outgoing.propose(scan)
    assert cells(scan, "DVL-05")["Veranderd sinds het besluit"] is None


def test_a_row_that_is_gone_keeps_the_text_it_had(scan):
    file, row = find(scan, "diemen", "BHR-32")
    text = openpyxl.load_workbook(scan / file)["Eisen"][f"C{row}"].value
    book = openpyxl.load_workbook(scan / file)
    book["Eisen"].delete_rows(row)
    book.save(scan / file)
    outgoing.propose(scan)
    shown = cells(scan, "BHR-13")
    assert (shown["ID Diemen"], shown["Tekst Diemen"]) == ("BHR-32", text)
    assert shown["Veranderd sinds het besluit"] == "Diemen: eis BHR-32 staat niet meer in de lijst."


def test_an_open_row_tells_who_asks_it_too_by_now(scan):
    outgoing.propose(scan)
    accept(scan)
    file, row = find(scan, "diemen", "BEH-32")
    text = openpyxl.load_workbook(scan / file)["Eisen"][f"C{row}"].value
    file, row = find(scan, "aalsmeer", "OMG-31")
    change(scan, file, "Eisen", f"C{row}", text)
    outgoing.propose(scan)
    assert cells(scan, "BEH-31")["Veranderd sinds het besluit"] == (
        "Aalsmeer vraagt nu ook iets wat hierop lijkt, als OMG-31. "
        "Hoort het erbij? Vul dan OMG-31 in bij ID Aalsmeer."
    )


def test_what_cannot_be_read_is_carried_over_as_written(scan):
    change(scan, DECISIONS, "Besluiten", "J2", "samen")
    change(scan, DECISIONS, "Besluiten", "M2", "ergens in september")
    joint_id = openpyxl.load_workbook(scan / DECISIONS)["Besluiten"]["A2"].value
    outgoing.propose(scan)
    shown = cells(scan, joint_id)
    assert (shown["Besluit"], shown["Datum"]) == ("samen", "ergens in september")


def test_text_from_outside_is_no_formula(scan):
    file, row = find(scan, "diemen", "DVL-05")
    change(scan, file, "Eisen", f"C{row}", '\'=HYPERLINK("http://example.org")')
    change(scan, DECISIONS, "Besluiten", "L2", "+31 20")
    outgoing.propose(scan)
    book = openpyxl.load_workbook(scan / PROPOSALS_FILE)
    kinds = {cell.data_type for cells in book["Besluiten"].iter_rows() for cell in cells}
    assert "f" not in kinds


@pytest.mark.parametrize("damage", ["broken", "nameless"])
def test_nothing_is_written_when_decisions_would_be_lost(scan, capsys, damage):
    if damage == "broken":
        (scan / DECISIONS).write_bytes(b"PK\x03\x04 kapot")
    else:
        change(scan, DECISIONS, "Besluiten", "A2", None)
    assert main(["--project", str(scan), "merge"]) == 1
    assert "Er is geen voorstel gemaakt" in capsys.readouterr().out
    assert not (scan / PROPOSALS_FILE).exists()


def test_without_a_usable_project_file(tmp_path, capsys):
    (tmp_path / "marktscan.toml").write_text("nee")
    assert main(["--project", str(tmp_path), "merge"]) == 1
    assert "P101" in capsys.readouterr().out


def test_on_the_screen(scan, capsys):
    assert main(["--project", str(scan), "merge"]) == 0
    text = capsys.readouterr().out
    assert "BEH-31       BEH-31, BEH-32  bijna dezelfde tekst, ander nummer  bijna gelijk  nog open" in text
    assert "Nog te besluiten: 1. Opnieuw te bekijken: 0. Er is niets samengevoegd." in text
    assert "Besluit in dat werkblad en bewaar het als requirements/samenvoeging.xlsx." in text


def test_json(scan, capsys):
    assert main(["--project", str(scan), "merge", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["file"].endswith(PROPOSALS_FILE)
    first, *_, last = found["proposals"]
    assert first == {
        "joint_id": "BEH-31",
        "ids": {"amstelveen": "BEH-31", "diemen": "BEH-32"},
        "reason": "bijna dezelfde tekst, ander nummer",
        "likeness": "bijna gelijk",
        "decision": None,
        "decided_by": "",
        "decided_on": "",
        "to_review": False,
        "changes": [],
    }
    assert (last["decision"], last["decided_on"]) == (Decision.CONFLICT.value, "24-9-2026")


def test_an_open_document_beside_it(scan, capsys, monkeypatch):
    monkeypatch.setattr(
        outgoing, "as_open_documents", lambda files: tuple(path.with_suffix(".ods") for path in files)
    )
    assert main(["--project", str(scan), "merge", "--ods", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["ods"] == [
        (scan / PROPOSALS_FILE).with_suffix(".ods").as_posix()
    ]
    main(["--project", str(scan), "merge", "--ods"])
    assert (
        "Bewaar dat dan als requirements/samenvoeging.ods, zonder .xlsx ernaast." in capsys.readouterr().out
    )


def test_open_documents_are_not_made_without_libreoffice(scan, capsys, monkeypatch):
    monkeypatch.setattr(outgoing, "as_open_documents", lambda files: None)
    assert main(["--project", str(scan), "merge", "--ods"]) == 0
    assert "LibreOffice staat niet op deze computer" in capsys.readouterr().out


def add_columns(scan: Path, columns: dict[str, dict[int, object]]) -> None:
    """Columns of people's own, right of ours: their heading and what stands in some rows."""
    book = openpyxl.load_workbook(scan / DECISIONS)
    sheet = book["Besluiten"]
    for column, (heading, values) in enumerate(columns.items(), sheet.max_column + 1):
        for row, value in ({1: heading} | values).items():
            sheet.cell(row, column).value = value
    book.save(scan / DECISIONS)


def test_columns_that_people_added_come_back(scan):
    first, second = (
        str(row[0].value)
        for row in openpyxl.load_workbook(scan / DECISIONS)["Besluiten"].iter_rows(min_row=2, max_row=3)
    )
    add_columns(
        scan,
        {
            "Notulen": {2: "zie punt 4", 3: "=HYPERLINK(1)"},
            "notulen ": {2: "ook"},
            "Actie voor": {2: date(2026, 12, 1)},
            "Uren of dag": {2: 12.5, 3: date(2026, 12, 2)},
            "": {3: "los"},
        },
    )
    for _ in range(2):  # also the second time, from the proposal that was saved over the decisions
        proposed = outgoing.propose(scan)
        assert proposed.findings == ()
        one, two = cells(scan, first), cells(scan, second)
        assert (one["Notulen"], one["notulen 2"], one["Uren of dag"]) == ("zie punt 4", "ook", 12.5)
        assert one["Actie voor"].date() == date(2026, 12, 1)
        assert (two["Notulen"], two["Uren of dag"], two["Kolom S"]) == ("=HYPERLINK(1)", "2-12-2026", "los")
        sheet = openpyxl.load_workbook(scan / PROPOSALS_FILE)["Besluiten"]
        assert {cell.data_type for row in sheet for cell in row if cell.value} <= {"s", "n", "d"}
        accept(scan)


def test_a_note_beside_no_decision_is_not_lost(scan):
    add_columns(scan, {"Notulen": {60: "nog te bespreken"}})
    proposed = outgoing.propose(scan)
    assert proposed.file is None
    assert [(item.code, item.source.cell) for item in proposed.findings] == [(Code.ROW_WITHOUT_ID, "O60")]


def test_a_sheet_that_people_added_is_told(scan):
    book = openpyxl.load_workbook(scan / DECISIONS)
    book.create_sheet("Aantekeningen")
    book.save(scan / DECISIONS)
    (found,) = outgoing.propose(scan).findings
    assert (found.code, found.source.sheet) == (Code.DECISION_SHEET_ADDED, "Aantekeningen")
