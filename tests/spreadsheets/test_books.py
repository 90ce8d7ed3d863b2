import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_workbook import write_markdown
from spreadsheets.reading import codes

from marktscan.spreadsheets import preflight
from marktscan.spreadsheets.books import open_book

SHEET = {"Vragen": "| Eis-ID | Antwoord |\n|---|---|\n| A-1 | S |"}
WORKSHEET = "xl/worksheets/sheet1.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def workbook(tmp_path: Path) -> bytes:
    return write_markdown(tmp_path / "good.xlsx", SHEET).read_bytes()


def rezip(data: bytes, change: Callable[[str, bytes], bytes], extra: tuple[str, ...] = ()) -> bytes:
    """The same zip with every part changed, and parts added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name in extra:
            new.writestr(name, b"x")
    return out.getvalue()


def in_sheet(data: bytes, old: bytes, new: bytes) -> bytes:
    return rezip(data, lambda name, part: part.replace(old, new) if name == WORKSHEET else part)


def told(tmp_path: Path, data: bytes) -> list[str]:
    (tmp_path / "a.xlsx").write_bytes(data)
    book, findings = open_book(tmp_path, "a.xlsx")
    assert (book is None) == bool(findings)
    return codes(findings)


def test_a_good_workbook_opens(tmp_path: Path) -> None:
    assert told(tmp_path, workbook(tmp_path)) == []


def test_a_missing_file_and_a_folder_with_its_name(tmp_path: Path) -> None:
    assert codes(open_book(tmp_path, "weg.xlsx")[1]) == ["FILE_MISSING"]
    (tmp_path / "map.xlsx").mkdir()
    assert codes(open_book(tmp_path, "map.xlsx")[1]) == ["FILE_UNREADABLE"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "FILE_EMPTY"),
        (b"Eis-ID;Antwoord\r\nA-1;S\r\n", "FILE_WRONG_TYPE"),
        (OLE + b"\0" * 600, "FILE_WRONG_TYPE"),
        (OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "FILE_PROTECTED"),
        (b"PK\x03\x04 en dan niets meer", "FILE_UNREADABLE"),
    ],
)
def test_what_is_no_workbook_says_what_it_is(tmp_path: Path, data: bytes, code: str) -> None:
    assert told(tmp_path, data) == [code]


def test_a_zip_that_is_no_workbook(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("brief.txt", "hallo")
    assert codes(open_book(tmp_path, "a.xlsx")[1]) == ["FILE_UNREADABLE"]


def test_a_cell_out_of_reach_is_not_opened(tmp_path: Path) -> None:
    good = workbook(tmp_path)
    for far in (b'r="XFD1"', b'r="GS1"', b"r='A20001'", b'r = "A1048576"', b'r="a99999"'):
        assert told(tmp_path, in_sheet(good, b'r="A1"', far)) == ["FILE_TOO_LARGE"]


def test_cells_at_the_edge_are_opened(tmp_path: Path) -> None:
    good = workbook(tmp_path)
    assert told(tmp_path, in_sheet(good, b'r="B1"', b'r="GR1"')) == []
    assert (
        told(tmp_path, in_sheet(in_sheet(good, b'r="A2"', b'r="A20000"'), b'<row r="2"', b'<row r="20000"'))
        == []
    )


def test_a_merged_range_as_large_as_the_sheet_is_not_opened(tmp_path: Path) -> None:
    merged = b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    assert told(tmp_path, in_sheet(workbook(tmp_path), b"</sheetData>", merged)) == ["FILE_TOO_LARGE"]


@pytest.mark.parametrize(
    "start", [b'<!DOCTYPE x [<!ENTITY a "aaaa">]>', b"<!ENTITY a SYSTEM 'file:///etc/passwd'>"]
)
def test_entities_are_refused_before_any_parser_sees_them(tmp_path: Path, start: bytes) -> None:
    bad = rezip(workbook(tmp_path), lambda name, part: start + part if name == WORKSHEET else part)
    assert told(tmp_path, bad) == ["FILE_UNSAFE"]


def test_another_encoding_cannot_hide_entities(tmp_path: Path) -> None:
    bad = rezip(
        workbook(tmp_path),
        lambda name, part: part.decode().encode("utf-16") if name == WORKSHEET else part,
    )
    assert told(tmp_path, bad) == ["FILE_UNSAFE"]


def test_a_part_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        bad = rezip(workbook(tmp_path), lambda name, part: part, extra=(WORKSHEET,))
    assert told(tmp_path, bad) == ["FILE_UNSAFE"]


@pytest.mark.parametrize(
    ("limit", "value"),
    [
        ("LARGEST_UNPACKED", 100),
        ("LARGEST_PART", 100),
        ("MOST_PARTS", 3),
        ("MOST_ELEMENTS", 5),
    ],
)
def test_a_bomb_is_refused_by_its_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, value: int
) -> None:
    good = workbook(tmp_path)
    monkeypatch.setattr(preflight, limit, value)
    assert told(tmp_path, good) == ["FILE_TOO_LARGE"]


def test_a_file_of_more_than_25_mb_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a.xlsx").open("wb") as file:
        file.write(b"PK")
        file.truncate(preflight.LARGEST_FILE + 1)
    _, findings = open_book(tmp_path, "a.xlsx")
    assert findings[0].facts == (("found", "26 MB"), ("limit", "25 MB"))
    assert preflight.obstacle((tmp_path / "a.xlsx").read_bytes()) is not None


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_whatever_damage_ends_as_a_finding(tmp_path: Path, data: st.DataObject) -> None:
    good = workbook(tmp_path)
    start = data.draw(st.integers(0, 4000))
    noise = data.draw(st.binary(min_size=1, max_size=40))
    cut = data.draw(st.booleans())
    bad = good[:start] if cut else good[:start] + noise + good[start + len(noise) :]
    assert told(tmp_path, bad) in (
        [],
        ["FILE_UNREADABLE"],
        ["FILE_EMPTY"],
        ["FILE_WRONG_TYPE"],
        ["FILE_UNSAFE"],
    )


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_damaged_part_in_a_sound_zip_ends_as_a_finding(tmp_path: Path, data: st.DataObject) -> None:
    good = workbook(tmp_path)
    with zipfile.ZipFile(io.BytesIO(good)) as archive:
        names = archive.namelist()
    which = data.draw(st.sampled_from(names))
    at = data.draw(st.integers(0, 400))
    bad = rezip(good, lambda name, part: part[:at] + part[at + 3 :] if name == which else part)
    assert told(tmp_path, bad) in ([], ["FILE_UNREADABLE"])
