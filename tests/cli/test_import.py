import json
from pathlib import Path

import pytest
from markdown_workbook import write_markdown
from openpyxl import load_workbook

from marktscan.cli import main

JSON_PAGE = Path(__file__).parents[2] / "docs" / "json.md"
LIST = """
| Nr | Thema | Eis                           | Prio | E/W |
|----|-------|-------------------------------|------|-----|
| A1 | Zaken | Het systeem registreert zaken | M    | E   |
| A2 | Zaken | Het systeem toont een lijst   | S    | W   |
| A2 | Zaken | Het systeem doet nog iets     | S    | W   |
"""


@pytest.fixture
def source(tmp_path):
    return write_markdown(tmp_path / "pve.xlsx", {"PvE": LIST})


def carried_out(capsys, *words: object) -> tuple[int, str, str]:
    code = main(["import", *map(str, words)])
    return code, *capsys.readouterr()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_proposal_is_shown_and_saved_and_nothing_else(source, capsys):
    before = source.read_bytes()
    code, text, _ = carried_out(capsys, source)
    assert code == 0
    assert names(source.parent) == ["pve-mapping.toml", "pve.xlsx"]
    assert source.read_bytes() == before
    assert "PvE: koppen op rij 1" in text
    assert "Prioriteit  D    Prio             M" in text
    assert "Rijen in de lijst: 3. Over te nemen: 2. Niet: 1." in text
    assert f"marktscan import {source} --yes" in text
    assert f"--mapping {source.with_name('pve-mapping.toml')}" in text


def test_the_same_proposal_twice_is_fine_but_a_changed_mapping_stays(source, capsys):
    mapping = source.with_name("pve-mapping.toml")
    assert carried_out(capsys, source)[0] == 0
    assert carried_out(capsys, source)[0] == 0
    mapping.write_text("van mij", encoding="utf-8")
    code, _, complaint = carried_out(capsys, source)
    assert code == 2
    assert "er is niets overschreven" in complaint
    assert mapping.read_text(encoding="utf-8") == "van mij"


def test_yes_takes_the_proposal_over(source, capsys):
    code, text, _ = carried_out(capsys, source, "--yes")
    assert code == 1, "a number that comes twice is an error in the source"
    assert names(source.parent) == ["pve-mapping.toml", "pve-marktscan.xlsx", "pve.xlsx"]
    assert "I104 · fout" in text
    assert "Rijen in de lijst: 3. Overgenomen: 2. Niet: 1." in text
    assert f"Gemaakt: {source.with_name('pve-marktscan.xlsx')}" in text


def test_what_yes_did_can_be_done_again(source, capsys, tmp_path):
    """The mapping lies beside the workbook, not beside the source, and gives the same bytes again."""
    first, second = tmp_path / "uit" / "diemen.xlsx", tmp_path / "uit" / "nog-eens.xlsx"
    code, text, _ = carried_out(capsys, source, "--yes", "--output", first)
    mapping = first.with_name("pve-mapping.toml")
    assert f"Zo is het gedaan: {mapping}." in text
    assert names(source.parent) == ["pve.xlsx", "uit"]
    assert carried_out(capsys, source, "--mapping", mapping, "--output", second)[0] == code == 1
    assert first.read_bytes() == second.read_bytes()
    value = json.loads(carried_out(capsys, source, "--mapping", mapping, "--json")[1])
    assert value["mapping"] is None


def test_yes_passes_over_no_mapping_that_a_person_changed(source, capsys):
    mapping = source.with_name("pve-mapping.toml")
    mapping.write_text("van mij", encoding="utf-8")
    code, _, complaint = carried_out(capsys, source, "--yes")
    assert code == 2
    assert "Gebruik dat bestand met --mapping" in complaint
    assert names(source.parent) == ["pve-mapping.toml", "pve.xlsx"]


@pytest.mark.parametrize("words", [("--yes",), ()])
def test_a_folder_that_takes_nothing(source, capsys, tmp_path, words):
    (tmp_path / "vol").write_bytes(b"")
    target = tmp_path / "vol" / "diemen.xlsx"
    code, _, complaint = carried_out(capsys, source, "--output", target, *words)
    assert code == 2
    assert complaint.startswith(f"In de map {target.parent} kan marktscan niets bewaren.")


UNNUMBERED = """
| Thema      | Eis                           | Prio |
|------------|-------------------------------|------|
| ZTC        | Het systeem registreert zaken | M    |
| Wat overig | Het systeem toont een lijst   | S    |
| ZTC        | Het systeem zoekt             | S    |
"""


