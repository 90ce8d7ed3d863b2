"""The layouts in which municipalities have their lists, each as a small sheet."""

from pathlib import Path

import pytest
from importing.importing_lists import brought_in, counted, facts, read_back, rows, told
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font

from marktscan.domain.finding import Code, Severity
from marktscan.importing import Imported, bring_in

LACKING = {Code.WEIGHT_MISSING, Code.KIND_UNCLEAR}
"""What may be wrong in a workbook that was written: what the source does not have."""


def saved(tmp_path: Path, book: Workbook) -> Imported:
    book.save(tmp_path / "lijst.xlsx")
    return counted(bring_in(tmp_path / "lijst.xlsx"))


def test_moscow_in_one_column_however_it_is_spelled(tmp_path):
    imported = brought_in(
        tmp_path,
        """
        | Nr. | Omschrijving                   | MoSCoW      |
        |-----|--------------------------------|-------------|
        | A1  | Het systeem registreert zaken  | M           |
        | A2  | Het systeem toont een tijdlijn | must have   |
        | A3  | Het systeem heeft een app      | Moet        |
        | A4  | Het systeem kan voorlezen      | should-have |
        | A5  | Het systeem kan bellen         | Could (C)   |
        | A6  | Het systeem kan faxen          | Won´t       |
        """,
    )
    assert rows(imported, "id", "priority") == [
        ("A1", "Must"), ("A2", "Must"), ("A3", "Must"), ("A4", "Should"), ("A5", "Could"), ("A6", "Won't"),
    ]  # fmt: skip


def test_moscow_as_crosses_in_four_columns(tmp_path):
    imported = brought_in(
        tmp_path,
        """
        | Eisnummer | Eis                            | Must | Should | Could | Won't |
        |-----------|--------------------------------|------|--------|-------|-------|
        | A1        | Het systeem registreert zaken  | x    |        |       |       |
        | A2        | Het systeem toont een tijdlijn |      | X      |       |       |
        | A3        | Het systeem doet van alles     |      |        |       | ✓     |
        | A4        | Het systeem doet nog veel meer |      |        |       |       |
        | A5        | Het systeem kan alles          | x    | x      |       |       |
        | A6        | Het systeem kan soms iets      |      |        | mits  |       |
        """,
    )
    assert rows(imported, "priority", "remark") == [
        ("Must", ""), ("Should", ""), ("Won't", ""), ("", ""),
        ("", "Prioriteit: Must (x), Should (x)"), ("", "Could: mits"),
    ]  # fmt: skip
    assert told(imported, Code.IMPORT_VALUE_UNCLEAR) == ["C6"]


def test_headings_over_two_rows_below_a_title_block(tmp_path):
    imported = brought_in(
        tmp_path,
        """
        | Programma van eisen |                                |        |   |   |   |       |
        |---------------------|--------------------------------|--------|---|---|---|-------|
        | Versie              | 1.2                            |        |   |   |   |       |
        | Datum               | 1 mei 2025                     |        |   |   |   |       |
        |                     |                                |        |   |   |   |       |
        | Nr                  | Eis                            | MoSCoW |   |   |   | Soort |
        |                     |                                | M      | S | C | W |       |
        | A1                  | Het systeem registreert zaken  | x      |   |   |   | E     |
        | A2                  | Het systeem toont een tijdlijn |        | x |   |   | W     |
        """,
    )
    assert imported.mapping.tables[0].head_rows == (5, 6)
    assert rows(imported, "id", "priority", "kind") == [("A1", "Must", "eis"), ("A2", "Should", "wens")]


def test_groups_of_headings_above_the_headings(tmp_path):
    book = Workbook()
    sheet = book.active
    for row in (
        ["Nederlands", None, None, "English", None],
        ["Nr", "Eis", "Toelichting", "Requirement", "Explanation"],
        ["A1", "Het systeem moet de zaak tonen", "omdat", "The system must show the case", "so"],
        ["A2", "Het systeem moet een brief bewaren", "omdat", "The system must keep a letter", "so"],
    ):  # fmt: skip
        sheet.append(row)
    sheet.merge_cells("A1:C1")
    sheet.merge_cells("D1:E1")
    imported = saved(tmp_path, book)
    assert imported.mapping.tables[0].head_rows == (1, 2)
    assert rows(imported, "id", "explanation", "remark") == [("A1", "omdat", ""), ("A2", "omdat", "")]
    assert told(imported, Code.IMPORT_COLUMN_CHOSEN_OUT) == ["D2", "E2"]


