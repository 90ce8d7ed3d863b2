"""Pictures: pure functions from decided data to inline SVG, drawn at one unit per point."""

from marktscan.reporting.charts.bars import Bar, BarColumn, ranked_bars
from marktscan.reporting.charts.font import missing_glyphs, printable
from marktscan.reporting.charts.svg import Chart, Exact

__all__ = ["Bar", "BarColumn", "Chart", "Exact", "missing_glyphs", "printable", "ranked_bars"]
