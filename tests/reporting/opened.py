"""A finished PDF as a screen reader meets it: seen with pikepdf, not with the library that wrote it."""

from collections.abc import Iterator
from typing import Any

import pikepdf


def all_elements(pdf: pikepdf.Pdf) -> list[Any]:
    """Every structure element in reading order."""
    return list(elements(pdf.Root.StructTreeRoot.K[0]))


def elements(item: Any) -> Iterator[Any]:
    """A structure element and everything below it."""
    yield item
    kids = item.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/StructElem":
            yield from elements(kid)


def count_marks(page: pikepdf.Page) -> tuple[int, set[int]]:
    """The number of artifacts that hold text and the numbers of the tagged content."""
    artifacts, numbers, inside = 0, set(), False
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "BMC":
            inside = True
        elif str(operator) == "EMC":
            inside = False
        elif str(operator) == "BT" and inside:
            artifacts += 1
        elif str(operator) == "BDC":
            numbers.add(int(operands[1].MCID))
    return artifacts, numbers


def owned_marks(pdf: pikepdf.Pdf) -> list[set[int]]:
    """Per page the numbers of the content that belongs to a structure element."""
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    owners = (numbers[2 * place + 1] for place in range(len(pdf.pages)))
    return [
        {number for number, owner in enumerate(of_page) if isinstance(owner, pikepdf.Dictionary)}
        for of_page in owners
    ]


def links(pdf: pikepdf.Pdf) -> list[Any]:
    """Every link on every page."""
    notes = (note for page in pdf.pages for note in page.get("/Annots", []))
    return [note for note in notes if note.Subtype == "/Link"]


def places(pdf: pikepdf.Pdf) -> dict[str, tuple[int, float]]:
    """Where each named destination is: its page, and how far down that page."""
    names = pdf.Root.Names.Dests.Names
    pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
    return {str(name): place(pages, names[2 * n + 1]) for n, name in enumerate(list(names)[::2])}


def place(pages: dict[Any, int], destination: Any) -> tuple[int, float]:
    """A destination as page and distance, so that a later one is greater; KeyError without such a page."""
    target, _, _, height, _ = destination
    return pages[target.objgen], -float(height)


def bookmarks(pdf: pikepdf.Pdf) -> list[tuple[str, tuple[int, float]]]:
    """Title and place of every bookmark, in the order of the panel."""
    pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
    with pdf.open_outline() as outline:
        return [(item.title, place(pages, item.destination)) for item in _with_children(outline.root)]


def _with_children(items: Any) -> Iterator[Any]:
    for item in items:
        yield item
        yield from _with_children(item.children)


def fonts(pdf: pikepdf.Pdf) -> list[Any]:
    """Every font of every page; of a composite font the part with the glyphs."""
    used = (font for page in pdf.pages for font in page.Resources.get("/Font", {}).values())
    return [font.DescendantFonts[0] if "/DescendantFonts" in font else font for font in used]
