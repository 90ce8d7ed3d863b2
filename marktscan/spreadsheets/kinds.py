"""What kind of file something is, by its content: people rename files without changing what they are."""

from enum import Enum
from pathlib import PurePath

from marktscan.domain.finding import Code
from marktscan.spreadsheets.preflight import Obstacle

READABLE = (".xlsx", ".xlsm", ".ods", ".xls", ".csv")
"""The ends of names of files that can be a form, in the order in which they are preferred."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK"
_WORKBOOKS = tuple(name.encode("utf-16-le") for name in ("Workbook", "Book"))
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OPEN_DOCUMENT, _OPEN_XML = b"content.xml", b"[Content_Types].xml"
"""A part that each has and the other has not; names of parts stand uncompressed in a zip file."""
_TEXT_MARKS = (b"\xff\xfe", b"\xfe\xff")


class Kind(Enum):
    """How a file is opened."""

    OPEN_XML = "xlsx"
    OPEN_DOCUMENT = "ods"
    OLD_EXCEL = "xls"
    TEXT = "csv"


def kind_of(name: str, data: bytes) -> Kind | Obstacle:
    """The kind of a file, or what is wrong with it."""
    if not data:
        return Code.FILE_EMPTY, {}
    if data.startswith(_OLE):
        return _old_kind(data)
    if data.startswith(_ZIP):
        return Kind.OPEN_DOCUMENT if _OPEN_DOCUMENT in data and _OPEN_XML not in data else Kind.OPEN_XML
    is_text = data.startswith(_TEXT_MARKS) or b"\0" not in data
    named_text = PurePath(name).suffix.casefold() == ".csv"
    return Kind.TEXT if named_text and is_text else (Code.FILE_WRONG_TYPE, {})


def _old_kind(data: bytes) -> Kind | Obstacle:
    if _ENCRYPTED in data:
        return Code.FILE_PROTECTED, {}
    return Kind.OLD_EXCEL if any(name in data for name in _WORKBOOKS) else (Code.FILE_WRONG_TYPE, {})
