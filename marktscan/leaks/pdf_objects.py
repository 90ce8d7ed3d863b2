"""A PDF taken apart without the library that wrote it: its objects, with their streams inflated."""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

_HEAD = re.compile(rb"(\d+)\s+\d+\s+obj\b")
_STREAM = re.compile(rb"\bstream\r?\n|\bendobj\b")
_LENGTH = re.compile(rb"/Length\s+(\d+)(?!\s+\d+\s+R)")
_NUMBER = re.compile(rb"\d+")
_UNREADABLE = re.compile(
    rb"/(?:LZWDecode|ASCII85Decode|ASCIIHexDecode|RunLengthDecode|Crypt|LZW|A85|AHx|RL)\b"
)
"""Ways to write a stream that are not undone here; no report is written so."""
_LINE_END = len(b"\r\nendstream")
_CALLED = re.compile(rb"/([^\s/<>\[\](){}%]+)")
_CODED = re.compile(rb"#([0-9A-Fa-f]{2})")


class UnsearchableError(Exception):
    """A file that cannot be searched, and so must not be delivered."""


@dataclass(frozen=True, slots=True)
class Item:
    """One object: the words of its dictionary, and its stream (empty without one)."""

    words: bytes
    stream: bytes = b""

    def is_a(self, name: bytes) -> bool:
        """Whether its /Type is this."""
        named = b"/" + name
        return named in self.words and re.search(rb"/Type\s*" + named + rb"\b", self.words) is not None

    def names(self, key: bytes) -> list[int]:
        """The numbers of the objects a key refers to, one or a list."""
        found = re.search(rb"/" + key + rb"\s*(\[[^\]]*\]|\d+\s+\d+\s+R)", self.words)
        return [int(number) for number in re.findall(rb"(\d+)\s+\d+\s+R", found[1])] if found else []


def items(data: bytes) -> dict[int, Item]:
    """All objects by number; UnsearchableError when there is none, or when anything cannot be read.

    Nor may an object stand there twice: of the earlier one nothing would be read.
    """
    listed = tuple(_items(data))
    found = dict(listed)
    if len(found) < len(listed):
        raise UnsearchableError
    for item in list(found.values()):
        if item.is_a(b"ObjStm"):
            found.update(_inside(item))
    unread = any(item.stream and _UNREADABLE.search(item.words) for item in found.values())
    if unread or b"/Encrypt" in data[-4096:] or not any(item.is_a(b"Page") for item in found.values()):
        raise UnsearchableError
    return found


def between(data: bytes) -> bytes:
    """Everything that is in no stream: dictionaries, and whatever else somebody put there."""
    return re.sub(rb"\bstream\r?\n.*?endstream\b", b"", data, flags=re.DOTALL)


def called(words: bytes) -> Iterator[str]:
    """What things inside a file are called, as "/Sans" in "/BaseFont /Sans", each once."""
    for name in sorted(set(_CALLED.findall(words))):
        yield "/" + _CODED.sub(lambda code: bytes.fromhex(code[1].decode()), name).decode("utf-8", "replace")


def _items(data: bytes) -> Iterator[tuple[int, Item]]:
    place = 0
    while head := _HEAD.search(data, place):
        end = _STREAM.search(data, head.end())
        if end is None:
            return
        words, place = data[head.end() : end.start()], end.end()
        stream = b""
        if end[0].startswith(b"stream"):
            stream, place = _stream(data, words, end.end())
        yield int(head[1]), Item(words, stream)


def _stream(data: bytes, words: bytes, start: int) -> tuple[bytes, int]:
    """The stream that begins here, inflated, and where it ends; UnsearchableError for what comes after it."""
    length = _LENGTH.search(words)
    end = start + int(length[1]) if length else data.find(b"endstream", start)
    raw = data[start : end if end >= 0 else len(data)]
    if length and not data[end : end + _LINE_END].lstrip().startswith(b"endstream"):
        raise UnsearchableError
    return (_inflated(raw) if b"FlateDecode" in words else raw), start + len(raw)


def _inflated(raw: bytes) -> bytes:
    unpacking = zlib.decompressobj()
    try:
        content = unpacking.decompress(raw)
    except zlib.error:
        return raw
    if unpacking.unused_data.strip():
        raise UnsearchableError
    return content


def _inside(holder: Item) -> Iterator[tuple[int, Item]]:
    """The objects within one object stream."""
    first = re.search(rb"/First\s+(\d+)", holder.words)
    if first is None:
        return
    start = int(first[1])
    numbers = [int(number) for number in _NUMBER.findall(holder.stream[:start])]
    places = [*numbers[1::2], len(holder.stream) - start]
    for number, begin, end in zip(numbers[::2], places, places[1:], strict=False):
        yield number, Item(holder.stream[start + begin : start + end])
