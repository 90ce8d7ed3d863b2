from datetime import date, datetime
from pathlib import Path

import pytest
from markdown_workbook import write_markdown
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from spreadsheets.reading import answers_of, codes, found

from marktscan.domain.answer import AnswerCode
from marktscan.domain.finding import Code
from marktscan.domain.source import Source
from marktscan.spreadsheets.books import open_book
from marktscan.spreadsheets.read_answers import read_answers, read_vendor


def test_answers_are_read_with_the_cell_behind_each_word(tmp_path: Path) -> None:
    answers, findings = answers_of(
        tmp_path,
        """
        | Eis-ID | Eis   | Antwoord (invullen) | Uitleg   | Beschikbaar per | Toegezegd | Vertrouwelijk |
        |--------|-------|---------------------|----------|-----------------|-----------|---------------|
        | ARC-01 | Wist  | S                   | Zit erin |                 |           | nee           |
        | ARC-02 | Zoekt | R                   |          | 2027-07-01      | ja        |               |
        | ARC-03 | Telt  |                     |          |                 |           |               |
        """,
    )
    assert codes(findings) == []
    first, second, third = answers.values()
    assert (first.code, first.text, first.explanation) == (AnswerCode.STANDARD, "Wist", "Zit erin")
    assert first.origin.cell("explanation") == Source("answers.xlsx", "Vragen", "D2")
    assert (second.code, second.available, second.available_text) == ("R", date(2027, 7, 1), "1-7-2027")
    assert (second.committed, third.committed) == (True, None)
    assert third.code is AnswerCode.UNANSWERED


@pytest.mark.parametrize(
    ("written", "code", "told"),
    [
        ("S", "S", []),
        ("s", "S", ["VALUE_READ_AS"]),
        ("S – Standaard", "S", ["VALUE_READ_AS"]),
        ("Standaard", "S", ["VALUE_READ_AS"]),
        ("C (configuratie)", "C", ["VALUE_READ_AS"]),
        ("via partner", "P", ["VALUE_READ_AS"]),
        ("n.v.t.", "X", ["VALUE_READ_AS"]),
        ("Ja", "?", ["ANSWER_UNKNOWN_CODE"]),
        ("Ja, mits koppeling", "?", ["ANSWER_UNKNOWN_CODE"]),
        ("S/C", "?", ["ANSWER_UNKNOWN_CODE"]),
        ("O", "?", ["ANSWER_UNKNOWN_CODE"]),
        ("-", "?", ["ANSWER_UNKNOWN_CODE"]),
        ("zie offerte", "?", ["ANSWER_UNKNOWN_CODE"]),
        ("#N/A", "?", ["CELL_ERROR"]),
        ("=A2", "?", ["FORMULA_WITHOUT_VALUE"]),
        ("WAAR", "?", ["ANSWER_UNKNOWN_CODE"]),
        ("5", "?", ["ANSWER_UNKNOWN_CODE"]),
    ],
)
def test_what_counts_as_a_code(tmp_path: Path, written: str, code: str, told: list[str]) -> None:
    answers, findings = answers_of(tmp_path, f"| Eis-ID | Antwoord |\n|---|---|\n| ARC-01 | {written} |")
    assert answers["ARC-01"].code == code
    assert codes(findings) == told


def test_an_unknown_code_is_told_with_its_cell_and_the_choices(tmp_path: Path) -> None:
    _, findings = answers_of(
        tmp_path,
        """
        | Eis-ID | Uitleg | Antwoord |
        |--------|--------|----------|
        | ARC-01 |        | Ja, mits |
        """,
    )
    facts = {"requirement": "ARC-01", "value": "Ja, mits", "choices": "S, C, P, R, M, N, X"}
    assert found(findings, Code.ANSWER_UNKNOWN_CODE) == [("C2", facts)]


