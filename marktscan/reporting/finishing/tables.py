"""A table that a page break has split is one table again, with its header once."""

from collections import defaultdict

from weasyprint import Document

from marktscan.reporting.finishing.boxes import boxes, with_children
from marktscan.reporting.finishing.elements import Element, Structure


def join_tables(document: Document, structure: Structure) -> None:
    """Join the parts of each table; the repeated headers are left for the artifacts."""
    for first, *others in _parts(document, structure):
        for other in others:
            _append(structure, first, other)
    _join_captions(structure)


def _join_captions(structure: Structure) -> None:
    """Put a caption that a page break has parted from its table at the head of that table."""
    parted: list[Element] = []
    for table in [element for element in structure.below(structure.document) if element["S"] == "/Table"]:
        kids = structure.children(table)
        if all(kid["S"] == "/Caption" for kid in kids):
            parted.extend(kids)
            continue
        for caption in reversed(parted):
            structure.move(caption, table)
            table["K"].insert(0, table["K"].pop())
        parted.clear()


def _parts(document: Document, structure: Structure) -> list[list[Element]]:
    """The structure elements of each HTML table, in page order."""
    parts: defaultdict[int, list[Element]] = defaultdict(list)
    for box in boxes(document):
        if box.element_tag == "table" and box.is_table_wrapper:
            cell = next((part for part in with_children(box) if hasattr(part, "mark")), None)
            table = structure.above(cell.mark, "/Table") if cell else None
            if table is not None:
                parts[id(box.element)].append(table)
    return list(parts.values())


def _append(structure: Structure, first: Element, other: Element) -> None:
    kept = next((kid for kid in structure.children(first) if kid["S"] == "/THead"), None)
    for group in structure.children(other):
        if group["S"] != "/THead":
            structure.move(group, first)
        elif kept is None:  # a row as high as the page has pushed the head from the first page
            structure.move(group, first)
            _before_all_rows(structure, group, first)
        else:
            _point_to_first_header(structure, kept, group, other)
            structure.detach(group)


def _before_all_rows(structure: Structure, head: Element, table: Element) -> None:
    """Put the head, which stands last, after the caption."""
    captions = [kid for kid in structure.children(table) if kid["S"] == "/Caption"]
    table["K"].remove(head.reference)
    table["K"].insert(len(captions), head.reference)


def _point_to_first_header(structure: Structure, kept: Element, repeated: Element, table: Element) -> None:
    """Let the cells of a continued table name the header cells that stay."""
    pairs = zip(_header_cells(structure, repeated), _header_cells(structure, kept), strict=True)
    renamed = {old["ID"].string: new["ID"] for old, new in pairs}
    for cell in structure.below(table):
        if cell["S"] == "/TD":
            headers = cell["A"]["Headers"]
            headers[:] = [renamed.get(name.string, name) for name in headers]


def _header_cells(structure: Structure, group: Element) -> list[Element]:
    return [cell for cell in structure.below(group) if cell["S"] == "/TH"]
