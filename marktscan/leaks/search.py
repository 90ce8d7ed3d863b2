"""Search one finished file for everything its reader may not have."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from itertools import chain
from operator import itemgetter

from marktscan.domain.source import Source
from marktscan.leaks.amounts import Amount, priced_as, telling_amounts
from marktscan.leaks.contacts import contacts
from marktscan.leaks.pdf_objects import UnsearchableError
from marktscan.leaks.periods import periods_in
from marktscan.leaks.places import IN_EVERY_PDF, for_machines, is_data
from marktscan.leaks.plain import BEGINS, ENDS, Read, plain
from marktscan.leaks.secret_texts import LENGTH, PROBE
from marktscan.leaks.secrets import Secrets
from marktscan.leaks.sought import runs_among
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
_LONG = 4
"""A text with so many letters for each run is worth the making of probes."""
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
        found = {hit for place, text in texts(name, content) for hit in _in_text(secrets, place, Read(text))}
    except UnsearchableError:
        return (Hit("het bestand", UNSEARCHABLE, Source("")),)
    return tuple(sorted(found))


def _in_text(secrets: Secrets, place: str, read: Read) -> Iterator[Hit]:
    there = secrets.sought.within(read.letters)
    found: tuple[tuple[str, Iterator[Source]], ...] = (
        (NAME, _names(secrets, read, there)),
        (AMOUNT, _amounts(secrets, read.text, machines=for_machines(place))),
        (TEXT, _runs(secrets, read.letters)),
        (TEXT, (source for run, source in secrets.phrases if run in there)),
        (TEXT, _listed(secrets.lines, read.lines) if there & secrets.lines.keys() else iter(())),
        (WORD, _words(secrets, place, read, there)),
        (CONTACT, _listed(secrets.contacts, contacts(read.text)) if secrets.contacts else iter(())),
        (PERIOD, _listed(secrets.periods, periods_in(read.text)) if secrets.periods else iter(())),
    )
    for what, sources in found:
        yield from (Hit(place, what, source) for source in sources)


def _names(secrets: Secrets, read: Read, there: Set[str]) -> Iterator[Source]:
    for name, letters in secrets.name_letters:
        if letters not in there:
            continue
        found = _stands_there(name, read, secrets.allowed) if name.isalpha() else _exactly(name, read)
        if found:
            yield secrets.names[name]


def _exactly(name: str, read: Read) -> bool:
    """A name with a digit is searched as it is written: "Diemen 1" may be a row of a table."""
    joined = "[-_.]?".join(map(re.escape, re.split(r"[-_. ]+", plain(name))))
    return re.search(f"{BEGINS}{joined}{ENDS}", read.plain) is not None


def _stands_there(name: str, read: Read, allowed: str) -> bool:
    """Whether it stands there as a name, and not only in words the reader may read."""
    if len(name) < _LONG_NAME and not _as_word(name, read):
        return False
    return any(
        not _excused(read.letters, found.start(), found.end(), allowed)
        for found in re.finditer(name, read.letters)
    )


def _as_word(name: str, read: Read) -> bool:
    """A short name whole: as spaced letters it needs five, "Jan" as j, a and n is no name."""
    between = _ACROSS_LINES if len(name) < _SPACED else _BETWEEN
    return re.search(f"{BEGINS}{between.join(map(re.escape, name))}{ENDS}", read.plain) is not None


def _excused(letters: str, start: int, end: int, allowed: str) -> bool:
    """Whether these letters, with those before or after them, stand in something the reader may read."""
    before, after = letters[max(start - _AROUND, 0) : end], letters[start : end + _AROUND]
    whole = f"|{letters[start:end]}|" in f"|{allowed}|"
    return whole or any(len(words) > end - start and words in allowed for words in (before, after))


def _amounts(secrets: Secrets, text: str, *, machines: bool) -> Iterator[Source]:
    """Amounts; where only programs read, numbers are places and lengths unless they are called money."""
    if not secrets.amounts and not secrets.percentages:
        return
    in_rows = priced_as(secrets.rows, text) if secrets.rows and not machines else ()
    for written in chain(telling_amounts(text, named=machines), in_rows):
        bare = machines and not written.euro
        if bare or _is_known(written, secrets):
            continue
        if written.percent:
            if written.value in secrets.percentages:
                yield secrets.percentages[written.value]
        else:
            yield from _near(written, secrets)


def _is_known(written: Amount, secrets: Secrets) -> bool:
    """Whether the reader may know this number; what is called money only when it knows it as money."""
    if written.value in secrets.known and not written.euro:
        return True
    return any(written.may_be(amount) for amount in secrets.money)


def _near(written: Amount, secrets: Secrets) -> Iterator[Source]:
    """The secrets that, rounded as this was written, are this."""
    first = bisect_left(secrets.ordered, written.value - written.unit, key=itemgetter(0))
    for value, source in secrets.ordered[first:]:
        if value > written.value + written.unit:
            return
        if written.may_be(value):
            yield source


def _runs(secrets: Secrets, letters: str) -> Iterator[Source]:
    """In a long text looked for by a probe: each run holds a probe that begins at one of these places."""
    if len(letters) < _LONG * len(secrets.runs):
        yield from (secrets.runs[run] for run in runs_among(secrets.runs, letters, LENGTH))
        return
    step = LENGTH - PROBE + 1
    for place in range(0, len(letters) - PROBE + 1, step):
        if letters[place : place + PROBE] in secrets.probes:
            starts = range(max(place - step + 1, 0), place + 1)
            runs = (letters[start : start + LENGTH] for start in starts)
            yield from (secrets.runs[run] for run in runs if len(run) == LENGTH and run in secrets.runs)


def _words(secrets: Secrets, place: str, read: Read, letters_there: Set[str]) -> Iterator[Source]:
    """Words that give a text away, as whole words; the names of things inside a PDF are no words."""
    data = is_data(place)
    there = [word for word, letters in secrets.word_letters if letters in letters_there]
    if there:
        within = Read(_NAME_IN_PDF.sub("", read.text)) if data else read
        ours = IN_EVERY_PDF if data else frozenset[str]()
        yield from (secrets.words[w] for w in there if plain(w) not in ours and _is_there(w, within))


def _is_there(word: str, read: Read) -> bool:
    if word != plain(word):
        return re.search(f"{BEGINS}{re.escape(word)}{ENDS}", read.visible) is not None
    parts = (_ACROSS_LINES.join(map(re.escape, part)) for part in re.split(r"[-.]", word))
    return re.search(f"{BEGINS}{_JOINT.join(parts)}{ENDS}", read.plain) is not None


def _listed(hidden: Mapping[str, Source], read: Iterable[str]) -> Iterator[Source]:
    """The sources of whatever is read and hidden."""
    return (hidden[found] for found in read if found in hidden)
