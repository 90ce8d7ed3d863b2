"""Names that may not be found: of vendors and of people, whole and by the part people call them by."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from marktscan.audience import Material, aliases, contact_is_a_person, is_a_person
from marktscan.domain.classification import Audience, Cell, CellKind, Classification
from marktscan.domain.source import Source
from marktscan.leaks.everything import Readership
from marktscan.leaks.known import Said
from marktscan.leaks.plain import letters_of, plain, words

_NAMED = (CellKind.NAME, CellKind.PERSON)
_SHORTEST = 3
_FORMS = ("requirements/", "/answers.")
"""Where a cell for a person may hold a function; assessors are persons wherever they are named."""
_BRACKETS = re.compile(r"\([^)]*\)")
_LEGAL = re.compile(
    r"\b(?:b\.?v\.?|n\.?v\.?|u\.?a\.?|v\.?o\.?f\.?|holding|group|groep)(?=\W|$)", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")
_EVERYDAY = frozenset(
    {"leverancier", "voorbeeld", "software", "gemeente", "nederland", "systems", "solutions"}
)
_RECORD = Source("rules/vastgesteld.json")


def deciders(whole: Material, reader: Readership, seen: Said) -> Iterator[Cell]:
    """Who took a decision or is to be asked, where that is a person: "Stuurgroep" is none.

    Who fixed or changed the rules is printed for the municipalities, so it is searched for outside only.
    """
    project = whole.scan.project
    given = [(item.decided_by, item.origin.cell("decided_by")) for item in whole.scan.decisions]
    held = whole.background.rules if whole.background else None
    if held is not None and reader.audience in {Audience.VENDOR, Audience.PUBLIC}:
        given += [
            (who, _RECORD) for who in (held.freeze.by, *(item.amendment.by for item in held.amendments))
        ]
    found = [item for item in given if is_a_person(item[0])]
    if contact_is_a_person(project):
        found.append((project.forms.contact, project.source))
    for who, source in found:
        if not words(who) <= seen.words:
            yield Cell(CellKind.PERSON, Classification.PERSONAL, "", who, source)


def names_of(
    whole: Material, hidden: Iterable[Cell], readable: Iterable[Cell], seen: Said
) -> dict[str, Source]:
    """Every way to write a name that may not be read; not when every word of it is an ordinary one.

    Nor a person of one word that stands elsewhere too: that is a function, as "Projectleider". Nor what
    reports call some assessor: "beoordelaar-1" says nothing of who is called that in the project.
    """
    open_names = {letters_of(str(cell.value)) for cell in readable if cell.kind is CellKind.NAME}
    open_names |= set(map(letters_of, aliases(whole.scan).values()))
    open_texts = {cell.value for cell in readable if isinstance(cell.value, str)}
    ordinary = set[str]().union(*map(_small, open_texts))
    searched = (cell for cell in hidden if cell.kind is not CellKind.PERSON or not _is_said(cell, seen))
    return dict(_names(searched, open_names, ordinary))


def _is_said(cell: Cell, seen: Said) -> bool:
    """Whether this is one word, and one that the reader or the program says too."""
    name = str(cell.value)
    return name.isalpha() and plain(name) in seen.words


@cache
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text))


@cache
def _small(text: str) -> frozenset[str]:
    return frozenset(filter(str.islower, _words(text)))


def _names(hidden: Iterable[Cell], open_names: set[str], ordinary: set[str]) -> Iterator[tuple[str, Source]]:
    for cell in hidden:
        if cell.kind not in _NAMED or _is_function(cell):
            continue
        for written in _writings(str(cell.value), cell.kind):
            name = letters_of(written)
            usual = name.isalpha() and all(word.lower() in ordinary for word in _words(written))
            if len(name) >= _SHORTEST and name not in open_names and not usual:
                yield (name if name.isalpha() else written), cell.source


@cache
def _writings(name: str, kind: CellKind) -> tuple[str, ...]:
    """The name, without brackets and legal form, and for a vendor the first word people call it by."""
    bare = " ".join(_LEGAL.sub(" ", _BRACKETS.sub(" ", name)).split())
    first, *more = bare.split() or [""]
    called = kind is CellKind.NAME and more and first[:1].isupper() and first.lower() not in _EVERYDAY
    return (bare, first) if called else (bare,)


def parts_of(hidden: Iterable[Cell], small: frozenset[str], seen: Said) -> dict[str, Source]:
    """First names and surnames by themselves, where the word says nothing else to this reader."""
    persons = (cell for cell in hidden if cell.kind is CellKind.PERSON and not _is_function(cell))
    return {
        part: cell.source
        for cell in persons
        for part in map(plain, _words(str(cell.value)))
        if len(part) >= _SHORTEST and part not in seen.words and part not in small
    }


def _is_function(cell: Cell) -> bool:
    """Whether a form that asks for a function has one: "eigenaar", "functioneel beheerder"."""
    if cell.kind is not CellKind.PERSON or not str(cell.value).islower():
        return False
    return any(form in cell.source.file for form in _FORMS)
