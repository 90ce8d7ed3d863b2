"""Propose how a source becomes a sheet of requirements: which sheets, columns and values."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from marktscan.importing.columns import Columns, find_columns, table_by_content
from marktscan.importing.mapping import ImportMapping, TableMapping, ThemeFrom
from marktscan.importing.rows import RowKind, classify
from marktscan.importing.source import SourceTable, find_table
from marktscan.importing.themes import Themes, named_themes, theme_values
from marktscan.importing.vocabulary import choice_fields, meaning_of, value_key
from marktscan.spreadsheets.grids import Grid

ALIKE = 0.6
"""The share of headings that two sheets have in common when they hold the same table."""
MOST_SHEETS = 100
"""Sheets that are looked at; any further one is told as not taken over."""
MOST_VALUES = 40
"""Different values of one column that a proposal lists; more is not a list of choices."""


def propose(grids: Sequence[Grid], themes: Themes) -> ImportMapping | None:
    """A proposal for everything on these sheets that looks like the list; None when nothing does."""
    shown = [grid for grid in grids if grid.visible][:MOST_SHEETS]
    tables = [table for grid in shown if (table := _table(grid)) and table.rows]
    found = [(table, find_columns(table)) for table in tables]
    usable = [(table, columns) for table, columns in found if _is_list(columns)]
    if not usable:
        return None
    main, _ = max(usable, key=lambda item: _weight(*item))
    same = [(table, columns) for table, columns in usable if _alike(main, table)]
    several = len(same) > 1
    mappings = tuple(_together(_table_mapping(table, columns, several) for table, columns in same))
    return ImportMapping(mappings, _values([table for table, _ in same], mappings, themes))


def _table(grid: Grid) -> SourceTable | None:
    return find_table(grid) or table_by_content(grid)


def _is_list(columns: Columns) -> bool:
    return "text" in columns.fields and len(columns.fields) + len(columns.crosses) > 1


def _weight(table: SourceTable, columns: Columns) -> tuple[bool, int]:
    """How much a table looks like the list: with numbers of requirements, then by its filled cells."""
    filled = sum(len(table.texts[column]) for column in columns.fields.values())
    return "id" in columns.fields, filled


def _alike(main: SourceTable, other: SourceTable) -> bool:
    ours, theirs = main.signature, other.signature
    return len(ours & theirs) >= ALIKE * len(ours | theirs)


def _table_mapping(table: SourceTable, columns: Columns, several: bool) -> TableMapping:
    fields = {name: (column,) for name, column in columns.fields.items()}
    if columns.others:
        fields["remark"] = (*fields.get("remark", ()), *columns.others)
    draft = TableMapping(
        (table.grid.sheet,),
        table.head_rows,
        ThemeFrom.COLUMN,
        fields,
        columns.crosses,
        left_out=columns.translations,
    )
    counted = replace(draft, number_from=1)  # also in a list without numbers there are rows to look at
    rows = [row.number for row in classify(table, counted) if row.kind is RowKind.REQUIREMENT]
    named = any(table.grid.text_through_merge(row, draft.column("theme")) for row in rows)
    down = ("theme",) if named and _once_per_block(table, draft.column("theme"), rows) else ()
    theme_from = ThemeFrom.COLUMN if named else _theme_elsewhere(table, draft, several)
    return replace(draft, theme_from=theme_from, filled_down=down)


def _theme_elsewhere(table: SourceTable, mapping: TableMapping, several: bool) -> ThemeFrom:
    if any(row.kind is RowKind.SECTION for row in classify(table, mapping)):
        return ThemeFrom.SECTIONS
    return ThemeFrom.SHEET if several else ThemeFrom.NOWHERE


def _once_per_block(table: SourceTable, column: int, rows: Sequence[int]) -> bool:
    """Whether a text stands only in the first row of its block: with gaps, and never twice in a row."""
    texts = [table.grid.text_through_merge(row, column) for row in rows]
    own = [table.grid.text(row, column) for row in rows]
    repeated = any(first and first == second for first, second in pairwise(own))
    return "" in texts and bool(texts[0]) and not repeated


def _together(mappings: Iterable[TableMapping]) -> list[TableMapping]:
    """Sheets with their columns in the same places as one."""
    found: list[TableMapping] = []
    for mapping in mappings:
        same = next((place for place, other in enumerate(found) if _same_places(other, mapping)), None)
        if same is None:
            found.append(mapping)
        else:
            found[same] = replace(found[same], sheets=(*found[same].sheets, *mapping.sheets))
    return found


def _same_places(one: TableMapping, other: TableMapping) -> bool:
    return replace(one, sheets=()) == replace(other, sheets=())


def _values(
    tables: Sequence[SourceTable], mappings: Sequence[TableMapping], themes: Themes
) -> dict[str, dict[str, str]]:
    """The different values in every column with choices, with what they probably mean."""
    by_sheet = {sheet: mapping for mapping in mappings for sheet in mapping.sheets}
    names = named_themes(tables, mappings)
    found = {"theme": theme_values(names, themes)} if 0 < len(names) <= MOST_VALUES else {}
    for table in tables:
        mapping = by_sheet[table.grid.sheet]
        for name in choice_fields():
            if column := mapping.column(name):
                _add_values(found.setdefault(name, {}), name, table.texts[column])
    return found


def _add_values(known: dict[str, str], name: str, texts: Iterable[str]) -> None:
    keys = {value_key(value) for value in known}
    for text in texts:
        if value_key(text) not in keys and len(known) < MOST_VALUES:
            keys.add(value_key(text))
            known[text] = meaning_of(name, text)
