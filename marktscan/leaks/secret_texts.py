"""Texts that may not be found: in runs of letters, and by the single words that give them away."""

from collections.abc import Iterable, Iterator
from datetime import date

from marktscan.audience import Material
from marktscan.domain.classification import Cell, CellKind
from marktscan.domain.source import Source
from marktscan.leaks.contacts import contacts
from marktscan.leaks.known import Said
from marktscan.leaks.periods import around, promised, told_by
from marktscan.leaks.plain import letters_of, plain, words
from marktscan.leaks.rare_words import names_in, only_word

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
    long = [(letters, source) for letters, source in every if len(letters) >= LENGTH]
    open_runs = runs_of(allowed, 1) if long else frozenset[str]()
    return {
        run: source for letters, source in long for run in runs_of(letters, STRIDE) if run not in open_runs
    }


def phrases_of(texts: Iterable[Cell], seen: Said) -> dict[str, Source]:
    """Short texts of several words, where neither the reader's own texts nor the program say the same."""
    several = (cell for cell in texts if len(str(cell.value).split()) > 1)
    return dict(_short(several, range(_SHORTEST_PHRASE, LENGTH), seen))


def lines_of(texts: Iterable[Cell], seen: Said) -> dict[str, Source]:
    """Still shorter texts, to be found where they stand by themselves."""
    return dict(_short(texts, range(_SHORTEST_LINE, _SHORTEST_PHRASE), seen))


def _short(texts: Iterable[Cell], lengths: range, seen: Said) -> Iterator[tuple[str, Source]]:
    for cell in texts:
        letters = letters_of(str(cell.value))
        if len(letters) in lengths and not seen.says(letters):
            yield letters, cell.source


def runs_of(letters: str, stride: int) -> frozenset[str]:
    """The runs of LENGTH that begin at every `stride`th letter, and the last one."""
    places = {*range(0, len(letters) - LENGTH + 1, stride), max(len(letters) - LENGTH, 0)}
    return frozenset(letters[place : place + LENGTH] for place in places)


def words_of(texts: Iterable[Cell], small: frozenset[str], seen: Said) -> Iterator[tuple[str, Source]]:
    """Names and codes in texts that stand in nothing else; a text of one word only as it is written."""
    for cell in texts:
        text = str(cell.value)
        for name in sorted(names_in(text)):
            if name not in small and not words(name) <= seen.words:
                yield name, cell.source
        only = only_word(text)
        if only and plain(only) not in seen.words and plain(only) not in small:
            yield only, cell.source


def contacts_of(hidden: Iterable[Cell], open_texts: Iterable[str]) -> Iterator[tuple[str, Source]]:
    """Addresses and telephone numbers in any cell, but those the reader may read elsewhere."""
    known = {found for text in open_texts for found in contacts(text)}
    for cell in hidden:
        for found in contacts(str(cell.value)):
            if found not in known:
                yield found, cell.source


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
