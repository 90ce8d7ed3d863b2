"""Words that give a text away by themselves: names of products, places and people, and codes."""

import re
from collections.abc import Iterator
from functools import cache

from marktscan.leaks.plain import plain, visible

_WORD = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*")
_PART = re.compile(r"[^\W\d_]+")
_BEGINS_A_SENTENCE = re.compile(r"(?:^|[.!?:;\n•–(\"'‘“])\s*$")
_CELL = re.compile(r"[A-Z]{1,2}\d{1,5}")
_SHORTEST = 4
_LANDS = re.compile(r"(?:nederland|duits|belg|vlaam|vlaanderen|engel|europ|fran[sk])\w*")
"""Lands and languages have a capital in Dutch and are nobody's secret."""


@cache
def names_in(text: str) -> frozenset[str]:
    """Words with a capital that no sentence asked for, in small letters: "Wij gebruiken Kroonsluis."."""
    return frozenset(_names_in(text))


def _names_in(text: str) -> Iterator[str]:
    seen = visible(text)
    for found in _WORD.finditer(seen):
        written = found[0]
        if written.isalpha() and written.islower():
            continue
        if _is_code(written):
            yield plain(written)
        elif not any(map(str.isdigit, written)):
            opens = _BEGINS_A_SENTENCE.search(seen[max(found.start() - 4, 0) : found.start()]) is not None
            yield from _names(written, opens=opens)


@cache
def only_word(text: str) -> str:
    """The one word that a text consists of, as written, when it begins with a capital; else nothing."""
    bare = visible(text).strip(" .\n")
    return bare if bare.isalpha() and bare[:1].isupper() and len(bare) >= _SHORTEST else ""


@cache
def small_words(text: str) -> frozenset[str]:
    """The words that somebody wrote in small letters: those are no names."""
    return frozenset(plain(word) for word in _PART.findall(visible(text)) if word.islower())


def _names(written: str, *, opens: bool) -> Iterator[str]:
    """The parts of a word that are a name; the first part of a sentence has its capital from that."""
    for place, part in enumerate(_PART.findall(written)):
        inner = any(map(str.isupper, part[1:]))
        if len(part) >= _SHORTEST and (inner or (part[:1].isupper() and not (opens and place == 0))):
            name = plain(part)
            yield from () if _LANDS.fullmatch(name) else (name,)


def _is_code(written: str) -> bool:
    """Letters and digits together, as in T-118; not a cell, which reports name all the time."""
    signs = [sign for sign in written if sign.isalnum()]
    mixed = any(map(str.isdigit, signs)) and any(map(str.isalpha, signs))
    return mixed and len(signs) >= _SHORTEST and not _CELL.fullmatch(written)