def test_a_knock_out_as_a_value_of_the_kind(tmp_path):
    imported = brought_in(
        tmp_path,
        """
        | Nr | Eis                            | Soort         |
        |----|--------------------------------|---------------|
        | A1 | Het systeem registreert zaken  | Eis           |
        | A2 | Het systeem toont een tijdlijn | KO            |
        | A3 | Het systeem heeft een app      | knock-out-eis |
        | A4 | Het systeem kan voorlezen      | wens          |
        | A5 | Het systeem kan bellen         | harde eis     |
        """,
    )
    assert rows(imported, "kind", "knock_out", "remark") == [
        ("eis", "", ""), ("eis", "ja", ""), ("eis", "ja", ""), ("wens", "", ""), ("", "", "Soort: harde eis"),
    ]  # fmt: skip
    assert facts(imported, Code.IMPORT_VALUE_UNCLEAR) == [
        {"heading": "Soort", "requirement": "A5", "value": "harde eis"}
    ]


def test_a_knock_out_in_a_column_of_its_own(tmp_path):
    imported = brought_in(
        tmp_path,
        """
        | Nr | Eis                            | Eis/wens | KO  |
        |----|--------------------------------|----------|-----|
        | A1 | Het systeem registreert zaken  | E        | x   |
        | A2 | Het systeem toont een tijdlijn | W        | nee |
        | A3 | Het systeem heeft een app      | KO       | nee |
        """,
    )
    assert rows(imported, "kind", "knock_out") == [("eis", "ja"), ("wens", "nee"), ("eis", "")]
    assert facts(imported, Code.IMPORT_VALUE_UNCLEAR) == [
        {"heading": "Knock-out", "requirement": "A3", "value": "nee"}
    ], "what contradicts itself is told and stays in words"


def test_must_and_should_under_a_heading_about_the_kind(tmp_path):
    imported = brought_in(
        tmp_path,
        """
        | Nr | Eis                            | Soort  |
        |----|--------------------------------|--------|
        | A1 | Het systeem registreert zaken  | Must   |
        | A2 | Het systeem toont een tijdlijn | Should |
        | A3 | Het systeem heeft een app      | Must   |
        """,
    )
    assert rows(imported, "kind", "priority") == [("", "Must"), ("", "Should"), ("", "Must")]


def test_kinds_as_crosses_in_columns_named_eis_and_wens(tmp_path):
    imported = brought_in(
        tmp_path,
        """
        | Nr | Omschrijving                   | Eis | Wens |
        |----|--------------------------------|-----|------|
        | A1 | Het systeem registreert zaken  | x   |      |
        | A2 | Het systeem toont een tijdlijn |     | x    |
        """,
    )
    assert rows(imported, "text", "kind") == [
        ("Het systeem registreert zaken", "eis"), ("Het systeem toont een tijdlijn", "wens")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("number", "number_format", "shown"),
    [
        (1.1, "0.00", "1.10"),
        (1.1, "General", "1.1"),
        (7, '"ARC-"00', "ARC-07"),
        (12, "0000", "0012"),
        (110, "0\\.00", "1.10"),
        (3, "General", "3"),
    ],
)
def test_ids_that_are_numbers_are_text_as_shown(tmp_path, number, number_format, shown):
    book = Workbook()
    book.active.append(["Nr", "Eis"])
    book.active.append([number, "Het systeem registreert zaken"])
    book.active["A2"].number_format = number_format
    imported = saved(tmp_path, book)
    assert rows(imported, "id") == [(shown,)]
    assert told(imported, Code.IMPORT_ID_NUMBER) == ["A2"]
    item, findings = read_back(tmp_path, imported)
    assert [row.id for row in item.requirements] == [shown]
    assert not {finding.code for finding in findings} & {Code.ID_NUMBER, Code.ID_FORMULA, Code.TEXT_CLEANED}


