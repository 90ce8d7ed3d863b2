"""Kosten en kwaliteit: which offers no other beats, and what a point more costs along them."""

from fractions import Fraction

from marktscan.domain.conventions import TOGETHER
from marktscan.domain.costs import Frontier, Place, Worth
from marktscan.spreadsheets.results.beside_formulas import BesideFormulas
from marktscan.spreadsheets.results.cells import Cell, Heading, Live, Shown, Table, place
from marktscan.spreadsheets.results.cost_layout import (
    BESIDE,
    NO,
    TOTAL,
    TOTALS,
    YES,
    CostLayout,
)
from marktscan.spreadsheets.results.layout import RANK_SCORE, RANKINGS


def beside(money: CostLayout) -> Table:
    """The sheet: costs from Kosten beside points from Ranglijst, per ranking."""
    headings = (
        Heading("Ranglijst", 34),
        Heading("Leverancier", 22),
        Heading("Kosten", 16, Shown.EURO),
        Heading("Punten", 10, Shown.POINTS),
        Heading("Compleet", 11),
        Heading("Hoeveel beter en compleet", 14, Shown.WHOLE),
        Heading("Hoeveel beter", 11, Shown.WHOLE),
        Heading("Op de lijn (1 is ja)", 10, Shown.WHOLE),
        Heading("Oordeel", 40),
        Heading("Euro per punt erbij", 16, Shown.EURO),
    )
    rows = [_row(money, number, *found) for number, found in enumerate(money.beside)]
    return Table(BESIDE, headings, rows, frozen=2)


def _row(money: CostLayout, number: int, found: Frontier, item: Place) -> list[Cell]:
    head: list[Cell] = [money.layout.rankings[found.ranking][0], money.layout.product[item.vendor]]
    if item.worth is Worth.UNKNOWN:
        return [*head, *[None] * 6, item.worth.value, None]
    scope = TOGETHER if found.ranking.startswith("key:") else found.ranking
    cost = place(TOTALS, money.total_places[item.vendor, scope], TOTAL)
    points = place(RANKINGS, money.layout.ranking_places[found.ranking, item.vendor], RANK_SCORE)
    first, last = money.compared[found.ranking]
    formulas = BesideFormulas(number, first, last)
    better = [other for other in found.places if _beats(other, item)]
    return [
        *head,
        Live(f"={cost}", Fraction(item.cost or 0)),
        Live(f"={points}", item.quality or Fraction(0)),
        YES if item.complete else NO,
        Live(formulas.better(complete=True), sum(other.complete for other in better)),
        Live(formulas.better(complete=False), len(better)),
        Live(formulas.on_line(), int(item in line_of(found))),
        Live(formulas.worth(), item.worth.value),
        Live(formulas.per_point(), per_point(found, item) or ""),
    ]


def _beats(other: Place, item: Place) -> bool:
    """No dearer and no worse, and not equal; what is not known beats nobody."""
    if Worth.UNKNOWN in {other.worth, item.worth}:
        return False
    (cost, quality), (own, points) = _point(other), _point(item)
    return cost <= own and quality >= points and (cost, quality) != (own, points)


def _point(item: Place) -> tuple[Fraction, Fraction]:
    return Fraction(item.cost or 0), item.quality or Fraction(0)


def line_of(found: Frontier) -> list[Place]:
    """The complete offers that no complete offer beats, along which a point has a price."""
    apart = {Worth.UNKNOWN, Worth.DOMINATED}
    return [item for item in found.places if item.complete and item.worth not in apart]


def per_point(found: Frontier, item: Place) -> Fraction | None:
    """What a point more costs than with the next cheaper offer on the line; None for the first and off it."""
    line = line_of(found)
    own, points = _point(item)
    cheaper = [_point(other) for other in line if _point(other)[0] < own]
    if item not in line or not cheaper:
        return None
    cost, quality = max(cheaper)
    return (own - cost) / (points - quality)
