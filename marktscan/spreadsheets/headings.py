"""Recognise the columns of a form in a row of headings, however they were moved or respelled."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from marktscan.spreadsheets.columns import Column, Form
from marktscan.spreadsheets.texts import key_of, nearest


@dataclass(frozen=True, slots=True)
class Headings:
    """One row of a sheet compared with a form. Columns are numbers from 1.

    `found` has the columns by field name, `doubles` the fields that several columns claim, `unknown` the
    headings that belong to no field, `similar` the absent fields with the heading that was probably meant.
    """

    row: int
    found: Mapping[str, int]
    doubles: Mapping[str, tuple[int, ...]]
    unknown: Mapping[int, str]
    similar: Mapping[str, int]

    def complete(self, form: Form) -> bool:
        """Whether every required column was found once."""
        return all(column.name in self.found for column in form.required)

    def likely(self, form: Form) -> bool:
        """Whether at least half of the required columns stand here, misspelled ones included."""
        seen = self.found.keys() | self.doubles.keys() | self.similar.keys()
        return 2 * sum(column.name in seen for column in form.required) >= len(form.required)


LONGEST_HEADING = 60
"""Characters; a longer text is content, and not compared with headings."""


@cache
def _fields_by_key(form: Form) -> Mapping[str, frozenset[str]]:
    """The fields each normalised heading or synonym can stand for."""
    fields: dict[str, set[str]] = {}
    for column in form.columns:
        for text in (column.heading, *column.synonyms):
            fields.setdefault(key_of(text), set()).add(column.name)
    return {key: frozenset(names) for key, names in fields.items()}


def likeness(form: Form, keys: Mapping[int, str]) -> tuple[int, int]:
    """How many of the form's headings stand in a row: the required ones, and all."""
    known = _fields_by_key(form)
    if known.keys().isdisjoint(keys.values()):  # nearly every row: this keeps finding a sheet fast
        return 0, 0
    seen = {name for key in keys.values() if key in known for name in known[key]}
    return sum(column.name in seen for column in form.required), len(seen)


def heading_keys(cells: Mapping[int, str]) -> dict[int, str]:
    """The normalised texts of a row that are short enough to be headings, by column."""
    return {number: key_of(text) for number, text in cells.items() if len(text) <= LONGEST_HEADING}


def read_headings(form: Form, row: int, cells: Mapping[int, str]) -> Headings:
    """Compare the texts of a row, by column number, with the columns of a form."""
    keys = heading_keys(cells)
    claims = {column.name: _claims(column, keys) for column in form.columns}
    found = {name: numbers[0] for name, numbers in claims.items() if len(numbers) == 1}
    doubles = {name: numbers for name, numbers in claims.items() if len(numbers) > 1}
    taken = {number for numbers in claims.values() for number in numbers}
    unknown = {number: text for number, text in cells.items() if number not in taken}
    absent = tuple(column for column in form.columns if not claims[column.name])
    return Headings(row, found, doubles, unknown, _similar(absent, unknown))


def _claims(column: Column, keys: Mapping[int, str]) -> tuple[int, ...]:
    """The columns that carry this heading; its synonyms count only where the heading itself is absent."""
    exact = tuple(number for number, key in keys.items() if key == key_of(column.heading))
    synonyms = {key_of(synonym) for synonym in column.synonyms}
    return exact or tuple(number for number, key in keys.items() if key in synonyms)


def _similar(absent: tuple[Column, ...], unknown: Mapping[int, str]) -> dict[str, int]:
    names = {column.heading: column.name for column in absent}
    meant = {names[near]: number for number, text in unknown.items() if (near := nearest(text, names))}
    return dict(sorted(meant.items()))
