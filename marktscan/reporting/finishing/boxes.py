"""The laid-out boxes of a WeasyPrint document, page by page."""

from collections.abc import Iterator

from weasyprint import Document
from weasyprint.formatting_structure.boxes import Box


def boxes(document: Document) -> Iterator[Box]:
    """Every box of every page, parents before children."""
    for page in document.pages:
        yield from with_children(page._page_box)


def with_children(box: Box) -> Iterator[Box]:
    """A box and every box in it; a placeholder of an absolute box is taken for the box itself."""
    waiting = [box]
    while waiting:
        found = waiting.pop()
        real = getattr(found, "_box", found)
        yield real
        waiting.extend(reversed(getattr(real, "children", ())))


def text_of(box: Box) -> str:
    """The text inside a box, with single spaces."""
    parts = (getattr(part, "text", "") for part in with_children(box))
    return " ".join(" ".join(filter(None, parts)).split())
