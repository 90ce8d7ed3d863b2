"""Files that are no .xlsx: read at their own addresses, with everything a reader can see in them."""

import io
import json
import subprocess
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from markdown_workbook import write_markdown
from open_document import zipped
from spreadsheets.reading import codes, found

from marktscan.domain.answer import AnswerCode
from marktscan.domain.finding import Code
from marktscan.spreadsheets import preflight, second_reader
from marktscan.spreadsheets.books import Book, open_book
from marktscan.spreadsheets.grids import Nature, ShownCell, grids_of
from marktscan.spreadsheets.kinds import Kind
from marktscan.spreadsheets.opendocument import read_opendocument
from marktscan.spreadsheets.plain_text import read_text
from marktscan.spreadsheets.preflight import TooMuch
from marktscan.spreadsheets.raw_sheets import RawCell, RawSheet, from_json, to_json
from marktscan.spreadsheets.read_answers import read_answers

OLD_EXCEL = Path(__file__).with_name("answers.xls")
STYLES = """<style:style style:name="weg"><style:text-properties style:text-line-through-style="solid"/>
</style:style><style:style style:name="dicht"><style:table-properties table:display="false"/></style:style>"""


def cell(text: str, attributes: str = "") -> str:
    return typed("string", f"<text:p>{text}</text:p>", attributes)


def typed(kind: str, content: str = "", attributes: str = "") -> str:
    return f'<table:table-cell office:value-type="{kind}" {attributes}>{content}</table:table-cell>'


