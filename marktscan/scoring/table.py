"""The score table: one row per municipality × vendor × requirement that municipality has.

| column | what | unit |
|---|---|---|
| municipality, vendor | slugs | |
| theme, requirement | the joint requirement's theme and id | |
| kind | eis or wens, as this municipality holds it | |
| state, code | which of the five states of empty; the code of the answer | |
| points_low, points_high | value of the answer, low and high | 1/unit, int64 |
| marks | how many marks the value is the mean of; 1 when it is no mean | int64 |
| raw_weight | weight in the theme, 0 for a Won't and for a knock-out beside the score | 1–5, int64 |
| counted_weight | the same, 0 where n.v.t. was granted | 1–5, int64 |
| theme_weight | weight of the theme in this municipality, 0 when it has none | points of 100, int64 |
| reason | why the value is what it is, in Dutch | |
| cells | every cell the row rests on | tuple of Source |

`table.attrs["unit"]` holds for the whole table: 100 × the least common multiple of the numbers of marks, so
that every value is a whole number of 1/unit. Vendors whose answers could not be used have no rows.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING

from marktscan.domain.scan import Scan
from marktscan.scoring.lines import Line, lines_of

if TYPE_CHECKING:
    import pandas as pd

NUMBERS = ("points_low", "points_high", "marks", "raw_weight", "counted_weight", "theme_weight")
COLUMNS = (
    "municipality",
    "vendor",
    "theme",
    "requirement",
    "kind",
    "state",
    "code",
    *NUMBERS,
    "reason",
    "cells",
)
LARGEST = 2**63 - 1


def score_table(scan: Scan) -> "pd.DataFrame":
    """Everything the scores are made of, with its working and its cells."""
    return packed(lines_of(scan))


def packed(lines: Sequence[Line]) -> "pd.DataFrame":
    """The lines as a table of whole numbers on one declared unit; only who asks for it waits for pandas."""
    import pandas as pd

    unit = 100 * lcm(*(line.value.marks for line in lines))
    columns = list(zip(*(_row(line, unit) for line in lines), strict=True)) or [()] * len(COLUMNS)
    whole = _whole_numbers(lines, unit)
    table = pd.DataFrame(
        {
            name: pd.Series(values, dtype=whole if name in NUMBERS else "object")
            for name, values in zip(COLUMNS, columns, strict=True)
        }
    )
    table.attrs["unit"] = unit
    return table


def _row(line: Line, unit: int) -> tuple[object, ...]:
    """One row, in the order of COLUMNS."""
    asked, value = line.asked, line.value
    return (
        line.municipality,
        line.vendor,
        asked.theme,
        asked.requirement,
        asked.position.kind,
        value.state,
        line.code,
        _on_unit(value.low, unit),
        _on_unit(value.high, unit),
        value.marks,
        asked.raw_weight,
        line.counted_weight,
        asked.theme_weight,
        line.reason,
        line.cells,
    )


def _on_unit(value: Fraction, unit: int) -> int:
    """The value as a whole number of 1/unit, which its denominator always divides."""
    return value.numerator * (unit // value.denominator)


def _whole_numbers(lines: Sequence[Line], unit: int) -> str:
    """int64; Python's own integers when so many marks were given that a sum would not fit."""
    return "int64" if unit * sum(line.asked.raw_weight for line in lines) <= LARGEST else "object"
