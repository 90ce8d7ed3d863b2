"""Read a mapping that a person may have changed; a mistake in it is a finding with its line."""

import re
import tomllib
from collections.abc import Mapping, Sequence

from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.source import Source
from marktscan.importing.mapping import (
    FIELDS,
    HEADINGS,
    ImportMapping,
    TableMapping,
    ThemeFrom,
    expected_values,
    targets,
)
from marktscan.importing.mistakes import Content, Mistakes
from marktscan.importing.read_columns import ColumnReader, known_letters
from marktscan.importing.source import SourceTable
from marktscan.importing.toml_lines import KeyPath, key_lines
from marktscan.importing.vocabulary import choice_fields
from marktscan.spreadsheets.grids import Grid

TABLE_KEYS = (
    *("bladen", "koprijen", "thema_uit", "doortrekken", "niet_overnemen", "nummeren_vanaf", "kolommen"),
)
TOP_KEYS = ("tabellen", "waarden", "vaste_waarden")
FILLED_DOWN = frozenset({*choice_fields(), "theme"})
HEAD_ROWS = "het nummer van de rij met koppen, zoals [4], of twee nummers, zoals [4, 5]"
HIGHEST_NUMBER = 9999
NUMBER_FROM = f"een heel getal tot en met {HIGHEST_NUMBER}, zoals 101; 0 geeft geen nummers"
_SYNTAX_PLACE = re.compile(r"at line (\d+)")


def read_mapping(
    text: str, file: str, grids: Sequence[Grid]
) -> tuple[ImportMapping | None, tuple[Finding, ...]]:
    """The mapping in `text` for these sheets; None when it holds a mistake, the findings say which."""
    try:
        content = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        place = _SYNTAX_PLACE.search(str(error))
        line = int(place[1]) if place else max(1, len(text.splitlines()))
        return None, (finding(Code.MAPPING_SYNTAX, Source(file, cell=f"regel {line}"), line=line),)
    mistakes = Mistakes(file, key_lines(text))
    mapping = _mapping(content, mistakes, {grid.sheet: grid for grid in grids})
    return (None if mistakes.found else mapping), tuple(mistakes.found)


def _mapping(content: Content, mistakes: Mistakes, grids: Mapping[str, Grid]) -> ImportMapping:
    mistakes.unknown_keys(content, TOP_KEYS)
    values = mistakes.fields(mistakes.group(content, "waarden"), ("waarden",))
    fixed = mistakes.fields(mistakes.group(content, "vaste_waarden"), ("vaste_waarden",))
    return ImportMapping(
        _tables(content, mistakes, grids),
        {name: _meanings(name, known, mistakes) for name, known in values.items()},
        {name: value for name, value in fixed.items() if _is_fixed(name, value, mistakes)},
    )


def _tables(content: Content, mistakes: Mistakes, grids: Mapping[str, Grid]) -> tuple[TableMapping, ...]:
    items = content.get("tabellen")
    if not items:
        mistakes.mistake(Code.MAPPING_MISSING_KEY, (), key="[[tabellen]]")
        return ()
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        mistakes.wrong(("tabellen",), items, "een of meer groepen onder [[tabellen]]")
        return ()
    left = dict(grids)
    return tuple(_table(item, ("tabellen", place), mistakes, left) for place, item in enumerate(items))


def _table(content: Content, path: KeyPath, mistakes: Mistakes, left: dict[str, Grid]) -> TableMapping:
    mistakes.unknown_keys(content, TABLE_KEYS, path)
    grids = _sheets(content, path, mistakes, left)
    head_rows = _head_rows(content, path, mistakes)
    known = known_letters(SourceTable(grids[0], head_rows).headings) if grids and head_rows else {}
    columns = ColumnReader(mistakes, known)
    if known:
        columns.read(mistakes.group(content, "kolommen", path), (*path, "kolommen"))
        if "text" not in columns.fields:
            mistakes.mistake(Code.MAPPING_MISSING_KEY, (*path, "kolommen"), key=HEADINGS["text"])
    letters = mistakes.texts(content, "niet_overnemen", path) if known else ()
    return TableMapping(
        tuple(grid.sheet for grid in grids),
        head_rows,
        _theme_from(content, path, mistakes),
        columns.fields,
        columns.crosses,
        _filled_down(content, path, mistakes),
        columns.letters(letters, (*path, "niet_overnemen")),
        _number_from(content, path, mistakes),
    )


def _sheets(content: Content, path: KeyPath, mistakes: Mistakes, left: dict[str, Grid]) -> list[Grid]:
    """The sheets of a table, each of which can be taken only once."""
    here = (*path, "bladen")
    names = mistakes.texts(content, "bladen", path)
    if not names:
        mistakes.mistake(Code.MAPPING_MISSING_KEY, here, key="bladen")
    found = []
    for name in names:
        if name in left:
            found.append(left.pop(name))
        else:
            mistakes.mistake(Code.MAPPING_SHEET_UNKNOWN, here, sheet=name, sheets=", ".join(left))
    return found


def _head_rows(content: Content, path: KeyPath, mistakes: Mistakes) -> tuple[int, ...]:
    rows = content.get("koprijen")
    match rows:
        case [int() as first] if first > 0:
            return (first,)
        case [int() as first, int() as second] if 0 < first < second:
            return first, second
    mistakes.wrong((*path, "koprijen"), rows, HEAD_ROWS)
    return ()


def _theme_from(content: Content, path: KeyPath, mistakes: Mistakes) -> ThemeFrom:
    value = content.get("thema_uit", ThemeFrom.NOWHERE.value)
    known = [item.value for item in ThemeFrom]
    if value in known:
        return ThemeFrom(value)
    mistakes.wrong((*path, "thema_uit"), value, ", ".join(known))
    return ThemeFrom.NOWHERE


def _number_from(content: Content, path: KeyPath, mistakes: Mistakes) -> int:
    value = content.get("nummeren_vanaf", 0)
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= HIGHEST_NUMBER:
        return value
    mistakes.wrong((*path, "nummeren_vanaf"), value, NUMBER_FROM)
    return 0


def _filled_down(content: Content, path: KeyPath, mistakes: Mistakes) -> tuple[str, ...]:
    headings = mistakes.texts(content, "doortrekken", path)
    known = [heading for heading, name in FIELDS.items() if name in FILLED_DOWN]
    for heading in headings:
        if heading not in known:
            mistakes.wrong((*path, "doortrekken"), heading, ", ".join(known))
    return tuple(FIELDS[heading] for heading in headings if heading in known)


def _meanings(name: str, known: object, mistakes: Mistakes) -> dict[str, str]:
    """What the values of one field become; an empty text says that a value is not understood."""
    path = ("waarden", HEADINGS[name])
    if not isinstance(known, dict):
        mistakes.wrong(path, known, f"een groep regels onder [waarden.{HEADINGS[name]}]")
        return {}
    for value, meaning in known.items():
        if not isinstance(meaning, str) or (meaning and targets(name, meaning) is None):
            mistakes.wrong((*path, value), meaning, expected_values(name))
    return known


def _is_fixed(name: str, value: object, mistakes: Mistakes) -> bool:
    if isinstance(value, str) and name != "id" and targets(name, value) is not None:
        return True
    mistakes.wrong(("vaste_waarden", HEADINGS[name]), value, expected_values(name))
    return False
