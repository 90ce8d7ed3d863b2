"""The mapping as a small TOML file that people can read and change."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from marktscan.importing.mapping import (
    HEADINGS,
    ImportMapping,
    TableMapping,
    ThemeFrom,
    expected_values,
)
from marktscan.importing.source import SourceTable
from marktscan.spreadsheets.grids import Grid, get_column_letter

LONGEST_COMMENT = 60
_ABOUT = (
    "# Zo wil marktscan uw lijst overnemen. Klopt iets niet, verander het dan hier.",
    "# Voer daarna uit: marktscan import {source} --mapping {mapping}",
    "# Een regel die met # begint, is uitleg en telt niet mee.",
)
_TABLE = (
    "# koprijen: de rij met de koppen, of twee rijen. Alles daaronder is de lijst.",
    f"# thema_uit: {', '.join(item.value for item in ThemeFrom)}.",
    "# doortrekken: bij deze kolommen betekent een lege cel: hetzelfde als erboven.",
    "# niet_overnemen: de letters van kolommen die u weglaat, zoals een vertaling.",
)
_NUMBERING = (
    "# Rijen zonder nummer neemt marktscan niet over: het bedenkt nooit zomaar een nummer. Mag het dat wel?",
    "# Haal dan # weg. Elke rij krijgt de code van haar thema en een volgnummer vanaf dit getal (ARC-101).",
    "# Nummert een andere gemeente ook zo? Kies dan een ander getal, zoals 201.",
)
FIRST_NUMBER = 101
"""Well above the numbers of the catalogue."""
_COLUMNS = (
    "# Links een kolom van het blad Eisen, rechts de letter van de kolom in uw bestand.",
    '# Meer kolommen samen: ["F", "G"]. Kruisjes: een kolom per waarde: {Must = "C", Could = "D"}.',
)
_VALUES = (
    "# Links wat in uw lijst staat, rechts wat het wordt: {expected}.",
    "# Rechts leeg: niet begrepen. Zo'n waarde komt bij Opmerking.",
)
_KIND = '# Zegt de prioriteit ook of het een eis of een wens is? Schrijf dan bijvoorbeeld "Must, eis".'
_FIXED = (
    "# Wat uw lijst niet heeft en voor elke rij hetzelfde is. Haal # weg om het te gebruiken.",
    "[vaste_waarden]",
)


def mapping_text(mapping: ImportMapping, grids: Sequence[Grid], source: str, file: str) -> str:
    """The whole file, with the headings of the source as comments."""
    by_sheet = {grid.sheet: grid for grid in grids}
    lines = [line.format(source=_word(source), mapping=_word(file)) for line in _ABOUT]
    for table in mapping.tables:
        lines.extend(_table_lines(table, SourceTable(by_sheet[table.sheets[0]], table.head_rows)))
    for name, values in mapping.values.items():
        lines.extend(_value_lines(name, values, "kind" in mapping.fields))
    lines.extend(("", *_FIXED, *_fixed_lines(mapping)))
    return "\n".join(lines) + "\n"


def _table_lines(mapping: TableMapping, table: SourceTable) -> Iterator[str]:
    yield from ("", *_TABLE, "[[tabellen]]")
    yield f"bladen = {_list(map(_quoted, mapping.sheets))}"
    yield f"koprijen = {_list(map(str, mapping.head_rows))}"
    yield f"thema_uit = {_quoted(mapping.theme_from.value)}"
    yield f"doortrekken = {_list(_quoted(HEADINGS[name]) for name in mapping.filled_down)}"
    yield f"niet_overnemen = {_letters(mapping.left_out)}{_comment(table, mapping.left_out)}"
    if mapping.number_from or not mapping.column("id"):
        off = "" if mapping.number_from else "# "
        yield from (*_NUMBERING, f"{off}nummeren_vanaf = {mapping.number_from or FIRST_NUMBER}")
    yield from ("", *_COLUMNS, "[tabellen.kolommen]")
    for name, heading in HEADINGS.items():
        if name in mapping.crosses:
            yield f"{_quoted(heading)} = {_inline(mapping.crosses[name])}"
        elif numbers := mapping.columns.get(name):
            letters = _letters(numbers) if len(numbers) > 1 else f'"{get_column_letter(numbers[0])}"'
            yield f"{_quoted(heading)} = {letters}{_comment(table, numbers)}"


def _value_lines(name: str, values: Mapping[str, str], has_kind: bool) -> Iterator[str]:
    yield from ("", *(line.format(expected=expected_values(name)) for line in _VALUES))
    if name == "priority" and not has_kind:
        yield _KIND
    yield f"[waarden.{_quoted(HEADINGS[name])}]"
    yield from (f"{_quoted(text)} = {_quoted(meaning)}" for text, meaning in values.items())


def _fixed_lines(mapping: ImportMapping) -> Iterator[str]:
    for name, example in (("kind", "eis"), ("weight", "3")):
        if name not in mapping.fields:
            yield f"# {_quoted(HEADINGS[name])} = {_quoted(example)}"


def _comment(table: SourceTable, numbers: Sequence[int]) -> str:
    """The headings of these columns, on one line."""
    headings = ", ".join(filter(None, map(table.heading, numbers)))
    line = "".join(letter if letter.isprintable() else " " for letter in headings)
    return f"  # {line[:LONGEST_COMMENT].rstrip()}" if line.strip() else ""


def _letters(numbers: Sequence[int]) -> str:
    return _list(f'"{get_column_letter(number)}"' for number in numbers)


def _inline(marks: Mapping[str, int]) -> str:
    return "{" + ", ".join(f'{_quoted(value)} = "{get_column_letter(c)}"' for value, c in marks.items()) + "}"


def _list(items: Iterable[str]) -> str:
    return f"[{', '.join(items)}]"


def _word(text: str) -> str:
    """A file name as one word of a command, on one line."""
    line = "".join(letter if letter.isprintable() else "?" for letter in text)
    return f'"{line}"' if " " in line else line


def _quoted(text: str) -> str:
    """A TOML string; whatever is not printable is written out."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{"".join(letter if letter.isprintable() else _written_out(letter) for letter in escaped)}"'


def _written_out(letter: str) -> str:
    return f"\\U{ord(letter):08X}"
