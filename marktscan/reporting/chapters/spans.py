"""Many cells in few words: per column from the first to the last, and files with the same cells together."""

import re
from collections.abc import Iterable, Iterator

from marktscan.domain.source import Source
from marktscan.wording.formats import list_of

_CELL = re.compile(r"([A-Z]+)(\d+)")
_Columns = dict[str, list[int]]


def spans(places: Iterable[Source]) -> Iterator[str]:
    """The places in their order: "a.xlsx en b.xlsx · Vragen!F2:F186". What is no cell stands as it is."""
    together: dict[str, list[str]] = {}
    for (file, sheet), columns in _by_sheet(places).items():
        cells = list_of([_span(column, rows) for column, rows in columns.items()])
        together.setdefault(str(Source("", sheet, cells)), []).append(file)
    for where, files in together.items():
        yield f"{list_of(files)}{where}"


def _by_sheet(places: Iterable[Source]) -> dict[tuple[str, str], _Columns]:
    found: dict[tuple[str, str], _Columns] = {}
    for place in places:
        columns = found.setdefault((place.file, place.sheet), {})
        cell = _CELL.fullmatch(place.cell)
        rows = columns.setdefault(cell[1] if cell else place.cell, [])
        rows += [int(cell[2])] if cell else []
    return found


def _span(column: str, rows: list[int]) -> str:
    if not rows:
        return column
    first, last = f"{column}{min(rows)}", f"{column}{max(rows)}"
    return first if first == last else f"{first}:{last}"
