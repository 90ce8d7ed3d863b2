"""Aantallen: what the costs are computed with, and people may change."""

from collections.abc import Iterator
from fractions import Fraction

from marktscan.domain.costs import VOLUMES
from marktscan.spreadsheets.results.cells import Cell, Heading, Live, Setting, Shown, Table
from marktscan.spreadsheets.results.cost_layout import QUANTITIES, RISE, YEARS, CostLayout


def quantities(money: CostLayout) -> Table:
    """The sheet: the period, then a row per declared quantity with a column per municipality."""
    layout = money.layout
    headings = [Heading("Soort", 12), Heading("Naam", 44), Heading("Alle gemeenten", 16, Shown.TIMES)]
    headings += [Heading(money.names[slug], 14, Shown.GENERAL) for slug in layout.municipalities]
    headings += [Heading("Waar het staat", 60)]
    return Table(QUANTITIES, headings, [*_period(money), *_volumes(money)], frozen=2)


def _period(money: CostLayout) -> Iterator[list[Cell]]:
    rules, file = money.layout.scan.project.costs, money.layout.scan.project.source.file
    empty: list[Cell] = [None] * len(money.layout.municipalities)
    years, rise = money.rule(YEARS), money.rule(RISE)
    paid = Live(f"=IF({rise}=0,{years},((1+{rise})^{years}-1)/{rise})", Fraction(rules.growth))
    yield ["periode", "aantal jaren", Setting(rules.years), *empty, f"{file}, costs.years"]
    rising = Setting(Fraction(rules.indexation), Shown.RISE)
    yield ["periode", "stijging per jaar na het eerste", rising, *empty, f"{file}, costs.indexation"]
    yield [
        "periode",
        "keer dat een jaarlijks bedrag telt",
        paid,
        *empty,
        "uit de twee regels hierboven",
    ]


def _volumes(money: CostLayout) -> Iterator[list[Cell]]:
    project = money.layout.scan.project
    for name, numbers in project.forms.price_sheet.volumes.items():
        own = (Setting(numbers[slug], Shown.UNITS) for slug in money.layout.municipalities)
        yield ["aantal", name, None, *own, f"{project.source.file}, {VOLUMES}{name}"]
