"""Search one finished file for everything its reader may not have."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from marktscan.domain.source import Source
from marktscan.leaks.amounts import Amount, amounts
from marktscan.leaks.pdf_objects import UnsearchableError
from marktscan.leaks.plain import plain, squashed
from marktscan.leaks.secrets import LENGTH, Secrets
from marktscan.leaks.texts import texts

NAME, AMOUNT, TEXT, UNSEARCHABLE = "een naam", "een bedrag", "een tekst", "iets wat niet te doorzoeken is"
_LONG_NAME = 8
"""From so many letters a name is found inside other words too."""
_AROUND = 10
_BETWEEN = r"[^a-z0-9]*"


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """Something that may not be there: in which place of the file, what it is and the cell it comes from."""

    place: str
    what: str
    source: Source


def hits(secrets: Secrets, name: str, content: bytes) -> tuple[Hit, ...]:
    """Everything found, each place and cell once; a file that cannot be searched is a hit itself."""
    try:
        found = {hit for place, text in texts(name, content) for hit in _in_text(secrets, place, text)}
    except UnsearchableError:
        return (Hit("het bestand", UNSEARCHABLE, Source("")),)
    return tuple(sorted(found))


def _in_text(secrets: Secrets, place: str, text: str) -> Iterator[Hit]:
    letters = squashed(text)
    for source in _names(secrets, text, letters):
        yield Hit(place, NAME, source)
    for source in _amounts(secrets, text):
        yield Hit(place, AMOUNT, source)
    for source in _texts(secrets, letters):
        yield Hit(place, TEXT, source)


def _names(secrets: Secrets, text: str, letters: str) -> Iterator[Source]:
    for name, source in secrets.names.items():
        if not name.isalpha():
            if _exactly(name, text):
                yield source
        elif name in letters and _stands_there(name, text, letters, secrets.allowed):
            yield source


def _exactly(name: str, text: str) -> bool:
    """A name with a digit is searched as it is written: "Diemen 1" may be a row of a table."""
    joined = "[-_.]?".join(map(re.escape, re.split(r"[-_. ]+", plain(name))))
    return re.search(rf"(?<![a-z0-9]){joined}(?![a-z0-9])", plain(text)) is not None


def _stands_there(name: str, text: str, letters: str, allowed: str) -> bool:
    """Whether it stands there as a name, and not only in words the reader may read."""
    if len(name) < _LONG_NAME and not _as_word(name, text):
        return False
    return any(
        not _excused(letters, found.start(), found.end(), allowed) for found in re.finditer(name, letters)
    )


def _as_word(name: str, text: str) -> bool:
    return re.search(rf"(?<![a-z0-9]){_BETWEEN.join(name)}(?![a-z0-9])", plain(text)) is not None


def _excused(letters: str, start: int, end: int, allowed: str) -> bool:
    """Whether these letters, with those before or after them, stand in something the reader may read."""
    before, after = letters[max(start - _AROUND, 0) : end], letters[start : end + _AROUND]
    whole = f"|{letters[start:end]}|" in f"|{allowed}|"
    return whole or any(len(words) > end - start and words in allowed for words in (before, after))


def _amounts(secrets: Secrets, text: str) -> Iterator[Source]:
    if not secrets.amounts and not secrets.percentages:
        return
    ordered = sorted(secrets.amounts)
    values = [value for value, _ in ordered]
    for written in amounts(text):
        if not written.is_telling() or _is_known(written, secrets.known):
            continue
        if written.percent:
            if written.value in secrets.percentages:
                yield secrets.percentages[written.value]
        else:
            yield from _near(written, values, ordered)


def _is_known(written: Amount, known: frozenset[Decimal]) -> bool:
    return any(written.value == number for number in known)


def _near(written: Amount, values: list[Decimal], ordered: list[tuple[Decimal, Source]]) -> Iterator[Source]:
    """The secrets that, rounded as this was written, are this."""
    first = bisect_left(values, written.value - written.unit)
    for value, source in ordered[first:]:
        if value > written.value + written.unit:
            return
        if written.may_be(value):
            yield source


def _texts(secrets: Secrets, letters: str) -> Iterator[Source]:
    if not secrets.runs:
        return
    for place in range(max(len(letters) - LENGTH + 1, 0)):
        if (run := letters[place : place + LENGTH]) in secrets.runs:
            yield secrets.runs[run]
    yield from (source for run, source in secrets.runs.items() if len(run) < LENGTH and run in letters)
