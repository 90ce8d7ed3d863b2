"""From view to HTML. Everything that is printed passes `_visible`, so no text reaches the page untreated."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from marktscan.assets import templates
from marktscan.reporting.charts import printable
from marktscan.reporting.view import Page


def render(page: Page) -> str:
    """The report as one HTML document; its style sheets and fonts lie in the template folder."""
    return environment(templates()).get_template("base.html").render(page=page)


@cache
def environment(*folders: Path) -> Environment:
    """Templates from these folders; a file in an earlier one replaces its namesake in a later one."""
    return Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_visible,
        trim_blocks=True,
    )


def _visible(value: object) -> object:
    """Text with every character the font lacks made visible; markup made by the program is left alone."""
    return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value
