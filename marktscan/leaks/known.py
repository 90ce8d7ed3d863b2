"""What a reader may see in any case: the words and numbers that are therefore no leak."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from marktscan.leaks.plain import letters_of, words_in
from marktscan.leaks.sought import Sought

_KINDS = (".py", ".toml", ".html", ".css", ".js", ".txt", ".md")


@dataclass(frozen=True, slots=True)
class Said:
    """Texts in the two forms that are asked for: their words, and the letters of each in a row."""

    words: frozenset[str] = frozenset()
    letters: tuple[str, ...] = ()

    def says(self, sought: Sought) -> frozenset[str]:
        """Those rows of letters that stand in any of the texts."""
        return frozenset[str]().union(*map(sought.within, self.letters))


NOTHING_SAID = Said()


def said(texts: Iterable[str]) -> Said:
    """These texts together; the end of one and the beginning of the next make no word."""
    parts = dict.fromkeys(texts)
    return Said(frozenset[str]().union(*map(words_in, parts)), ("|".join(map(letters_of, parts)),))


def said_in(folders: Iterable[Path]) -> Said:
    """What the files of the program in these folders say."""
    files = (path for folder in folders for path in sorted(folder.rglob("*")))
    return said(path.read_text(encoding="utf-8") for path in files if path.suffix in _KINDS)


def joined(*those: Said) -> Said:
    """What is in any of them."""
    words = frozenset[str]().union(*(one.words for one in those))
    return Said(words, tuple(letters for one in those for letters in one.letters))
