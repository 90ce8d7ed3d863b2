"""The formulas of Kosten en kwaliteit: one offer held against all others of its ranking."""

from dataclasses import dataclass

from marktscan.domain.costs import Worth
from marktscan.spreadsheets.results.cells import place, span
from marktscan.spreadsheets.results.cost_layout import (
    BESIDE,
    BETTER,
    BETTER_COMPLETE,
    COMPLETE,
    COST,
    ON_LINE,
    QUALITY,
    YES,
)


@dataclass(frozen=True, slots=True)
class BesideFormulas:
    """The row of an offer, and the first and last row of those it is held against.

    Costs are compared to the cent and points at six decimals, as places are.
    """

    row: int
    first: int
    last: int

    def better(self, *, complete: bool) -> str:
        """How many offers are no dearer and no worse, and not equal; only complete ones when asked."""
        cost, points = f"ROUND({self._own(COST)},2)", f"ROUND({self._own(QUALITY)},6)"
        costs, all_points = f"ROUND({self._all(COST)},2)", f"ROUND({self._all(QUALITY)},6)"
        only = f',--({self._all(COMPLETE)}="{YES}")' if complete else ""
        no_worse = f"--({costs}<={cost}),--({all_points}>={points})"
        return f"=SUMPRODUCT({no_worse},--(({costs}<{cost})+({all_points}>{points})>0){only})"

    def on_line(self) -> str:
        """1 for a complete offer that no complete offer beats."""
        return f'=IF(AND({self._own(COMPLETE)}="{YES}",{self._own(BETTER_COMPLETE)}=0),1,0)'

    def worth(self) -> str:
        """The words of the method."""
        efficient = f"AND({self._own(ON_LINE)}=1,{self._own(BETTER)}=0)"
        otherwise = f'IF({efficient},"{Worth.EFFICIENT}","{Worth.OPEN}")'
        return f'=IF({self._own(BETTER_COMPLETE)}>0,"{Worth.DOMINATED}",{otherwise})'

    def per_point(self) -> str:
        """Euro per point more than the next cheaper offer on the line; nothing for the first and off it."""
        cost, points = self._own(COST), self._own(QUALITY)
        cheaper = f"({self._all(ON_LINE)}=1)*(ROUND({self._all(COST)},2)<ROUND({cost},2))"
        more = f"{cost}-SUMPRODUCT(MAX({cheaper}*{self._all(COST)}))"
        gain = f"{points}-SUMPRODUCT(MAX({cheaper}*{self._all(QUALITY)}))"
        nothing = f"OR({self._own(ON_LINE)}=0,SUMPRODUCT({cheaper})=0)"
        return f'=IF({nothing},"",({more})/({gain}))'

    def _own(self, column: int) -> str:
        return place(BESIDE, self.row, column)

    def _all(self, column: int) -> str:
        return span(BESIDE, (self.first, column), (self.last, column))