def test_a_list_without_numbers_gets_them_only_when_a_person_says_so(tmp_path, capsys):
    source = write_markdown(tmp_path / "pve.xlsx", {"PvE": UNNUMBERED})
    code, text, _ = carried_out(capsys, source, "--yes", "--output", tmp_path / "eerst.xlsx")
    assert code == 1
    assert "Rijen in de lijst: 3. Overgenomen: 0. Niet: 3." in text
    assert "nummeren_vanaf in de mapping" in text
    assert "Kijk in pve-mapping.toml bij nummeren_vanaf." in carried_out(capsys, source)[1]
    mapping = tmp_path / "pve-mapping.toml"
    asked = mapping.read_text(encoding="utf-8").replace("# nummeren_vanaf = 101", "nummeren_vanaf = 101")
    mapping.write_text(asked, encoding="utf-8")
    code, text, _ = carried_out(capsys, source, "--mapping", mapping)
    assert code == 0
    assert "Rijen in de lijst: 3. Overgenomen: 3. Niet: 0." in text
    sheet = load_workbook(tmp_path / "pve-marktscan.xlsx")["Eisen"]
    head, *rows = sheet.iter_rows(values_only=True)
    found = [dict(zip(head, row, strict=True)) for row in rows]
    assert [(row["Eis-ID"], row["Opmerking"]) for row in found] == [
        ("ZTC-101", "Nummer van marktscan, bron: PvE!B2"),
        ("EIS-101", "Nummer van marktscan, bron: PvE!B3"),
        ("ZTC-102", "Nummer van marktscan, bron: PvE!B4"),
    ]


def test_a_mapping_is_used(source, capsys, tmp_path):
    carried_out(capsys, source)
    mapping = source.with_name("pve-mapping.toml")
    mapping.write_text(
        mapping.read_text(encoding="utf-8").replace('"S" = "Should"', '"S" = ""'), encoding="utf-8"
    )
    target = tmp_path / "nieuw" / "diemen.xlsx"
    code, text, _ = carried_out(capsys, source, "--mapping", mapping, "--output", target)
    assert code == 1
    assert target.is_file()
    assert "I105" in text


def test_json_counts_every_row(source, capsys):
    code, text, _ = carried_out(capsys, source, "--yes", "--json")
    value = json.loads(text)
    assert code == 1
    assert (value["rows_in"], value["rows_taken"], value["rows_reported"]) == (3, 2, 1)
    assert value["output"] == str(source.with_name("pve-marktscan.xlsx"))
    assert value["mapping"] == str(source.with_name("pve-mapping.toml"))
    assert all(f"`{key}`" in JSON_PAGE.read_text(encoding="utf-8") for key in value)
    assert {item["code"] for item in value["findings"]} == {"I104", "I108"}
    assert next(item for item in value["findings"] if item["code"] == "I104")["cell"] == "A4"


def test_json_of_a_proposal(source, capsys):
    code, text, _ = carried_out(capsys, source, "--json")
    value = json.loads(text)
    assert code == 0
    assert value["mapping"] == str(source.with_name("pve-mapping.toml"))
    assert value["output"] is None
    assert value["rows_in"] == 3


def test_nothing_that_exists_is_overwritten(source, capsys):
    target = source.with_name("pve-marktscan.xlsx")
    target.write_text("van mij", encoding="utf-8")
    for words in ((source, "--yes"), (source, "--yes", "--output", source)):
        code, _, complaint = carried_out(capsys, *words)
        assert code == 2
        assert "er is niets overschreven" in complaint
    assert target.read_text(encoding="utf-8") == "van mij"


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("weg.xlsx",), "Het bestand weg.xlsx bestaat niet."),
        (("{source}", "--mapping", "weg.toml"), "Het bestand weg.toml bestaat niet."),
        (("{source}", "--yes", "--output", "lijst.ods"), "lijst.ods is geen werkmap."),
    ],
)
def test_wrong_use(source, capsys, words, complaint):
    code, _, told = carried_out(capsys, *(word.format(source=source) for word in words))
    assert code == 2
    assert told.startswith(complaint)


def test_a_file_without_a_list(tmp_path, capsys):
    path = write_markdown(tmp_path / "leeg.xlsx", {"Blad1": "| Melk | 2 |"})
    for words in ((path,), (path, "--yes")):
        code, text, _ = carried_out(capsys, *words)
        assert code == 1
        assert "I101 · fout" in text
        assert "Er is niets overgenomen." in text
    code, text, _ = carried_out(capsys, path, "--json")
    assert code == 1
    assert json.loads(text)["rows_in"] == 0
    assert names(tmp_path) == ["leeg.xlsx"]


def test_a_file_that_is_no_workbook(tmp_path, capsys):
    (tmp_path / "pve.xlsx").write_bytes(b"geen werkmap")
    code, text, _ = carried_out(capsys, tmp_path / "pve.xlsx", "--yes")
    assert code == 1
    assert "F106 · fout" in text
