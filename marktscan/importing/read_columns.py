"""Read which column of a source is which, from the letters in a mapping file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from marktscan.importing.mapping import CROSSED, HEADINGS, JOINED, expected_values, targets
from marktscan.importing.mistakes import Content, Mistakes
from marktscan.importing.toml_lines import KeyPath
from marktscan.spreadsheets.grids import get_column_letter


@dataclass(frozen=True, slots=True)
class ColumnReader:
    """Reads letters as columns of one table; `known` are the columns that table has."""

    mistakes: Mistakes
    known: Mapping[str, int]
    fields: dict[str, tuple[int, ...]] = field(default_factory=dict)
    crosses: dict[str, dict[str, int]] = field(default_factory=dict)

    def read(self, columns: Content, path: KeyPath) -> None:
        """The columns of every field."""
        for name, value in self.mistakes.fields(columns, path).items():
            here = (*path, HEADINGS[name])
            match value:
                case str():
                    self._add(name, (value,), here)
                case [*letters] if (
                    name in JOINED and letters and all(isinstance(one, str) for one in letters)
                ):
                    self._add(name, tuple(letters), here)
                case {**marks} if name in CROSSED and marks:
                    self.crosses[name] = self._marks(name, marks, here)
                case _:
                    self.mistakes.wrong(here, value, "de letter van een kolom")

    def letters(self, letters: tuple[str, ...], path: KeyPath) -> tuple[int, ...]:
        """The columns with these letters."""
        for letter in letters:
            if letter not in self.known:
                self.mistakes.wrong(path, letter, f"een kolom van de lijst ({', '.join(self.known)})")
        return tuple(self.known[letter] for letter in letters if letter in self.known)

    def _add(self, name: str, letters: tuple[str, ...], path: KeyPath) -> None:
        if numbers := self.letters(letters, path):
            self.fields[name] = numbers

    def _marks(self, name: str, marks: Mapping[Any, Any], path: KeyPath) -> dict[str, int]:
        found: dict[str, int] = {}
        for meaning, letter in marks.items():
            if targets(name, meaning) is None:
                self.mistakes.wrong((*path, meaning), meaning, expected_values(name))
            elif not isinstance(letter, str):
                self.mistakes.wrong((*path, meaning), letter, "de letter van een kolom")
            elif numbers := self.letters((letter,), (*path, meaning)):
                found[meaning] = numbers[0]
        return found


def known_letters(columns: Mapping[int, object]) -> dict[str, int]:
    """The columns of a table by letter."""
    return {get_column_letter(column): column for column in columns}
