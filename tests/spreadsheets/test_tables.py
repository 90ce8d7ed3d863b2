from pathlib import Path

from markdown_workbook import write_markdown
from openpyxl import load_workbook
from spreadsheets.reading import codes, found

from marktscan.domain.finding import Code, Finding
from marktscan.spreadsheets.books import open_book
from marktscan.spreadsheets.columns import ANSWERS, CONSENSUS, MARKS, REQUIREMENTS, THEMES, VENDOR, Form
from marktscan.spreadsheets.tables import Table, find_table

QUESTIONS = "| Eis-ID | Antwoord (invullen) | Uitleg |\n|---|---|---|\n| A-1 | S | zo |"


def find(
    tmp_path: Path,
    sheets: dict[str, str],
    form: Form = ANSWERS,
    others: tuple[Form, ...] = (),
    first_row: int = 1,
) -> tuple[Table | None, tuple[Finding, ...]]:
    write_markdown(tmp_path / "a.xlsx", sheets, first_row)
    book, problems = open_book(tmp_path, "a.xlsx")
    assert book is not None, problems
    return find_table(book, form, others)


def test_columns_are_found_wherever_they_stand(tmp_path: Path) -> None:
    table, findings = find(
        tmp_path, {"Vragen": "| UITLEG: | antwoordcode* | Eis ID |\n|---|---|---|\n| zo | S | A-1 |"}
    )
    assert table is not None
    assert table.columns == {"explanation": "A", "code": "B", "id": "C"}
    assert codes(findings) == []


def test_a_renamed_sheet_and_lower_headings_are_read_and_told(tmp_path: Path) -> None:
    table, findings = find(tmp_path, {"Lees mij": "| Hallo |", "Blad1": QUESTIONS}, first_row=4)
    assert table is not None
    assert list(table.rows) == [5]
    assert found(findings, Code.SHEET_RENAMED) == [("", {"sheet": "Blad1", "expected": "Vragen"})]
    assert found(findings, Code.HEADER_MOVED) == [("", {"row": "4"})]


def test_two_equal_copies_of_a_sheet_are_not_chosen_between(tmp_path: Path) -> None:
    table, findings = find(tmp_path, {"Vragen": QUESTIONS, "Vragen (2)": QUESTIONS})
    assert table is None
    assert found(findings, Code.SHEETS_SAME) == [("", {"expected": "Vragen", "sheets": "Vragen, Vragen (2)"})]


def test_a_copy_that_was_filled_in_further_is_compared(tmp_path: Path) -> None:
    first = """
    | Eis-ID | Antwoord | Uitleg |
    |--------|----------|--------|
    | A-1    | S        | zo     |
    | A-2    | C        |        |
    | A-3    | N        |        |
    | A-5    | S        |        |
    """
    second = """
    | Uitleg | Eis-ID | Antwoord |
    |--------|--------|----------|
    | zo     | a-1    |  S       |
    | anders | A-2    | C        |
    |        | A-3    | S        |
    |        | A-4    | S        |
    |        | A-5    |          |
    """
    table, findings = find(tmp_path, {"Vragen": first, "Vragen (2)": second})
    assert table is None
    ((_, facts),) = found(findings, Code.SHEET_AMBIGUOUS)
    assert (
        facts["differences"] == "A-2 (Uitleg, C3/A3), A-3 (Antwoord, B4/C4), A-5 (Antwoord, B5/C6) en nog 1"
    )
    assert facts["sheets"] == "Vragen, Vragen (2)"


def test_a_row_that_one_copy_lacks_is_told(tmp_path: Path) -> None:
    more = QUESTIONS + "\n| A-9 | S | zo |"
    _, findings = find(tmp_path, {"Vragen": QUESTIONS, "Kopie": more})
    assert [facts["differences"] for _, facts in found(findings, Code.SHEET_AMBIGUOUS)] == [
        "A-9 (alleen op Kopie)"
    ]


def test_copies_whose_titles_look_alike_are_told_by_their_place_and_hidden_ones_as_such(
    tmp_path: Path,
) -> None:
    sheets = {
        "Lees mij": "| Hallo | daar |",
        "Vragen": QUESTIONS,
        "Vragen ": QUESTIONS + "\n| A-9 | S | zo |",
    }
    write_markdown(tmp_path / "a.xlsx", sheets)
    book = load_workbook(tmp_path / "a.xlsx")
    book.worksheets[2].sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    opened, _ = open_book(tmp_path, "a.xlsx")
    assert opened is not None
    _, findings = find_table(opened, ANSWERS)
    ((_, facts),) = found(findings, Code.SHEET_AMBIGUOUS)
    hidden = "Vragen  (werkblad 3, verborgen)"
    assert facts["sheets"] == f"Vragen (werkblad 2), {hidden}"
    assert facts["differences"] == f"A-9 (alleen op {hidden})"


def test_hidden_columns_are_read_and_told(tmp_path: Path) -> None:
    sheet = "| Eis-ID | Antwoord | Uitleg | Eigen | Status |\n|-|-|-|-|-|\n| A-1 | S | zo | x | Gereed |"
    write_markdown(tmp_path / "a.xlsx", {"Vragen": sheet})
    book = load_workbook(tmp_path / "a.xlsx")
    book.worksheets[0].column_dimensions.group("C", "E", hidden=True)
    book.save(tmp_path / "a.xlsx")
    opened, _ = open_book(tmp_path, "a.xlsx")
    assert opened is not None
    table, findings = find_table(opened, ANSWERS)
    assert table is not None
    assert found(findings, Code.COLUMN_HIDDEN) == [("C1", {"heading": "Uitleg"})]


