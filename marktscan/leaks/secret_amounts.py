"""Amounts that may not be found: prices, whatever is computed from them, and money in texts."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache

from marktscan.audience import Material
from marktscan.domain.classification import Cell, CellKind
from marktscan.domain.costs import Costs, VendorCosts
from marktscan.domain.source import Source
from marktscan.leaks.amounts import Amount, amounts
from marktscan.leaks.everything import Readership

Secret = tuple[Decimal, Source]


def prices_of(whole: Material, hidden: Iterable[Cell], reader: Readership) -> Iterator[Secret]:
    """Every price that may not be read and what it adds up to; what nothing costs says nothing."""
    prices = [(Decimal(c.value), c.source) for c in hidden if c.kind is CellKind.PRICE]
    if prices:
        found = (*prices, *_totals(whole, reader, readable=False), *_declared(whole))
        yield from ((amount, source) for amount, source in found if amount)


def _totals(whole: Material, reader: Readership, *, readable: bool) -> Iterator[Secret]:
    """What was added up from prices is as secret as they are."""
    costs: Costs | None = whole.background.costs if whole.background else None
    files = {s.vendor.slug: Source(s.prices_file or s.answers_file) for s in whole.scan.submissions}
    usual = whole.scan.project.classification.of(CellKind.PRICE)
    for vendor in costs.vendors if costs else ():
        made = Cell(CellKind.PRICE, usual, vendor.vendor, "", files[vendor.vendor])
        if reader.may_read(made) is readable:
            yield from ((amount, made.source) for amount in dict.fromkeys(_sums(vendor)))


def _sums(vendor: VendorCosts) -> Iterator[Decimal]:
    """Per line, per kind for all municipalities together, and in all."""
    kinds: dict[tuple[str, str], Decimal] = {}
    for line in vendor.lines:
        for part, amount in (("one_off", line.one_off), ("yearly", line.yearly), ("total", line.total)):
            yield amount
            kinds[line.kind, part] = kinds.get((line.kind, part), Decimal(0)) + amount
    yield from kinds.values()
    for total in vendor.totals.values():
        yield from (total.one_off, total.yearly, total.options)
        yield from (total.total, total.total + total.options) if total.total is not None else ()


def _declared(whole: Material) -> Iterator[Secret]:
    """What municipalities are willing to pay, and what they spend themselves."""
    project = whole.scan.project
    yield from ((amount, project.source) for amount in project.costs.ceilings.values())
    for line in project.costs.internal:
        yield from ((amount, project.source) for amount in (*line.one_off.values(), *line.yearly.values()))


def amounts_in(texts: Iterable[Cell]) -> Iterator[Secret]:
    """Amounts of money in texts."""
    for cell in texts:
        found = _numbers_in(str(cell.value))
        yield from ((a.value, cell.source) for a in found if a.money and a.is_telling() and not a.is_rough)


def percentages_in(texts: Iterable[Cell]) -> Iterator[Secret]:
    """Percentages in texts that say enough."""
    for cell in texts:
        found = _numbers_in(str(cell.value))
        yield from ((a.value, cell.source) for a in found if a.percent and a.is_telling())


def known_numbers(given: Material, readable: Iterable[Cell], open_texts: Iterable[str]) -> Iterator[Decimal]:
    """The numbers this reader may know."""
    project = given.scan.project
    yield from (cell.value for cell in readable if isinstance(cell.value, Decimal))
    yield from (Decimal(n) for units in project.forms.price_sheet.volumes.values() for n in units.values())
    yield from (Decimal(m.inhabitants) for m in project.municipalities if m.inhabitants is not None)
    yield from map(Decimal, (project.simulation.draws, project.simulation.seed))
    yield from map(Decimal, given.shown.left_out.values())
    for submission in given.scan.submissions:
        yield from (line.quantity for line in submission.prices if line.quantity is not None)
    yield from (amount.value for amount in _in(open_texts))
    if given.shown.bandwidth:
        yield from (given.shown.bandwidth.lowest, given.shown.bandwidth.highest)


def known_money(
    whole: Material, given: Material, reader: Readership, open_texts: Iterable[str]
) -> Iterator[Decimal]:
    """The amounts of money this reader may know: its own, and what everybody may read."""
    yield from (amount for amount, _ in _totals(whole, reader, readable=True))
    for submission in given.scan.submissions:
        for line in submission.prices:
            yield from (amount for amount in (line.one_off, line.yearly) if amount is not None)
    yield from (amount.value for amount in _in(open_texts) if amount.money)
    if given.shown.bandwidth:
        yield from (given.shown.bandwidth.lowest, given.shown.bandwidth.highest)


def _in(texts: Iterable[str]) -> Iterator[Amount]:
    return (amount for text in texts for amount in _numbers_in(text))


@cache
def _numbers_in(text: str) -> tuple[Amount, ...]:
    """The numbers of one cell, read once for all readers."""
    return tuple(amounts(text))
