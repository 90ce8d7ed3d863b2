"""What an .xls really shows: odd.xls was saved by LibreOffice from a workbook with these cells.

| row | A          | B                | C                     | D           | E          | F                 |
|-----|------------|------------------|-----------------------|-------------|------------|-------------------|
| 2   | A1         | gewoon (struck)  | Must                  | 1.1 as 0.00 | 0.35 as 0% | 3-11-2026         |
| 3   | 1.1 (0.00) | getal met opmaak | =NA()                 | 1234.5      | 0.355 0.0% | 3-11-2026 14:30   |
| 4   | =1/0       | fout             |                       | #N/A        | 1 as 0%    | =DATE(2027;1;5)   |
| 5   | ="A"&4     | formule          | =IF(TRUE;"Should";"") | =2*3        | =7/20 0%   | TRUE              |
| 6   | 5 (000)    | verborgen        | Could                 | 5           | 0.5 as 0%  | row 6 is hidden   |

F4 is shown as a year, B8:C9 is merged, and the hidden sheet Tweede has C3.
"""

import struct
from pathlib import Path

import pytest

from marktscan.spreadsheets import second_reader
from marktscan.spreadsheets.books import open_book
from marktscan.spreadsheets.compound_file import workbook_stream
from marktscan.spreadsheets.grids import Nature, grids_of
from marktscan.spreadsheets.kinds import Kind
from marktscan.spreadsheets.old_excel import read_marks

FOLDER = Path(__file__).parent
ODD = (FOLDER / "odd.xls").read_bytes()
FREE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


@pytest.fixture(scope="module")
def grids():
    book, _ = open_book(FOLDER, "odd.xls")
    return grids_of(book)


def test_every_cell_shows_what_people_see(grids):
    shown = {row: [cell.text for cell in cells.values()] for row, cells in grids[0].cells.items()}
    assert shown[2] == ["A1", "gewoon", "Must", "1.10", "35%", "03-11-2026"]
    assert shown[3] == ["1.10", "getal met opmaak", "#N/A", "1234.5", "35.5%", "03-11-2026 14:30"]
    assert shown[4] == ["#DIV/0!", "fout", "#N/A", "100%", "2027"]
    assert shown[5] == ["A4", "formule", "Should", "6", "35%", "WAAR"]
    assert shown[6] == ["005", "verborgen", "Could", "5", "50%"]


def test_errors_and_formulas_are_what_they_are(grids):
    cells = grids[0].cells
    assert [cells[row][column].nature for row, column in ((4, 1), (3, 3), (4, 4))] == [Nature.ERROR] * 3
    assert {cell.nature for cell in cells[5].values()} == {Nature.TEXT, Nature.FORMULA}
    assert cells[3][1].nature is Nature.NUMBER


def test_hidden_struck_and_merged(grids):
    first, second = grids
    assert first.hidden_rows == {6}
    assert [cell.struck for cell in first.cells[2].values()] == ["", "gewoon", "", "", "", ""]
    assert first.merged[9, 3] == (8, 2)
    assert (second.sheet, second.visible, second.text(3, 3)) == ("Tweede", False, "hier")


@pytest.mark.parametrize("length", [0, 40, 511, 600, 1500, 3000, 5000, len(ODD) - 600])
def test_a_file_that_was_cut_off_is_never_half_read(length):
    answer = second_reader.answer_for(Kind.OLD_EXCEL, ODD[:length])
    assert answer == {"obstacle": ["FILE_UNREADABLE", {}]}


def test_an_error_that_reaches_too_far_is_not_opened(monkeypatch):
    monkeypatch.setattr("marktscan.spreadsheets.preflight.MOST_ROWS", 3)
    assert second_reader.answer_for(Kind.OLD_EXCEL, ODD)["obstacle"][0] == "FILE_TOO_LARGE"


@pytest.mark.parametrize("limit", ["MOST_MERGED", "MOST_CELLS"])
def test_too_much_in_it_is_told(monkeypatch, limit):
    monkeypatch.setattr(f"marktscan.spreadsheets.preflight.{limit}", 2)
    assert second_reader.answer_for(Kind.OLD_EXCEL, ODD)["obstacle"][0] == "FILE_TOO_LARGE"


