"""Kostenregels: every price of every vendor, with its cell and what it comes to."""

from decimal import Decimal
from fractions import Fraction

from marktscan.domain.conventions import TOGETHER
from marktscan.domain.costs import CostGap, CostLine, Quoted
from marktscan.spreadsheets.results.cells import Cell, Heading, Live, Shown, Table, place
from marktscan.spreadsheets.results.cost_layout import (
    LINE_ONCE,
    LINE_ONE_OFF,
    LINE_PERIOD,
    LINE_UNITS,
    LINE_YEARLY,
    LINES,
    NO,
    TIMES_PAID,
    YES,
    CostLayout,
)


def cost_rows(money: CostLayout) -> Table:
    """The sheet: a row per line that counts, and a row without amounts for what is missing."""
    headings = (
        Heading("Leverancier", 22),
        Heading("Gemeente", 14),
        Heading("Kostensoort", 34),
        Heading("Soort", 13),
        Heading("Optie", 8),
        Heading("Aantal", 11, _shown(money)),
        Heading("Prijs eenmalig", 13, Shown.PRICE),
        Heading("Prijs per jaar", 13, Shown.PRICE),
        Heading("Eenmalig", 15, Shown.EURO),
        Heading("Jaarlijks, hele periode", 16, Shown.EURO),
        Heading("Totaal", 15, Shown.EURO),
        Heading("Waar de prijs staat", 66),
        Heading("Opmerking", 44),
    )
    rows = [_row(money, number, vendor, item) for number, (vendor, item) in enumerate(money.items)]
    return Table(LINES, headings, rows, frozen=3)


def _shown(money: CostLayout) -> Shown:
    """Thousands apart, unless a vendor's own sheet counts in parts: those must not look whole."""
    counted = (item.quantity.value for _, item in money.items if isinstance(item, CostLine))
    return Shown.UNITS if all(units == int(units) for units in counted) else Shown.GENERAL


def _row(money: CostLayout, number: int, vendor: str, item: CostLine | CostGap) -> list[Cell]:
    head: list[Cell] = [money.layout.product[vendor], money.names[item.municipality or TOGETHER]]
    if isinstance(item, CostGap):
        why = f"{item.reason.value}: telt niet mee, en is niet € 0"
        return [*head, item.kind or "alle kosten", *[None] * 8, str(item.source), why]
    units, once, yearly, one_off, period = (
        place(LINES, number, column)
        for column in (LINE_UNITS, LINE_ONCE, LINE_YEARLY, LINE_ONE_OFF, LINE_PERIOD)
    )
    paid = f"=ROUND({units}*{yearly}*{money.rule(TIMES_PAID)},2)"
    return [
        *head,
        item.kind,
        item.part.value,
        YES if item.optional else NO,
        _units(money, item),
        _price(item.one_off_price),
        _price(item.yearly_price),
        _live(f"=ROUND({units}*{once},2)", item.one_off, item.one_off_price),
        _live(paid, item.over_period, item.yearly_price),
        Live(f"=SUM({one_off},{period})", Fraction(item.total)),
        str(item.place),
        "",
    ]


def _units(money: CostLayout, line: CostLine) -> Cell:
    """A declared quantity comes from Aantallen; another is the one in the vendor's own sheet."""
    units = Fraction(line.quantity.value)
    volume = line.quantity.volume
    return Live(f"={money.quantity(volume, line.municipality)}", units) if volume else units


def _price(price: Quoted | None) -> Cell:
    """A price that was not given is an empty cell, never 0."""
    return Fraction(price.value) if price else None


def _live(formula: str, amount: Decimal, price: Quoted | None) -> Cell:
    return Live(formula, Fraction(amount)) if price else None
