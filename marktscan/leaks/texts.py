"""Every text in a finished file, whatever kind of file it is, and in every file inside it."""

import codecs
import io
import zipfile
from collections.abc import Iterator
from functools import lru_cache

from marktscan.leaks.html_texts import html_texts, inside
from marktscan.leaks.pdf_objects import UnsearchableError, items
from marktscan.leaks.pdf_texts import attachments, pdf_texts
from marktscan.leaks.plain import unescaped

Found = tuple[str, str]
"""Where it stands, in Dutch, and the text."""
_DEEPEST = 3


def texts(name: str, content: bytes, depth: int = 0) -> Iterator[Found]:
    """The name of the file, then all that is in it; UnsearchableError when something cannot be opened."""
    if name:
        yield "de naam van het bestand", name
    if depth > _DEEPEST:
        raise UnsearchableError
    if content.startswith(b"%PDF"):
        found = items(content)
        yield from pdf_texts(content, found)
        yield from _within(attachments(found), depth)
    elif content.startswith(b"PK\x03\x04"):
        yield from _packed(content, depth)
    else:
        yield from _written(_letters(content), depth)


def _letters(content: bytes) -> str:
    """What is written; UnsearchableError for what is no text, as a packed file."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return unescaped(content.decode("utf-16", "replace"))
    if b"\0" in content:
        raise UnsearchableError
    return unescaped(content.decode("utf-8", "replace"))


def _written(text: str, depth: int) -> Iterator[Found]:
    if text.lstrip("\ufeff \t\r\n")[:1] == "<":
        yield from html_texts(text)
        yield from _within(inside(text), depth)
    else:
        yield "de tekst", text


def _within(contents: Iterator[bytes], depth: int) -> Iterator[Found]:
    for content in contents:
        yield from ((f"een bijlage: {place}", text) for place, text in texts("", content, depth + 1))


def _packed(content: bytes, depth: int) -> Iterator[Found]:
    """A workbook, or another file that holds files."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as pack:
            for member in pack.namelist():
                inside_it = _member(member, pack.read(member), depth + 1)
                yield from ((f"{member}: {place}", text) for place, text in inside_it)
    except (zipfile.BadZipFile, RuntimeError) as error:
        raise UnsearchableError from error


@lru_cache(maxsize=128)
def _member(name: str, content: bytes, depth: int) -> tuple[Found, ...]:
    """What is in a file that holds nothing else; workbooks of one kind share most of theirs."""
    return tuple(texts(name, content, depth))
