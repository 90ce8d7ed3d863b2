"""The language of a workbook, for programs that read it aloud: XlsxWriter has no setting for it."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

PROPERTIES = "docProps/core.xml"
_END = b"</cp:coreProperties>"
_LANGUAGE = b"<dc:language>nl-NL</dc:language>"


def in_dutch(workbook: bytes) -> bytes:
    """The same workbook with Dutch as its language among the document properties."""
    content = BytesIO()
    with ZipFile(BytesIO(workbook)) as given, ZipFile(content, "w", ZIP_DEFLATED) as made:
        for part in given.infolist():
            data = given.read(part)
            if part.filename == PROPERTIES:
                data = data.replace(_END, _LANGUAGE + _END)
            made.writestr(part, data)
    return content.getvalue()
