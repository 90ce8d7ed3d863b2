"""What may not be found in a file for one reader, in the form in which it is searched for."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from marktscan.audience import Material, cells
from marktscan.domain.classification import Cell, CellKind, Reader
from marktscan.domain.costs import Costs
from marktscan.domain.scan import Scan
from marktscan.domain.source import Source
from marktscan.leaks.amounts import amounts
from marktscan.leaks.plain import squashed

LENGTH, STRIDE = 32, 8
"""Texts are searched by runs of 32 letters, one begun at every eighth: whoever copies 39 letters (about seven
words) copies a whole run, however the lines are broken."""
_SHORTEST_TEXT, _SHORTEST_NAME = 24, 4
_MARKS = "/assessments/"
_BRACKETS = re.compile(r"\([^)]*\)")
_LEGAL = re.compile(
    r"\b(?:b\.?v\.?|n\.?v\.?|u\.?a\.?|v\.?o\.?f\.?|holding|group|groep)(?=\W|$)", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")
_EVERYDAY = frozenset(
    {"leverancier", "voorbeeld", "software", "gemeente", "nederland", "systems", "solutions"}
)
_WORDS = frozenset({CellKind.EXPLANATION, CellKind.REMARK, CellKind.MARK, CellKind.QUESTION})


@dataclass(frozen=True, slots=True)
class Secrets:
    """Names (squashed), amounts, percentages and runs of letters, each with the cell it stands in.

    `allowed` is everything the reader may read, squashed: the same words there are no leak. `known` are the
    numbers the reader may know.
    """

    names: Mapping[str, Source]
    amounts: tuple[tuple[Decimal, Source], ...]
    percentages: Mapping[Decimal, Source]
    runs: Mapping[str, Source]
    allowed: str
    known: frozenset[Decimal]


def secrets_for(whole: Material, given: Material, reader: Reader) -> Secrets:
    """Everything of the whole scan that this reader may not have."""
    all_cells = tuple(cells(whole.scan))
    hidden = [cell for cell in all_cells if not reader.may_read(cell)]
    readable = [cell for cell in all_cells if reader.may_read(cell)]
    said = [cell.value for cell in readable if isinstance(cell.value, str)]
    allowed = "|".join(map(squashed, (*said, *_declared(given.scan))))
    words = {word for text in said for word in _WORD.findall(text) if word.islower()}
    prices = [c for c in hidden if c.kind is CellKind.PRICE]
    counted = [*_totals(whole, reader)] if prices else []
    texts = [cell for cell in hidden if cell.kind in _WORDS and isinstance(cell.value, str)]
    return Secrets(
        names=dict(_names(hidden, readable, words)),
        amounts=(
            *((Decimal(c.value), c.source) for c in (*prices, *counted) if Decimal(c.value)),
            *_in_words(texts),
        ),
        percentages=dict(_percentages(texts)),
        runs=dict(_runs(texts, allowed)),
        allowed=allowed,
        known=frozenset((*_known(given, readable), *_numbers(said))),
    )


def _declared(scan: Scan) -> tuple[str, ...]:
    """What the project file says to every reader of this material."""
    project = scan.project
    labels = (level.label for level in project.rules.marks)
    names = (item.name for items in (project.themes, project.keys, project.municipalities) for item in items)
    return (project.title, project.question, *(m.what for m in project.milestones), *labels, *names)


def _names(hidden: Iterable[Cell], readable: Iterable[Cell], words: set[str]) -> Iterator[tuple[str, Source]]:
    """Every way to write a name that may not be read; not when every word of it is an ordinary one."""
    open_names = {squashed(str(cell.value)) for cell in readable if cell.kind is CellKind.NAME}
    for cell in hidden:
        if cell.kind not in {CellKind.NAME, CellKind.PERSON} or _is_function(cell):
            continue
        for written in _writings(str(cell.value), cell.kind):
            name = squashed(written)
            ordinary = all(word.lower() in words for word in _WORD.findall(written))
            if len(name) >= _SHORTEST_NAME and name not in open_names and not ordinary:
                yield (name if name.isalpha() else written), cell.source


def _writings(name: str, kind: CellKind) -> Iterator[str]:
    """The name, without brackets and legal form, and for a vendor the first word people call it by."""
    bare = " ".join(_LEGAL.sub(" ", _BRACKETS.sub(" ", name)).split())
    yield bare
    first, *more = bare.split() or [""]
    if kind is CellKind.NAME and more and first[:1].isupper() and first.lower() not in _EVERYDAY:
        yield first


def _is_function(cell: Cell) -> bool:
    """Whether a form that asks for a function has one: "eigenaar", "functioneel beheerder"."""
    return cell.kind is CellKind.PERSON and _MARKS not in cell.source.file and str(cell.value).islower()


def _totals(whole: Material, reader: Reader) -> Iterator[Cell]:
    """What was added up from prices is as secret as they are."""
    costs: Costs | None = whole.background.costs if whole.background else None
    files = {s.vendor.slug: Source(s.prices_file or s.answers_file) for s in whole.scan.submissions}
    usual = whole.scan.project.classification.of(CellKind.PRICE)
    for vendor in costs.vendors if costs else ():
        sums = [line.total for line in vendor.lines]
        for total in vendor.totals.values():
            sums += [total.one_off, total.yearly, total.options]
            sums += [total.total, total.total + total.options] if total.total is not None else []
        for amount in dict.fromkeys(sums):
            made = Cell(CellKind.PRICE, usual, vendor.vendor, amount, files[vendor.vendor])
            if not reader.may_read(made):
                yield made


def _in_words(texts: Iterable[Cell]) -> Iterator[tuple[Decimal, Source]]:
    """Amounts of money in texts."""
    for cell in texts:
        found = amounts(str(cell.value))
        yield from ((a.value, cell.source) for a in found if a.euro and a.is_telling() and a.value)


def _numbers(said: Iterable[str]) -> Iterator[Decimal]:
    """Every number in texts that may be read."""
    return (amount.value for text in said for amount in amounts(text))


def _percentages(texts: Iterable[Cell]) -> Iterator[tuple[Decimal, Source]]:
    for cell in texts:
        for amount in amounts(str(cell.value)):
            if amount.percent and amount.is_telling():
                yield amount.value, cell.source


def _runs(texts: Iterable[Cell], allowed: str) -> Iterator[tuple[str, Source]]:
    """Runs of letters of every text, without those that stand in something the reader may read."""
    open_runs = runs_of(allowed, 1)
    for cell in texts:
        letters = squashed(str(cell.value))
        if len(letters) >= LENGTH:
            yield from ((run, cell.source) for run in runs_of(letters, STRIDE) if run not in open_runs)
        elif len(letters) >= _SHORTEST_TEXT and letters not in allowed:
            yield letters, cell.source


def runs_of(letters: str, stride: int) -> frozenset[str]:
    """The runs of LENGTH that begin at every `stride`th letter, and the last one."""
    places = {*range(0, len(letters) - LENGTH + 1, stride), max(len(letters) - LENGTH, 0)}
    return frozenset(letters[place : place + LENGTH] for place in places)


def _known(given: Material, readable: Iterable[Cell]) -> Iterator[Decimal]:
    """The numbers this reader may know."""
    project = given.scan.project
    yield from (cell.value for cell in readable if isinstance(cell.value, Decimal))
    yield from (Decimal(n) for units in project.forms.price_sheet.volumes.values() for n in units.values())
    yield from (Decimal(m.inhabitants) for m in project.municipalities if m.inhabitants is not None)
    yield from (Decimal(project.simulation.draws), Decimal(project.simulation.seed))
    for submission in given.scan.submissions:
        yield from (line.quantity for line in submission.prices if line.quantity is not None)
    if given.shown.bandwidth:
        yield from (given.shown.bandwidth.lowest, given.shown.bandwidth.highest)
