"""The objects of a PDF file become bytes once, and quickly.

pydyf asks every object for its bytes twice, to write it and to give the file its name, and squeezes every
page for both; it makes the list of all pages anew at every tag; it squeezes as hard as can be.
"""

import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import wraps
from types import SimpleNamespace
from typing import Any

import pydyf
from pydyf import PDF, Array, Dictionary, Object, Stream

from marktscan.reporting.rendering.replacing import replaced

_LEVEL = 6
"""How hard a file is squeezed: level 9 takes five times as long and leaves a file 5 % smaller."""


@contextmanager
def squeezed_less() -> Iterator[None]:
    """While a document is written; pydyf knows one level only."""
    milder = SimpleNamespace(compressobj=lambda level: zlib.compressobj(min(level, _LEVEL)))
    with replaced(pydyf, "zlib", milder):
        yield


@contextmanager
def made_once() -> Iterator[None]:
    """While a document is drawn and written."""
    with ExitStack() as stack:
        for owner, name, by in (
            (PDF, "page_references", _pages_counted_once(PDF.page_references)),
            (PDF, "write", _objects_asked_once(PDF.write)),
            (pydyf, "_to_bytes", _plain_ones_first(pydyf._to_bytes)),
        ):
            stack.enter_context(replaced(owner, name, by))
        yield


def _pages_counted_once(made: property) -> property:
    remembered: dict[tuple[int, int], Any] = {}

    def page_references(pdf: PDF) -> Any:  # noqa: ANN401 (untyped there)
        key = id(pdf), len(pdf.pages["Kids"])
        if key not in remembered:
            remembered[key] = made.fget(pdf)  # type: ignore[misc]
        return remembered[key]

    return property(page_references)


def _objects_asked_once(made: Callable[..., None]) -> Callable[..., None]:
    """Writing a file, which changes no object that it has asked for its bytes."""

    @wraps(made)
    def write(pdf: PDF, *rest: object, **named: object) -> None:
        with ExitStack() as stack:
            for kind in (Array, Dictionary, Stream):
                stack.enter_context(replaced(kind, "data", _asked_once(kind.data)))
            made(pdf, *rest, **named)

    return write


def _asked_once(made: property) -> property:
    remembered: dict[int, bytes] = {}

    def data(item: Object) -> bytes:
        if item.number is None:  # part of another, and perhaps made for the moment
            return made.fget(item)  # type: ignore[misc, no-any-return]
        if item.number not in remembered:
            remembered[item.number] = made.fget(item)  # type: ignore[misc]
        return remembered[item.number]

    return property(data)


def _plain_ones_first(made: Callable[[Any], bytes]) -> Callable[[Any], bytes]:
    """The bytes of what most is made of, without asking what else it could be."""

    def to_bytes(item: Any) -> bytes:  # noqa: ANN401 (untyped there)
        if type(item) is bytes:
            return item
        return item.encode("ascii") if type(item) is str else made(item)

    return to_bytes
