"""Every link is described by its own words, not by its address."""

from weasyprint import Document

from marktscan.reporting.finishing.boxes import boxes, text_of
from marktscan.reporting.finishing.elements import Structure


def describe_links(document: Document, structure: Structure) -> None:
    """Set the Contents of each link annotation to the text of its link."""
    for box in boxes(document):
        annotation = getattr(box, "link_annotation", None)
        if annotation and (words := text_of(box)):
            annotation["Contents"] = type(annotation["Contents"])(words)
