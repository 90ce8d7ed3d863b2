"""Texts without what writing may add or take away: case, accents, ligatures, spaces and hyphens."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property
from urllib.parse import unquote

_INVISIBLE = re.compile("[\N{SOFT HYPHEN}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_ACCENTS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")
_NOT_A_SIGN = re.compile(r"[\W_]+")
_WORD = re.compile(r"[^\W_]+")
_ESCAPED = re.compile(r"\\u\{?([0-9a-fA-F]{4,6})\}|\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})")
_LAST = 0x10FFFF
BEGINS, ENDS = r"(?<![^\W_])", r"(?![^\W_])"
"""Where no letter or digit stands before, and where none comes after."""


def without_marks(text: str) -> str:
    """The text without what nobody sees, as soft hyphens and spaces of no width."""
    return text if text.isascii() else _INVISIBLE.sub("", text)


def folded(text: str) -> str:
    """The text in small letters, one for one: those that a pattern that ignores case takes for the same."""
    if text.isascii():
        return text.lower()
    return text.replace("İ", "i").lower().replace("ı", "i").replace("ſ", "s")


def visible(text: str) -> str:
    """The text as it is seen, accents as one with their letter; "ﬁets" becomes "fiets"."""
    return text if text.isascii() else unicodedata.normalize("NFKC", without_marks(text))


def plain(text: str) -> str:
    """The text in small letters without accents; "Ĳssel‑ﬁets" becomes "ijssel-fiets"."""
    if text.isascii():
        return text.lower()
    parted = unicodedata.normalize("NFKD", without_marks(text)).casefold()
    return _ACCENTS.sub("", parted)


def squashed(text: str) -> str:
    """Only the letters and digits of the plain text, so that no line end can hide a word."""
    return _NOT_A_SIGN.sub("", plain(text))


letters_of = cache(squashed)
"""The same for the text of a cell, which is asked for again for every reader."""


@dataclass(frozen=True)
class Read:
    """One text, in each form in which something is searched in it; each made once."""

    text: str

    @cached_property
    def plain(self) -> str:
        """In small letters without accents."""
        return plain(self.text)

    @cached_property
    def letters(self) -> str:
        """Letters and digits only."""
        return _NOT_A_SIGN.sub("", self.plain)

    @cached_property
    def lines(self) -> frozenset[str]:
        """Letters and digits of each line."""
        return frozenset(map(squashed, self.text.splitlines()))

    @cached_property
    def visible(self) -> str:
        """As it is seen."""
        return visible(self.text)


def words(text: str) -> frozenset[str]:
    """The plain words of a text, each once."""
    return frozenset(_WORD.findall(plain(text)))


words_in = cache(words)
"""The same for the text of a cell, which is asked for again for every reader."""


def unescaped(text: str) -> str:
    """The text with the escapes of JSON and scripts turned into what they stand for."""
    return _ESCAPED.sub(_meant, text)


def _meant(found: re.Match[str]) -> str:
    code = int(found[1] or found[2] or found[3], 16)
    return chr(code) if code <= _LAST else found[0]


def with_address(text: str) -> str:
    """The text, and where it is written as addresses are ("piet%40polder.nl") also what that stands for.

    An address within an address is written so twice.
    """
    return f"{text}\n{unquote(text)}\n{unquote(unquote(text))}" if "%" in text else text
