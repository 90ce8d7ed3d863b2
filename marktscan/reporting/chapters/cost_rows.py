"""What a total of costs is added up from: the lines of one vendor in sections, each row with its cells."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from marktscan.domain.costs import CostGap, CostLine, CostPart, CostTotal, Quoted, VendorCosts
from marktscan.domain.source import Source


class Section(StrEnum):
    """The parts of a total, as their anchors are named; options stand beside it."""

    ONE_OFF = "eenmalig"
    YEARLY = "jaarlijks"
    EXIT = "vertrek"
    INTERNAL = "eigen"
    OPTIONS = "opties"

    def of(self, total: CostTotal) -> Decimal:
        """What this part of a total comes to."""
        parts = (total.one_off, total.yearly, total.exit, total.internal, total.options)
        return dict(zip(Section, parts, strict=True))[self]


@dataclass(frozen=True, slots=True)
class Entry:
    """One price of one line: what it comes to over the whole period, for a municipality or ("") for all."""

    section: Section
    kind: str
    municipality: str
    price: Quoted
    yearly: bool
    quantity: Quoted
    amount: Decimal

    @property
    def units(self) -> str:
        """The name of the declared quantity, or the number in the sheet."""
        return self.quantity.volume or f"{self.quantity.value:f}"


@dataclass(frozen=True, slots=True)
class CostRow:
    """Entries that differ only in municipality: one kind of cost, at the same price for the same units."""

    entries: tuple[Entry, ...]

    @property
    def first(self) -> Entry:
        """What they have in common."""
        return self.entries[0]

    @property
    def cells(self) -> tuple[Source, ...]:
        """The cells of the price, each once."""
        return tuple(dict.fromkeys(entry.price.source for entry in self.entries))

    @property
    def in_units(self) -> bool:
        """Whether the price is multiplied by anything but 1."""
        return any(entry.quantity.value != 1 for entry in self.entries)

    def amount(self, municipality: str) -> Decimal | None:
        """What it comes to for one municipality; None when it is not for that one."""
        own = [entry.amount for entry in self.entries if entry.municipality == municipality]
        return sum(own, Decimal(0)) if own else None

    @property
    def total(self) -> Decimal:
        """For all together."""
        return sum((entry.amount for entry in self.entries), Decimal(0))


def cost_rows(costs: VendorCosts, scopes: Sequence[str]) -> dict[Section, tuple[CostRow, ...]]:
    """The rows of every section for these municipalities ("" is for all together), as the sheet has them."""
    found: dict[Section, dict[object, list[Entry]]] = {section: {} for section in Section}
    for line in costs.lines:
        if line.municipality in scopes:
            for entry in _entries(line):
                found[entry.section].setdefault(_alike(entry), []).append(entry)
    return {
        section: tuple(CostRow(tuple(entries)) for entries in rows.values())
        for section, rows in found.items()
    }


def _alike(entry: Entry) -> object:
    """Who agree in this stand in one row; what municipalities spend themselves they do not share."""
    price = None if entry.section is Section.INTERNAL else entry.price.value
    return entry.kind.casefold(), entry.yearly, price, entry.units


def _entries(line: CostLine) -> Iterator[Entry]:
    """Its price once and its price a year, each where it was given; € 0 only when all of it is € 0."""
    prices = ((line.one_off_price, False, line.one_off), (line.yearly_price, True, line.over_period))
    given = [(price, yearly, amount) for price, yearly, amount in prices if price]
    for price, yearly, amount in [one for one in given if one[0].value] or given[:1]:
        section = _section(line, yearly=yearly)
        yield Entry(section, line.kind, line.municipality, price, yearly, line.quantity, amount)


def _section(line: CostLine, *, yearly: bool) -> Section:
    if line.optional:
        return Section.OPTIONS
    if line.part is CostPart.OFFER:
        return Section.YEARLY if yearly else Section.ONE_OFF
    return Section.EXIT if line.part is CostPart.EXIT else Section.INTERNAL


def missing_rows(gaps: Iterable[CostGap]) -> dict[tuple[str, str], list[CostGap]]:
    """What is missing, by kind of cost and reason."""
    found: dict[tuple[str, str], list[CostGap]] = {}
    for gap in gaps:
        found.setdefault((gap.kind or "alle kosten", gap.reason.value), []).append(gap)
    return found
