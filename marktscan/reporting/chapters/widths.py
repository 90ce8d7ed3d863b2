"""How wide a column must be for a name, by the font's own widths."""

from marktscan.reporting.charts.font import STRONG, width

_PADDING = 6
_WIDEST = 84


def name_width(name: str) -> int:
    """Points for the name in semibold with its padding; a very long name is broken instead."""
    return min(width(name, STRONG).__ceil__() + _PADDING, _WIDEST)
