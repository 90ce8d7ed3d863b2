"""Pictures: pure functions from decided data to inline SVG, drawn at one unit per point."""

from marktscan.reporting.charts.axis import Axis, axis_for
from marktscan.reporting.charts.bars import Bar, BarColumn, ranked_bars
from marktscan.reporting.charts.courses import Course, Day, course_chart
from marktscan.reporting.charts.dots import Dot, DotRow, Shape, dot_plot
from marktscan.reporting.charts.font import missing_glyphs, printable
from marktscan.reporting.charts.moments import Kind, Moment, Promise
from marktscan.reporting.charts.pairs import Pair, Score, dumbbell
from marktscan.reporting.charts.scatter import Spot, scatter
from marktscan.reporting.charts.stacks import Segment, ShareRow, share_bars, stacked_bar
from marktscan.reporting.charts.steps import Step, step_bars
from marktscan.reporting.charts.svg import Chart, Exact
from marktscan.reporting.charts.timeline import timeline
from marktscan.reporting.charts.weights import WeightRange, weight_ranges

__all__ = [
    "Axis",
    "Bar",
    "BarColumn",
    "Chart",
    "Course",
    "Day",
    "Dot",
    "DotRow",
    "Exact",
    "Kind",
    "Moment",
    "Pair",
    "Promise",
    "Score",
    "Segment",
    "Shape",
    "ShareRow",
    "Spot",
    "Step",
    "WeightRange",
    "axis_for",
    "course_chart",
    "dot_plot",
    "dumbbell",
    "missing_glyphs",
    "printable",
    "ranked_bars",
    "scatter",
    "share_bars",
    "stacked_bar",
    "step_bars",
    "timeline",
    "weight_ranges",
]
