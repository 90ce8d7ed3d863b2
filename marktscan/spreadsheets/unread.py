"""What stands on the sheets of an .xlsx but in no cell, and is not read: comments, pictures, text boxes."""

import posixpath
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from io import BytesIO
from zipfile import ZipFile

from openpyxl.utils import get_column_letter

_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_WORKBOOK = "xl/workbook.xml"
_COMMENTS = ("comments", "threadedComment")
_SHAPES = {
    f"{_DRAWING}pic": "afbeelding",
    f"{_DRAWING}sp": "tekstvak of vorm",
    f"{_DRAWING}graphicFrame": "grafiek",
    f"{_DRAWING}grpSp": "tekening",
}
COMMENT = "opmerking"


def unread(data: bytes) -> dict[str, list[tuple[str, str]]]:
    """Per sheet what no cell holds: its kind and the cell it stands at; raises what a damaged file raises."""
    with ZipFile(BytesIO(data)) as archive:
        names = set(archive.namelist())
        if not any(name.startswith("xl/drawings/d") or "omment" in name for name in names):
            return {}
        return {
            title: sorted(set(_on_sheet(archive, names, part)))
            for title, part in _sheet_parts(archive).items()
            if part in names
        }


def _sheet_parts(archive: ZipFile) -> dict[str, str]:
    """The part of the zip file that holds each sheet, by its title."""
    parts = {link: target for link, (_, target) in _links(archive, _WORKBOOK).items()}
    sheets = _xml(archive, _WORKBOOK).iter(f"{_MAIN}sheet")
    return {sheet.get("name", ""): parts.get(sheet.get(_LINK, ""), "") for sheet in sheets}


def _on_sheet(archive: ZipFile, names: set[str], part: str) -> Iterator[tuple[str, str]]:
    for kind, target in _links(archive, part).values():
        if target not in names:
            continue
        if kind in _COMMENTS:
            yield from (
                (COMMENT, item.get("ref", "")) for item in _xml(archive, target).iter() if item.get("ref")
            )
        elif kind == "drawing":
            yield from _shapes(_xml(archive, target))


def _shapes(drawing: ET.Element) -> Iterator[tuple[str, str]]:
    for anchor in drawing:
        column, row = (
            anchor.find(f"{_DRAWING}from/{_DRAWING}col"),
            anchor.find(f"{_DRAWING}from/{_DRAWING}row"),
        )
        place = "A1" if column is None or row is None else _address(column.text, row.text)
        yield from ((_SHAPES[shape.tag], place) for shape in anchor if shape.tag in _SHAPES)


def _address(column: str | None, row: str | None) -> str:
    return f"{get_column_letter(int(column or 0) + 1)}{int(row or 0) + 1}"


def _links(archive: ZipFile, part: str) -> Mapping[str, tuple[str, str]]:
    """What a part refers to: by the name of the link its kind and the part it leads to."""
    folder, name = posixpath.split(part)
    path = f"{folder}/_rels/{name}.rels"
    if path not in archive.namelist():
        return {}
    return {
        link.get("Id", ""): (link.get("Type", "").rpartition("/")[2], _target(folder, link.get("Target", "")))
        for link in _xml(archive, path).iter(f"{_PACKAGE}Relationship")
    }


def _target(folder: str, target: str) -> str:
    return posixpath.normpath(target.lstrip("/") if target.startswith("/") else f"{folder}/{target}")


def _xml(archive: ZipFile, part: str) -> ET.Element:
    return ET.fromstring(archive.read(part))  # noqa: S314 – a DTD was refused before
