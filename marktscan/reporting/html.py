"""From view to HTML. Everything that is printed passes `_visible`, so no text reaches the page untreated."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from marktscan.assets import templates
from marktscan.reporting.charts import printable
from marktscan.reporting.style.broken import blaming
from marktscan.reporting.view import Page


def render(page: Page) -> str:
    """The report as one HTML document; its style sheets and fonts lie in the template folder.

    BrokenTemplateError when a template has an error.
    """
    return printed("base.html", folders_of(page), page=page)


def printed(template: str, folders: Sequence[Path], **views: object) -> str:
    """These views by the template of that name in the first of these folders that has one."""
    with blaming(folders):
        return environment(*folders).get_template(template).render(**views)


def folders_of(page: Page) -> tuple[Path, ...]:
    """Where the templates of a page lie: the project's own come before the product's."""
    return (page.house.folder, templates()) if page.house.folder else (templates(),)


@cache
def environment(*folders: Path) -> Environment:
    """Templates from these folders; a file in an earlier one replaces its namesake in a later one.

    Templates that are not the product's own cannot reach beyond the page they print.
    """
    trusted = all(folder.is_relative_to(templates()) for folder in folders)
    return (Environment if trusted else ImmutableSandboxedEnvironment)(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_visible,
        trim_blocks=True,
    )


def _visible(value: object) -> object:
    """Text with every character the font lacks made visible; markup made by the program is left alone."""
    return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value
