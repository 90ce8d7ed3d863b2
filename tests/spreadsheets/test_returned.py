"""What comes back is compared with what was sent, and two files of one sender with each other."""

from pathlib import Path

import pytest
from markdown_workbook import write_markdown
from openpyxl import load_workbook
from openpyxl.packaging.custom import StringProperty
from scan_factory import project
from spreadsheets.reading import codes, found

from marktscan.domain.answer import AnswerCode
from marktscan.domain.finding import Code, Finding
from marktscan.domain.scan import Submission
from marktscan.spreadsheets.books import open_book
from marktscan.spreadsheets.inputs import input_files
from marktscan.spreadsheets.read_answers import read_answers
from marktscan.spreadsheets.read_decisions import read_decisions
from marktscan.spreadsheets.read_requirements import read_requirements
from marktscan.spreadsheets.read_submissions import read_submissions
from marktscan.spreadsheets.stamp import row_hash

TEXTS = {"A-1": "Wist", "A-2": "Zoekt", "A-3": "Telt"}
VRAGEN = """
| Eis-ID | Eis    | Antwoord |
|--------|--------|----------|
| A-1    | Wist   | S        |
| A-2    | Telt   | C        |
| A-3    | Meer   | N        |
| A-4    | Nieuw  | S        |
"""
PRICES = "| Kostensoort | Eenmalig | Per jaar |\n|-|-|-|\n"


def facts(round_number: str = "2") -> dict[str, str]:
    hashes = {f"rij {key}": row_hash(key, text) for key, text in TEXTS.items()}
    return {"schema": "1", "ronde": round_number, **hashes}


def stamped(path: Path, how: str, stamp: dict[str, str]) -> None:
    """A filled-in form with its stamp on the hidden sheet or in the document properties."""
    write_markdown(path, {"Vragen": VRAGEN})
    book = load_workbook(path)
    if how == "sheet":
        sheet = book.create_sheet("_marktscan")
        for row in stamp.items():
            sheet.append(row)
    else:
        for name, value in stamp.items():
            book.custom_doc_props.append(StringProperty(name=f"marktscan_{name}", value=value))
    book.save(path)


@pytest.mark.parametrize("how", ["sheet", "properties"])
def test_a_stamp_tells_what_was_sent(tmp_path: Path, how: str) -> None:
    stamped(tmp_path / "a.xlsx", how, facts())
    book, _ = open_book(tmp_path, "a.xlsx")
    assert book is not None
    assert book.stamp is not None
    assert (book.stamp.round, set(book.stamp.rows)) == (2, set(TEXTS))
    answers, findings = read_answers(book)
    assert answers is not None
    assert [answer.as_sent for answer in answers.values()] == [True, False, False, None]
    assert [answer.code for answer in answers.values()] == ["S", "?", "N", "S"]
    assert found(findings, Code.ROW_SHIFTED) == [("A3", {"requirement": "A-2", "other": "A-3"})]


@pytest.mark.parametrize("round_number", ["", "x", "-1"])
def test_a_stamp_without_a_round_belongs_to_none(tmp_path: Path, round_number: str) -> None:
    stamped(tmp_path / "a.xlsx", "sheet", facts(round_number))
    book, _ = open_book(tmp_path, "a.xlsx")
    assert book is not None
    assert book.stamp is not None
    assert book.stamp.round == 0


def submission(tmp_path: Path) -> tuple[Submission, tuple[Finding, ...]]:
    (item,), findings = read_submissions(tmp_path, project("diemen", invited=("zaak",)))
    return item, findings


def test_the_round_and_its_questions_are_kept(tmp_path: Path) -> None:
    stamped(tmp_path / "vendors/zaak/answers.xlsx", "sheet", facts())
    item, _ = submission(tmp_path)
    assert (item.round, item.asked.keys()) == (2, TEXTS.keys())