def test_a_sheet_that_is_not_there_names_those_that_are(tmp_path: Path) -> None:
    table, findings = find(tmp_path, {"Lees mij": "| Hallo | daar |", "Blad2": "| x |"})
    assert table is None
    assert found(findings, Code.SHEET_MISSING) == [("", {"expected": "Vragen", "sheets": "Lees mij, Blad2"})]


def test_a_misspelled_heading_is_asked_about(tmp_path: Path) -> None:
    table, findings = find(
        tmp_path, {"Vragen": "| Eis-ID | Antwoort | Uitlegg |\n|---|---|---|\n| A-1 | S | |"}
    )
    assert table is None
    assert found(findings, Code.COLUMN_SIMILAR) == [
        ("B1", {"heading": "Antwoort", "meant": "Antwoord"}),
        ("C1", {"heading": "Uitlegg", "meant": "Uitleg"}),
    ]


def test_a_column_that_is_missing_is_told(tmp_path: Path) -> None:
    table, findings = find(tmp_path, {"Vragen": "| Eis-ID | Uitleg |\n|---|---|\n| A-1 | zo |"})
    assert table is None
    assert found(findings, Code.COLUMN_MISSING) == [("", {"heading": "Antwoord"})]


def test_optional_columns_that_are_missing_are_told_together(tmp_path: Path) -> None:
    table, findings = find(tmp_path, {"Thema's": "| Thema | Gewicht |\n|---|---|\n| ARC | 100 |"}, THEMES)
    assert table is not None
    assert found(findings, Code.COLUMN_LEFT_OUT) == [("", {"headings": "Omschrijving"})]


def test_unknown_and_double_columns_are_told(tmp_path: Path) -> None:
    table, findings = find(
        tmp_path,
        {"Vragen": "| Eis-ID | Antwoord | Uitleg | Uitleg | Geheim |\n|-|-|-|-|-|\n| A-1 | S | | | |"},
    )
    assert table is not None
    assert "explanation" not in table.columns
    assert found(findings, Code.COLUMN_DOUBLE) == [("C1", {"heading": "Uitleg", "cells": "C1, D1"})]
    assert found(findings, Code.COLUMN_UNKNOWN) == [("E1", {"heading": "Geheim"})]


def test_the_heading_itself_goes_before_its_synonym(tmp_path: Path) -> None:
    table, findings = find(
        tmp_path, {"Vragen": "| Nummer | Eis-ID | Antwoord |\n|---|---|---|\n| 1 | A-1 | S |"}
    )
    assert table is not None
    assert table.columns["id"] == "B"
    assert found(findings, Code.COLUMN_UNKNOWN) == [("A1", {"heading": "Nummer"})]


def test_a_required_column_that_stands_there_twice_is_not_chosen(tmp_path: Path) -> None:
    table, findings = find(
        tmp_path, {"Vragen": "| Eis-ID | Antwoord | Antwoord |\n|---|---|---|\n| A-1 | S | N |"}
    )
    assert table is None
    assert [cell for cell, _ in found(findings, Code.COLUMN_DOUBLE)] == ["B1"]


def test_the_neighbours_of_a_sheet_are_not_mistaken_for_it(tmp_path: Path) -> None:
    sheets = {
        "Eisen": "| Eis-ID | Thema | Eis | Soort | Gewicht |\n|-|-|-|-|-|\n| A-1 | ARC | Wist | eis | 3 |",
        "Thema's": "| Thema | Gewicht |\n|---|---|\n| ARC | 100 |",
    }
    for form, other in ((REQUIREMENTS, THEMES), (THEMES, REQUIREMENTS)):
        table, findings = find(tmp_path, sheets, form, (other,))
        assert table is not None
        assert table.sheet.title == form.sheet
        assert codes(findings) == []


def test_forms_that_look_alike_are_told_apart(tmp_path: Path) -> None:
    marks = {
        "Blad1": "| Eis-ID | Antwoord | Cijfer | Niveau | Motivering |\n|-|-|-|-|-|\n| A-1 | S | 8 | | ja |"
    }
    assert find(tmp_path, marks, MARKS, (CONSENSUS,))[0] is not None
    assert find(tmp_path, marks, CONSENSUS, (MARKS,))[0] is None


def test_the_status_column_is_never_read(tmp_path: Path) -> None:
    table, findings = find(
        tmp_path, {"Vragen": "| Eis-ID | Antwoord | Status |\n|---|---|---|\n| A-1 | S | =1/0 |"}
    )
    assert table is not None
    assert "status" not in table.columns
    assert codes(findings) == []


def test_cells_below_the_headings_are_kept_by_row_and_field(tmp_path: Path) -> None:
    table, _ = find(
        tmp_path, {"Leverancier": "| Gegeven | Waarde |\n|---|---|\n| Naam | Zaak |\n| | |"}, VENDOR
    )
    assert table is not None
    assert {row: [str(cell.value) for cell in cells.values()] for row, cells in table.rows.items()} == {
        2: ["Naam", "Zaak"]
    }
