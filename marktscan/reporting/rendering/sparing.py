"""Work that WeasyPrint does for any document and a report does not need.

All of it is left out with the same bytes. Every element gets five styles for notes that no report has,
every page twelve for margins that stay empty. All boxes of a document stay alive, so collecting garbage finds
none. What comes back is worked out once.
"""

import atexit
import gc
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import tinycss2
from tinyhtml5 import inputstream
from weasyprint import CSS, HTML
from weasyprint.html import UA

from marktscan.assets import templates
from marktscan.reporting.rendering.objects import made_once
from marktscan.reporting.rendering.remembering import worked_out_once
from marktscan.reporting.rendering.replacing import replaced

_OF_EVERY_ELEMENT = re.compile(r"^::(?:footnote|note)-[\w-]+ \{[^}]*\}$", re.MULTILINE)
"""Rules of WeasyPrint's own style sheet for notes, which reports do not have."""
_IN_THE_MARGIN = re.compile(r"^  (@(?:top|right|bottom|left)-[a-z-]+) +\{[^}]*\}\n", re.MULTILINE)
"""Its rules for the sixteen places in the margin of a page, of which reports use four."""


class Page(HTML):  # type: ignore[misc]
    """The HTML of a report, with a style sheet of the browser that knows no notes and no empty margins."""

    def _ua_stylesheets(self, forms: bool = False) -> list[Any]:
        inside = (style.text or "" for style in self.etree_element.iter("style"))
        styles = "".join((_own_styles(), *inside))
        used = frozenset(name for name in _IN_THE_MARGIN.findall(UA) if name in styles)
        usual: list[Any] = super()._ua_stylesheets(forms)
        return usual if forms else [_browser_styles(used)]


@cache
def _own_styles() -> str:
    return "".join(sheet.read_text(encoding="utf-8") for sheet in sorted(templates().glob("css/*.css")))


@cache
def _browser_styles(used: frozenset[str]) -> CSS:
    kept = _IN_THE_MARGIN.sub(lambda rule: rule[0] if rule[1] in used else "", UA)
    return CSS(string=_OF_EVERY_ELEMENT.sub("", kept).replace("\n::marker", "\nli::marker"))


class _Expressions(dict[tuple[Any, bool], re.Pattern[str]]):
    """Runs of characters, or of others: tinyhtml5 means to keep them, but makes them anew at every word."""

    def __missing__(self, wanted: tuple[Any, bool]) -> re.Pattern[str]:
        characters, these = wanted
        listed = "".join(map(re.escape, sorted(characters)))
        found = self[wanted] = re.compile(f"[{'' if these else '^'}{listed}]+")
        return found


def _attributes_read_once() -> Callable[..., Any]:
    """Elements share a style when their declarations are the same objects: equal attributes are read once."""
    made = tinycss2.parse_blocks_contents
    remembered: dict[str, Any] = {}

    def contents(css: Any, *rest: object, **named: object) -> Any:  # noqa: ANN401 (untyped there)
        if not isinstance(css, str) or rest or named:
            return made(css, *rest, **named)
        if css not in remembered:
            remembered[css] = made(css)
        return remembered[css]

    return contents


@contextmanager
def without_needless_work() -> Iterator[None]:
    """While a document is rendered and written."""
    expressions = replaced(inputstream, "characters_until_regex", _Expressions())
    declarations = replaced(tinycss2, "parse_blocks_contents", _attributes_read_once())
    with _without_collection(), expressions, declarations, worked_out_once(), made_once():
        yield


@contextmanager
def _without_collection() -> Iterator[None]:
    """What is left of a document is collected when the next one comes; the last is left to the system."""
    _leave_the_rest_to_the_system()
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if collecting:
            gc.enable()


@cache
def _leave_the_rest_to_the_system() -> None:
    """At the end of the program its memory goes all at once: nothing has to be taken apart first."""
    atexit.register(gc.freeze)
