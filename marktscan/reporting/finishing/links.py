"""Every link is described by its own words, not by its address."""

from collections import defaultdict

from weasyprint import Document
from weasyprint.formatting_structure.boxes import Box

from marktscan.reporting.finishing.boxes import boxes, text_of
from marktscan.reporting.finishing.elements import Structure


def describe_links(document: Document, structure: Structure) -> None:
    """Set the Contents of each link annotation to the text of its whole link, also when lines part it."""
    for parts in _links(document):
        words = " ".join(filter(None, map(text_of, parts)))
        for part in parts if words else ():
            annotation = part.link_annotation
            annotation["Contents"] = type(annotation["Contents"])(words)


def _links(document: Document) -> list[list[Box]]:
    """The boxes of each link that can be clicked, in the order of the page."""
    links: defaultdict[int, list[Box]] = defaultdict(list)
    for box in boxes(document):
        if getattr(box, "link_annotation", None):
            links[id(box.element)].append(box)
    return list(links.values())
