"""Every text in a PDF: what stands on each page, and what is said of pictures, links and the document."""

import re
import struct
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from marktscan.leaks.pdf_objects import Item, between, called
from marktscan.leaks.places import DATA, RAW, XMP
from marktscan.leaks.plain import with_address

Found = tuple[str, str]
"""Where it stands, in Dutch, and the text."""
_QUOTED, _HEXED = rb"(?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*", rb"[0-9A-Fa-f\s]+"
_SAID = re.compile(rb"\(" + _QUOTED + rb"\)|<(?<!<<)" + _HEXED + rb">", re.DOTALL)
_DRAWN = re.compile(
    rb"/(?P<font>\S+)\s+(?P<size>[\d.]+)\s+Tf|\[(?P<row>[^\[\]()]*)\]\s*TJ|"
    rb"\((?P<quoted>" + _QUOTED + rb")\)|<(?<!<<)(?P<hexed>" + _HEXED + rb")>|"
    rb"T(?:(?P<at>m)\b|\*|(?<=\bT)[dD]\b)|'",
    re.DOTALL,
)
"""What draws text or moves to another place; each begins with a sign, in no group: so it is found fast."""
_PLACE = re.compile(rb"-?(?:\d+\.?\d*|\.\d+)")
_ASIDE = re.compile(rb"(?m)^\s*%.*$")
_READ = re.compile(rb"/Type\s*/(?:ObjStm|XRef|Metadata|EmbeddedFile)\b|/Subtype\s*/Image\b")
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>")
_FONT = re.compile(rb"/([^\s/<>\[\]()]+)\s+(\d+)\s+\d+\s+R")
_PAIRS = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f\s]+)>")
_RANGES = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(<[0-9A-Fa-f\s]+>|\[[^\]]*\])")
_ESCAPES = re.compile(rb"\\(?:([0-7]{1,3})|(\r?\n)|(.))", re.DOTALL)
_ONE_BYTE = 0xFF
_BOM = b"\xfe\xff"
_LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_PLACES = {
    b"Alt": "een tekst voor schermlezers",
    b"ActualText": "een tekst voor schermlezers",
    b"Title": "een bladwijzer of de titel",
    b"Contents": "een omschrijving van een koppeling",
    b"URI": "een koppeling",
    b"F": "de naam van een bijlage",
    b"UF": "de naam van een bijlage",
}


@dataclass(frozen=True, eq=False, slots=True)
class _Font:
    """Which text each glyph stands for, and whether a glyph takes two bytes."""

    letters: Mapping[int, str]
    wide: bool


def pdf_texts(data: bytes, found: Mapping[int, Item]) -> Iterator[Found]:
    """All of them, in a file and its objects."""
    yield from _pages(found)
    words = b"\n".join(item.words for item in found.values())
    said: dict[str, list[str]] = defaultdict(list)
    for key, raw in _strings(words):
        said[_PLACES.get(key, DATA)].append(with_address(_decoded(raw)))
    yield from ((place, "\n".join(texts)) for place, texts in said.items())
    for item in found.values():
        if item.is_a(b"Metadata"):
            yield XMP, item.stream.decode("utf-8", "replace")
    yield RAW, "\n".join((between(data).decode("latin-1"), *called(words), *_loose(found)))


