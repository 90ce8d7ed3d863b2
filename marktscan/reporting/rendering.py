"""Work that WeasyPrint does for any document and a report does not need.

All of it is left out with the same bytes, but for files that are squeezed less.

All boxes of a document stay alive, so collecting garbage finds none. The list of all pages is made anew at
every tag. Every element gets five styles for notes that no report has. Two in five lines were broken before,
nearly all line heights and widths were worked out before: the same few styles come back in every row.
"""

import atexit
import gc
import re
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from operator import attrgetter
from types import SimpleNamespace
from typing import Any

import pydyf
from pydyf import PDF
from weasyprint import CSS, HTML
from weasyprint.html import UA
from weasyprint.layout.percent import resolve_percentages
from weasyprint.text.line_break import split_first_line, strut

_OF_EVERY_ELEMENT = re.compile(r"^::(?:footnote|note)-[\w-]+ \{[^}]*\}$", re.MULTILINE)
"""Rules of WeasyPrint's own style sheet for notes, which reports do not have."""
_LEVEL = 6
"""How hard a file is squeezed: level 9 takes five times as long and leaves a file 5 % smaller."""
_SIDES = "top", "right", "bottom", "left"
_BORDERS = tuple(f"border_{side}_width" for side in _SIDES)
_LENGTHS = (
    *(f"{kind}_{side}" for kind in ("margin", "padding") for side in _SIDES),
    *(f"{limit}{axis}" for limit in ("", "min_", "max_") for axis in ("width", "height")),
)
_borders_of = attrgetter(*_BORDERS)


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
    with (
        _without_collection(),
        _with_pages_counted_once(),
        _replaced(split_first_line, _once_per_line()),
        _replaced(strut, _once_per_style()),
        _replaced(resolve_percentages, _lengths_once()),
    ):
        yield


@contextmanager
def squeezed_less() -> Iterator[None]:
    """While a document is written; pydyf knows one level only."""
    pydyf.zlib = SimpleNamespace(compressobj=lambda level: zlib.compressobj(min(level, _LEVEL)))
    try:
        yield
    finally:
        pydyf.zlib = zlib


@contextmanager
def _without_collection() -> Iterator[None]:
    _leave_the_rest_to_the_system()
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@cache
def _leave_the_rest_to_the_system() -> None:
    """At the end of the program its memory goes all at once: nothing has to be taken apart first."""
    atexit.register(gc.freeze)


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
def _replaced(made: Callable[..., Any], by: Callable[..., Any]) -> Iterator[None]:
    """Another function for every module of the layout that calls this one."""
    name = made.__name__
    users = [
        module
        for of, module in sys.modules.items()
        if of.startswith("weasyprint.layout.") and vars(module).get(name) is made
    ]
    for module in users:
        setattr(module, name, by)
    try:
        yield
    finally:
        for module in users:
            setattr(module, name, made)


def _once_per_line() -> Callable[..., Any]:
    """Remember the first line of a text in a style and a width: columns are full of the same words."""
    remembered: dict[tuple[object, ...], tuple[object, Any]] = {}

    def first_line(text: str, style: object, context: object, *rest: object, **named: object) -> Any:  # noqa: ANN401
        key = (text, id(style), rest, *named.items())
        if key not in remembered:  # the style is kept too, so that no other can get its id
            remembered[key] = style, split_first_line(text, style, context, *rest, **named)
        return remembered[key][1]

    return first_line


def _once_per_style() -> Callable[[object], tuple[float, float]]:
    """Remember the height of a line and its baseline: a key of fourteen properties is made at every word."""
    remembered: dict[int, tuple[object, tuple[float, float]]] = {}

    def height_and_baseline(style: object) -> tuple[float, float]:
        if id(style) not in remembered:
            remembered[id(style)] = style, strut(style)
        return remembered[id(style)][1]

    return height_and_baseline


def _lengths_once() -> Callable[[Any, Any], None]:
    """Remember the lengths of a style that has no percentages: they are the same in any containing block, but
    for borders that a table has settled before, cell by cell."""
    remembered: dict[int, tuple[object, dict[object, dict[str, Any]] | None]] = {}

    def lengths(box: Any, containing_block: Any) -> None:  # noqa: ANN401
        style, own = box.style, vars(box)
        if id(style) not in remembered:
            remembered[id(style)] = style, {} if _is_fixed(style) else None
        found = remembered[id(style)][1]
        if found is None:
            resolve_percentages(box, containing_block)
            return
        borders = _borders_of(box) if _BORDERS[0] in own else None
        if borders not in found:
            resolve_percentages(box, containing_block)
            found[borders] = {name: own[name] for name in (*_LENGTHS, *_BORDERS)}
        own.update(found[borders])

    return lengths


def _is_fixed(style: Any) -> bool:  # noqa: ANN401
    lengths = [style[name] for name in _LENGTHS]
    return all(each is None or each == "auto" or getattr(each, "unit", None) == "px" for each in lengths)
