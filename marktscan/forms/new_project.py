"""Writes a fresh project: the project file, an empty list of requirements per municipality, folders."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from importlib.resources import files
from pathlib import Path

from marktscan.catalogue import CatalogueRequirement, catalogue_requirements
from marktscan.example.settings import themes
from marktscan.files import put_all
from marktscan.forms.fresh_settings import fresh_settings
from marktscan.forms.readmes import decisions_readme, requirements_readme
from marktscan.forms.slugs import slug_of
from marktscan.spreadsheets.choices import theme_choices
from marktscan.spreadsheets.columns import REQUIREMENTS, THEMES, Form, decisions_form
from marktscan.spreadsheets.sheet import Row, Sheet
from marktscan.spreadsheets.write import write_workbook

CATALOGUE = Form(
    "Catalogus",
    tuple(
        replace(column, heading=f"Catalogus {column.heading}", synonyms=(), required=False, choices="")
        for column in REQUIREMENTS.columns
    ),
)
"""The columns of sheet Eisen in the same order, so that a row can be copied; named otherwise, so that nobody
takes it for that sheet."""
COPIED = {
    "LEESMIJ.md": "LEESMIJ.md",
    "requirements/README.md": "requirements.md",
    "vendors/README.md": "vendors.md",
}


@dataclass(frozen=True, slots=True)
class NewProject:
    """What a fresh project is told: who take part, its title, the current system and when it begins."""

    municipalities: tuple[str, ...]
    title: str
    incumbent: str
    start: date


def write_new_project(directory: Path, new: NewProject) -> tuple[Path, ...]:
    """Write the project into `directory` and name its files."""
    settings = directory / "marktscan.toml"
    text = fresh_settings(new.municipalities, new.title, new.incumbent, new.start)
    put_all({settings: text.encode()})
    copied = tuple(_copy(directory / path, name, new) for path, name in COPIED.items())
    return (settings, *copied, *_write_lists(directory / "requirements", new))


def _write_lists(folder: Path, new: NewProject) -> Iterator[Path]:
    """An empty workbook per municipality, with the catalogue to choose from."""
    sheets = (
        Sheet(REQUIREMENTS, ()),
        Sheet(THEMES, [{"theme": theme.code, "description": theme.name} for theme in themes()]),
        Sheet(CATALOGUE, [_catalogue_row(item) for item in catalogue_requirements()]),
    )
    for name in sorted(new.municipalities):
        path = folder / f"{slug_of(name)}.xlsx"
        choices = {"themas": theme_choices(themes())}
        write_workbook(path, requirements_readme(name), sheets, fictitious=False, choices=choices)
        yield path
    yield _write_decisions(folder, new)


def _write_decisions(folder: Path, new: NewProject) -> Path:
    """An empty workbook for the decisions about joining the lists."""
    path = folder / "samenvoeging.xlsx"
    form = decisions_form(tuple((slug_of(name), name) for name in sorted(new.municipalities)))
    write_workbook(path, decisions_readme(), (Sheet(form, ()),), fictitious=False)
    return path


def _catalogue_row(item: CatalogueRequirement) -> Row:
    names = ("id", "theme", "text", "explanation", "type", "kind", "priority", "weight", "norm", "evidence")
    return {name: getattr(item, name) for name in (*names, "demo", "knock_out")}


def _copy(path: Path, name: str, new: NewProject) -> Path:
    text = (files("marktscan.forms") / "texts" / name).read_text(encoding="utf-8")
    lists = "\n".join(
        f"| `{slug_of(item)}.xlsx` | projectteam {item} |" for item in sorted(new.municipalities)
    )
    put_all({path: text.replace("{lists}", lists).encode()})
    return path
