"""Where in a file a text may stand, in Dutch, and which of those places only programs read."""

import re

SEEN, SAID, HIDDEN, SCRIPT, RECORD = (
    "de tekst van de pagina",
    "een kenmerk in de pagina, zoals een tekst voor schermlezers",
    "een opmerking in de pagina",
    "een programma of stijl in de pagina",
    "de gegevens voor een programma in de pagina",
)
DATA, XMP, RAW = (
    "de gegevens van het document",
    "de gegevens van het document (XMP)",
    "het bestand zelf",
)
DRAWING = frozenset(
    {"class", "cx", "cy", "d", "dx", "dy", "fill", "height", "id", "offset", "points", "r", "rx", "ry"}
    | {"stroke", "style", "tabindex", "transform", "viewbox", "width", "x", "x1", "x2", "y", "y1", "y2"}
)
"""Attributes of a page that say where or how something is drawn."""
IN_EVERY_PDF = frozenset(
    {"adobe", "colour", "default", "document", "identity", "internal", "schema", "space", "srgb"}
    | {"weasyprint"}
)
"""Words that the making of a PDF puts in its data."""


_LOOK_OF_A_WORKBOOK = re.compile(rf"\bxl/(?:theme/\w+|styles|workbook)\.xml: {SAID}$")


def for_machines(place: str) -> bool:
    """Whether only programs read this: numbers there are places, lengths and sizes.

    Every workbook has a theme with 50000 and 12700 in it, and says how wide its window is.
    """
    return place.endswith((XMP, RAW, SCRIPT)) or _LOOK_OF_A_WORKBOOK.search(place) is not None


def is_data(place: str) -> bool:
    """Whether these are the data of a PDF, in which the program that made it has words of its own."""
    return place.endswith((DATA, XMP, RAW))
