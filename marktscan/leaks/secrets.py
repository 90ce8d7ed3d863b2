"""What may not be found in a file for one reader, in the form in which it is searched for."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property

from marktscan.audience import Material
from marktscan.domain.classification import Cell, CellKind
from marktscan.domain.project import Project
from marktscan.domain.source import Source
from marktscan.leaks.amounts import rows_of
from marktscan.leaks.everything import Everything, Readership
from marktscan.leaks.known import joined, said
from marktscan.leaks.plain import BEGINS, ENDS, letters_of, squashed
from marktscan.leaks.secret_amounts import amounts_in, known_money, known_numbers, percentages_in, prices_of
from marktscan.leaks.secret_names import deciders, names_of, parts_of
from marktscan.leaks.secret_texts import (
    LENGTH,
    PROBE,
    contacts_of,
    lines_of,
    periods_of,
    phrases_of,
    runs_of_texts,
    words_of,
)
from marktscan.leaks.sought import Sought

_WORDS = (CellKind.EXPLANATION, CellKind.REMARK, CellKind.MARK, CellKind.QUESTION, CellKind.ROADMAP)


@dataclass(frozen=True)
class Secrets:
    """Names (squashed), amounts, percentages and runs of letters, each with the cell it stands in.

    `lines` are texts so short that they are searched only where they stand by themselves,
    `words` are single words that give a text away, `contacts` addresses and telephone numbers, `periods`
    promised days and quarters. `rows` finds numbers behind the name of what has a price.
    `allowed` is everything the reader may read, squashed: the same words there are no leak.
    `known` are the numbers the reader may know, `money` those of them it may know as money.
    """

    names: Mapping[str, Source]
    amounts: tuple[tuple[Decimal, Source], ...]
    percentages: Mapping[Decimal, Source]
    runs: Mapping[str, Source]
    allowed: str
    known: frozenset[Decimal]
    money: frozenset[Decimal] = frozenset()
    lines: Mapping[str, Source] = field(default_factory=dict)
    words: Mapping[str, Source] = field(default_factory=dict)
    contacts: Mapping[str, Source] = field(default_factory=dict)
    periods: Mapping[str, Source] = field(default_factory=dict)
    rows: re.Pattern[str] | None = None

    def names_only(self) -> "Secrets":
        """Only the names, addresses and telephone numbers of these."""
        return replace(self, amounts=(), percentages={}, runs={}, lines={}, words={}, periods={}, rows=None)

    @cached_property
    def ordered(self) -> list[tuple[Decimal, Source]]:
        """The amounts, smallest first."""
        return sorted(self.amounts)

    @cached_property
    def phrases(self) -> tuple[tuple[str, Source], ...]:
        """The runs that are shorter than others: each is a whole text."""
        return tuple((run, source) for run, source in self.runs.items() if len(run) < LENGTH)

    @cached_property
    def probes(self) -> frozenset[str]:
        """Every beginning of PROBE letters, at each place in a run where one may begin."""
        runs = [run for run in self.runs if len(run) == LENGTH]
        places = range(LENGTH - PROBE + 1)
        return frozenset(run[place : place + PROBE] for run in runs for place in places)

    @cached_property
    def word_letters(self) -> tuple[tuple[str, str], ...]:
        """The words with their letters."""
        return tuple((word, squashed(word)) for word in self.words)

    @cached_property
    def name_letters(self) -> tuple[tuple[str, str], ...]:
        """The names with their letters."""
        return tuple((name, squashed(name)) for name in self.names)

    @cached_property
    def sought(self) -> Sought:
        """The letters of all of these that are looked for anywhere in a text."""
        phrases = (run for run, _ in self.phrases)
        words = (letters for _, letters in (*self.name_letters, *self.word_letters))
        return Sought((*words, *self.lines, *phrases))


def secrets_for(everything: Everything, given: Material, reader: Readership) -> Secrets:
    """Everything of the whole scan that this reader may not have."""
    whole = everything.whole
    parted: dict[bool, list[Cell]] = {True: [], False: []}
    for cell in everything.cells:
        parted[reader.may_read(cell)].append(cell)
    readable, unread = parted[True], parted[False]
    open_texts = [cell.value for cell in readable if isinstance(cell.value, str)]
    declared, another = tuple(_declared(given)), _names_of_others(unread)
    excusing = (text for text in declared if not another.search(text))
    allowed = "|".join(map(letters_of, dict.fromkeys((*open_texts, *excusing))))
    own = said((*open_texts, *declared, *_printed(given)))
    seen, short_seen = joined(own, everything.fixed), own.says(everything.short) | everything.short_fixed
    hidden = (*unread, *deciders(whole, reader, seen))
    texts = [cell for cell in hidden if cell.kind in _WORDS and isinstance(cell.value, str)]
    return Secrets(
        names={
            **parts_of(hidden, everything.small_beside_persons, seen),
            **names_of(whole, hidden, readable, seen),
        },
        amounts=tuple(sorted((*prices_of(whole, hidden, reader), *amounts_in(texts)))),
        percentages=dict(percentages_in(texts)),
        runs={**phrases_of(texts, short_seen), **runs_of_texts(texts, allowed)},
        allowed=allowed,
        known=frozenset(known_numbers(given, readable, open_texts)),
        money=frozenset(known_money(whole, given, reader, open_texts)),
        lines=lines_of(texts, short_seen),
        words=dict(words_of(texts, everything.small, seen)),
        contacts=dict(contacts_of(hidden, open_texts)),
        periods=dict(periods_of(hidden, given, (*open_texts, *declared))),
        rows=rows_of(_kinds(given.scan.project)),
    )


def _declared(given: Material) -> Iterator[str]:
    """What the project file says to every reader of this material."""
    project = given.scan.project
    yield from (project.title, project.question)
    yield from (milestone.what for milestone in project.milestones)
    yield from (level.label for level in project.rules.marks)
    for items in (project.themes, project.keys, project.municipalities):
        yield from (item.name for item in items)


def _names_of_others(unread: Iterable[Cell]) -> re.Pattern[str]:
    """How a vendor is named, as it writes itself, to who may not know of it: where it stands is no excuse."""
    names = {str(cell.value) for cell in unread if cell.kind is CellKind.NAME}
    written = sorted(name for name in names if name and not name.islower())
    return re.compile(f"{BEGINS}(?:{'|'.join(map(re.escape, written)) or '(?!)'}){ENDS}")


def _printed(given: Material) -> Iterator[str]:
    """What a report says besides: it excuses no name, only words that are also somebody's secret."""
    project = given.scan.project
    yield from _of_project(project)
    for row in given.scan.programme.rows:
        yield from (row.id, row.text)
    for item in given.scan.inputs:
        yield item.file
    held = given.background.rules if given.background else None
    if held is not None:
        yield from (text for item in held.amendments for text in (item.amendment.by, item.amendment.reason))
        yield from (held.freeze.by, held.freeze.reason)


def _of_project(project: Project) -> Iterator[str]:
    yield from (project.status, project.version, project.forms.contact)
    yield from (milestone.when for milestone in project.milestones)
    yield from (text for item in project.scenarios for text in (item.name, item.risks))
    yield from _kinds(project)
    yield from (theme.code for theme in project.themes)


def _kinds(project: Project) -> Iterator[str]:
    """What has a price."""
    yield from (line.kind for line in project.forms.price_sheet.lines)
    yield from (line.kind for line in project.costs.internal)
