"""The choice lists of the forms, with what each choice means; those a project declares are added."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from marktscan.domain.project import MarkLevel, Theme


@dataclass(frozen=True, slots=True)
class Choice:
    """One value people may choose; `meaning` is printed beside it on the sheet Keuzelijsten."""

    value: str | int
    meaning: str = ""


@cache
def form_texts() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """The Dutch texts of the forms: "columns" by sheet and column name, "choices" by list and value."""
    text = files("marktscan.spreadsheets").joinpath("forms_nl.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def column_text(sheet: str, name: str) -> str:
    """What a column means; the ids of the municipalities share one meaning, and so do their texts
    and the columns that people added."""
    if sheet == "Catalogus":  # shows the columns of the list it fills
        sheet = "Eisen"
    shared = next((prefix for prefix in ("id_", "text_", "own_") if name.startswith(prefix)), name)
    return form_texts()["columns"][sheet][shared]


def standard_choices() -> dict[str, tuple[Choice, ...]]:
    """The lists that are the same in every project, by name."""
    return {
        name: tuple(Choice(_number_or_text(value), meaning) for value, meaning in meanings.items())
        for name, meanings in form_texts()["choices"].items()
    }


def theme_choices(themes: Sequence[Theme]) -> tuple[Choice, ...]:
    """The list "themas": the codes of the project, with their names."""
    return tuple(Choice(theme.code, theme.name) for theme in themes)


def mark_choices(levels: Sequence[MarkLevel]) -> tuple[Choice, ...]:
    """The list "cijfers": the marks assessors may give, with what they mean."""
    return tuple(Choice(level.mark, level.label) for level in levels)


def _number_or_text(value: str) -> str | int:
    return int(value) if value.isdecimal() else value