def test_ids_that_are_formulas_keep_what_was_shown(tmp_path):
    from xlsxwriter import Workbook as Writer

    path = tmp_path / "lijst.xlsx"
    with Writer(path) as book:
        sheet = book.add_worksheet("PvE")
        decimals = book.add_format({"num_format": "0.00"})
        sheet.write_row(0, 0, ["Nr", "Eis"])
        sheet.write_row(1, 1, ["Het systeem registreert zaken"])
        sheet.write_formula(1, 0, "=1+0.1", decimals, 1.1)
        sheet.write_row(2, 1, ["Het systeem toont een tijdlijn"])
        sheet.write_formula(2, 0, '="ARC-"&2', None, "ARC-2")
    imported = counted(bring_in(path))
    assert rows(imported, "id") == [("1.10",), ("ARC-2",)]
    assert told(imported, Code.IMPORT_ID_FORMULA) == ["A2", "A3"]


def test_a_formula_without_a_stored_outcome_is_no_id(tmp_path):
    imported = brought_in(
        tmp_path,
        """
        | Nr    | Eis                            |
        |-------|--------------------------------|
        | A1    | Het systeem registreert zaken  |
        | =A2&2 | Het systeem toont een tijdlijn |
        """,
    )
    assert rows(imported, "id") == [("A1",)]
    assert told(imported, Code.IMPORT_WITHOUT_ID) == told(imported, Code.FORMULA_WITHOUT_VALUE) == ["A3"]


def test_several_sheets_with_the_same_table_give_the_theme(tmp_path):
    table = """
        | Nr     | Eis                           | E/W |
        |--------|-------------------------------|-----|
        | {code}1 | Het systeem registreert zaken | E   |
        | {code}2 | Het systeem toont iets        | W   |
        """
    imported = brought_in(
        tmp_path,
        {
            "Voorblad": "| Programma van eisen |\n|---|\n| versie 1 |",
            "Zaken": table.format(code="ZK"),
            "Archief": table.format(code="AR"),
            "Begrippen": "| Begrip | Omschrijving |\n|---|---|\n| Zaak | Een hoeveelheid werk |",
        },
    )
    assert rows(imported, "id", "theme") == [
        ("ZK1", "Zaken"), ("ZK2", "Zaken"), ("AR1", "Archief"), ("AR2", "Archief")
    ]  # fmt: skip
    assert imported.mapping.tables[0].sheets == ("Zaken", "Archief")
    left = [item.source.sheet for item in imported.findings if item.code is Code.IMPORT_SHEET_LEFT_OUT]
    assert left == ["Begrippen", "Voorblad"]


def test_sheets_with_their_columns_in_other_places(tmp_path):
    imported = brought_in(
        tmp_path,
        {
            "Zaken": "| Nr | Eis | Thema |\n|---|---|---|\n| A1 | Het systeem registreert zaken | Zaak |",
            "Archief": "| Thema | Eis | Nr |\n|---|---|---|\n| Bewaren | Het systeem bewaart zaken | A2 |",
        },
    )
    assert rows(imported, "id", "theme") == [("A1", "Zaak"), ("A2", "Bewaren")]
    assert [table.sheets for table in imported.mapping.tables] == [("Zaken",), ("Archief",)]


def test_area_names_in_merged_cells(tmp_path):
    book = Workbook()
    sheet = book.active
    sheet.append(["Gebied", "Nr", "Eis"])
    for number, area in enumerate(("Zaken", None, None, "Archief", None), 1):
        sheet.append([area, f"A{number}", f"Het systeem doet ding {number} en nog iets"])
    sheet.merge_cells("A2:A4")
    sheet.merge_cells("A5:A6")
    imported = saved(tmp_path, book)
    assert [theme for (theme,) in rows(imported, "theme")] == ["Zaken"] * 3 + ["Archief"] * 2
    assert told(imported, Code.IMPORT_FILLED_DOWN) == ["A3", "A4", "A6"]


