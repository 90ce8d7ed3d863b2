"""Every text in a web page: what is seen, what is said of it, and what nobody sees."""

import base64
import binascii
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import unquote

from marktscan.leaks.places import DRAWING, HIDDEN, SAID, SCRIPT, SEEN
from marktscan.leaks.plain import with_address

Found = tuple[str, str]
_INLINE = frozenset({"a", "abbr", "b", "em", "i", "small", "span", "strong", "sub", "sup", "tspan", "wbr"})
_DATA = re.compile(r"data:([\w/+.-]*)[^,\"')\s]*?(;base64)?,([^\"')\s]*)")
_NO_TEXT = ("font/", "image/png", "image/jpeg", "image/gif", "image/webp", "application/font")


class _Page(HTMLParser):
    """Collects by place; words that a tag breaks stay whole."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, list[str]] = {SEEN: [], SAID: [], HIDDEN: [], SCRIPT: []}
        self._place = SEEN

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            self.found[SCRIPT if name in DRAWING else SAID].append(with_address(f"{value or ''}\n"))
        self._place = SCRIPT if tag in {"script", "style"} else SEEN
        if tag not in _INLINE:
            self.found[SEEN].append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._place = SEEN
        if tag not in _INLINE:
            self.found[SEEN].append("\n")

    def handle_data(self, data: str) -> None:
        self.found[self._place].append(data)

    def handle_comment(self, data: str) -> None:
        self.found[HIDDEN].append(f"{data}\n")

    def handle_decl(self, decl: str) -> None:
        self.found[HIDDEN].append(f"{decl}\n")

    def handle_pi(self, data: str) -> None:
        self.found[HIDDEN].append(f"{data}\n")

    def unknown_decl(self, data: str) -> None:
        self.found[HIDDEN].append(f"{data}\n")


def html_texts(html: str) -> Iterator[Found]:
    """All of them, without what is a font or a picture in so many letters."""
    page = _Page()
    page.feed(_DATA.sub("", html))
    page.close()
    yield from ((place, "".join(texts)) for place, texts in page.found.items())


def inside(html: str) -> Iterator[bytes]:
    """What a page carries along in addresses that are data."""
    for kind, coded, content in _DATA.findall(html):
        if not kind.startswith(_NO_TEXT):
            try:
                yield base64.b64decode(content, validate=True) if coded else unquote(content).encode()
            except binascii.Error:
                yield content.encode()
