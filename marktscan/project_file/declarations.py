"""The project file as it is written, for who has to find a setting in it again."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from marktscan.domain.source import Source
from marktscan.project_file.lines import line_numbers, line_of

Step = str | int
_NAMES = ("mark", "kind", "slug", "code")
"""What the tables of a list are called by."""


@dataclass(frozen=True, slots=True)
class Declarations:
    """The tables of the file, and on which line each of them and each setting stands."""

    file: str
    content: dict[str, Any]
    lines: Mapping[tuple[Step, ...], int]

    def place(self, names: Sequence[str]) -> Source:
        """The line of a setting, else of what stands around it; tables in a list go by their name."""
        path: tuple[Step, ...] = ()
        inside: object = self.content
        for name in names:
            step, inside = _inside(inside, name)
            path = (*path, step)
        return Source(self.file, cell=f"regel {line_of(dict(self.lines), path)}")


def declarations(root: Path, file: str) -> Declarations:
    """The tables of a project file that could be read; ValueError or OSError for another."""
    text = (root / file).read_text(encoding="utf-8-sig")
    return Declarations(file, tomllib.loads(text, parse_float=Decimal), line_numbers(text))


def _inside(table: object, name: str) -> tuple[Step, object]:
    """One step further: a key, or the place in a list of tables of the one with that name."""
    if isinstance(table, dict):
        return name, table.get(name)
    if isinstance(table, list):
        for place, item in enumerate(table):
            if isinstance(item, dict) and name in {str(item.get(key)) for key in _NAMES}:
                return place, item
    return name, None
