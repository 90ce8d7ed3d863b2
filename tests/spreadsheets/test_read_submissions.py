import hashlib
from decimal import Decimal
from pathlib import Path

import pytest
from markdown_workbook import write_markdown
from scan_factory import project
from spreadsheets.reading import codes, found

from marktscan.domain.assessment import Level
from marktscan.domain.finding import Code
from marktscan.domain.programme import Decision
from marktscan.spreadsheets.inputs import input_files
from marktscan.spreadsheets.read_decisions import read_decisions
from marktscan.spreadsheets.read_submissions import read_submissions

ANSWERS = {
    "Leverancier": "| Gegeven | Waarde |\n|---|---|\n| Naam leverancier | Voorbeeld Zaak B.V. |",
    "Vragen": "| Eis-ID | Antwoord |\n|---|---|\n| A-1 | S |",
}
PRICES = {
    "Kosten": """
    | Kostensoort | Gemeente | Eenheid  | Aantal | Eenmalig     | Per jaar | Optioneel | Vertrouwelijk |
    |-------------|----------|----------|--------|--------------|----------|-----------|---------------|
    | Licentie    | Diemen   | per jaar | 3      |              | 1234.5   | nee       | ja            |
    | Invoering   |          |          |        | € 1.250,00   | -10      | ja        |               |
    | Opleiding   |          |          |        | "1.234"      | n.v.t.   |           | misschien     |
    """
}


def test_a_vendor_is_read_whole(tmp_path: Path) -> None:
    folder = tmp_path / "vendors/zaak"
    write_markdown(folder / "answers.xlsx", ANSWERS)
    write_markdown(folder / "prices.xlsx", PRICES)
    write_markdown(
        folder / "assessments/diemen-1.xlsx",
        {
            "Beoordeling": """
            | Eis-ID | Eis | Antwoord | Uitleg | Bewijs/verwijzing | Niveau       | Cijfer | Motivering |
            |--------|-----|----------|--------|-------------------|--------------|--------|------------|
            | A-1    | x   | S        |        |                   | bevestigd    | 8      | Goed       |
            | A-2    | x   | S        |        |                   | aangetoond   | 7      | Ging       |
            | A-3    | x   | S        |        |                   |              |        |            |
            """
        },
    )
    write_markdown(
        folder / "consensus.xlsx",
        {
            "Consensus": """
            | Eis-ID | Eis | Cijfers | Motiveringen | Cijfer | Motivering |
            |--------|-----|---------|--------------|--------|------------|
            | A-1    | x   | 8, 6    | a; b         | 6      | Samen      |
            | A-2    | x   | 8, 6    | a; b         | 6.5    |            |
            """
        },
    )
    (item,), findings = read_submissions(tmp_path, project(invited=("zaak",)))
    assert (item.readable, item.vendor.name, item.prices_file) == (
        True,
        "Voorbeeld Zaak B.V.",
        "vendors/zaak/prices.xlsx",
    )
    assert [(m.assessor, m.requirement, m.mark, m.level) for m in item.marks] == [
        ("diemen-1", "A-1", 8, Level.CONFIRMED),
        ("diemen-1", "A-2", None, None),
        ("diemen-1", "A-3", None, None),
    ]
    assert [(c.requirement, c.mark, c.motivation) for c in item.consensus] == [
        ("A-1", 6, "Samen"),
        ("A-2", None, ""),
    ]
    scale = "10, 8, 6, 4, 2, 0"
    assert found(findings, Code.MARK_OFF_SCALE) == [
        ("G3", {"requirement": "A-2", "value": "7", "scale": scale})
    ]
    assert found(findings, Code.CONSENSUS_OFF_SCALE) == [
        ("E3", {"requirement": "A-2", "value": "6,5", "scale": scale})
    ]
    assert [facts["value"] for _, facts in found(findings, Code.CHOICE_UNKNOWN)] == ["aangetoond"]


