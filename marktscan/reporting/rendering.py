"""Work that WeasyPrint does for any document and a report does not need: left out, with the same bytes.

All boxes of a document stay alive, so collecting garbage finds none. The list of all pages is made anew at
every tag. Every element gets five styles for notes that no report has. Two in five lines were broken before.
"""

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from pydyf import PDF
from weasyprint import CSS, HTML
from weasyprint.html import UA
from weasyprint.layout import inline, preferred

_OF_EVERY_ELEMENT = re.compile(r"^::(?:footnote|note)-[\w-]+ \{[^}]*\}$", re.MULTILINE)
"""Rules of WeasyPrint's own style sheet for notes, which reports do not have."""


class Page(HTML):  # type: ignore[misc]
    """The HTML of a report, with a style sheet of the browser that knows no notes."""

    def _ua_stylesheets(self, forms: bool = False) -> list[Any]:
        return super()._ua_stylesheets(forms) if forms else [_browser_styles()]


@cache
def _browser_styles() -> CSS:
    return CSS(string=_OF_EVERY_ELEMENT.sub("", UA).replace("\n::marker", "\nli::marker"))


@contextmanager
def without_needless_work() -> Iterator[None]:
    """While a document is rendered and written."""
    with _without_collection(), _with_pages_counted_once(), _with_lines_broken_once():
        yield


@contextmanager
def _without_collection() -> Iterator[None]:
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@contextmanager
def _with_pages_counted_once() -> Iterator[None]:
    made: property = PDF.page_references
    remembered: dict[tuple[int, int], Any] = {}

    def page_references(pdf: PDF) -> Any:  # noqa: ANN401 (untyped there)
        key = id(pdf), len(pdf.pages["Kids"])
        if key not in remembered:
            remembered[key] = made.fget(pdf)  # type: ignore[misc]
        return remembered[key]

    PDF.page_references = property(page_references)
    try:
        yield
    finally:
        PDF.page_references = made


@contextmanager
def _with_lines_broken_once() -> Iterator[None]:
    """Remember the first line of a text in a style and a width: columns are full of the same words."""
    made = inline.split_first_line, preferred.split_first_line
    remembered: dict[tuple[object, ...], tuple[object, Any]] = {}

    def split_first_line(text: str, style: object, context: object, *rest: object, **named: object) -> Any:  # noqa: ANN401
        key = (text, id(style), rest, *named.items())
        if key not in remembered:  # the style is kept too, so that no other can get its id
            remembered[key] = style, made[0](text, style, context, *rest, **named)
        return remembered[key][1]

    inline.split_first_line = preferred.split_first_line = split_first_line
    try:
        yield
    finally:
        inline.split_first_line, preferred.split_first_line = made
