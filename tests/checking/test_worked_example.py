"""One returned workbook and everything the checks say about it, cell by cell."""

from pathlib import Path

from markdown_workbook import write_markdown
from scan_factory import project, requirement, requirement_list, scan

from marktscan.checking import check_all
from marktscan.domain.requirement import Kind
from marktscan.spreadsheets.read_submissions import read_submissions

ANSWERS = """
    | Eis-ID | Antwoord | Uitleg      | Bewijs          | Beschikbaar per | Contractueel toegezegd |
    |--------|----------|-------------|-----------------|-----------------|------------------------|
    | ZTC-01 | C        | Zit erin.   | Handleiding, 12 |                 |                        |
    | ZTC-02 | S        | Zie offerte | Handleiding, 13 |                 |                        |
    | ARC-01 | R        | Komt eraan. |                 | 2025-06-30      |                        |
    | ARC-02 |          |             |                 |                 |                        |
    | ARC-99 | S        | Kan ook.    |                 |                 |                        |
"""
VENDOR = """
    | Gegeven          | Waarde     |
    |------------------|------------|
    | Naam leverancier | Zaak B.V.  |
    | Naam product     | ZaakPlus   |
"""
PRICES = """
    | Kostensoort | Eenheid   | Aantal | Eenmalig | Per jaar |
    |-------------|-----------|--------|----------|----------|
    | Licentie    | gebruiker |        |          | 100      |
    | Migratie    |           |        |          |          |
"""
MARKS = """
    | Eis-ID | Niveau   | Cijfer | Motivering |
    |--------|----------|--------|------------|
    | ARC-02 | geclaimd | 8      |            |
    | ZTC-01 | geclaimd | 6      | Netjes.    |
"""


def test_findings_about_one_vendor(tmp_path: Path) -> None:
    folder = tmp_path / "vendors" / "zaak"
    write_markdown(folder / "answers.xlsx", {"Leverancier": VENDOR, "Vragen": ANSWERS})
    write_markdown(folder / "prices.xlsx", {"Kosten": PRICES})
    write_markdown(folder / "assessments" / "aalsmeer-1.xlsx", {"Beoordeling": MARKS})

    asked = requirement_list(
        requirement("ZTC-01"),
        requirement("ZTC-02", row=3),
        requirement("ARC-01", row=4),
        requirement("ARC-02", row=5, kind=Kind.WISH),
        requirement("ARC-03", row=6),
    )
    declared = project("aalsmeer", invited=("zaak",))
    submissions, _ = read_submissions(tmp_path, declared)
    found = check_all(scan((asked,), submissions=submissions, of=declared))

    assert sorted((str(item.source), item.code.name) for item in found) == [
        ("marktscan.toml · municipalities", "MUNICIPALITY_ONE"),
        ("vendors", "VENDOR_ONE"),
        ("vendors/zaak/answers.xlsx · Vragen", "ANSWER_ROW_MISSING"),
        ("vendors/zaak/answers.xlsx · Vragen!A6", "ANSWER_NOT_ASKED"),
        ("vendors/zaak/answers.xlsx · Vragen!B5", "ANSWER_EMPTY"),
        ("vendors/zaak/answers.xlsx · Vragen!C3", "SEE_OFFER"),
        ("vendors/zaak/answers.xlsx · Vragen!E4", "ROADMAP_PAST"),
        ("vendors/zaak/answers.xlsx · Vragen!F4", "ROADMAP_COMMITMENT_MISSING"),
        ("vendors/zaak/assessments/aalsmeer-1.xlsx · Beoordeling!C2", "MARK_WITHOUT_OFFER"),
        ("vendors/zaak/assessments/aalsmeer-1.xlsx · Beoordeling!C3", "MARK_NOT_ASKED"),
        ("vendors/zaak/assessments/aalsmeer-1.xlsx · Beoordeling!D2", "MARK_WITHOUT_MOTIVATION"),
        ("vendors/zaak/prices.xlsx · Kosten!C2", "PRICE_WITHOUT_QUANTITY"),
        ("vendors/zaak/prices.xlsx · Kosten!D3", "PRICE_LINE_EMPTY"),
    ]
