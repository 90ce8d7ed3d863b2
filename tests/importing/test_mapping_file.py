"""The mapping as people change it: what they say happens, and a mistake has its line."""

import re
from pathlib import Path

import pytest
from importing.importing_lists import rows, told
from markdown_workbook import write_markdown

from marktscan.domain.finding import Code
from marktscan.importing import Imported, bring_in, describe, mapping_text
from marktscan.importing.read_mapping import read_mapping
from marktscan.spreadsheets.grids import Grid, ShownCell

HANDBOOK = Path(__file__).parents[2] / "docs" / "handleiding.md"

LIST = """
| Nr | Groep | Eis                           | Prio   | Soort     | Extra | Extra 2 |
|----|-------|-------------------------------|--------|-----------|-------|---------|
| A1 | Zaken | Het systeem registreert zaken | hoog   | harde eis | los   | meer    |
| A2 |       | Het systeem toont een lijst   | laag   | wens      |       |         |
"""
MAPPING = """
[[tabellen]]
bladen = ["Blad1"]
koprijen = [1]
thema_uit = "kolom"
doortrekken = ["Thema"]
niet_overnemen = ["G"]

[tabellen.kolommen]
"Eis-ID" = "A"
"Thema" = "B"
"Eis" = "C"
"Prioriteit" = "D"
"Soort" = "E"
"Reden" = ["F"]

[waarden."Prioriteit"]
"hoog" = "Must"
"laag" = ""

[waarden."Soort"]
"harde eis" = "eis, knock-out"
"wens" = "wens"

[waarden."Thema"]
"Zaken" = "ZTC"

[vaste_waarden]
"Gewicht" = "3"
"""


def imported_by(tmp_path: Path, mapping: str) -> Imported:
    source = write_markdown(tmp_path / "lijst.xlsx", {"Blad1": LIST, "Blad2": "| los |"})
    file = tmp_path / "lijst-mapping.toml"
    file.write_text(mapping, encoding="utf-8")
    return bring_in(source, file)


def test_what_a_person_decided_is_what_happens(tmp_path):
    imported = imported_by(tmp_path, MAPPING)
    assert rows(imported, "id", "theme", "priority", "kind", "knock_out", "reason", "weight", "remark") == [
        ("A1", "ZTC", "Must", "eis", "ja", "los", 3, ""),
        ("A2", "ZTC", "", "wens", "", "", 3, "Prioriteit: laag"),
    ]
    assert told(imported, Code.IMPORT_FILLED_DOWN) == ["B3"]
    assert told(imported, Code.IMPORT_COLUMN_CHOSEN_OUT) == ["G1"]
    assert told(imported, Code.IMPORT_COLUMN_ABSENT) == []


def test_a_column_nobody_names_is_told(tmp_path):
    imported = imported_by(tmp_path, MAPPING.replace('niet_overnemen = ["G"]', ""))
    assert told(imported, Code.IMPORT_COLUMN_LEFT_OUT) == ["G1"]


