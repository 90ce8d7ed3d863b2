"""Which column of a source is which field: by its heading, its language and what stands in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from statistics import mean

from marktscan.importing.mapping import CROSSED, KNOCK_OUT
from marktscan.importing.source import SourceTable
from marktscan.importing.vocabulary import (
    Fit,
    Language,
    choice_fields,
    fits,
    marked_language,
    meaning_of,
    value_key,
    words,
    written_language,
)
from marktscan.spreadsheets.grids import Grid

LEAST = 0.4
"""The score below which a column is not taken for a field."""
ENGLISH_BEHIND = 0.85
"""What an English column counts beside a Dutch one."""
LONGEST_ID, SHORTEST_TEXT = 25, 12
"""Characters, on average."""
SAMPLE = 60
"""Texts of a column that are read to recognise what it holds."""
BY_CONTENT, CONVINCING = 0.5, 0.95
"""What a column counts that only its content gives away, and the share of its texts that must do so."""
LEAST_TEXTS = 3
HEADER_WITHIN_UNKNOWN = 15
"""Rows at the top of a sheet in which headings may stand that no synonym names."""
MOSTLY = 0.5
"""The share of crosses that makes a column one of crosses, whatever else somebody wrote in it."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One column that may be one field."""

    score: float
    column: int
    field: str


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table by field; `translations` hold in English what another column holds in Dutch,
    `others` belong to no field."""

    fields: Mapping[str, int]
    crosses: Mapping[str, Mapping[str, int]]
    translations: tuple[int, ...]
    others: tuple[int, ...]


def find_columns(table: SourceTable) -> Columns:
    """The most likely field of every column."""
    crosses = dict(_crosses(table))
    taken = {column for marks in crosses.values() for column in marks.values()}
    fields: dict[str, int] = {}
    for claim in sorted(_claims(table), key=lambda claim: (-claim.score, claim.column)):
        free = claim.field not in fields and claim.field not in crosses and claim.column not in taken
        if free and claim.score >= LEAST:
            fields[claim.field] = claim.column
            taken.add(claim.column)
    left = [column for column in table.headings if column not in taken and table.texts[column]]
    translations = _translations(table, left, fields)
    return Columns(fields, crosses, translations, tuple(c for c in left if c not in translations))


def _crosses(table: SourceTable) -> Iterator[tuple[str, dict[str, int]]]:
    """The fields that stand as crosses: columns that are headed by values and hold nothing but crosses."""
    for field in sorted(CROSSED):
        marks: dict[str, int] = {}
        for column, parts in table.headings.items():
            value = meaning_of(field, parts[-1]) if parts else ""
            if value and KNOCK_OUT not in value and _crosses_in(table.texts[column]) >= MOSTLY:
                marks.setdefault(value, column)
        if len(marks) > 1 and any(table.texts[column] for column in marks.values()):
            yield field, marks


def _crosses_in(texts: list[str]) -> float:
    """The share of the texts that are crosses; everything of nothing."""
    known = words("crosses") | words("no_crosses")
    return sum(value_key(text) in known for text in texts) / len(texts) if texts else 1.0


def _claims(table: SourceTable) -> Iterator[Claim]:
    for column in table.headings:
        texts = table.texts[column]
        language = language_of(table, column)
        for field, fit in column_fits(table, column).items():
            behind = ENGLISH_BEHIND if (language or fit.language) is Language.ENGLISH else 1.0
            yield Claim(fit.score * behind * _suits(field, texts), column, field)
        for field in _fields_by_content(texts):
            yield Claim(BY_CONTENT * (ENGLISH_BEHIND if language is Language.ENGLISH else 1.0), column, field)


def column_fits(table: SourceTable, column: int) -> Mapping[str, Fit]:
    """The fields a column's heading names: the whole heading, or its lowest part."""
    parts = table.headings[column]
    whole = fits(" ".join(parts)) if parts else {}
    lowest = fits(parts[-1]) if parts else {}
    both = {**whole, **lowest}
    return {
        field: max((f[field] for f in (whole, lowest) if field in f), key=lambda fit: fit.score)
        for field in both
    }


def language_of(table: SourceTable, column: int) -> Language | None:
    """The language of a column: what its heading says, else what its texts are in."""
    marked = marked_language(table.heading(column))
    return marked or written_language(table.texts[column][:SAMPLE])


def _suits(field: str, texts: list[str]) -> float:
    """How well the content of a column suits a field, 0–1."""
    if not texts:
        return 0.5
    length = mean(map(len, texts))
    if field == "id":
        return 0.3 if length > LONGEST_ID else 0.4 + 0.6 * len(set(texts)) / len(texts)
    if field == "text":
        return 1.0 if length >= SHORTEST_TEXT else 0.3
    if field in choice_fields():
        return 0.45 + 0.55 * understood(field, texts)
    if field == "theme" and any(understood(other, texts) >= CONVINCING for other in CROSSED):
        return 0.0
    return 0.5 if _crosses_in(texts) == 1 else 1.0


def understood(field: str, texts: list[str]) -> float:
    """The share of the texts that are a known value of the field."""
    return sum(bool(meaning_of(field, text)) for text in texts) / len(texts)


def _fields_by_content(texts: list[str]) -> Iterator[str]:
    """The fields that the content of a column gives away, whatever its heading says."""
    if len(texts) < LEAST_TEXTS:
        return
    length = mean(map(len, texts))
    numbered = sum(map(is_numbering, texts)) / len(texts)
    if numbered >= CONVINCING and len(set(texts)) == len(texts):
        yield "id"
    if length >= 2 * SHORTEST_TEXT and len(set(texts)) > len(texts) / 2:
        yield "text"
    for field in sorted(CROSSED):
        if understood(field, texts) >= CONVINCING and len({value_key(text) for text in texts}) > 1:
            yield field


def table_by_content(grid: Grid) -> SourceTable | None:
    """The table of a sheet whose headings nobody knows: below them stand numbers and long texts."""
    for row in list(grid.cells)[:HEADER_WITHIN_UNKNOWN]:
        table = SourceTable(grid, (row,))
        samples = (table.texts[column][:SAMPLE] for column in table.headings)
        found = {field for texts in samples for field in _fields_by_content(texts)}
        if {"id", "text"} <= found and len(grid.cells[row]) > 1:
            return table
    return None


def is_numbering(text: str) -> bool:
    """Whether a text looks like the number of a requirement: short, without spaces, with a digit."""
    return len(text) <= LONGEST_ID and " " not in text and any(letter.isdigit() for letter in text)


def _translations(table: SourceTable, left: list[int], fields: Mapping[str, int]) -> tuple[int, ...]:
    """The columns with the English of what a Dutch column holds; in a list with one, headings are enough."""
    doubles = {column: fit for column in left if (fit := _double(table, column, fields))}
    sure = any(language_of(table, column) is Language.ENGLISH for column in doubles)
    return tuple(
        column
        for column, fit in doubles.items()
        if sure and (language_of(table, column) or fit.language) is Language.ENGLISH
    )


def _double(table: SourceTable, column: int, fields: Mapping[str, int]) -> Fit | None:
    """How a column fits a field that another, not English, column already has."""
    for field, fit in column_fits(table, column).items():
        if field in fields and language_of(table, fields[field]) is not Language.ENGLISH:
            return fit
    return None
