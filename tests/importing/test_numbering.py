"""Numbers that marktscan gives: only when a person asks for them, and never one that is there."""

from dataclasses import replace

import pytest
from importing.importing_lists import Sheets, facts, told
from markdown_workbook import write_markdown

from marktscan.domain.finding import Code
from marktscan.importing import Imported, bring_in, mapping_text
from marktscan.importing.numbering import Numbering
from marktscan.importing.read_mapping import read_mapping

SECTIONED = """
| Omschrijving van de eis         | Prioriteit |
|---------------------------------|------------|
| Archief                         |            |
| Het systeem bewaart zaken       | Must       |
| Het systeem vernietigt zaken.   |            |
| Zoeken                          |            |
| Het systeem zoekt in zaken      | Should     |
| Totaal: 3 eisen                 |            |
| Opgesteld door de werkgroep     |            |
"""


def numbered(tmp_path, sheets: Sheets, start: int = 101) -> Imported:
    """A source brought in by its proposal, in which a person asked for numbers."""
    named = {"Blad1": sheets} if isinstance(sheets, str) else sheets
    source = write_markdown(tmp_path / "lijst.xlsx", named)
    proposed = bring_in(source)
    assert proposed.mapping is not None
    tables = tuple(replace(table, number_from=start) for table in proposed.mapping.tables)
    text = mapping_text(replace(proposed.mapping, tables=tables), proposed.grids, "lijst.xlsx", "m.toml")
    (tmp_path / "m.toml").write_text(text, encoding="utf-8")
    return bring_in(source, tmp_path / "m.toml")


def texts(imported: Imported) -> list[tuple[object, object]]:
    return [(row["id"], row["text"]) for row in imported.taken.rows]


def test_without_being_asked_no_number_is_given(tmp_path):
    imported = bring_in(write_markdown(tmp_path / "lijst.xlsx", {"Blad1": SECTIONED}))
    assert imported.taken.rows == []
    assert told(imported, Code.IMPORT_WITHOUT_ID) == ["A3", "A4", "A6"]
    assert imported.taken.rows_in == 7


def test_titles_totals_and_notes_stay_what_they_are(tmp_path):
    imported = numbered(tmp_path, SECTIONED)
    assert texts(imported) == [
        ("EIS-101", "Het systeem bewaart zaken"),
        ("EIS-102", "Het systeem vernietigt zaken."),
        ("EIS-103", "Het systeem zoekt in zaken"),
    ]
    assert told(imported, Code.IMPORT_ID_GIVEN) == ["A3", "A4", "A6"]
    assert [row.reason.code for row in imported.taken.left] == [
        Code.IMPORT_SECTION, Code.IMPORT_SECTION, Code.IMPORT_TOTAL, Code.IMPORT_NOTE,
    ]  # fmt: skip
    assert [row["theme"] for row in imported.taken.rows] == ["Archief", "Archief", "Zoeken"]


def test_a_list_of_texts_alone(tmp_path):
    listed = "| Eis | Thema |\n|---|---|\n| Zaken registreren | |\n| Zaken zoeken | |\n| Zaken sluiten | |"
    assert [own_id for own_id, _ in texts(numbered(tmp_path, listed, 7))] == ["EIS-07", "EIS-08", "EIS-09"]


def test_a_number_that_is_there_is_not_given_again(tmp_path):
    listed = """
    | Nr      | Thema | Eis                            |
    |---------|-------|--------------------------------|
    | ARC-102 | ARC   | Het systeem bewaart zaken      |
    |         | ARC   | Het systeem vernietigt zaken   |
    |         | ARC   | Het systeem zoekt in archieven |
    | arc-103 | ARC   | Het systeem telt zaken         |
    """
    imported = numbered(tmp_path, listed)
    assert [own_id for own_id, _ in texts(imported)] == ["ARC-102", "ARC-101", "ARC-104", "arc-103"]
    assert facts(imported, Code.IMPORT_ID_GIVEN) == [{"requirement": "ARC-101"}, {"requirement": "ARC-104"}]


def test_numbers_go_on_over_sheets(tmp_path):
    sheet = "| Eis | Prio |\n|---|---|\n| Het systeem doet iets | Must |\n| Het systeem doet meer | Could |"
    imported = numbered(tmp_path, {"Zaken": sheet, "Archief": sheet})
    assert [own_id for own_id, _ in texts(imported)] == [f"EIS-{number}" for number in range(101, 105)]


@pytest.mark.parametrize(("theme", "given"), [("ARC", "ARC-05"), ("Archief", "EIS-05"), ("", "EIS-05")])
def test_a_number_begins_with_the_code_of_the_theme(theme, given):
    assert Numbering(()).give(theme, 5) == given


@pytest.mark.parametrize("value", ['"101"', "true", "-1", "1.5", "10000"])
def test_a_number_to_begin_with_is_a_whole_number(tmp_path, value):
    source = write_markdown(tmp_path / "lijst.xlsx", {"Blad1": SECTIONED})
    proposed = bring_in(source)
    text = mapping_text(proposed.mapping, proposed.grids, "lijst.xlsx", "m.toml")
    wrong = text.replace("# nummeren_vanaf = 101", f"nummeren_vanaf = {value}")
    mapping, (found,) = read_mapping(wrong, "m.toml", proposed.grids)
    assert mapping is None
    assert found.code is Code.MAPPING_WRONG_VALUE
    assert wrong.splitlines()[int(found.source.cell.removeprefix("regel ")) - 1].startswith("nummeren_vanaf")