def record(number: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", number, len(body)) + body


def part(version: int, *records: bytes) -> bytes:
    return record(0x809, struct.pack("<HHHH", version, 5, 0, 0)) + b"".join(records) + record(0x0A)


def workbook(*sheet: bytes, version: int = 0x600, looks: bytes = b"") -> bytes:
    """The stream of a workbook with one sheet."""
    length = len(part(version, record(0x85, bytes(7)), looks))
    return part(version, record(0x85, struct.pack("<I", length) + b"\0\0\0"), looks) + part(version, *sheet)


def sectors(stream: bytes) -> bytes:
    return stream + bytes(-len(stream) % 512)


def compound(stream: bytes, name: str = "Workbook", small: bool = False) -> bytes:
    """The smallest file with this stream; a small one lies in sectors of 64 bytes within the root's."""
    held = sectors(stream) if small else sectors(stream + bytes(max(0, 4096 - len(stream))))
    count = len(held) // 512
    chain = [*range(4, 3 + count), END]
    table = [TABLE, END, END, *chain]
    links = [*range(1, -(-len(stream) // 64)), END] if small else []
    entries = entry("Root Entry", 5, 3 if small else END, len(held)) + entry(
        name, 2, 0 if small else 3, len(stream) if small else len(held)
    )
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HH", header, 30, 9, 6)
    struct.pack_into("<IIIIIIII", header, 44, 1, 1, 0, 4096, 2, 1, END, 0)
    struct.pack_into("<I", header, 76, 0)
    struct.pack_into("<108I", header, 80, *[FREE] * 108)
    numbers = [*table, *[FREE] * (128 - len(table))]
    small_table = [*links, *[FREE] * (128 - len(links))]
    return (
        b"".join(
            (
                bytes(header),
                struct.pack("<128I", *numbers),
                sectors(entries),
                struct.pack("<128I", *small_table),
            )
        )
        + held
    )


def entry(name: str, kind: int, start: int, size: int) -> bytes:
    written = name.encode("utf-16-le") + b"\0\0"
    return (
        written.ljust(64, b"\0")
        + struct.pack("<HBB", len(written), kind, 1)
        + bytes(48)
        + struct.pack("<III", start, size, 0)
    )


def cell(number: int, row: int, column: int, look: int, rest: bytes = bytes(8)) -> bytes:
    return record(number, struct.pack("<HHH", row, column, look) + rest)


LOOKS = (
    record(0x31, struct.pack("<HH", 200, 0)) * 4
    + record(0x31, struct.pack("<HH", 200, 8))
    + record(0xE0, struct.pack("<HH", 0, 0))
    + record(0xE0, struct.pack("<HH", 5, 164))
)


@pytest.mark.parametrize("small", [True, False])
def test_small_and_large_streams(small):
    stream = workbook(cell(0x205, 2, 1, 0, b"\x2a\x01"))
    assert workbook_stream(compound(stream, small=small))[: len(stream)] == stream
    assert read_marks(compound(stream, small=small))[0].errors == {(3, 2): "#N/A"}


def test_formats_of_old_and_new_versions():
    old = LOOKS + record(0x41E, struct.pack("<HB", 164, 3) + b"0.0")
    new = LOOKS + record(0x41E, struct.pack("<HHB", 164, 3, 0) + b"0.0")
    wide = LOOKS + record(0x41E, struct.pack("<HHB", 164, 3, 1) + "0.0".encode("utf-16-le"))
    for looks, version, name in ((old, 0x500, "Book"), (new, 0x600, "Workbook"), (wide, 0x600, "Workbook")):
        stream = workbook(cell(0x203, 0, 0, 1), cell(0x203, 0, 1, 7), version=version, looks=looks)
        (marks,) = read_marks(compound(stream, name))
        assert marks.formats == {(1, 1): "0.0", (1, 2): "General"}
        assert marks.struck == {(1, 1)}


def test_the_other_records():
    rows = struct.pack("<HHHHHHI", 4, 0, 0, 0, 0, 0, 0x20)
    several = struct.pack("<HH", 0, 2) + struct.pack("<HI", 1, 0) * 2 + struct.pack("<H", 3)
    text = cell(0x06, 1, 0, 0, b"\x02\0\x17\0\0\0\xff\xff")
    chart = part(0x600, cell(0x205, 9, 9, 0, b"\x2a\x01"))
    looks = LOOKS + record(0x41E, struct.pack("<HHB", 164, 1, 0) + b"@")
    sheet = (record(0x208, rows), record(0xBD, several), text, chart, record(0x1C, bytes(8)))
    (marks,) = read_marks(compound(workbook(*sheet, looks=looks)))
    assert (marks.hidden_rows, marks.comments) == ([5], [(1, 1)])
    assert marks.formats == {(1, 3): "@", (1, 4): "@", (2, 1): "General"}
    assert (marks.errors, marks.formulas) == ({(2, 1): "#REF!"}, {(2, 1)})


@pytest.mark.parametrize(
    "stream",
    [
        workbook()[:-4],
        workbook()[:-2] + b"\xff\xff",
        workbook(record(0x203, b"\0")),
        part(0x600, record(0x85, struct.pack("<I", 10**6) + bytes(3))),
    ],
)
def test_a_damaged_stream_is_an_exception(stream):
    with pytest.raises((ValueError, struct.error)):
        read_marks(compound(stream, small=True))


def test_a_chain_that_bites_its_tail_and_a_file_without_a_workbook():
    endless = bytearray(compound(workbook()))
    struct.pack_into("<I", endless, 512 + 4 * 4, 3)
    for data in (bytes(endless), compound(workbook(), "Iets")):
        with pytest.raises(ValueError, match=r"endless chain|no workbook"):
            workbook_stream(data)


def test_a_table_that_goes_on_outside_the_header():
    stream = workbook(cell(0x205, 0, 0, 0, b"\x2a\x01"))
    data = bytearray(compound(stream))
    more = len(data) // 512 - 1
    struct.pack_into("<II", data, 68, more, 1)
    struct.pack_into("<I", data, 76, FREE)
    data += struct.pack("<128I", 0, *[FREE] * 126, END)
    assert read_marks(bytes(data))[0].errors == {(1, 1): "#N/A"}
