"""Every text in a web page: what is seen, what is said of it, and what nobody sees."""

import base64
import binascii
import re
from collections.abc import Iterator
from copy import copy
from functools import lru_cache
from html.parser import HTMLParser
from urllib.parse import unquote

from marktscan.leaks.places import DRAWING, HIDDEN, RECORD, SAID, SCRIPT, SEEN
from marktscan.leaks.plain import with_address

Found = tuple[str, str]
_INLINE = frozenset({"a", "abbr", "b", "em", "i", "small", "span", "strong", "sub", "sup", "tspan", "wbr"})
_DATA = re.compile(r"data:([\w/+.-]*)[^,\"')\s]*?(;base64)?,([^\"')\s]*)", re.IGNORECASE)
_DRAWN_BY_STYLE = re.compile(r"content\s*:\s*(\"[^\"]*\"|'[^']*')", re.IGNORECASE)
_IN_STYLE = re.compile(r"\\([0-9a-fA-F]{1,6})\s?")
_LAST = 0x10FFFF
_END_OF_CELLS = "</sheetData>"
_NO_TEXT = ("font/", "image/png", "image/jpeg", "image/gif", "image/webp", "application/font")


class _Page(HTMLParser):
    """Collects by place; words that a tag breaks stay whole."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, list[str]] = {SEEN: [], SAID: [], HIDDEN: [], SCRIPT: [], RECORD: []}
        self.called: set[str] = set()
        self._place = SEEN

    def copy(self) -> "_Page":
        """One that goes on where this one is."""
        page = copy(self)
        page.found = {place: list(texts) for place, texts in self.found.items()}
        page.called = set(self.called)
        return page

    def updatepos(self, i: int, j: int) -> int:
        """Lines are not counted: nobody asks on which one something stands."""
        del i
        return j

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.called.update((tag, *(name for name, _ in attrs)))
        for name, value in attrs:
            self.found[SCRIPT if name in DRAWING else SAID].append(with_address(f"{value or ''}\n"))
        self._place = _place_of(tag, dict(attrs).get("type"))
        if tag not in _INLINE:
            self.found[SEEN].append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.called.add(tag)
        self._place = SEEN
        if tag not in _INLINE:
            self.found[SEEN].append("\n")

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "style":
            data = _IN_STYLE.sub(_meant, data)
            self.found[SEEN].extend(f"{text}\n" for text in _DRAWN_BY_STYLE.findall(data))
        self.found[self._place].append(data)

    def handle_comment(self, data: str) -> None:
        self.found[HIDDEN].append(f"{data}\n")

    def handle_decl(self, decl: str) -> None:
        self.found[HIDDEN].append(f"{decl}\n")

    def handle_pi(self, data: str) -> None:
        self.found[HIDDEN].append(f"{data}\n")

    def unknown_decl(self, data: str) -> None:
        self.found[HIDDEN].append(f"{data}\n")


def _place_of(tag: str, kind: str | None) -> str:
    """Where what stands in this element belongs: what is read as data is no program."""
    if tag == "script" and "json" in (kind or ""):
        return RECORD
    return SCRIPT if tag in {"script", "style"} else SEEN


def html_texts(html: str) -> Iterator[Found]:
    """All of them, without what is a font or a picture in so many letters."""
    cells, end, rest = (_DATA.sub("", html) if _has_data(html) else html).rpartition(_END_OF_CELLS)
    page = _begun(f"{cells}{end}").copy() if end else _Page()
    page.feed(rest)
    page.close()
    page.found[SCRIPT].extend(f"\n{name}" for name in sorted(page.called))
    yield from ((place, "".join(texts)) for place, texts in page.found.items())


@lru_cache(maxsize=32)
def _begun(html: str) -> _Page:
    """Read until here: sheets for many people differ in what stands behind their cells."""
    page = _Page()
    page.feed(html)
    return page


def _has_data(html: str) -> bool:
    return "data:" in html.lower()


def _meant(found: re.Match[str]) -> str:
    """An escape in a style: "\\5a" is a Z."""
    code = int(found[1], 16)
    return chr(code) if code <= _LAST else found[0]


def inside(html: str) -> Iterator[bytes]:
    """What a page carries along in addresses that are data."""
    for kind, coded, content in _DATA.findall(html) if _has_data(html) else ():
        if not kind.lower().startswith(_NO_TEXT):
            yield _decoded(unquote(content)) if coded else unquote(content).encode()


def _decoded(content: str) -> bytes:
    try:
        return base64.b64decode(content + "=" * (-len(content) % 4), validate=True)
    except binascii.Error:
        return content.encode()
