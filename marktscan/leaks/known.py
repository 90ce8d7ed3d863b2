"""What a reader may see in any case: the words and numbers that are therefore no leak."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from marktscan.leaks.plain import squashed, words

_KINDS = (".py", ".toml", ".html", ".css", ".js", ".txt", ".md")


@dataclass(frozen=True, slots=True)
class Said:
    """Texts in the two forms that are asked for: their words, and the letters of each in a row."""

    words: frozenset[str] = frozenset()
    letters: tuple[str, ...] = ()

    def says(self, letters: str) -> bool:
        """Whether these letters stand in a row in any of the texts."""
        return any(_is_in(letters, those) for those in self.letters)


@cache
def _is_in(letters: str, those: str) -> bool:
    """Many readers ask the same of what the program says itself."""
    return letters in those


NOTHING_SAID = Said()


def said(texts: Iterable[str]) -> Said:
    """These texts together; the end of one and the beginning of the next make no word."""
    parts = tuple(texts)
    return Said(words("\n".join(parts)), ("|".join(map(squashed, parts)),))


def said_in(folders: Iterable[Path]) -> Said:
    """What the files of the program in these folders say."""
    files = (path for folder in folders for path in sorted(folder.rglob("*")))
    return said(path.read_text(encoding="utf-8") for path in files if path.suffix in _KINDS)


def joined(one: Said, other: Said) -> Said:
    """What is in either."""
    return Said(one.words | other.words, (*one.letters, *other.letters))