def test_amounts_are_exact_and_an_empty_line_is_not_zero(tmp_path: Path) -> None:
    write_markdown(tmp_path / "vendors/zaak/answers.xlsx", ANSWERS)
    write_markdown(tmp_path / "vendors/zaak/prices.xlsx", PRICES)
    (item,), findings = read_submissions(tmp_path, project(invited=("zaak",)))
    licence, project_costs, training = item.prices
    assert (licence.quantity, licence.one_off, licence.yearly) == (Decimal(3), None, Decimal("1234.5"))
    assert (licence.municipality, licence.optional, licence.confidential) == ("Diemen", False, True)
    assert (project_costs.one_off, project_costs.yearly) == (Decimal("1250.00"), Decimal(-10))
    assert (training.one_off, training.yearly, training.confidential) == (None, None, True)
    assert found(findings, Code.NUMBER_AMBIGUOUS) == [
        ("E4", {"value": "1.234", "decimal": "1,234", "thousands": "1234"})
    ]
    assert found(findings, Code.NOT_A_NUMBER) == [("F4", {"value": "n.v.t."})]


@pytest.mark.parametrize(
    ("written", "read_as"), [("€ 1.250,-", "1250"), ("1.250,-- euro", "1250"), ("€ 1.250,00", "1250,00")]
)
def test_an_amount_in_dutch_notation_counts_and_is_told(tmp_path: Path, written: str, read_as: str) -> None:
    sheet = PRICES["Kosten"].replace("€ 1.250,00", written)
    write_markdown(tmp_path / "vendors/zaak/answers.xlsx", ANSWERS)
    write_markdown(tmp_path / "vendors/zaak/prices.xlsx", {"Kosten": sheet})
    (item,), findings = read_submissions(tmp_path, project(invited=("zaak",)))
    assert item.prices[1].one_off == Decimal(1250)
    assert found(findings, Code.NUMBER_READ_AS) == [("E3", {"value": written, "read_as": read_as})]


@pytest.mark.parametrize(
    "written", ["1e+300", '"1' + "0" * 400 + '"', "€ -1.000.000.000.000,00", "1000000000000"]
)
def test_an_amount_that_nobody_can_mean_is_not_read(tmp_path: Path, written: str) -> None:
    sheet = PRICES["Kosten"].replace("€ 1.250,00", written)
    write_markdown(tmp_path / "vendors/zaak/answers.xlsx", ANSWERS)
    write_markdown(tmp_path / "vendors/zaak/prices.xlsx", {"Kosten": sheet})
    (item,), findings = read_submissions(tmp_path, project(invited=("zaak",)))
    assert item.prices[1].one_off is None
    assert [cell for cell, _ in found(findings, Code.NUMBER_TOO_LARGE)] == ["E3"]
    assert found(findings, Code.NUMBER_READ_AS) == []


def test_the_largest_amount_is_read_to_the_cent(tmp_path: Path) -> None:
    sheet = PRICES["Kosten"].replace("€ 1.250,00", "€ 999.999.999.999,99")
    write_markdown(tmp_path / "vendors/zaak/answers.xlsx", ANSWERS)
    write_markdown(tmp_path / "vendors/zaak/prices.xlsx", {"Kosten": sheet})
    (item,), _ = read_submissions(tmp_path, project(invited=("zaak",)))
    assert item.prices[1].one_off == Decimal("999999999999.99")


def test_invited_vendors_without_a_folder_keep_their_place(tmp_path: Path) -> None:
    write_markdown(tmp_path / "vendors/extra/answers.xlsx", ANSWERS)
    (tmp_path / "vendors/leeg").mkdir()
    submissions, findings = read_submissions(tmp_path, project(invited=("zaak", "leeg")))
    assert [(item.vendor.slug, item.readable) for item in submissions] == [
        ("extra", True),
        ("leeg", False),
        ("zaak", False),
    ]
    assert [(item.code, item.source.file) for item in findings if not item.source.sheet] == [
        (Code.VENDOR_MISSING, "vendors/zaak"),
        (Code.VENDOR_WITHOUT_ANSWERS, "vendors/leeg/answers.xlsx"),
    ]