def _strings(words: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Every string, with the name before it when there is one: "/Alt (Een plaatje.)"."""
    last = 0
    for found in _SAID.finditer(words):
        yield words[last : found.start()].rstrip().rpartition(b"/")[2], found[0]
        last = found.end()


def attachments(found: Mapping[int, Item]) -> Iterator[bytes]:
    """The contents of every file inside a PDF."""
    return (item.stream for item in found.values() if item.is_a(b"EmbeddedFile"))


def _loose(found: Mapping[int, Item]) -> Iterator[str]:
    """Every other stream that is written in letters: programs, and what nobody asked for."""
    drawn = {number for item in found.values() if item.is_a(b"Page") for number in item.names(b"Contents")}
    for number, item in found.items():
        if number in drawn:
            aside = _ASIDE.findall(item.stream) if b"%" in item.stream else ()
            yield from (line.decode("latin-1") for line in aside)
        elif item.stream and b"\0" not in item.stream and not _READ.search(item.words):
            yield item.stream.decode("latin-1")


def _pages(found: Mapping[int, Item]) -> Iterator[Found]:
    """What is drawn, page by page; what is drawn outside a page's own content comes after it."""
    for place, number in enumerate(_in_order(found), start=1):
        page = found[number]
        fonts = _fonts(found, page)
        content = b"\n".join(found[n].stream for n in page.names(b"Contents") if n in found)
        yield f"bladzijde {place}", _drawn(content, fonts)
    for item in found.values():
        if item.stream and re.search(rb"/Subtype\s*/Form\b|/PatternType\s+1\b", item.words):
            yield "een tekening", _drawn(item.stream, _fonts(found, item))


def _in_order(found: Mapping[int, Item]) -> list[int]:
    """The numbers of the pages, first to last."""
    roots = [n for n, item in found.items() if item.is_a(b"Pages") and b"/Parent" not in item.words]
    ordered, left = [], roots
    while left:
        number, *left = left
        item = found.get(number)
        if item is not None and item.is_a(b"Pages"):
            left = [*item.names(b"Kids"), *left]
        elif item is not None:
            ordered.append(number)
    return ordered or [number for number, item in found.items() if item.is_a(b"Page")]


def _fonts(found: Mapping[int, Item], holder: Item) -> dict[bytes, _Font]:
    """The fonts by the name a page calls them: resources may be its own, shared, or its parent's."""
    resources = [found[n] for n in holder.names(b"Resources") if n in found] or [holder]
    named: dict[bytes, _Font] = {}
    for item in resources:
        words = [item.words, *(found[n].words for n in item.names(b"Font") if n in found)]
        for name, number in (pair for text in words for pair in _FONT.findall(text)):
            font = found.get(int(number))
            if font is not None and b"/ToUnicode" in font.words:
                named[name] = _glyphs(found, font)
    parents = [found[n] for n in holder.names(b"Parent") if n in found]
    return named or (_fonts(found, parents[0]) if parents and not holder.is_a(b"Form") else {})


def _glyphs(found: Mapping[int, Item], font: Item) -> _Font:
    """Which text each glyph of a font stands for."""
    return _table(b"".join(found[n].stream for n in font.names(b"ToUnicode") if n in found))


@lru_cache(maxsize=64)
def _table(written: bytes) -> _Font:
    """The same, from how it is written; every page asks for the same few."""
    made: dict[int, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", written, re.DOTALL):
        made.update({int(code, 16): _utf16(text) for code, text in _PAIRS.findall(block)})
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", written, re.DOTALL):
        for low, high, texts in _RANGES.findall(block):
            made.update(_range(int(low, 16), int(high, 16), texts))
    return _Font(made, wide=max(made, default=0) > _ONE_BYTE)


def _range(low: int, high: int, texts: bytes) -> Iterator[tuple[int, str]]:
    given = [_utf16(text) for text in re.findall(rb"<([0-9A-Fa-f\s]+)>", texts)]
    if texts.startswith(b"["):
        yield from zip(range(low, high + 1), given, strict=False)
    elif given and given[0]:
        head, last = given[0][:-1], ord(given[0][-1])
        yield from ((low + n, f"{head}{chr(last + n)}") for n in range(high - low + 1))


def _utf16(digits: bytes) -> str:
    return bytes.fromhex(digits.decode("ascii")).decode("utf-16-be", "replace")


def _drawn(content: bytes, fonts: Mapping[bytes, _Font]) -> str:
    """The text of a content stream, a line for each place where drawing begins anew.

    A picture places every letter by itself: those that stand close together are one word.
    """
    font: _Font | None = None
    parts: list[str] = []
    size, at, last = 0.0, (0.0, 0.0), 0
    for found in _DRAWN.finditer(content):
        kind = found.lastgroup
        if kind == "size":
            font, size = fonts.get(found["font"]), float(found["size"])
        elif kind == "row" and found["row"]:
            parts.append(_row(found["row"], font))
        elif kind in {"quoted", "hexed"}:
            parts.append(_shown(found[0], font))
        elif kind == "at":
            if place := _place(content[last : found.start()]):
                before, at = at, place
                close = at[1] == before[1] and 0 < at[0] - before[0] <= size
                parts.append("" if close and parts and len(parts[-1]) == 1 else "\n")
        else:
            parts.append("\n")
        last = found.end()
    return "".join(parts)


def _place(before: bytes) -> tuple[float, float] | None:
    """The two numbers that end here."""
    numbers = before.rsplit(None, 2)[-2:]
    return (float(numbers[0]), float(numbers[1])) if all(map(_PLACE.fullmatch, numbers)) else None


@lru_cache(maxsize=16_384)
def _row(raw: bytes, font: _Font | None) -> str:
    """A row of drawn strings with room between them; many cells of a table hold the same."""
    return _shown(b"<%b>" % b"".join(_HEX.findall(raw)), font)


def _shown(raw: bytes, font: _Font | None) -> str:
    """A drawn string: by its font's table, two bytes a glyph where the table needs them, else as it is.

    What is said of drawn letters for who listens stands among them, and is text already.
    """
    codes = _bytes_of(raw)
    if codes.startswith(_BOM):
        return _decoded(raw)
    if font is None:
        return codes.decode("latin-1")
    pairs = len(codes) // 2
    numbers = struct.unpack_from(f">{pairs}H", codes) if font.wide else codes
    return "".join([font.letters.get(number, "") for number in numbers])


def _decoded(raw: bytes) -> str:
    """A string outside the pages."""
    codes = _bytes_of(raw)
    return codes[2:].decode("utf-16-be", "replace") if codes.startswith(_BOM) else _eight_bits(codes)


def _eight_bits(codes: bytes) -> str:
    try:
        return codes.decode("utf-8")
    except UnicodeDecodeError:
        return codes.decode("latin-1")


def _bytes_of(raw: bytes) -> bytes:
    if raw.startswith(b"<"):
        digits = b"".join(raw[1:-1].split())
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    return _ESCAPES.sub(_unescaped, raw[1:-1]) if b"\\" in raw else raw[1:-1]


def _unescaped(found: re.Match[bytes]) -> bytes:
    if found[1]:
        return bytes([int(found[1], 8) & 0xFF])
    return b"" if found[2] else _LETTERS.get(found[3], found[3])
