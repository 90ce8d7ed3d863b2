"""Where everything about money stands in the result workbook, decided before a formula points at it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from marktscan.domain.conventions import TOGETHER
from marktscan.domain.costs import CostGap, CostLine, Costs, Frontier, Place, Worth
from marktscan.spreadsheets.results.cells import place
from marktscan.spreadsheets.results.layout import Block, Layout

TOTALS, BESIDE, LINES, QUANTITIES = "Kosten", "Kosten en kwaliteit", "Kostenregels", "Aantallen"
"""The sheets about money, in the order of the workbook."""
EVERYBODY = "Samen"
YEARS, RISE, TIMES_PAID = range(3)
"""The first rows of Aantallen."""
ALL_TOGETHER, FIRST_MUNICIPALITY = 2, 3
"""Columns of Aantallen: what holds for all, and where the municipalities begin."""
LINE_PART, LINE_OPTION, LINE_UNITS, LINE_ONCE, LINE_YEARLY, LINE_ONE_OFF, LINE_PERIOD = range(3, 10)
"""Columns of Kostenregels that formulas point at."""
TOTAL_FIRST, TOTAL_LAST, TOTAL, OPTIONS = 2, 5, 6, 7
"""Columns of Kosten that formulas point at: the first and the last part, the total, the options."""
COST, QUALITY, COMPLETE, BETTER_COMPLETE, BETTER, ON_LINE, WORTH, PER_POINT = range(2, 10)
"""Columns of Kosten en kwaliteit that formulas point at."""
YES, NO = "ja", "nee"

Item = tuple[str, CostLine | CostGap]
"""A vendor with one line that counts, or one that is missing."""


@dataclass(frozen=True)
class CostLayout:
    """The costs with the place of every row."""

    layout: Layout
    costs: Costs

    @cached_property
    def names(self) -> dict[str, str]:
        """Who pays: the municipalities by slug, then all together."""
        own = {slug: self.layout.rankings[slug][0] for slug in self.layout.municipalities}
        return {**own, TOGETHER: EVERYBODY}

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Every line and every gap, so that those of one vendor for one municipality stand together."""
        order = {slug: number for number, slug in enumerate(self.layout.municipalities)}
        return tuple(
            (vendor, item)
            for vendor, found in self._of_vendors()
            for item in sorted(found, key=lambda item: order.get(item.municipality, len(order)))
        )

    def _of_vendors(self) -> Iterator[tuple[str, list[CostLine | CostGap]]]:
        for found in self.costs.vendors:
            yield found.vendor, [*found.lines, *found.totals[TOGETHER].gaps]

    @cached_property
    def blocks(self) -> dict[tuple[str, str], Block]:
        """The rows of Kostenregels by vendor and by whom they are for: one municipality, or everything."""
        found: dict[tuple[str, str], list[int]] = {}
        for row, (vendor, item) in enumerate(self.items):
            found.setdefault((vendor, TOGETHER), []).append(row)
            if item.municipality:
                found.setdefault((vendor, item.municipality), []).append(row)
        return {key: (rows[0], rows[-1]) for key, rows in found.items()}

    @cached_property
    def total_places(self) -> dict[tuple[str, str], int]:
        """The row of Kosten by vendor and scope."""
        keys = [(found.vendor, scope) for found in self.costs.vendors for scope in self.names]
        return {key: row for row, key in enumerate(keys)}

    @cached_property
    def volume_places(self) -> dict[str, int]:
        """The row of Aantallen by the name of a declared quantity."""
        volumes = self.layout.scan.project.forms.price_sheet.volumes
        return {name: row for row, name in enumerate(volumes, start=TIMES_PAID + 1)}

    @cached_property
    def beside(self) -> tuple[tuple[Frontier, Place], ...]:
        """The rows of Kosten en kwaliteit: of every ranking first what can be compared."""
        return tuple(
            (found, item)
            for found in self.costs.frontiers
            for item in sorted(found.places, key=lambda item: item.worth is Worth.UNKNOWN)
        )

    @cached_property
    def compared(self) -> dict[str, Block]:
        """The rows of Kosten en kwaliteit that can be compared, by ranking."""
        found: dict[str, list[int]] = {}
        for row, (ranking, item) in enumerate(self.beside):
            if item.worth is not Worth.UNKNOWN:
                found.setdefault(ranking.ranking, []).append(row)
        return {name: (rows[0], rows[-1]) for name, rows in found.items()}

    def rule(self, row: int) -> str:
        """The cell of a rule that holds for everybody."""
        return place(QUANTITIES, row, ALL_TOGETHER)

    def quantity(self, volume: str, municipality: str) -> str:
        """The cell of a declared quantity."""
        column = FIRST_MUNICIPALITY + self.layout.municipalities.index(municipality)
        return place(QUANTITIES, self.volume_places[volume], column)