@pytest.mark.parametrize("make", [True, False])
def test_no_vendors_at_all_is_told_once(tmp_path: Path, make: bool) -> None:
    if make:
        (tmp_path / "vendors").mkdir()
    submissions, findings = read_submissions(tmp_path, project(invited=("zaak",)))
    assert [item.readable for item in submissions] == [False]
    assert codes(findings) == ["VENDORS_EMPTY"]


def test_one_bad_workbook_does_not_stop_the_others(tmp_path: Path) -> None:
    folder = tmp_path / "vendors/zaak"
    write_markdown(folder / "answers.xlsx", ANSWERS)
    for name in ("prices.xlsx", "consensus.xlsx", "assessments/diemen-1.xlsx"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(b"")
    (tmp_path / "vendors/stuk").mkdir()
    (tmp_path / "vendors/stuk/answers.xlsx").write_bytes(b"PK kapot")
    write_markdown(tmp_path / "vendors/vreemd/answers.xlsx", {"Blad1": "| a | b |"})
    submissions, findings = read_submissions(tmp_path, project(invited=("zaak",)))
    assert [item.readable for item in submissions] == [False, False, True]
    assert codes(findings).count("FILE_EMPTY") == 3
    assert {"FILE_UNREADABLE", "SHEET_MISSING"} < set(codes(findings))


def test_sheets_that_are_missing_leave_the_rest(tmp_path: Path) -> None:
    folder = tmp_path / "vendors/zaak"
    write_markdown(folder / "answers.xlsx", ANSWERS)
    for name in ("prices.xlsx", "consensus.xlsx", "assessments/diemen-1.xlsx"):
        write_markdown(folder / name, {"Blad1": "| a | b |"})
    (item,), findings = read_submissions(tmp_path, project(invited=("zaak",)))
    assert (item.readable, item.prices, item.marks, item.consensus) == (True, (), (), ())
    assert codes(findings) == ["SHEET_MISSING"] * 3


def test_what_does_not_belong_in_the_folders_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "vendors/zaak"
    write_markdown(folder / "answers.xlsx", ANSWERS)
    (tmp_path / "vendors/Zaak Twee").mkdir()
    (folder / "assessments").mkdir()
    for name in (
        *("answers (1).xlsx", "Copy of answers.xlsx", "answers.csv", "antwoorden.docx", "prijzen"),
        *("~$answers.xlsx", "assessments/Jan Jansen.xlsx", "assessments/diemen-1.xls"),
    ):
        (folder / name).write_bytes(b"x")
    _, findings = read_submissions(tmp_path, project(invited=("zaak",)))
    told = {(item.source.file, item.code) for item in findings if not item.source.sheet}
    assert told == {
        ("vendors/Zaak Twee", Code.FOLDER_NAME),
        ("vendors/zaak/answers (1).xlsx", Code.FILE_WRONG_TYPE),
        ("vendors/zaak/Copy of answers.xlsx", Code.FILE_WRONG_TYPE),
        ("vendors/zaak/answers.csv", Code.FILE_READ_AS),
        ("vendors/zaak/answers.csv", Code.VENDOR_NAME_MISSING),
        ("vendors/zaak/answers.csv", Code.SHEET_MISSING),
        ("vendors/zaak/antwoorden.docx", Code.FILE_UNEXPECTED),
        ("vendors/zaak/prijzen", Code.FILE_UNEXPECTED),
        ("vendors/zaak/~$answers.xlsx", Code.FILE_LOCK),
        ("vendors/zaak/assessments/Jan Jansen.xlsx", Code.FILE_UNEXPECTED),
        ("vendors/zaak/assessments/diemen-1.xls", Code.FILE_WRONG_TYPE),
    }


def test_links_that_leave_the_project_are_not_followed(tmp_path: Path) -> None:
    root, outside = tmp_path / "project", tmp_path / "buiten"
    write_markdown(outside / "answers.xlsx", ANSWERS)
    write_markdown(root / "vendors/zaak/prices.xlsx", PRICES)
    try:
        (root / "vendors/linde").symlink_to(outside)
        (root / "vendors/zaak/consensus.xlsx").symlink_to("consensus.xlsx")
        (root / "vendors/zaak/answers.xlsx").symlink_to(outside / "answers.xlsx")
    except OSError:
        pytest.skip("this system does not let us make links")
    submissions, findings = read_submissions(root, project(invited=("linde", "zaak")))
    assert [item.readable for item in submissions] == [False, False]
    assert {item.source.file for item in findings if item.code is Code.FILE_OUTSIDE} == {
        "vendors/linde",
        "vendors/zaak/answers.xlsx",
        "vendors/zaak/consensus.xlsx",
    }
    assert [item.file for item in input_files(root)] == ["vendors/zaak/prices.xlsx"]


def test_every_input_is_listed_with_its_fingerprint(tmp_path: Path) -> None:
    for name in (
        "vendors/b/answers.xlsx",
        "requirements/a.xlsx",
        "vendors/b/assessments/x.xlsx",
        "marktscan.toml",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(name.encode())
    for name in ("vendors/b/~$answers.xlsx", "requirements/notes.txt"):
        (tmp_path / name).write_bytes(b"x")
    inputs = input_files(tmp_path)
    assert [item.file for item in inputs] == [
        *("marktscan.toml", "requirements/a.xlsx"),
        *("vendors/b/answers.xlsx", "vendors/b/assessments/x.xlsx"),
    ]
    assert inputs[0].sha256 == hashlib.sha256(b"marktscan.toml").hexdigest()
    assert len({text for item in inputs for text in (item.sha256, item.seal)}) == 2 * len(inputs)


def test_decisions_are_read_with_the_ids_of_each_municipality(tmp_path: Path) -> None:
    write_markdown(
        tmp_path / "requirements/samenvoeging.xlsx",
        {
            "Besluiten": """
            | Gezamenlijk ID | ID Aalsmeer | ID Diemen | Voorstel | Besluit | Gekozen tekst | Door | Datum |
            |--|--|--|--|--|--|--|--|
            | G-1 | a-1 | D-4 | zelfde | zelfde eis | Wist | werkgroep | 2026-10-01 |
            | G-2 | A-2 | | | Strijdig | | | |
            | G-3 | A-3 | | | misschien | | | |
            | G-4 | A-4 | | | | | | |
            """
        },
    )
    decisions, findings = read_decisions(tmp_path, project("aalsmeer", "diemen"))
    assert [item.decision for item in decisions] == [Decision.SAME, Decision.CONFLICT, None, None]
    assert decisions[0].ids == {"aalsmeer": "A-1", "diemen": "D-4"}
    assert (decisions[0].decided_by, decisions[0].decided_on, decisions[1].ids) == (
        *("werkgroep", "1-10-2026"),
        {"aalsmeer": "A-2"},
    )
    assert [cell for cell, _ in found(findings, Code.DECISION_UNKNOWN)] == ["E4", "E5"]
    assert found(findings, Code.TEXT_CLEANED) == [("B2", {"read_as": "A-1"})]


@pytest.mark.parametrize("content", [None, {"Blad1": "| a | b |"}])
def test_without_decisions_the_run_goes_on(tmp_path: Path, content: dict[str, str] | None) -> None:
    if content:
        write_markdown(tmp_path / "requirements/samenvoeging.xlsx", content)
    decisions, findings = read_decisions(tmp_path, project("aalsmeer", "diemen"))
    assert decisions == ()
    assert codes(findings) == ["SHEET_MISSING" if content else "FILE_MISSING"]


def test_one_municipality_has_nothing_to_decide_about_joining(tmp_path: Path) -> None:
    assert read_decisions(tmp_path, project("aalsmeer")) == ((), ())