def answers(*rows: str) -> dict[str, str]:
    head = "| Eis-ID | Antwoord | Uitleg |\n|---|---|---|\n"
    return {
        "Leverancier": "| Gegeven | Waarde |\n|---|---|\n| Naam leverancier | Zaak |",
        "Vragen": head + "\n".join(rows),
    }


def test_two_files_that_differ_make_those_answers_unclear(tmp_path: Path) -> None:
    folder = tmp_path / "vendors/zaak"
    write_markdown(
        folder / "answers.xlsx", answers("| A-1 | S | zo |", "| A-2 | S | zo |", "| A-3 | S | zo |")
    )
    write_markdown(folder / "answers (1).xlsx", answers("| A-1 | S | zo |", "| A-2 | N | |", "| A-4 | C | |"))
    item, findings = submission(tmp_path)
    assert {key: answer.code for key, answer in item.answers.items()} == {
        "A-1": AnswerCode.STANDARD,
        "A-2": AnswerCode.UNCLEAR,
        "A-3": AnswerCode.UNCLEAR,
        "A-4": AnswerCode.UNCLEAR,
    }
    (told,) = (item for item in findings if item.code is Code.FILES_DIFFER)
    assert told.source.file == "vendors/zaak/answers.xlsx"
    assert dict(told.facts) == {
        "other_file": "answers (1).xlsx",
        "cells": "B3, B4; B4 in answers (1).xlsx",
    }


def test_two_files_that_say_the_same_count_once(tmp_path: Path) -> None:
    folder = tmp_path / "vendors/zaak"
    write_markdown(folder / "answers.xlsx", answers("| A-1 | S | zo |"))
    (folder / "answers.csv").write_text("Eis-ID;Antwoord;Uitleg\nA-1;S;zo\n", encoding="utf-8")
    item, findings = submission(tmp_path)
    assert (item.readable, item.vendor.name, item.answers_file) == (True, "Zaak", "vendors/zaak/answers.xlsx")
    assert [item.code for item in findings if item.code.number.startswith("F11")] == [
        *(Code.FILE_READ_AS, Code.FILES_SAME)
    ]
    assert [file.file for file in input_files(tmp_path)] == [
        *("vendors/zaak/answers.csv", "vendors/zaak/answers.xlsx")
    ]


def test_only_another_type_of_file_is_enough(tmp_path: Path) -> None:
    folder = tmp_path / "vendors/zaak"
    folder.mkdir(parents=True)
    (folder / "Answers.CSV").write_text("Eis-ID;Antwoord\nA-1;S\n", encoding="utf-8")
    (folder / "prices.csv").write_text("Kostensoort;Eenmalig;Per jaar\nBouw;5,5;\n", encoding="utf-8")
    item, findings = submission(tmp_path)
    assert (item.answers_file, item.prices_file) == ("vendors/zaak/Answers.CSV", "vendors/zaak/prices.csv")
    assert (item.answers["A-1"].code, len(item.prices)) == (AnswerCode.STANDARD, 1)
    assert "SHEET_MISSING" not in codes(findings)


def test_one_readable_file_of_two_is_used(tmp_path: Path) -> None:
    folder = tmp_path / "vendors/zaak"
    write_markdown(folder / "answers.xlsx", {"Blad1": "| a | b |"})
    write_markdown(folder / "answers.xlsm", answers("| A-1 | S | zo |"))
    (folder / "answers.ods").write_bytes(b"PK")
    item, findings = submission(tmp_path)
    assert (item.readable, item.answers_file, list(item.answers)) == (
        True,
        "vendors/zaak/answers.xlsm",
        ["A-1"],
    )
    assert {"SHEET_MISSING", "FILE_UNREADABLE"} < set(codes(findings))


def test_prices_that_differ_are_not_chosen_between(tmp_path: Path) -> None:
    folder = tmp_path / "vendors/zaak"
    lines = "| Bouw | 5 | |\n| Beheer | | 9 |\n"
    write_markdown(folder / "prices.xlsx", {"Kosten": PRICES + lines})
    write_markdown(folder / "prices (1).xlsx", {"Kosten": PRICES + lines.replace("9", "8")})
    item, findings = submission(tmp_path)
    assert item.prices == ()
    (told,) = (item for item in findings if item.code is Code.FILES_DIFFER)
    assert dict(told.facts)["cells"] == "A3; A3 in prices (1).xlsx"


