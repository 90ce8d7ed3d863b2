"""Look at a workbook's bytes before any parser does: a small file can hold a bomb."""

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from marktscan.domain.finding import Code
from marktscan.spreadsheets.parts import MOST_MERGED, MOST_ROWS, column_number, in_part

MEGABYTE = 1024 * 1024
LARGEST_FILE = 25 * MEGABYTE
LARGEST_UNPACKED = 200 * MEGABYTE
LARGEST_PART = 100 * MEGABYTE
MOST_PARTS = 2_000
MOST_COLUMNS = 200
MOST_ELEMENTS = 4_000_000
"""XML elements in one part; openpyxl makes an object of each, so this bounds its memory."""

MOST_CELLS = 200_000
"""Filled cells on one sheet of a file that is no .xlsx; each becomes an object."""
MOST_MEMORY = 1024 * MEGABYTE
MOST_SECONDS = 20
"""Memory and time of the process in which a second reader works."""

_FORBIDDEN = (b"<!DOCTYPE", b"<!ENTITY", b"\x00")
_FAR_CELL = re.compile(
    rb"""\br\s*=\s*["']((?:[A-Za-z]{3,}|[H-Zh-z][A-Za-z]|[Gg][S-Zs-z])[0-9]*|[A-Za-z]*[0-9]{5,})["']"""
)
"""References past column GR (200) or with a row number of five digits: a normal sheet has none."""
_CONTENT_TYPES = "[Content_Types].xml"
"""A part that every .xlsx has, and no .ods."""
_XML = re.compile(rb"(?:\xef\xbb\xbf)?[\s\x00]*<|\xff\xfe|\xfe\xff")

Obstacle = tuple[Code, dict[str, str]]
"""Why a file is not opened: the finding's code and its facts."""


class TooMuch(Exception):  # noqa: N818 – nothing is wrong with the program
    """Something in a file is larger than a filled-in form can have: what was found, and the limit."""

    def __init__(self, found: str, limit: str) -> None:
        super().__init__(found, limit)
        self.obstacle = _too_much(found, limit)


def check_cells(number: int) -> None:
    """Raise TooMuch when there are more filled cells than a form can have."""
    if number > MOST_CELLS:
        raise TooMuch(f"meer dan {MOST_CELLS} ingevulde cellen", f"{MOST_CELLS} cellen")


def check_merged(covered: int) -> None:
    """Raise TooMuch when merged ranges cover more cells together than a form can have."""
    if covered > MOST_MERGED:
        raise TooMuch(f"{covered} samengevoegde cellen", f"{MOST_MERGED} samengevoegde cellen")


def check_reach(row: int, column: int) -> None:
    """Raise TooMuch when a cell lies further away than a form can reach."""
    if row > MOST_ROWS or column > MOST_COLUMNS:
        raise TooMuch(f"kolom {column}, rij {row}", f"kolom {MOST_COLUMNS}, rij {MOST_ROWS}")


def obstacle(data: bytes) -> Obstacle | None:
    """What keeps a zip file from being opened as a workbook, or None."""
    if len(data) > LARGEST_FILE:
        return too_large(len(data))
    try:
        with ZipFile(BytesIO(data)) as archive:
            return _in_directory(archive.infolist()) or next(_in_parts(archive), None)
    except (BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError):
        return Code.FILE_UNREADABLE, {}


def too_large(size: int) -> Obstacle:
    """The file itself has more bytes than a filled-in form can have."""
    return _too_much(megabytes(size), megabytes(LARGEST_FILE))


def megabytes(size: int) -> str:
    """A number of bytes as whole megabytes, rounded up."""
    return f"{-(-size // MEGABYTE)} MB"


def _too_much(found: str, limit: str) -> Obstacle:
    return Code.FILE_TOO_LARGE, {"found": found, "limit": limit}


def _in_directory(parts: list[ZipInfo]) -> Obstacle | None:
    unpacked = sum(part.file_size for part in parts)
    largest = max((part.file_size for part in parts), default=0)
    if len(parts) > MOST_PARTS:
        return _too_much(f"{len(parts)} onderdelen", f"{MOST_PARTS} onderdelen")
    if unpacked > LARGEST_UNPACKED:
        return _too_much(f"{megabytes(unpacked)} uitgepakt", megabytes(LARGEST_UNPACKED))
    if largest > LARGEST_PART:
        return _too_much(f"een onderdeel van {megabytes(largest)}", megabytes(LARGEST_PART))
    if len({part.filename for part in parts}) < len(parts):
        return Code.FILE_UNSAFE, {}
    return None


def _in_parts(archive: ZipFile) -> Iterator[Obstacle]:
    names = archive.namelist()
    for name in names:
        data = archive.read(name)
        if _XML.match(data):
            yield from _in_xml(data)
            yield from map(_excess, in_part(data)) if _CONTENT_TYPES in names else ()


def _excess(found: tuple[str, str] | None) -> Obstacle:
    return _too_much(*found) if found else (Code.FILE_UNSAFE, {})


def _in_xml(data: bytes) -> Iterator[Obstacle]:
    if any(mark in data for mark in _FORBIDDEN):
        yield Code.FILE_UNSAFE, {}
    if data.count(b"<") > MOST_ELEMENTS:
        yield _too_much(f"{data.count(b'<')} elementen", f"{MOST_ELEMENTS} elementen")
    for match in _FAR_CELL.finditer(data) if b"sheetData" in data else ():
        column, row = _place(match[1])
        if row > MOST_ROWS:
            yield _too_much(f"rij {row}", f"rij {MOST_ROWS}")
        if column > MOST_COLUMNS:
            yield _too_much(f"kolom {column}", f"kolom {MOST_COLUMNS}")


def _place(reference: bytes) -> tuple[int, int]:
    letters = reference.rstrip(b"0123456789")
    return column_number(letters), int(reference[len(letters) :] or 0)