def test_area_names_in_the_first_row_only(tmp_path):
    imported = brought_in(
        tmp_path,
        """
        | Hoofdstuk | Nr | Eis                       |
        |-----------|----|---------------------------|
        | Zaken     | A1 | Het systeem doet één ding |
        |           | A2 | Het systeem doet meer     |
        | Archief   | A3 | Het systeem bewaart alles |
        |           | A4 | Het systeem gooit weg     |
        """,
    )
    assert [theme for (theme,) in rows(imported, "theme")] == ["Zaken", "Zaken", "Archief", "Archief"]
    assert imported.mapping.tables[0].filled_down == ("theme",)


def test_one_gap_in_a_filled_column_is_not_guessed(tmp_path):
    imported = brought_in(
        tmp_path,
        """
        | Thema | Nr | Eis                       |
        |-------|----|---------------------------|
        | Zaken | A1 | Het systeem doet één ding |
        | Zaken | A2 | Het systeem doet meer     |
        |       | A3 | Het systeem bewaart alles |
        """,
    )
    assert [theme for (theme,) in rows(imported, "theme")] == ["Zaken", "Zaken", ""]


def test_area_names_in_rows_between_and_everything_else_that_is_no_requirement(tmp_path):
    imported = brought_in(
        tmp_path,
        """
        | Nr          | Eis                           | Prio |
        |-------------|-------------------------------|------|
        | Archivering |                               |      |
        | ARC-1       | Het systeem bewaart zaken     | M    |
        | ARC-2       | Het systeem vernietigt zaken  | M    |
        | Nr          | Eis                           | Prio |
        | Zaken       |                               |      |
        | ZK-1        | Het systeem registreert zaken | C    |
        | zk-1        | Het systeem doet iets anders  | C    |
        |             | Dit heeft geen nummer         | C    |
        | ZK-2        |                               | C    |
        | ZK-3        |                               |      |
        | Totaal      |                               | 5    |
        |             |                               |      |
        | Vastgesteld door het college op 1 mei.  | | |
        """,
    )
    assert rows(imported, "id", "theme") == [
        ("ARC-1", "Archivering"), ("ARC-2", "Archivering"), ("ZK-1", "Zaken")
    ]  # fmt: skip
    assert imported.taken.rows_in == 12
    assert told(imported, Code.IMPORT_SECTION) == ["A2", "A6"]
    assert told(imported, Code.IMPORT_HEADER_REPEATED) == ["A5"]
    assert told(imported, Code.IMPORT_ID_DOUBLE) == ["A8"]
    assert told(imported, Code.IMPORT_WITHOUT_ID) == ["A9"]
    assert told(imported, Code.IMPORT_WITHOUT_TEXT) == ["B10", "B11"]
    assert told(imported, Code.IMPORT_TOTAL) == ["A12"]
    assert told(imported, Code.IMPORT_NOTE) == ["A14"]


def test_chapters_with_a_number_of_their_own(tmp_path):
    imported = brought_in(
        tmp_path,
        """
        | Nr    | Eis                           | Prioriteit |
        |-------|-------------------------------|------------|
        | "1"   | Archivering                   |            |
        | "1.1" | Het systeem bewaart zaken     | Must       |
        | "1.2" | Het systeem vernietigt zaken  | Must       |
        | "2"   | Zaken                         |            |
        | "2.1" | Het systeem registreert zaken | Should     |
        """,
    )
    assert rows(imported, "id", "theme") == [("1.1", "Archivering"), ("1.2", "Archivering"), ("2.1", "Zaken")]


def test_english_headings_nearly_right(tmp_path):
    imported = brought_in(
        tmp_path,
        """
        | Req. ID | Category | Requirment description        | Priorty | Source |
        |---------|----------|-------------------------------|---------|--------|
        | R1      | Cases    | The system registers cases    | Must    | AVG    |
        | R2      | Cases    | The system shows the timeline | Could   | AVG    |
        """,
    )
    assert rows(imported, "id", "theme", "text", "priority", "norm") == [
        ("R1", "Cases", "The system registers cases", "Must", "AVG"),
        ("R2", "Cases", "The system shows the timeline", "Could", "AVG"),
    ]