def test_a_period_means_its_last_day_and_says_so(tmp_path: Path) -> None:
    answers, findings = answers_of(
        tmp_path,
        """
        | Eis-ID | Antwoord | Beschikbaar per |
        |--------|----------|-----------------|
        | ARC-01 | R        | Q3 2027         |
        | ARC-02 | R        | 2027            |
        | ARC-03 | R        | eind 2027       |
        """,
    )
    assert [item.available for item in answers.values()] == [date(2027, 9, 30), date(2027, 12, 31), None]
    assert answers["ARC-03"].available_text == "eind 2027"
    assert found(findings, Code.VALUE_READ_AS) == [
        ("C2", {"value": "Q3 2027", "read_as": "30-9-2027"}),
        ("C3", {"value": "2027", "read_as": "31-12-2027"}),
    ]
    assert found(findings, Code.DATE_UNCLEAR) == [("C4", {"value": "eind 2027"})]


@pytest.mark.parametrize(
    ("written", "committed", "confidential", "told"),
    [
        ("ja", True, True, []),
        ("JA", True, True, []),
        ("Nee", False, False, []),
        ("x", True, True, ["VALUE_READ_AS"] * 2),
        ("WAAR", True, True, ["VALUE_READ_AS"] * 2),
        ("Ja.", True, True, ["VALUE_READ_AS"] * 2),
        ("", None, False, []),
        ("Ja, mits", None, True, ["YES_NO_UNCLEAR"] * 2),
    ],
)
def test_yes_and_no(
    tmp_path: Path, written: str, committed: bool | None, confidential: bool, told: list[str]
) -> None:
    """What may be confidential stays confidential."""
    table = "| Eis-ID | Antwoord | Contractueel toegezegd | Vertrouwelijk |\n|---|---|---|---|\n"
    answers, findings = answers_of(tmp_path, f"{table}| A-1 | R | {written} | {written} |")
    assert (answers["A-1"].committed, answers["A-1"].confidential) == (committed, confidential)
    assert codes(findings) == told


def test_equal_rows_are_one_answer_and_different_rows_none(tmp_path: Path) -> None:
    answers, findings = answers_of(
        tmp_path,
        """
        | Eis-ID | Antwoord | Uitleg |
        |--------|----------|--------|
        | ARC-01 | S        | zo     |
        | ARC-02 | S        |        |
        | ARC-01 | S        | zo     |
        | ARC-02 | N        |        |
        """,
    )
    assert (answers["ARC-01"].code, answers["ARC-02"].code) == (AnswerCode.STANDARD, AnswerCode.UNCLEAR)
    place = "answers.xlsx · Vragen!"
    assert found(findings, Code.ANSWER_REPEATED) == [("A4", {"requirement": "ARC-01", "first": f"{place}B2"})]
    assert found(findings, Code.ANSWER_DOUBLE) == [("B5", {"requirement": "ARC-02", "first": f"{place}B3"})]


def test_ids_that_are_not_plain_text(tmp_path: Path) -> None:
    answers, findings = answers_of(
        tmp_path,
        """
        | Eis-ID           | Antwoord |
        |------------------|----------|
        | " arc–03\u00a0"  | S        |
        | 12               | S        |
        | 1.1              | S        |
        | 2027-04-03       | S        |
        |                  | S        |
        |                  |          |
        | ="ARC-" & "04"   | S        |
        """,
    )
    assert list(answers) == ["ARC-03", "12", "1.1", "3-4-2027"]
    assert found(findings, Code.TEXT_CLEANED) == [("A2", {"read_as": "ARC-03"})]
    assert [cell for cell, _ in found(findings, Code.ID_NUMBER)] == ["A3", "A4", "A5"]
    assert [cell for cell, _ in found(findings, Code.FORMULA_WITHOUT_VALUE)] == ["A8"]
    assert found(findings, Code.ROW_WITHOUT_ID) == [
        ("A6", {"heading": "Eis-ID"}),
        ("A8", {"heading": "Eis-ID"}),
    ]


def test_formulas_are_read_by_their_stored_outcome(tmp_path: Path) -> None:
    xlsxwriter = pytest.importorskip("xlsxwriter")
    with xlsxwriter.Workbook(tmp_path / "answers.xlsx") as book:
        sheet = book.add_worksheet("Vragen")
        sheet.write_row("A1", ["Eis-ID", "Antwoord", "Uitleg"])
        sheet.write_formula("A2", '="ARC-"&"04"', None, "ARC-04")
        sheet.write_formula("B2", '=UPPER("s")', None, "S")
        sheet.write_formula("C2", "=1/0", None, "#DIV/0!")
    book, _ = open_book(tmp_path, "answers.xlsx")
    assert book is not None
    answers, findings = read_answers(book)
    assert answers is not None
    assert (answers["ARC-04"].code, answers["ARC-04"].explanation) == (AnswerCode.STANDARD, "")
    assert found(findings, Code.ID_FORMULA) == [("A2", {"read_as": "ARC-04"})]
    assert found(findings, Code.FORMULA_READ) == [("B2", {"read_as": "S"})]
    assert found(findings, Code.CELL_ERROR) == [("C2", {"value": "#DIV/0!"})]


