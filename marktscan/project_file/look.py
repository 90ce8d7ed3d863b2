"""The house style as this project declares it, each value with its line; reporting judges it."""

from collections.abc import Callable, Mapping
from typing import Any

from marktscan.domain.source import Source
from marktscan.domain.style import Declared, Style
from marktscan.project_file.problems import Path

Places = Callable[[Path], Source]
"""Where the value at a path stands in the file."""


def style(given: Mapping[str, Any], places: Places) -> Style:
    """Colours by token, and the names at the foot of a page."""
    colours = {
        token: Declared(value, places(("style", "colours", token)))
        for token, value in given.get("colours", {}).items()
    }
    return Style(colours, given.get("owners", ""))


def own_look(municipality: Mapping[str, Any], index: int, places: Places) -> dict[str, Declared]:
    """The colour and the logo of the municipality at this place in the file, those it has."""
    return {
        key: Declared(municipality[key], places(("municipalities", index, key)))
        for key in ("colour", "logo")
        if key in municipality
    }