def test_the_dutch_column_of_two_languages(tmp_path):
    imported = brought_in(
        tmp_path,
        """
        | ID | Requirement (EN)            | Eis (NL)                      | Category | Categorie |
        |----|-----------------------------|-------------------------------|----------|-----------|
        | A1 | The system must keep cases  | Het systeem moet zaken bewaren | Keeping | Bewaren   |
        | A2 | The system must show cases  | Het systeem moet zaken tonen  | Showing  | Tonen     |
        """,
    )
    assert rows(imported, "text", "theme", "remark") == [
        ("Het systeem moet zaken bewaren", "Bewaren", ""), ("Het systeem moet zaken tonen", "Tonen", "")
    ]  # fmt: skip
    assert imported.mapping.tables[0].left_out == (2, 4)


def test_blank_and_unknown_columns(tmp_path):
    imported = brought_in(
        tmp_path,
        """
        |   | Nr | | Eis                           | Status | Opmerkingen |      |
        |---|----|-|-------------------------------|--------|-------------|------|
        |   | A1 | | Het systeem registreert zaken | nieuw  | let op      | los  |
        |   | A2 | | Het systeem toont een lijst   |        |             |      |
        """,
    )
    assert rows(imported, "id", "remark") == [("A1", "let op\nStatus: nieuw\nlos"), ("A2", "")]


def test_columns_that_only_their_content_gives_away(tmp_path):
    imported = brought_in(
        tmp_path,
        """
        | Lijst van 2025 |                                     |        |
        |----------------|-------------------------------------|--------|
        | Uniek          | Wat wij willen dat het pakket kan   | Mate   |
        | A1             | Het systeem registreert alle zaken  | Must   |
        | A2             | Het systeem toont een lijst daarvan | Could  |
        | A3             | Het systeem bewaart alles zeer lang | Could  |
        """,
    )
    assert rows(imported, "id", "priority") == [("A1", "Must"), ("A2", "Could"), ("A3", "Could")]


def test_weights_outside_the_scale_stay_in_words(tmp_path):
    imported = brought_in(
        tmp_path,
        """
        | Nr | Eis                           | Weging |
        |----|-------------------------------|--------|
        | A1 | Het systeem registreert zaken | 5      |
        | A2 | Het systeem toont een lijst   | 20     |
        """,
    )
    assert rows(imported, "weight", "remark") == [(5, ""), ("", "Gewicht: 20")]


def test_hidden_struck_and_unreadable_cells_are_told(tmp_path):
    book = Workbook()
    sheet = book.active
    sheet.append(["Nr", "Eis", "Prio"])
    sheet.append(["A1", "Het systeem registreert zaken", "#N/A"])
    sheet.append(["A2", "Het systeem toont een lijst", "Must"])
    sheet["C2"].data_type = "e"
    sheet["B3"].font = Font(strike=True)
    sheet.row_dimensions[3].hidden = True
    imported = saved(tmp_path, book)
    assert rows(imported, "id", "priority", "remark") == [("A1", "", "Prio: #N/A"), ("A2", "Must", "")]
    assert told(imported, Code.CELL_ERROR) == ["C2"]
    assert told(imported, Code.TEXT_STRUCK) == ["B3"]
    assert told(imported, Code.ROW_HIDDEN) == ["A3"]


def test_hidden_sheets_are_not_taken(tmp_path):
    book = Workbook()
    for sheet in (book.active, book.create_sheet("Oud")):
        sheet.append(["Nr", "Eis"])
        sheet.append(["A1", f"Het systeem van {sheet.title} registreert zaken"])
    book["Oud"].sheet_state = "hidden"
    imported = saved(tmp_path, book)
    assert imported.taken.rows_in == 1
    assert [item.source.sheet for item in imported.findings if item.code is Code.IMPORT_SHEET_LEFT_OUT] == [
        "Oud"
    ]


def test_a_workbook_of_marktscan_itself(example_project):
    imported = counted(bring_in(example_project / "requirements" / "diemen.xlsx"))
    assert not imported.taken.left
    assert {item.code for item in imported.findings} == {Code.IMPORT_SHEET_LEFT_OUT}
    assert len(imported.taken.rows) > 100