def test_hidden_merged_and_struck_cells_are_told(tmp_path: Path) -> None:
    path = write_markdown(
        tmp_path / "answers.xlsx",
        {
            "Vragen": """
            | Eis-ID | Antwoord | Uitleg |
            |--------|----------|--------|
            | A-1    | S        | vier   |
            | A-2    |          |        |
            | A-3    | N        |        |
            """
        },
    )
    edited = load_workbook(path)
    sheet = edited["Vragen"]
    sheet.merge_cells("B2:B3")
    sheet["C2"].font = Font(strike=True)
    sheet.row_dimensions[4].hidden = True
    edited.save(path)
    book, _ = open_book(tmp_path, "answers.xlsx")
    assert book is not None
    answers, findings = read_answers(book)
    assert answers is not None
    assert [item.code for item in answers.values()] == ["S", "?", "N"]
    merged = {"range": "B2:B3"}
    assert found(findings, Code.CELL_MERGED) == [("B2", merged), ("B3", merged)]
    assert found(findings, Code.TEXT_STRUCK) == [("C2", {"value": "vier"})]
    assert found(findings, Code.ROW_HIDDEN) == [("A4", {"requirement": "A-3"})]


def test_an_empty_merged_range_is_told_once(tmp_path: Path) -> None:
    path = write_markdown(tmp_path / "answers.xlsx", {"Vragen": "| Eis-ID | Antwoord |\n|-|-|\n| A-1 | S |"})
    edited = load_workbook(path)
    edited["Vragen"].merge_cells("A9:B9")
    edited.save(path)
    book, _ = open_book(tmp_path, "answers.xlsx")
    assert book is not None
    answers, findings = read_answers(book)
    assert list(answers or {}) == ["A-1"]
    assert codes(findings) == []


def test_the_vendor_says_who_it_is(tmp_path: Path) -> None:
    write_markdown(
        tmp_path / "a.xlsx",
        {
            "Leverancier": """
            | Gegeven          | Waarde (invullen)    |
            |------------------|----------------------|
            | Naam leverancier | Voorbeeld Zaak B.V.  |
            | Naam product     | Zaakje               |
            | Kleur            | groen                |
            """
        },
    )
    book, _ = open_book(tmp_path, "a.xlsx")
    assert book is not None
    vendor, findings = read_vendor(book, "voorbeeld")
    assert (vendor.slug, vendor.name, vendor.product) == ("voorbeeld", "Voorbeeld Zaak B.V.", "Zaakje")
    assert findings == ()


@pytest.mark.parametrize(
    "sheet", [{"Iets": "| a | b |"}, {"Leverancier": "| Gegeven | Waarde |\n| Naam product | Z |"}]
)
def test_a_vendor_without_a_name_gets_that_of_its_folder(tmp_path: Path, sheet: dict[str, str]) -> None:
    write_markdown(tmp_path / "a.xlsx", sheet)
    book, _ = open_book(tmp_path, "a.xlsx")
    assert book is not None
    vendor, findings = read_vendor(book, "voorbeeld")
    assert vendor.name == "voorbeeld"
    assert "VENDOR_NAME_MISSING" in codes(findings)


def test_a_date_in_an_explanation_is_shown_the_dutch_way(tmp_path: Path) -> None:
    path = write_markdown(
        tmp_path / "answers.xlsx", {"Vragen": "| Eis-ID | Antwoord | Uitleg |\n|-|-|-|\n| A-1 | S | x |"}
    )
    edited = load_workbook(path)
    edited["Vragen"]["C2"] = datetime(2027, 7, 1)
    edited.save(path)
    book, _ = open_book(tmp_path, "answers.xlsx")
    assert book is not None
    answers, _ = read_answers(book)
    assert answers is not None
    assert answers["A-1"].explanation == "1-7-2027"


