"""From answers to exact scores: sections 1–3 and 6 of docs/method.md."""

from marktscan.scoring.score import rankings_of, score_scan
from marktscan.scoring.table import score_table

__all__ = ["rankings_of", "score_scan", "score_table"]
