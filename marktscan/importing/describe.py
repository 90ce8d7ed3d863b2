"""A mapping in words, for people who decide whether it is right."""

from collections.abc import Iterator, Mapping, Sequence

from marktscan.importing.mapping import HEADINGS, ImportMapping, TableMapping, ThemeFrom
from marktscan.importing.rows import RowKind, classify
from marktscan.importing.source import SourceTable
from marktscan.spreadsheets.grids import Grid, get_column_letter
from marktscan.wording.formats import list_of

LONGEST_EXAMPLE = 40
_THEMES = {
    ThemeFrom.SHEET: "de naam van het werkblad",
    ThemeFrom.SECTIONS: "de koppen tussen de rijen",
}

Described = tuple[str, str, str, str]
"""A column of the form, the letters it comes from, their headings, and an example of what stands there."""


def describe(mapping: ImportMapping, grids: Sequence[Grid]) -> Iterator[tuple[str, list[Described]]]:
    """Every table: where it stands, and its columns."""
    by_sheet = {grid.sheet: grid for grid in grids}
    for item in mapping.tables:
        table = SourceTable(by_sheet[item.sheets[0]], item.head_rows)
        yield _where(item), list(_columns(item, table))


def _where(item: TableMapping) -> str:
    rows = list_of([str(row) for row in item.head_rows])
    return f"{list_of(item.sheets)}: koppen op rij {rows}"


def _columns(item: TableMapping, table: SourceTable) -> Iterator[Described]:
    rows = [row.number for row in classify(table, item) if row.kind is RowKind.REQUIREMENT]
    for name, heading in HEADINGS.items():
        if name in item.crosses:
            yield heading, *_crosses(item.crosses[name], table)
        elif numbers := item.columns.get(name):
            yield heading, *_single(numbers, table, rows)
        elif name == "theme" and item.theme_from in _THEMES:
            yield heading, "", _THEMES[item.theme_from], ""
    if item.left_out:
        yield "(niet overnemen)", *_single(item.left_out, table, rows)


def _single(numbers: Sequence[int], table: SourceTable, rows: Sequence[int]) -> tuple[str, str, str]:
    letters = ", ".join(map(get_column_letter, numbers))
    headings = ", ".join(table.heading(number) or "zonder kop" for number in numbers)
    texts = (table.grid.text(row, number) for number in numbers for row in rows)
    return letters, _short(headings), _short(next(filter(None, texts), ""))


def _crosses(marks: Mapping[str, int], table: SourceTable) -> tuple[str, str, str]:
    headings = ", ".join(table.heading(number) for number in marks.values())
    letters = ", ".join(map(get_column_letter, marks.values()))
    return letters, _short(headings), f"kruisjes bij {', '.join(marks)}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_EXAMPLE else f"{line[: LONGEST_EXAMPLE - 1].rstrip()}…"