@pytest.mark.parametrize(
    ("shown_as", "written"),
    [
        ("yyyy", "2027"),
        ("mmm yyyy", "apr 2027"),
        ("mmm-yy", "apr-27"),
        ("m/d/yyyy", "4/1/2027"),
        ("dd-mm-yyyy", None),
        ("d mmmm yyyy", None),
        ("dd-mm-yy", None),
    ],
)
def test_a_day_that_a_cell_does_not_show_is_told(tmp_path: Path, shown_as: str, written: str | None) -> None:
    """People see the year alone and believe that they promised the year: both stand in what is told."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Vragen"
    sheet.append(["Eis-ID", "Antwoord", "Beschikbaar per"])
    sheet.append(["A-1", "R", datetime(2027, 4, 1)])
    sheet["C2"].number_format = shown_as
    book.save(tmp_path / "answers.xlsx")
    opened, _ = open_book(tmp_path, "answers.xlsx")
    assert opened is not None
    answers, findings = read_answers(opened)
    assert answers is not None
    assert answers["A-1"].available == date(2027, 4, 1)
    expected = [("C2", {"value": written, "read_as": "1-4-2027"})] if written else []
    assert found(findings, Code.VALUE_READ_AS) == expected


@pytest.mark.parametrize(
    ("written", "read", "told"),
    [
        ("Ja, \u202enoitamrofni\u202c", "Ja, noitamrofni", True),
        ("Ja, \u2067noitamrofni\u2069", "Ja, noitamrofni", True),
        ("rood _x001b_[31m", "rood [31m", True),
        ("zacht\u00adafbreken\u200b", "zachtafbreken", False),
        ("tab\ten _x000d_ einde", "tab\ten \n einde", False),
    ],
)
def test_characters_that_turn_a_text_round_are_left_out_and_told(
    tmp_path: Path, written: str, read: str, told: bool
) -> None:
    answers, findings = answers_of(
        tmp_path, f"| Eis-ID | Antwoord | Uitleg |\n|---|---|---|\n| ARC-01 | S | {written} |"
    )
    assert answers["ARC-01"].explanation == read
    expected = [("C2", {"read_as": read})] if told else []
    assert found(findings, Code.TEXT_TURNED) == expected


def test_invisible_characters_around_a_code_are_told_as_such(tmp_path: Path) -> None:
    write_markdown(tmp_path / "answers.xlsx", {"Vragen": "| Eis-ID | Antwoord |\n|-|-|\n| A-1 | S\u200b |"})
    opened, _ = open_book(tmp_path, "answers.xlsx")
    assert opened is not None
    _, findings = read_answers(opened)
    assert found(findings, Code.TEXT_CLEANED) == [("B2", {"read_as": "S"})]


def test_letters_of_another_alphabet_are_read_in_an_id_and_told_in_an_answer(tmp_path: Path) -> None:
    answers, findings = answers_of(tmp_path, "| Eis-ID | Antwoord |\n|-|-|\n| \u0410RC-01\ufe0f | \u0405 |")
    assert [(item.requirement, item.code) for item in answers.values()] == [("ARC-01", AnswerCode.UNCLEAR)]
    assert found(findings, Code.TEXT_CLEANED) == [("A2", {"read_as": "ARC-01"})]
    (told,) = found(findings, Code.ANSWER_UNKNOWN_CODE)
    assert (told[0], told[1]["value"]) == ("B2", "\u0405 (letters uit een ander alfabet)")


def test_text_struck_within_a_cell_is_told_also_when_the_sheet_itself_holds_it(tmp_path: Path) -> None:
    book = Workbook()
    page = book.worksheets[0]
    page.title = "Vragen"
    page.append(["Eis-ID", "Antwoord", "Uitleg"])
    page.append(["A-1", "S", CellRichText("Dit kan ", TextBlock(InlineFont(strike=True), "niet"), " altijd")])
    book.save(tmp_path / "answers.xlsx")
    opened, _ = open_book(tmp_path, "answers.xlsx")
    assert opened is not None
    _, findings = read_answers(opened)
    assert found(findings, Code.TEXT_PARTLY_STRUCK) == [("C2", {"value": "niet"})]
