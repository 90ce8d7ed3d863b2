"""Which theme of the project is meant by the names a source uses."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from marktscan.importing.mapping import TableMapping, ThemeFrom
from marktscan.importing.rows import classify
from marktscan.importing.source import SourceTable
from marktscan.project_file import read_project
from marktscan.spreadsheets.texts import key_of, nearest

SHORTEST_START = 5
"""Letters a name needs to be recognised by its beginning."""
_NUMBERING = re.compile(r"(?:\d+(?:\.\d+)*|[A-Z])[.):]?\s+")

Themes = Mapping[str, str]
"""The codes of themes, by code and by name."""


def project_themes(root: Path) -> Themes:
    """The themes of the project in this folder; none when there is no project to be read."""
    project, _ = read_project(root)
    themes = project.themes if project else ()
    return {theme.code: theme.code for theme in themes} | {theme.name: theme.code for theme in themes}


def theme_values(names: Iterable[str], themes: Themes) -> dict[str, str]:
    """What every name becomes: the code of the theme it probably means, else the name itself."""
    return {name: _meant(name, themes) or name for name in names}


def _meant(name: str, themes: Themes) -> str:
    bare = _NUMBERING.sub("", name, count=1) if _NUMBERING.match(name) else name
    begun = {code for known, code in themes.items() if _begins(known, bare)}
    if len(begun) == 1:
        return begun.pop()
    near = nearest(bare, themes)
    return themes[near] if near else ""


def _begins(known: str, name: str) -> bool:
    return len(key_of(name)) >= SHORTEST_START and key_of(known).startswith(key_of(name))


def named_themes(tables: Sequence[SourceTable], mappings: Sequence[TableMapping]) -> tuple[str, ...]:
    """The different names of themes in a source, in their order."""
    by_sheet = {sheet: mapping for mapping in mappings for sheet in mapping.sheets}
    found = (name for table in tables for name in _names(table, by_sheet[table.grid.sheet]))
    return tuple(dict.fromkeys(found))


def _names(table: SourceTable, mapping: TableMapping) -> Iterator[str]:
    match mapping.theme_from:
        case ThemeFrom.COLUMN:
            yield from table.texts.get(mapping.column("theme"), ())
        case ThemeFrom.SECTIONS:
            yield from (row.text for row in classify(table, mapping) if row.text)
        case ThemeFrom.SHEET:
            yield table.grid.sheet
