"""From answers to exact scores: sections 1–3 and 6 of docs/method.md.

The formulas are bare functions, so that anyone can hold them against the literature: numbers in, values out.
"""

from marktscan.scoring.formulas import weighted_sum
from marktscan.scoring.prices import (
    price_absolute,
    price_after_value,
    price_logarithmic,
    price_relative_linear,
    price_relative_ratio,
)
from marktscan.scoring.score import rankings_of, score_scan
from marktscan.scoring.table import score_table

__all__ = [
    "price_absolute",
    "price_after_value",
    "price_logarithmic",
    "price_relative_linear",
    "price_relative_ratio",
    "rankings_of",
    "score_scan",
    "score_table",
    "weighted_sum",
]
