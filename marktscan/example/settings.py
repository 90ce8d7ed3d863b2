"""What the example's project file declares, as far as its workbooks need it."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from marktscan.domain.project import MarkLevel, Theme

PROJECT_FILE = "marktscan.toml"


def project_text() -> str:
    """The example's marktscan.toml."""
    return (files("marktscan.example") / PROJECT_FILE).read_text(encoding="utf-8")


def municipalities() -> tuple[tuple[str, str], ...]:
    """The municipalities as (slug, name), alphabetically."""
    return tuple((item["slug"], item["name"]) for item in _settings()["municipalities"])


def themes() -> tuple[Theme, ...]:
    """The themes in the order of the report."""
    return tuple(Theme(item["code"], item["name"]) for item in _settings()["themes"])


def mark_levels() -> tuple[MarkLevel, ...]:
    """The marks assessors may give."""
    levels = _settings()["points"]["marks"]
    return tuple(MarkLevel(item["mark"], item["points"], item["label"]) for item in levels)


@cache
def _settings() -> dict[str, Any]:
    return tomllib.loads(project_text())
