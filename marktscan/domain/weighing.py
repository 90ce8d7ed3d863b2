"""What a try-out with other weights needs: the weights of themes, and what offers score on each."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class ThemeValue:
    """One offer on one theme: low and high on 0–100, and the part (0–1) of the weight that is answered."""

    low: Fraction
    high: Fraction
    covered: Fraction


@dataclass(frozen=True, slots=True)
class Weighing:
    """One municipality: the stated weight of every theme with rows that count, in the order of the project.

    `values` are by vendor and theme. A theme that does not count for a vendor is left out there, and its
    weight goes to the others: a score is Σ weight × value over Σ weight. 0 is: without a weight.
    """

    municipality: str
    weights: Mapping[str, int]
    values: Mapping[str, Mapping[str, ThemeValue]]