def test_text_that_looks_like_a_formula_stays_text(tmp_path):
    book = Workbook()
    book.active.append(["Nr", "Eis", "Opmerking"])
    book.active.append(["A1", None, None])
    for cell, text in (("B2", '=HYPERLINK("http://x";"klik")'), ("C2", "@SUM(1+1)\x0b_x0007_")):
        book.active[cell].value = text.replace("\x0b", "")
        book.active[cell].data_type = "s"
    imported = saved(tmp_path, book)
    item, _ = read_back(tmp_path, imported)
    assert item.requirements[0].text == '=HYPERLINK("http://x";"klik")'
    assert item.requirements[0].remark == "@SUM(1+1)"


def test_no_list_at_all(tmp_path):
    book = Workbook()
    book.active.append(["Boodschappen", "Aantal"])
    book.active.append(["Melk", 2])
    book.save(tmp_path / "lijst.xlsx")
    imported = bring_in(tmp_path / "lijst.xlsx")
    assert imported.mapping is None
    assert [item.code for item in imported.findings] == [Code.IMPORT_NO_TABLE]


def test_what_was_written_reads_back_without_errors_but_for_what_the_source_lacks(tmp_path):
    imported = brought_in(
        tmp_path,
        """
        | Nr   | Thema | Eis                            | E/W | Prio | KO  | Weging | Toelichting |
        |------|-------|--------------------------------|-----|------|-----|--------|-------------|
        | A-01 | ZTC   | Het systeem registreert zaken  | E   | M    | ja  | 5      | uitleg      |
        | A-02 | ARC   | Het systeem toont een tijdlijn | W   | S    |     | 3      |             |
        | A-03 | ARC   | Het systeem heeft een app      | W   | C    |     |        | los         |
        """,
    )
    item, findings = read_back(tmp_path, imported)
    errors = {finding.code for finding in findings if finding.code.severity is Severity.ERROR}
    assert errors <= LACKING
    assert [(row.id, row.theme, row.kind.value, row.weight) for row in item.requirements] == [
        ("A-01", "ZTC", "eis", 5), ("A-02", "ARC", "wens", 3), ("A-03", "ARC", "wens", None)
    ]  # fmt: skip


def test_a_list_as_text_keeps_its_ids(tmp_path):
    path = tmp_path / "lijst.csv"
    path.write_text(
        'Nr;Thema;Eis;Prio\n1.10;Zaken;"Het systeem doet; dit";M\n001;Zaken;=1+1 mag niet;KO\n', "utf-8-sig"
    )
    imported = counted(bring_in(path))
    assert rows(imported, "id", "text", "priority", "knock_out") == [
        ("1.10", "Het systeem doet; dit", "Must", ""), ("001", "=1+1 mag niet", "Must", "ja"),
    ]  # fmt: skip
    assert {item.code for item in imported.findings} == {Code.FILE_READ_AS, Code.IMPORT_COLUMN_ABSENT}


def test_themes_of_the_project_are_recognised(tmp_path, example_project):
    path = tmp_path / "lijst.csv"
    names = ("3. Archivering", "Besluitvorming", "Koppelingen & standaarden", "WOO", "Parkeren")
    path.write_text(
        "Nr;Onderdeel;Eis\n" + "".join(f"A{n};{name};Het systeem doet iets\n" for n, name in enumerate(names))
    )
    imported = counted(bring_in(path, project=example_project))
    assert [theme for (theme,) in rows(imported, "theme")] == ["ARC", "BSL", "KOP", "WOO", "Parkeren"]
    assert told(imported, Code.VALUE_READ_AS) == ["B2", "B3", "B4"]


def test_an_error_in_a_cell_is_not_filled_from_above(tmp_path):
    imported = brought_in(
        tmp_path,
        """
        | Hoofdstuk | Nr | Eis                       |
        |-----------|----|---------------------------|
        | Zaken     | A1 | Het systeem doet één ding |
        |           | A2 | Het systeem doet meer     |
        | =A2       | A3 | Het systeem bewaart alles |
        """,
    )
    assert [theme for (theme,) in rows(imported, "theme")] == ["Zaken", "Zaken", ""]
    assert told(imported, Code.FORMULA_WITHOUT_VALUE) == ["A4"]


