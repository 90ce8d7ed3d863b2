"""Controle: what the formulas give beside what Python computed."""

from collections.abc import Iterator
from dataclasses import dataclass

from marktscan.spreadsheets.results.cells import Cell, Heading, Live, Number, Shown, Table, place
from marktscan.spreadsheets.results.cost_beside import per_point
from marktscan.spreadsheets.results.cost_layout import BESIDE, PER_POINT, TOTALS, CostLayout
from marktscan.spreadsheets.results.cost_totals import pairs
from marktscan.spreadsheets.results.layout import (
    CHECK,
    RANK_HIGHEST,
    RANK_PLACE,
    RANK_SCORE,
    RANKINGS,
    THEME_HIGHEST,
    THEME_SCORE,
    THEMES,
    Layout,
)

VERDICT = 7
"""The column that says whether both agree."""
EQUAL, DIFFERENT = "gelijk", "wijkt af"


@dataclass(frozen=True, slots=True)
class _Pair:
    """What is checked (what, ranking, vendor, theme), the cell of its formula and Python's number."""

    names: tuple[str, str, str, str]
    cell: str
    value: Number


def check(layout: Layout, money: CostLayout | None = None) -> Table:
    """The sheet: a row per place and score, and whether both agree."""
    headings = (
        Heading("Wat", 20),
        Heading("Ranglijst", 34),
        Heading("Leverancier", 22),
        Heading("Thema", 9),
        Heading("Formule", 16, Shown.TINY),
        Heading("Volgens marktscan", 18, Shown.TINY),
        Heading("Verschil", 14, Shown.TINY),
        Heading("Oordeel", 12),
    )
    compared = [*_ranking_checks(layout), *_theme_checks(layout), *(_cost_checks(money) if money else ())]
    rows = [_checked(number, pair) for number, pair in enumerate(compared)]
    return Table(CHECK, headings, rows, frozen=4)


def _ranking_checks(layout: Layout) -> Iterator[_Pair]:
    for name, (title, found) in layout.rankings.items():
        for entry in found.scored:
            row, product = layout.ranking_places[name, entry.vendor], layout.product[entry.vendor]
            for what, column, value in (
                ("plaats", RANK_PLACE, entry.rank),
                ("score", RANK_SCORE, entry.low),
                ("hoogste score", RANK_HIGHEST, entry.high),
            ):
                if value is not None:
                    yield _Pair((what, title, product, ""), place(RANKINGS, row, column), value)


def _theme_checks(layout: Layout) -> Iterator[_Pair]:
    for (municipality, vendor, theme), row in layout.theme_places.items():
        title, found = layout.rankings[municipality]
        score = found.of(vendor).theme(theme)
        if score:
            names = (title, layout.product[vendor], theme)
            yield _Pair(("score", *names), place(THEMES, row, THEME_SCORE), score.low)
            yield _Pair(("hoogste score", *names), place(THEMES, row, THEME_HIGHEST), score.high)


def _cost_checks(money: CostLayout) -> Iterator[_Pair]:
    """Every part of every total, then what a point more costs."""
    for (vendor, scope), row in money.total_places.items():
        product, name = money.layout.product[vendor], money.names[scope]
        for what, column, value in pairs(money.costs.of(vendor).totals[scope]):
            yield _Pair((f"kosten: {what}", name, product, ""), place(TOTALS, row, column), value)
    for row, (found, item) in enumerate(money.beside):
        euros = per_point(found, item)
        if euros is not None:
            title, product = money.layout.rankings[found.ranking][0], money.layout.product[item.vendor]
            yield _Pair(("euro per punt", title, product, ""), place(BESIDE, row, PER_POINT), euros)


def _checked(number: int, pair: _Pair) -> list[Cell]:
    ours, theirs, difference = (place(CHECK, number, column) for column in (4, 5, 6))
    return [
        *pair.names,
        Live(f"={pair.cell}", pair.value),
        pair.value,
        Live(f"=ROUND(N({ours})-{theirs},6)", 0),  # of who leaves the line the price of a point is no number
        Live(f'=IF({difference}=0,"{EQUAL}","{DIFFERENT}")', EQUAL),
    ]