def test_many_differences_are_counted(tmp_path: Path) -> None:
    folder = tmp_path / "vendors/zaak"
    write_markdown(folder / "answers.xlsx", answers(*(f"| A-{n} | S | |" for n in range(1, 8))))
    write_markdown(folder / "answers (2).xlsx", answers(*(f"| A-{n} | N | |" for n in range(1, 8))))
    _, findings = submission(tmp_path)
    (told,) = (item for item in findings if item.code is Code.FILES_DIFFER)
    assert dict(told.facts)["cells"] == "B2, B3, B4, B5, B6 en nog 2"


@pytest.mark.parametrize("name", ["Totaal", "TOTAAL per jaar", "Subtotaal licenties", "Totalen", "Som"])
def test_a_total_is_no_price(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "vendors/zaak"
    write_markdown(folder / "prices.xlsx", {"Kosten": f"{PRICES}| Bouw | 5 | |\n| {name} | 5 | |"})
    item, findings = submission(tmp_path)
    assert [line.kind for line in item.prices] == ["Bouw"]
    assert found(findings, Code.TOTAL_ROW) == [("A3", {"value": name})]


def test_a_name_that_only_begins_like_a_total_is_a_price(tmp_path: Path) -> None:
    folder = tmp_path / "vendors/zaak"
    write_markdown(folder / "prices.xlsx", {"Kosten": f"{PRICES}| Totaaloplossing | 5 | |"})
    assert len(submission(tmp_path)[0].prices) == 1


def test_a_price_shown_as_a_percentage_is_no_amount(tmp_path: Path) -> None:
    path = write_markdown(
        tmp_path / "vendors/zaak/prices.xlsx", {"Kosten": f"{PRICES}| Onderhoud | 0.18 | 5 |"}
    )
    book = load_workbook(path)
    book["Kosten"]["B2"].number_format = "0%"
    book.save(path)
    item, findings = submission(tmp_path)
    assert (item.prices[0].one_off, item.prices[0].yearly) == (None, 5)
    assert found(findings, Code.PERCENTAGE_FOR_AMOUNT) == [("B2", {"value": "18 %"})]


def test_a_date_typed_as_it_is_shown_needs_no_note(tmp_path: Path) -> None:
    write_markdown(
        tmp_path / "a.xlsx",
        {
            "Vragen": """
            | Eis-ID | Antwoord | Beschikbaar per |
            |--------|----------|-----------------|
            | A-1    | R        | "1-1-2020"      |
            | A-2    | R        | "01-01-2020"    |
            """
        },
    )
    book, _ = open_book(tmp_path, "a.xlsx")
    assert book is not None
    _, findings = read_answers(book)
    assert found(findings, Code.VALUE_READ_AS) == [("C3", {"value": "01-01-2020", "read_as": "1-1-2020"})]


def test_a_municipality_may_use_another_type_of_file_too(tmp_path: Path) -> None:
    folder = tmp_path / "requirements"
    folder.mkdir()
    (folder / "diemen.csv").write_text(
        "Eis-ID;Thema;Eis;Soort;Gewicht\nARC-01;ARC;Het systeem telt.;eis;3\n", encoding="utf-8"
    )
    (folder / "samenvoeging.csv").write_text("Gezamenlijk ID;ID Diemen;Besluit\n", encoding="utf-8")
    (item,), findings = read_requirements(tmp_path, project("diemen"))
    assert [row.id for row in item.requirements] == ["ARC-01"]
    assert not {"FILE_MISSING", "FILE_WRONG_TYPE"} & set(codes(findings))
    assert read_decisions(tmp_path, project("diemen"))[0] == ()
