"""Search one finished file for everything its reader may not have."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain
from operator import itemgetter

from marktscan.domain.source import Source
from marktscan.leaks.amounts import Amount, amounts, priced_as
from marktscan.leaks.contacts import contacts
from marktscan.leaks.pdf_objects import UnsearchableError
from marktscan.leaks.periods import periods
from marktscan.leaks.places import IN_EVERY_PDF, for_machines, is_data
from marktscan.leaks.plain import BEGINS, ENDS, plain, squashed, visible
from marktscan.leaks.secret_texts import LENGTH
from marktscan.leaks.secrets import Secrets
from marktscan.leaks.texts import texts

NAME, AMOUNT, TEXT, UNSEARCHABLE = "een naam", "een bedrag", "een tekst", "iets wat niet te doorzoeken is"
WORD, CONTACT, PERIOD = (
    "een woord of code",
    "een adres of telefoonnummer",
    "een beloofde datum",
)
_LONG_NAME = 8
"""From so many letters a name is found inside other words too."""
_SPACED = 4
"""From so many letters a name is found with spaces between its letters too."""
_AROUND = 10
_JOINT = r"[-.\s]*"
_NAME_IN_PDF = re.compile(r"/[A-Za-z0-9#.+-]+")
_BETWEEN, _ACROSS_LINES = r"[\W_]*", r"(?:-?[ \t]*\n[ \t]*|-)?"


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
    found: tuple[tuple[str, Iterator[Source]], ...] = (
        (NAME, _names(secrets, text, letters)),
        (AMOUNT, _amounts(secrets, text, machines=for_machines(place))),
        (TEXT, _texts(secrets, letters)),
        (TEXT, _listed(secrets.lines, lambda read: map(squashed, read.splitlines()), text)),
        (WORD, _words(secrets, place, text, letters)),
        (CONTACT, _listed(secrets.contacts, contacts, text)),
        (PERIOD, _listed(secrets.periods, periods, text)),
    )
    for what, sources in found:
        yield from (Hit(place, what, source) for source in sources)


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
    return re.search(f"{BEGINS}{joined}{ENDS}", plain(text)) is not None


def _stands_there(name: str, text: str, letters: str, allowed: str) -> bool:
    """Whether it stands there as a name, and not only in words the reader may read."""
    if len(name) < _LONG_NAME and not _as_word(name, text):
        return False
    return any(
        not _excused(letters, found.start(), found.end(), allowed) for found in re.finditer(name, letters)
    )


def _as_word(name: str, text: str) -> bool:
    """A short name whole: as spaced letters it needs five, "Jan" as j, a and n is no name."""
    between = _ACROSS_LINES if len(name) < _SPACED else _BETWEEN
    return re.search(f"{BEGINS}{between.join(map(re.escape, name))}{ENDS}", plain(text)) is not None


def _excused(letters: str, start: int, end: int, allowed: str) -> bool:
    """Whether these letters, with those before or after them, stand in something the reader may read."""
    before, after = letters[max(start - _AROUND, 0) : end], letters[start : end + _AROUND]
    whole = f"|{letters[start:end]}|" in f"|{allowed}|"
    return whole or any(len(words) > end - start and words in allowed for words in (before, after))


def _amounts(secrets: Secrets, text: str, *, machines: bool) -> Iterator[Source]:
    """Amounts; where only programs read, numbers are places and lengths unless they are called money."""
    if not secrets.amounts and not secrets.percentages:
        return
    ordered = sorted(secrets.amounts)
    in_rows = priced_as(secrets.rows, text) if secrets.rows else ()
    for written in chain(amounts(text), in_rows):
        bare = machines and not written.euro
        if bare or not written.is_telling() or _is_known(written, secrets):
            continue
        if written.percent:
            if written.value in secrets.percentages:
                yield secrets.percentages[written.value]
        else:
            yield from _near(written, ordered)


def _is_known(written: Amount, secrets: Secrets) -> bool:
    """Whether the reader may know this number; what is called money only when it knows it as money."""
    if written.value in secrets.known and not written.euro:
        return True
    return any(written.may_be(amount) for amount in secrets.money)


def _near(written: Amount, ordered: list[tuple[Decimal, Source]]) -> Iterator[Source]:
    """The secrets that, rounded as this was written, are this."""
    first = bisect_left(ordered, written.value - written.unit, key=itemgetter(0))
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


def _words(secrets: Secrets, place: str, text: str, letters: str) -> Iterator[Source]:
    """Words that give a text away, as whole words; the names of things inside a PDF are no words."""
    data = is_data(place)
    read = _NAME_IN_PDF.sub("", text) if data else text
    for word, source in secrets.words.items():
        ours = data and plain(word) in IN_EVERY_PDF
        if not ours and squashed(word) in letters and _is_there(word, read):
            yield source


def _is_there(word: str, text: str) -> bool:
    if word != plain(word):
        return re.search(f"{BEGINS}{re.escape(word)}{ENDS}", visible(text)) is not None
    parts = (_ACROSS_LINES.join(map(re.escape, part)) for part in re.split(r"[-.]", word))
    return re.search(f"{BEGINS}{_JOINT.join(parts)}{ENDS}", plain(text)) is not None


def _listed(
    hidden: Mapping[str, Source], read: Callable[[str], Iterable[str]], text: str
) -> Iterator[Source]:
    """The sources of whatever is read in the text and hidden."""
    if hidden:
        yield from (hidden[found] for found in read(text) if found in hidden)
