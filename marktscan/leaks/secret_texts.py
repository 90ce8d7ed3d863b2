"""Texts that may not be found: in runs of letters, and by the single words that give them away."""

from collections.abc import Iterable, Iterator, Set
from datetime import date
from functools import cache

from marktscan.audience import Material
from marktscan.domain.classification import Cell, CellKind
from marktscan.domain.source import Source
from marktscan.leaks.contacts import contacts
from marktscan.leaks.known import Said
from marktscan.leaks.periods import around, promised, told_by
from marktscan.leaks.plain import letters_of, plain, words_in
from marktscan.leaks.rare_words import names_in, only_word
from marktscan.leaks.sought import Sought, runs_among

LENGTH, STRIDE = 32, 8
"""Texts are searched by runs of 32 letters, one begun at every eighth: whoever copies 39 letters (about seven
words) copies a whole run, however the lines are broken."""
PROBE = 24
"""So many letters of a text are looked up first, at every ninth letter: each run holds such a place."""
_SHORTEST_PHRASE, _SHORTEST_LINE = 16, 6
"""Shorter phrases come together by chance; from 6 letters a text is searched as a line or cell of its own."""


def runs_of_texts(texts: Iterable[Cell], allowed: str) -> dict[str, Source]:
    """Runs of letters of every long text, without those that stand in something the reader may read."""
    every = ((letters_of(str(cell.value)), cell.source) for cell in texts)
    long = ((letters, source) for letters, source in every if len(letters) >= LENGTH)
    runs = {run: source for letters, source in long for run in runs_of(letters, STRIDE)}
    for run in runs_among(runs, allowed, LENGTH):
        del runs[run]
    return runs


def short_texts(texts: Iterable[str]) -> Sought:
    """The letters of those texts that phrases_of() and lines_of() are about."""
    return Sought(row for row in map(letters_of, texts) if _SHORTEST_LINE <= len(row) < LENGTH)


def phrases_of(texts: Iterable[Cell], seen: Set[str]) -> dict[str, Source]:
    """Short texts of several words; `seen` are those that the reader's own texts or the program say too."""
    several = (cell for cell in texts if len(str(cell.value).split()) > 1)
    return _short(several, range(_SHORTEST_PHRASE, LENGTH), seen)


def lines_of(texts: Iterable[Cell], seen: Set[str]) -> dict[str, Source]:
    """Still shorter texts, to be found where they stand by themselves."""
    return _short(texts, range(_SHORTEST_LINE, _SHORTEST_PHRASE), seen)


def _short(texts: Iterable[Cell], lengths: range, seen: Set[str]) -> dict[str, Source]:
    every = ((letters_of(str(cell.value)), cell.source) for cell in texts)
    return {row: source for row, source in every if len(row) in lengths and row not in seen}


def runs_of(letters: str, stride: int) -> frozenset[str]:
    """The runs of LENGTH that begin at every `stride`th letter, and the last one."""
    places = {*range(0, len(letters) - LENGTH + 1, stride), max(len(letters) - LENGTH, 0)}
    return frozenset(letters[place : place + LENGTH] for place in places)


def words_of(texts: Iterable[Cell], small: frozenset[str], seen: Said) -> Iterator[tuple[str, Source]]:
    """Names and codes in texts that stand in nothing else; a text of one word only as it is written."""
    for cell in texts:
        text = str(cell.value)
        for name in names_in(text):
            if name not in small and not words_in(name) <= seen.words:
                yield name, cell.source
        only = only_word(text)
        if only and plain(only) not in seen.words and plain(only) not in small:
            yield only, cell.source


def contacts_of(hidden: Iterable[Cell], open_texts: Iterable[str]) -> Iterator[tuple[str, Source]]:
    """Addresses and telephone numbers in any cell, but those the reader may read elsewhere."""
    known = {found for text in open_texts for found in _contacts_in(text)}
    for cell in hidden:
        for found in _contacts_in(str(cell.value)):
            if found not in known:
                yield found, cell.source


@cache
def _contacts_in(text: str) -> tuple[str, ...]:
    """Those in one cell, read once for all readers."""
    return tuple(contacts(text))


def periods_of(
    hidden: Iterable[Cell], given: Material, open_texts: Iterable[str]
) -> Iterator[tuple[str, Source]]:
    """Whatever tells a promised day or period, but no day of the project or of the reader's own texts."""
    known = {found for text in open_texts for found in promised(text)}
    known |= {found for day in _days(given) for found in around(day)}
    known |= {found for m in given.scan.project.milestones for found in promised(m.when)}
    for cell in hidden:
        if cell.kind is CellKind.ROADMAP:
            for found in told_by(str(cell.value)):
                if found not in known:
                    yield found, cell.source


def _days(given: Material) -> Iterator[date]:
    """The days a report may name."""
    project = given.scan.project
    due = project.forms.deadlines
    days = (project.report_date, project.reference_date, project.go_live)
    yield from (day for day in (*days, due.requirements, due.answers, due.marks) if day)
    yield from (day for item in project.scenarios for day in item.starts.values())
    held = given.background.rules if given.background else None
    if held is not None:
        yield from (held.freeze.day, *(item.amendment.day for item in held.amendments))