def test_one_column_for_two_fields(tmp_path):
    mapping = MAPPING.replace('"hoog" = "Must"', '"hoog" = "Must, knock-out"').replace('"Soort" = "E"\n', "")
    assert rows(imported_by(tmp_path, mapping), "priority", "knock_out", "kind") == [
        ("Must", "ja", ""), ("", "", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("right", "wrong", "code", "line"),
    [
        ('bladen = ["Blad1"]', 'bladen = ["Blad1"', Code.MAPPING_SYNTAX, 4),
        ('bladen = ["Blad1"]', 'bladen = ["Blad9"]', Code.MAPPING_SHEET_UNKNOWN, 3),
        ('bladen = ["Blad1"]', 'bladen = ["Blad1", "Blad1"]', Code.MAPPING_SHEET_UNKNOWN, 3),
        ('bladen = ["Blad1"]', 'blad = ["Blad1"]', Code.MAPPING_UNKNOWN_KEY, 3),
        ('bladen = ["Blad1"]', "", Code.MAPPING_MISSING_KEY, 2),
        ('bladen = ["Blad1"]', 'bladen = "Blad1"', Code.MAPPING_WRONG_VALUE, 3),
        ("koprijen = [1]", "koprijen = [0]", Code.MAPPING_WRONG_VALUE, 4),
        ("koprijen = [1]", "koprijen = [2, 1]", Code.MAPPING_WRONG_VALUE, 4),
        ("koprijen = [1]", 'koprijen = "1"', Code.MAPPING_WRONG_VALUE, 4),
        ('thema_uit = "kolom"', 'thema_uit = "blad"', Code.MAPPING_WRONG_VALUE, 5),
        ('doortrekken = ["Thema"]', 'doortrekken = ["Eis"]', Code.MAPPING_WRONG_VALUE, 6),
        ('niet_overnemen = ["G"]', 'niet_overnemen = ["Z"]', Code.MAPPING_WRONG_VALUE, 7),
        ('"Eis-ID" = "A"', '"Eis-nr" = "A"', Code.MAPPING_UNKNOWN_KEY, 10),
        ('"Eis-ID" = "A"', '"Eis-ID" = "a"', Code.MAPPING_WRONG_VALUE, 10),
        ('"Eis-ID" = "A"', '"Eis-ID" = ["A", "B"]', Code.MAPPING_WRONG_VALUE, 10),
        ('"Eis-ID" = "A"', '"Eis-ID" = 1', Code.MAPPING_WRONG_VALUE, 10),
        ('"Eis" = "C"', "", Code.MAPPING_MISSING_KEY, 9),
        ('"Prioriteit" = "D"', '"Prioriteit" = {Moest = "D"}', Code.MAPPING_WRONG_VALUE, 13),
        ('"Prioriteit" = "D"', '"Prioriteit" = {Must = 4}', Code.MAPPING_WRONG_VALUE, 13),
        ('"Prioriteit" = "D"', '"Prioriteit" = {Must = "Q"}', Code.MAPPING_WRONG_VALUE, 13),
        ('"laag" = ""', '"laag" = "Mag"', Code.MAPPING_WRONG_VALUE, 19),
        ('"laag" = ""', '"laag" = 4', Code.MAPPING_WRONG_VALUE, 19),
        ('[waarden."Prioriteit"]', '[waarden."Prio"]', Code.MAPPING_UNKNOWN_KEY, 17),
        ('"Gewicht" = "3"', '"Gewicht" = "9"', Code.MAPPING_WRONG_VALUE, 29),
        ('"Gewicht" = "3"', '"Eis-ID" = "A1"', Code.MAPPING_WRONG_VALUE, 29),
        ("[vaste_waarden]", "[vast]", Code.MAPPING_UNKNOWN_KEY, 28),
    ],
)
def test_a_mistake_has_its_line(tmp_path, right, wrong, code, line):
    assert right in MAPPING
    imported = imported_by(tmp_path, MAPPING.replace(right, wrong, 1))
    assert imported.mapping is None
    assert not imported.taken.rows
    assert (code, f"regel {line}") in [(item.code, item.source.cell) for item in imported.findings]


@pytest.mark.parametrize(
    ("mapping", "code"),
    [
        ("", Code.MAPPING_MISSING_KEY),
        ("tabellen = 3", Code.MAPPING_WRONG_VALUE),
        ("waarden = 3", Code.MAPPING_WRONG_VALUE),
        ('[waarden]\n"Soort" = 3', Code.MAPPING_WRONG_VALUE),
        ("[[tabellen]]\nkolommen = 3", Code.MAPPING_WRONG_VALUE),
        ("x = " + "[" * 5000, Code.MAPPING_SYNTAX),
    ],
)
def test_a_mapping_that_is_something_else(tmp_path, mapping, code):
    imported = imported_by(tmp_path, mapping)
    assert imported.mapping is None
    assert code in [item.code for item in imported.findings]


def test_a_mapping_that_is_no_text(tmp_path):
    source = write_markdown(tmp_path / "lijst.xlsx", {"Blad1": LIST})
    (tmp_path / "m.toml").write_bytes(b"\xff\xfe\x00")
    imported = bring_in(source, tmp_path / "m.toml")
    assert [item.code for item in imported.findings] == [Code.FILE_UNREADABLE]


def test_a_value_over_several_lines_has_the_line_of_its_key(tmp_path):
    mapping = MAPPING.replace('niet_overnemen = ["G"]', 'niet_overnemen = [\n  "Z",\n]')
    (found,) = imported_by(tmp_path, mapping).findings
    assert found.source.cell == "regel 7"


def test_the_file_names_every_column_with_its_heading_and_every_value(tmp_path):
    imported = bring_in(write_markdown(tmp_path / "lijst.xlsx", {"Blad1": LIST}))
    text = mapping_text(imported.mapping, imported.grids, "lijst mei.xlsx", "m.toml")
    assert '# Voer daarna uit: marktscan import "lijst mei.xlsx" --mapping m.toml' in text
    assert '"Thema" = "B"  # Groep' in text
    assert '"Opmerking" = ["F", "G"]  # Extra, Extra 2' in text
    assert '"harde eis" = ""' in text
    assert '# "Gewicht" = "3"' in text
    assert '# "Soort"' not in text


def test_hostile_texts_stay_inside_their_quotes(tmp_path):
    table = """
        | Nr | Eis                  | Soort      | H"x\\n[y] |
        |----|----------------------|------------|-----------|
        | A1 | Het systeem doet dit | "x\\n\u202e | q         |
        """
    imported = bring_in(write_markdown(tmp_path / "lijst.xlsx", {'B"1': table}))
    text = mapping_text(imported.mapping, imported.grids, "a\nb.xlsx", "m.toml")
    assert "\u202e" not in text
    assert "a?b.xlsx" in text
    file = tmp_path / "m.toml"
    file.write_text(text, encoding="utf-8")
    assert bring_in(tmp_path / "lijst.xlsx", file) == imported


def test_the_proposal_in_words(tmp_path):
    imported = bring_in(write_markdown(tmp_path / "lijst.xlsx", {"Blad1": LIST}))
    ((where, columns),) = describe(imported.mapping, imported.grids)
    assert where == "Blad1: koppen op rij 1"
    assert ("Eis", "C", "Eis", "Het systeem registreert zaken") in columns
    assert ("Opmerking", "F, G", "Extra, Extra 2", "los") in columns


def test_the_proposal_in_words_names_crosses_sections_and_what_is_left_out(tmp_path):
    table = """
        | Nr        | Eis                            | Requirement                   | Must | Could |
        |-----------|--------------------------------|-------------------------------|------|-------|
        | 1. Zaken  |                                |                               |      |       |
        | A1        | Het systeem moet zaken bewaren | The system must keep the case | x    |       |
        """
    imported = bring_in(write_markdown(tmp_path / "lijst.xlsx", {"Blad1": table}))
    ((_, columns),) = describe(imported.mapping, imported.grids)
    assert columns == [
        ("Eis-ID", "A", "Nr", "A1"),
        ("Thema", "", "de koppen tussen de rijen", ""),
        ("Eis", "B", "Eis", "Het systeem moet zaken bewaren"),
        ("Prioriteit", "D, E", "Must, Could", "kruisjes bij Must, Could"),
        ("(niet overnemen)", "C", "Requirement", "The system must keep the case"),
    ]


def test_the_example_in_the_manual_can_be_used():
    text = re.search(r"```toml\n(\[\[tabellen.*?)```", HANDBOOK.read_text(encoding="utf-8"), re.DOTALL)[1]
    cells = {row: {column: ShownCell("x") for column in range(1, 11)} for row in (4, 5, 6)}
    sheets = [Grid("eisen.xlsx", name, True, cells, {}, frozenset()) for name in ("Zaken", "Archief")]
    mapping, findings = read_mapping(text, "m.toml", sheets)
    assert findings == ()
    assert mapping.tables[0].sheets == ("Zaken", "Archief")