def test_area_names_alone_in_their_own_column(tmp_path):
    imported = brought_in(
        tmp_path,
        """
        | Onderdeel | Nr | Eis                       | Prio |
        |-----------|----|---------------------------|------|
        | Zaken     |    |                           |      |
        |           | A1 | Het systeem doet één ding | M    |
        |           | A2 | Het systeem doet meer     | M    |
        | Archief   |    |                           |      |
        |           | A3 | Het systeem bewaart alles | S    |
        """,
    )
    assert rows(imported, "id", "theme") == [("A1", "Zaken"), ("A2", "Zaken"), ("A3", "Archief")]
    assert told(imported, Code.IMPORT_SECTION) == ["A2", "A5"]
    assert told(imported, Code.IMPORT_COLUMN_LEFT_OUT) == []


def test_chapters_with_a_letter(tmp_path):
    imported = brought_in(
        tmp_path,
        """
        | Nr  | Eis                           | Prioriteit |
        |-----|-------------------------------|------------|
        | A   | Archivering                   |            |
        | A1  | Het systeem bewaart zaken     | Must       |
        | A2  | Het systeem vernietigt zaken  |            |
        | A20 | Het systeem doet nog meer     |            |
        """,
    )
    assert rows(imported, "id", "theme") == [
        ("A1", "Archivering"),
        ("A2", "Archivering"),
        ("A20", "Archivering"),
    ]


def test_a_title_that_reads_like_headings(tmp_path):
    imported = brought_in(
        tmp_path,
        """
        | Programma van eisen | Nummer 12                     |
        |---------------------|-------------------------------|
        | Nr                  | Eis                           |
        | A1                  | Het systeem registreert zaken |
        """,
    )
    assert imported.mapping.tables[0].head_rows == (2,)
    assert rows(imported, "id") == [("A1",)]


def test_a_theme_with_a_comma_in_its_name(tmp_path):
    imported = brought_in(
        tmp_path,
        """
        | Thema           | Nr | Eis                       |
        |-----------------|----|---------------------------|
        | Zaken, en meer  | A1 | Het systeem doet één ding |
        | Archief         | A2 | Het systeem doet meer     |
        """,
    )
    assert rows(imported, "theme") == [("Zaken, en meer",), ("Archief",)]


def test_a_list_without_themes_leaves_room_for_them(tmp_path):
    imported = brought_in(tmp_path, "| Nr | Eis |\n|----|-----|\n| A1 | Het systeem doet één ding |")
    read_back(tmp_path, imported)
    book = load_workbook(tmp_path / "requirements" / "aalsmeer.xlsx")
    assert book.defined_names["lijst_themas"].attr_text == "Keuzelijsten!$A$2"
    assert book["Keuzelijsten"]["B2"].value == "Vul hier de codes van uw thema's in."


def test_rows_that_were_not_taken_stand_on_a_sheet_of_their_own(tmp_path):
    imported = brought_in(
        tmp_path,
        """
        | Nr | Eis                       | Prio |
        |----|---------------------------|------|
        | A1 | Het systeem doet één ding | M    |
        |    | Het heeft geen nummer     | C    |
        """,
    )
    read_back(tmp_path, imported)
    sheet = load_workbook(tmp_path / "requirements" / "aalsmeer.xlsx")["Niet overgenomen"]
    assert [cell.value for cell in sheet[1]] == ["Plaats in de bron", "Reden", "Inhoud van de rij"]
    assert [cell.value for cell in sheet[2]] == [
        "Blad1!A3",
        "Rij zonder nummer",
        "Eis: Het heeft geen nummer\nPrio: C",
    ]


def test_every_row_above_the_headings_is_named(tmp_path):
    book = Workbook()
    sheet = book.active
    for row in (
        ["Programma van eisen"],
        [],
        [None, "Versie", 3],
        ["Nr", "Eis", "Prio"],
        ["A1", "Het systeem registreert zaken.", "M"],
    ):
        sheet.append(row)
    imported = saved(tmp_path, book)
    assert told(imported, Code.IMPORT_ABOVE) == ["A1", "B3"]
    assert facts(imported, Code.IMPORT_ABOVE) == [{"text": "Programma van eisen"}, {"text": "Versie | 3"}]
    assert imported.taken.rows_in == 1