def row(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def sheet(*rows: str, attributes: str = 'table:name="Vragen"') -> str:
    return f"<table:table {attributes}>{''.join(rows)}</table:table>"


HEADINGS = row(cell("Eis-ID"), cell("Antwoord"), cell("Uitleg"))


@pytest.fixture
def same_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read other files in the process of the test, which is quick and can be measured."""

    def run(command: list[str], input: bytes, **_: object) -> subprocess.CompletedProcess[bytes]:
        answer = second_reader.answer_for(Kind(command[-1]), input)
        return subprocess.CompletedProcess(command, 0, json.dumps(answer).encode(), b"")

    monkeypatch.setattr(second_reader.subprocess, "run", run)


def opened(tmp_path: Path, name: str, data: bytes) -> Book:
    (tmp_path / name).write_bytes(data)
    book, findings = open_book(tmp_path, name)
    assert book is not None, findings
    return book


def told(tmp_path: Path, name: str, data: bytes) -> list[str]:
    (tmp_path / name).write_bytes(data)
    return codes(open_book(tmp_path, name)[1])


@pytest.mark.usefixtures("same_process")
def test_an_open_document_keeps_addresses_and_what_people_see(tmp_path: Path) -> None:
    error = 'table:formula="of:=NA()" calcext:value-type="error"'
    percent = '<table:table-cell office:value-type="percentage" office:value="0.35"/>'
    book = opened(
        tmp_path,
        "answers.ods",
        zipped(
            sheet(
                HEADINGS,
                row(cell("A-1"), cell("S"), percent),
                row("<table:table-cell/>", attributes='table:number-rows-repeated="3"'),
                row(cell("A-2"), cell("#N/A", error), cell("b"), attributes='table:visibility="collapse"'),
                row(
                    cell("A-3"),
                    cell("C", 'table:style-name="weg"'),
                    cell("d<text:s text:c='2'/>e<text:tab/>f"),
                ),
                row(cell("A-4"), cell("#N/B", 'calcext:value-type="error"')),
                row(cell("A-5"), cell("S", 'table:formula="of:=A1"')),
            ),
            STYLES,
        ),
    )
    answers, findings = read_answers(book)
    assert answers is not None
    assert [answer.code for answer in answers.values()] == ["S", "?", "C", "?", "S"]
    assert answers["A-3"].origin.row == 7
    assert (answers["A-1"].explanation, answers["A-3"].explanation) == ("35 %", "d  e f")
    assert found(findings, Code.CELL_ERROR) == [("B6", {"value": "#N/A"}), ("B8", {"value": "#N/B"})]
    assert found(findings, Code.ROW_HIDDEN) == [("A6", {"requirement": "A-2"})]
    assert found(findings, Code.TEXT_STRUCK) == [("B7", {"value": "C"})]
    assert found(findings, Code.FORMULA_READ) == [("B9", {"read_as": "S"})]


@pytest.mark.usefixtures("same_process")
def test_an_open_document_shows_a_number_as_people_see_it(tmp_path: Path) -> None:
    """A number that is stored with its text is shown as that text; of another only its value is known."""
    shown = typed("float", "<text:p>1,10</text:p>", 'office:value="1.1"')
    day = typed("date", "<text:p>nov. 2026</text:p>", 'office:date-value="2026-11-03"')
    bare = typed("float", "", 'office:value="1.1"')
    book = opened(tmp_path, "lijst.ods", zipped(sheet(row(shown, day, bare, cell("A-1")))))
    (grid,) = grids_of(book)
    assert list(grid.cells[1].values()) == [
        ShownCell("1,10", Nature.NUMBER),
        ShownCell("nov. 2026", Nature.NUMBER),
        ShownCell("1.1", Nature.BARE_NUMBER),
        ShownCell("A-1"),
    ]


@pytest.mark.usefixtures("same_process")
def test_an_open_document_tells_comments_pictures_and_merged_cells(tmp_path: Path) -> None:
    note = "<office:annotation><text:p>Nog niet zeker</text:p></office:annotation>"
    book = opened(
        tmp_path,
        "answers.ods",
        zipped(
            sheet(
                HEADINGS,
                row(
                    cell("A-1"),
                    typed("string", f"{note}<text:p>S</text:p>"),
                ),
                row(
                    cell("A-2"),
                    cell("C", 'table:number-rows-spanned="2"'),
                    "<table:table-cell><draw:frame/></table:table-cell>",
                ),
                row(cell("A-3"), "<table:covered-table-cell/>"),
            )
        ),
    )
    answers, findings = read_answers(book)
    assert answers is not None
    assert [answer.code for answer in answers.values()] == ["S", "C", "?"]
    assert found(book.remarks, Code.NOT_IN_A_CELL) == [
        ("C3", {"kind": "afbeelding of tekstvak", "cells": "C3"}),
        ("B2", {"kind": "opmerking", "cells": "B2"}),
    ]
    assert [item for item, _ in found(findings, Code.CELL_MERGED)] == ["B3", "B4"]


@pytest.mark.usefixtures("same_process")
def test_values_of_an_open_document(tmp_path: Path) -> None:
    values = (
        typed("float", "", 'office:value="12"'),
        typed("currency", "", 'office:value="3.5" table:number-columns-repeated="2"'),
        typed("date", "", 'office:date-value="2027-07-01"'),
        typed("boolean", "", 'office:boolean-value="true"'),
        typed("string", "", 'office:string-value="=1+1"'),
        cell("een</text:p><text:p>twee<text:span> drie</text:span>"),
    )
    group = f"<table:table-header-rows>{row(*values)}</table:table-header-rows>"
    (read,) = read_opendocument(
        zipped(sheet(group, attributes='table:name="X" table:style-name="dicht"'), STYLES)
    )
    assert [item.value for item in read.cells] == [
        *(12, 3.5, 3.5, datetime(2027, 7, 1), True, "=1+1", "een\ntwee drie")
    ]
    assert not read.visible
    assert from_json(to_json(read)) == read
    book = opened(tmp_path, "a.ods", zipped(sheet(group)))
    assert book.sheets.worksheets[0]["F1"].data_type == "s"


@pytest.mark.usefixtures("same_process")
@pytest.mark.parametrize(
    "far",
    [
        row(cell("x"), attributes='table:number-rows-repeated="1048576"'),
        row(cell("x", 'table:number-columns-repeated="16384"')),
        row(cell("x", 'table:number-columns-spanned="16384"')),
        row(
            cell("x", 'table:number-columns-repeated="200"'), attributes='table:number-rows-repeated="20000"'
        ),
        row(cell("x", 'table:number-columns-spanned="150" table:number-rows-spanned="19000"')),
    ],
)
def test_an_open_document_that_reaches_too_far_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, far: str
) -> None:
    monkeypatch.setattr(preflight, "MOST_CELLS", 5_000)
    assert told(tmp_path, "a.ods", zipped(sheet(far))) == ["FILE_TOO_LARGE"]


@pytest.mark.usefixtures("same_process")
@pytest.mark.parametrize(
    ("inside", "code"),
    [
        ("", "FILE_UNREADABLE"),
        ("<table:table><", "FILE_UNREADABLE"),
        ("<!DOCTYPE x>", "FILE_UNSAFE"),
        (sheet(row('<table:table-cell office:value-type="float" office:value="x"/>')), "FILE_UNREADABLE"),
    ],
)
def test_a_broken_open_document_ends_as_a_finding(tmp_path: Path, inside: str, code: str) -> None:
    assert told(tmp_path, "a.ods", zipped(inside)) == [code]


def test_an_open_document_is_read_in_a_process_of_its_own(tmp_path: Path) -> None:
    book = opened(tmp_path, "answers.ods", zipped(sheet(HEADINGS, row(cell("A-1"), cell("S")))))
    assert book.sheets["Vragen"]["B2"].value == "S"
    much = row(
        cell("x" * 9000, 'table:number-columns-repeated="200"'), attributes='table:number-rows-repeated="60"'
    )
    assert told(tmp_path, "b.ods", zipped(sheet(much))) == ["FILE_TOO_LARGE"]


def test_an_open_document_with_groups_and_hidden_rows_that_repeat(tmp_path: Path) -> None:
    hidden = row(
        cell("A-1"), cell("S"), attributes='table:visibility="filter" table:number-rows-repeated="2"'
    )
    grouped = f"<table:table-row-group><table:table-rows>{hidden}</table:table-rows></table:table-row-group>"
    (read,) = read_opendocument(zipped(sheet("<text:soft-page-break/>", HEADINGS, grouped)))
    assert (read.hidden_rows, len(read.cells)) == ([2, 3], 7)


def test_the_process_answers_on_its_output(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    content = io.TextIOWrapper(io.BytesIO(zipped(sheet(HEADINGS))))
    monkeypatch.setattr(second_reader.sys, "stdin", content)
    monkeypatch.setattr(second_reader.sys, "argv", ["second_reader", "ods"])
    monkeypatch.setattr(second_reader, "_limit", lambda: None)
    second_reader.main()
    assert json.loads(capsys.readouterr().out)["sheets"][0]["name"] == "Vragen"
    content.seek(0)
    monkeypatch.setattr(second_reader, "LONGEST_ANSWER", 10)
    second_reader.main()
    assert json.loads(capsys.readouterr().out)["obstacle"][0] == "FILE_TOO_LARGE"


def test_an_old_excel_file_is_read_and_says_what_it_hides(tmp_path: Path) -> None:
    book = opened(tmp_path, "answers.xls", OLD_EXCEL.read_bytes())
    assert codes(book.remarks) == ["FILE_OLD"]
    answers, _ = read_answers(book)
    assert answers is not None
    assert {key: (answer.code, answer.available) for key, answer in answers.items()} == {
        "A-1": (AnswerCode.STANDARD, None),
        "A-2": (AnswerCode.ROADMAP, datetime(2027, 7, 1).date()),
    }
    assert answers["A-2"].origin.cell("code").cell == "B4"


def test_the_process_that_reads_answers_in_words(tmp_path: Path) -> None:
    assert second_reader.answer_for(Kind.OLD_EXCEL, b"x") == {"obstacle": ["FILE_UNREADABLE", {}]}
    sheets = second_reader.answer_for(Kind.OPEN_DOCUMENT, zipped(sheet(HEADINGS)))["sheets"]
    assert isinstance(sheets, list)
    assert len(sheets) == 1
    assert second_reader.answer_for(Kind.OLD_EXCEL, OLD_EXCEL.read_bytes()).keys() == {"sheets"}


@pytest.mark.parametrize(
    ("problem", "code"),
    [
        (MemoryError(), "FILE_TOO_LARGE"),
        (TooMuch("a", "b"), "FILE_TOO_LARGE"),
        (ValueError(), "FILE_UNREADABLE"),
    ],
)
def test_whatever_stops_that_process_is_told(
    monkeypatch: pytest.MonkeyPatch, problem: Exception, code: str
) -> None:
    def fail(_: bytes) -> list[RawSheet]:
        raise problem

    monkeypatch.setattr(second_reader, "read_old_excel", fail)
    obstacle = second_reader.answer_for(Kind.OLD_EXCEL, b"")["obstacle"]
    assert isinstance(obstacle, list)
    assert obstacle[0] == code


def test_a_process_that_takes_too_long_or_dies_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def late(*_: object, **__: object) -> None:
        raise subprocess.TimeoutExpired("x", 20)

    monkeypatch.setattr(second_reader.subprocess, "run", late)
    assert second_reader.read_apart(Kind.OLD_EXCEL, b"") == (
        Code.FILE_TOO_LARGE,
        {"found": "meer dan 20 seconden leestijd", "limit": "20 seconden leestijd"},
    )
    died = subprocess.CompletedProcess([], -9, b"", b"")
    monkeypatch.setattr(second_reader.subprocess, "run", lambda *_, **__: died)
    assert second_reader.read_apart(Kind.OLD_EXCEL, b"") == (Code.FILE_UNREADABLE, {})


def test_an_old_excel_file_that_reaches_too_far_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("marktscan.spreadsheets.preflight.MOST_ROWS", 2)
    obstacle = second_reader.answer_for(Kind.OLD_EXCEL, OLD_EXCEL.read_bytes())["obstacle"]
    assert isinstance(obstacle, list)
    assert obstacle[0] == "FILE_TOO_LARGE"


@pytest.mark.parametrize(
    ("text", "encoding", "read_as"),
    [
        (
            "Eis-ID;Antwoord;Uitleg\r\nA-1;S;Ja, dat kan, altijd\r\n",
            "cp1252",
            "csv met puntkomma en tekens in utf-8",
        ),
        (
            'Eis-ID,Antwoord,Uitleg\nA-1,S,"één; twee\ndrie"\n',
            "utf-8-sig",
            "csv met komma en tekens in utf-8",
        ),
        ("Eis-ID\tAntwoord\tUitleg\nA-1\tS\tja\n", "utf-16", "csv met tab en tekens in utf-16"),
        ("sep=,\nEis-ID,Antwoord,Uitleg\nA-1,S,é\n", "cp1252", "csv met komma en tekens in Windows-1252"),
        ('Eis-ID;Antwoord\n="A-1";S\n', "utf-8", "csv met puntkomma en tekens in utf-8"),
    ],
)
def test_a_csv_says_how_it_was_read(tmp_path: Path, text: str, encoding: str, read_as: str) -> None:
    book = opened(tmp_path, "answers.csv", text.encode(encoding))
    assert found(book.remarks, Code.FILE_READ_AS) == [("", {"read_as": read_as})]
    answers, _ = read_answers(book)
    assert answers is not None
    assert answers["A-1"].code is AnswerCode.STANDARD


def test_a_csv_that_is_too_long_or_no_text(tmp_path: Path) -> None:
    assert told(tmp_path, "a.csv", b"x;y\n" * 20_001) == ["FILE_TOO_LARGE"]
    assert told(tmp_path, "a.csv", b"a\0b") == ["FILE_WRONG_TYPE"]
    assert told(tmp_path, "a.csv", b'x;"' + b"y" * 200_000) == ["FILE_UNREADABLE"]
    assert told(tmp_path, "a.csv", b"") == ["FILE_EMPTY"]
    assert read_text(b"alleen dit")[0].cells == [RawCell(1, 1, "alleen dit")]


def reworked(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)))
    return out.getvalue()


def test_a_strict_workbook_is_read_with_its_formulas(tmp_path: Path) -> None:
    data = write_markdown(
        tmp_path / "a.xlsx", {"Vragen": "| Eis-ID | Antwoord |\n|-|-|\n| A-1 | =A2 |"}
    ).read_bytes()
    ordinary, strict = (
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/",
        b"http://purl.oclc.org/ooxml/spreadsheetml/",
    )
    relations, theirs = (
        b"http://schemas.openxmlformats.org/officeDocument/2006/",
        b"http://purl.oclc.org/ooxml/officeDocument/",
    )
    book = opened(
        tmp_path,
        "b.xlsx",
        reworked(data, lambda part: part.replace(ordinary, strict).replace(relations, theirs)),
    )
    assert codes(read_answers(book)[1]) == ["FORMULA_WITHOUT_VALUE"]


def test_what_stands_in_no_cell_is_told(tmp_path: Path) -> None:
    xlsxwriter = pytest.importorskip("xlsxwriter")
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        page = book.add_worksheet("Vragen")
        page.write_row("A1", ["Eis-ID", "Antwoord"])
        for number in range(8):
            page.write_comment(f"B{number + 2}", "toch niet")
        page.insert_textbox("D4", "Let op")
        chart = book.add_chart({"type": "bar"})
        chart.add_series({"values": "=Vragen!$A$1:$A$2"})
        page.insert_chart("E9", chart)
        book.add_worksheet("Leeg")
    remarks = opened(tmp_path, "b.xlsx", (tmp_path / "a.xlsx").read_bytes()).remarks
    assert found(remarks, Code.NOT_IN_A_CELL) == [
        ("E9", {"kind": "grafiek", "cells": "E9"}),
        ("B2", {"kind": "opmerking", "cells": "B2, B3, B4, B5, B6 en nog 3"}),
        ("D4", {"kind": "tekstvak of vorm", "cells": "D4"}),
    ]


def test_text_struck_within_a_cell_is_told(tmp_path: Path) -> None:
    xlsxwriter = pytest.importorskip("xlsxwriter")
    with xlsxwriter.Workbook(tmp_path / "answers.xlsx") as book:
        page = book.add_worksheet("Vragen")
        page.write_row("A1", ["Eis-ID", "Antwoord", "Uitleg"])
        page.write_row("A2", ["A-1", "S"])
        page.write_rich_string("C2", "Dit kan ", book.add_format({"font_strikeout": True}), "niet", " altijd")
    answers, findings = read_answers(opened(tmp_path, "b.xlsx", (tmp_path / "answers.xlsx").read_bytes()))
    assert answers is not None
    assert answers["A-1"].explanation == "Dit kan niet altijd"
    assert found(findings, Code.TEXT_PARTLY_STRUCK) == [("C2", {"value": "niet"})]


def test_a_thread_of_comments_is_told(tmp_path: Path) -> None:
    """As Excel keeps it: in a part of its own, beside a copy for older programs."""
    data = write_markdown(
        tmp_path / "a.xlsx", {"Vragen": "| Eis-ID | Antwoord |\n|-|-|\n| A-1 | S |"}
    ).read_bytes()
    links = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship
        Id="rId9" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
        Target="../threadedComments/threadedComment1.xml"/></Relationships>"""
    thread = """<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">
        <threadedComment ref="B2" id="{1}"><text>Nog niet zeker</text></threadedComment></ThreadedComments>"""
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("xl/worksheets/_rels/sheet1.xml.rels", links)
        archive.writestr("xl/threadedComments/threadedComment1.xml", thread)
    remarks = opened(tmp_path, "b.xlsx", out.getvalue()).remarks
    assert found(remarks, Code.NOT_IN_A_CELL) == [("B2", {"kind": "opmerking", "cells": "B2"})]
