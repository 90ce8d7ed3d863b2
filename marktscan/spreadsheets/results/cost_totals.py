"""Kosten: what every vendor costs each municipality and all together, from the lines."""

from collections.abc import Iterator
from fractions import Fraction

from marktscan.domain.costs import CostPart, CostTotal
from marktscan.spreadsheets.results.cells import Cell, Heading, Live, Shown, Table, span
from marktscan.spreadsheets.results.cost_layout import (
    LINE_ONE_OFF,
    LINE_OPTION,
    LINE_PART,
    LINE_PERIOD,
    LINES,
    NO,
    OPTIONS,
    TOTAL,
    TOTAL_FIRST,
    TOTAL_LAST,
    TOTALS,
    YES,
    CostLayout,
)
from marktscan.spreadsheets.results.layout import Block

_PARTS = ("eenmalig", "jaarlijks", "vertrek", "eigen kosten")
Pair = tuple[str, int, Fraction]
"""What is computed, its column on Kosten, and Python's number."""


def totals(money: CostLayout) -> Table:
    """The sheet: the parts of every total as sums of lines."""
    headings = (
        Heading("Leverancier", 22),
        Heading("Voor wie", 16),
        Heading("Eenmalig", 15, Shown.EURO),
        Heading("Jaarlijks, hele periode", 16, Shown.EURO),
        Heading("Vertrek", 15, Shown.EURO),
        Heading("Eigen kosten", 15, Shown.EURO),
        Heading("Totaal", 16, Shown.EURO),
        Heading("Opties, niet in het totaal", 16, Shown.EURO),
        Heading("Compleet", 11),
        Heading("Hoeveel ontbreekt", 12, Shown.WHOLE),
        Heading("Opmerking", 56),
    )
    return Table(TOTALS, headings, [_row(money, *key) for key in money.total_places], frozen=2)


def _row(money: CostLayout, vendor: str, scope: str) -> list[Cell]:
    total = money.costs.of(vendor).totals[scope]
    live = {column: Live(_formula(money, vendor, scope, column), value) for _, column, value in pairs(total)}
    return [
        money.layout.product[vendor],
        money.names[scope],
        *(live.get(column) for column in range(TOTAL_FIRST, OPTIONS + 1)),
        YES if total.complete else NO,
        len(total.gaps),
        _remark(total),
    ]


def pairs(total: CostTotal) -> Iterator[Pair]:
    """Every amount that is known; nothing counted is 0 only when nothing is missing."""
    parts = (total.one_off, total.yearly, total.exit, total.internal)
    for column, (name, amount) in enumerate(zip(_PARTS, parts, strict=True), start=TOTAL_FIRST):
        if amount or total.complete:
            yield name, column, Fraction(amount)
    if total.total is not None:
        yield "totaal", TOTAL, Fraction(total.total)
    yield "opties", OPTIONS, Fraction(total.options)


def _remark(total: CostTotal) -> str:
    if total.total is None:
        return "Onbekend: er is geen prijs"
    return "" if total.complete else "Ten minste: er ontbreken bedragen, zie Kostenregels"


def _formula(money: CostLayout, vendor: str, scope: str, column: int) -> str:
    if column == TOTAL:
        row = money.total_places[vendor, scope]
        return f"=SUM({span(TOTALS, (row, TOTAL_FIRST), (row, TOTAL_LAST))})"
    block = money.blocks.get((vendor, scope))
    return f"={'+'.join(_sums(block, column))}" if block else "=0"


def _sums(block: Block, column: int) -> Iterator[str]:
    """The amounts in these rows that belong in a column of Kosten."""
    rows = [(LINE_ONE_OFF, LINE_PERIOD), (LINE_ONE_OFF,), (LINE_PERIOD,)]
    amounts, part = {
        TOTAL_FIRST: (rows[1], CostPart.OFFER),
        TOTAL_FIRST + 1: (rows[2], CostPart.OFFER),
        TOTAL_FIRST + 2: (rows[0], CostPart.EXIT),
        TOTAL_LAST: (rows[0], CostPart.INTERNAL),
        OPTIONS: (rows[0], None),
    }[column]
    option = f'--({_column(block, LINE_OPTION)}="{NO if part else YES}")'
    only = f',--({_column(block, LINE_PART)}="{part.value}")' if part else ""
    return (f"SUMPRODUCT({option}{only},{_column(block, amount)})" for amount in amounts)


def _column(block: Block, column: int) -> str:
    return span(LINES, (block[0], column), (block[1], column))
