"""Pictures: pure functions from decided data to inline SVG, drawn at one unit per point."""

from marktscan.reporting.charts.bars import Bar, BarColumn, ranked_bars
from marktscan.reporting.charts.dots import Axis, Dot, DotRow, Shape, axis_for, dot_plot
from marktscan.reporting.charts.font import missing_glyphs, printable
from marktscan.reporting.charts.pairs import Pair, dumbbell
from marktscan.reporting.charts.stacks import Segment, ShareRow, share_bars, stacked_bar
from marktscan.reporting.charts.svg import Chart, Exact

__all__ = [
    "Axis",
    "Bar",
    "BarColumn",
    "Chart",
    "Dot",
    "DotRow",
    "Exact",
    "Pair",
    "Segment",
    "Shape",
    "ShareRow",
    "axis_for",
    "dot_plot",
    "dumbbell",
    "missing_glyphs",
    "printable",
    "ranked_bars",
    "share_bars",
    "stacked_bar",
]
