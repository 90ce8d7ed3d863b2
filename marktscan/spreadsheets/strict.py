"""Read Strict Open XML, which only uses other names for the same things, as ordinary Open XML."""

from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

_PREFIX = b"http://purl.oclc.org/ooxml/"
_NAMES = (
    (b"http://purl.oclc.org/ooxml/officeDocument/extendedProperties",
     b"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"),
    (b"http://purl.oclc.org/ooxml/officeDocument/customProperties",
     b"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"),
    (b"http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes",
     b"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"),
    (b"http://purl.oclc.org/ooxml/officeDocument/",
     b"http://schemas.openxmlformats.org/officeDocument/2006/"),
    (b"http://purl.oclc.org/ooxml/spreadsheetml/",
     b"http://schemas.openxmlformats.org/spreadsheetml/2006/"),
    (b"http://purl.oclc.org/ooxml/drawingml/",
     b"http://schemas.openxmlformats.org/drawingml/2006/"),
)  # fmt: skip
"""Names of Strict and those that openpyxl knows, the more precise first."""
_WORKBOOK = "xl/workbook.xml"


def as_ordinary(data: bytes) -> bytes:
    """The same workbook with ordinary names; what is not Strict stays as it is."""
    with ZipFile(BytesIO(data)) as archive:
        if _WORKBOOK not in archive.namelist() or _PREFIX not in archive.read(_WORKBOOK):
            return data
        out = BytesIO()
        with ZipFile(out, "w", ZIP_STORED) as renamed:
            for name in archive.namelist():
                renamed.writestr(name, _renamed(archive.read(name)))
    return out.getvalue()


def _renamed(part: bytes) -> bytes:
    for strict, ordinary in _NAMES:
        part = part.replace(strict, ordinary)
    return part
