"""Write a questionnaire as .ods, as small as the format allows."""

from datetime import datetime
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

from returned_form import Formula, Returned

SPACES = {name: name for name in ("office", "table", "text", "style")} | {"draw": "drawing"}
CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
NAMES = f'xmlns:calcext="{CALC}" ' + " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for short, name in SPACES.items()
)
REST = """<table:table-row table:number-rows-repeated="1048000">
<table:table-cell table:number-columns-repeated="16384"/></table:table-row>"""


def open_document(form: Returned) -> bytes:
    """The form as .ods."""
    sheets = {**form.others, form.sheet: form.rows}
    return zipped("".join(_table(title, rows) for title, rows in sheets.items()))


def zipped(tables: str, styles: str = "") -> bytes:
    """An .ods with these tables."""
    content = (
        f"<office:document-content {NAMES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
    return out.getvalue()


def _table(title: str, rows: list[list[Any]]) -> str:
    lines = "".join(f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>" for row in rows)
    return f"<table:table table:name={quoteattr(title)}>{lines}{REST}</table:table>"


def _cell(value: Any) -> str:
    match value:
        case None:
            return "<table:table-cell/>"
        case datetime():
            return _element(f'office:value-type="date" office:date-value="{value.isoformat()}"')
        case int() | float():
            return _element(f'office:value-type="float" office:value="{value}"')
        case Formula():
            return _element('table:formula="of:=1" office:value-type="string"', value.outcome or "")
    return _element('office:value-type="string"', str(value))


def _element(attributes: str, text: str = "") -> str:
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n") if text)
    return f"<table:table-cell {attributes}>{lines}</table:table-cell>"
