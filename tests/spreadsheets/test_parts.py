"""Small files that would keep a parser busy for minutes are told at once; what people send is opened."""

import os
import time
from pathlib import Path

import pytest
from spreadsheets.reading import codes
from spreadsheets.test_books import WORKSHEET, in_sheet, rezip, told, workbook

from marktscan.spreadsheets.books import open_book
from marktscan.spreadsheets.parts import in_part

LONGEST = 5
"""Seconds on a machine that is busy; without bounds each takes more than a minute."""
DECLARED = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def shortened(content: object) -> str:
    """A name for a test: some contents are a megabyte long."""
    return str(content)[:60]


def after_rows(content: bytes) -> bytes:
    return b"</sheetData>" + content


def merged(ref: bytes) -> bytes:
    return after_rows(b"<mergeCells><mergeCell " + ref + b"/></mergeCells>")


def linked(ref: bytes) -> bytes:
    return after_rows(b"<hyperlinks><hyperlink " + ref + b"/></hyperlinks>")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"<row><c><v>1</v></c></row>" * 60_000 + b"</sheetData>", "FILE_TOO_LARGE"),
        (b"<row>" + b"<c/>" * 600_000 + b"</row></sheetData>", "FILE_TOO_LARGE"),
        (after_rows(b"<a>" * 60_000 + b"</a>" * 60_000), "FILE_TOO_LARGE"),
        (after_rows(b"<dataValidation/>" * 150_000), "FILE_TOO_LARGE"),
        (merged(b'x=">" ref="A200:XFD60000"'), "FILE_TOO_LARGE"),
        (merged(b'ref="XFD60000:A200"'), "FILE_TOO_LARGE"),
        (merged(b'ref="A200:X&#70;D60000"'), "FILE_UNSAFE"),
        (merged(b'ref="$A$200:$XFD$60000"'), "FILE_UNSAFE"),
        (merged(b'ref="a200:xfd60000"'), "FILE_UNSAFE"),
        (merged(b'ref="200:60000"'), "FILE_UNSAFE"),
        (linked(b'ref="A1:XFD1048576" location="x"'), "FILE_TOO_LARGE"),
        (linked(b'location="x" ref="A:XFD"'), "FILE_UNSAFE"),
    ],
    ids=shortened,
)
def test_what_a_parser_would_drown_in_is_told_at_once(tmp_path: Path, content: bytes, code: str) -> None:
    bad = in_sheet(workbook(tmp_path), b"</sheetData>", content)
    begin = time.process_time()
    assert told(tmp_path, bad) == [code]
    assert time.process_time() - begin < LONGEST


@pytest.mark.parametrize(
    ("part", "end", "content"),
    [
        ("xl/styles.xml", b"</cellXfs>", b"<xf/>" * 150_000),
        ("xl/workbook.xml", b"</sheets>", b"<definedName/>" * 150_000),
    ],
    ids=shortened,
)
def test_other_parts_are_counted_too(tmp_path: Path, part: str, end: bytes, content: bytes) -> None:
    bad = rezip(
        workbook(tmp_path), lambda name, data: data.replace(end, content + end) if name == part else data
    )
    assert told(tmp_path, bad) == ["FILE_TOO_LARGE"]


def test_a_workbook_may_hold_more_texts_than_other_things() -> None:
    texts = [DECLARED + b"<sst>" + b"<si><t>x</t></si>" * number + b"</sst>" for number in (90_000, 150_000)]
    assert [[*in_part(data)] for data in texts] == [[], [("600003 elementen", "400000 elementen")]]


@pytest.mark.parametrize("hidden", [b"\n" * 200 + b"<!DOCTYPE x [<!ENTITY a 'S'>]>", b" " * 99 + b"<!ENTITY"])
def test_spaces_cannot_hide_entities(tmp_path: Path, hidden: bytes) -> None:
    bad = rezip(
        workbook(tmp_path),
        lambda name, part: hidden + part.removeprefix(DECLARED) if name == WORKSHEET else part,
    )
    assert told(tmp_path, bad) == ["FILE_UNSAFE"]


@pytest.mark.parametrize(
    "content",
    [
        merged(b'ref="D1:E2"'),
        merged(b"ref='D1'"),
        linked(b'ref="D1" location="x" tooltip="a &gt; b"'),
        linked(b"location='x>y' ref='D1:D2' display='z'"),
    ],
)
def test_ranges_as_programs_write_them_are_opened(tmp_path: Path, content: bytes) -> None:
    assert told(tmp_path, in_sheet(workbook(tmp_path), b"</sheetData>", content)) == []


def test_what_was_kept_of_another_workbook_is_no_sheet(tmp_path: Path) -> None:
    kept = b"<externalLink><sheetDataSet><sheetData/><sheetData></sheetData></sheetDataSet></externalLink>"
    good = rezip(workbook(tmp_path), lambda _, part: part, extra=("xl/externalLinks/externalLink1.xml",))
    beside = rezip(good, lambda name, part: kept if "externalLink" in name else part)
    assert told(tmp_path, beside) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.xlsx")
    book, findings = open_book(tmp_path, "a.xlsx")
    assert (book, codes(findings)) == (None, ["FILE_UNREADABLE"])
