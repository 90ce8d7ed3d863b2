"""Read the cells of a row by what belongs in them; whatever is read otherwise than written is told."""

from collections.abc import Mapping
from dataclasses import dataclass
from textwrap import shorten
from types import MappingProxyType
from typing import TypeVar, cast

from openpyxl.cell import Cell
from openpyxl.cell.cell import MergedCell

from marktscan.domain.finding import Code, finding
from marktscan.domain.source import Origin
from marktscan.spreadsheets.number_formats import as_shown
from marktscan.spreadsheets.table import AnyCell, Table
from marktscan.spreadsheets.texts import (
    CellValue,
    clean,
    clean_id,
    in_our_letters,
    is_blank,
    is_error,
    is_turned,
    key_of,
    number_text,
    percentage_text,
    shown,
)
from marktscan.spreadsheets.yes_no import YES_NO, yes_no_text

Chosen = TypeVar("Chosen")
_TOLD = 60
"""Characters of a text that a finding repeats."""
NO_SPELLINGS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table with its cells by field name; every reading tells the table what it found.

    `as_sent` is whether id and text still belong together as the form was sent, None when the form does not
    say; a `shifted` row has the text of another row.
    """

    table: Table
    origin: Origin
    cells: Mapping[str, AnyCell]
    id: str = ""
    as_sent: bool | None = None
    shifted: bool = False

    def tell(self, code: Code, name: str, **facts: object) -> None:
        """Add a finding about one field of this row."""
        self.table.found.append(finding(code, self.origin.cell(name), **facts))

    def filled(self, name: str) -> bool:
        """Whether people see anything in the cell, readable or not."""
        cell = self.cells.get(name)
        return cell is not None and not is_blank(self.table.content(cell))

    def value(self, name: str, formula: Code = Code.FORMULA_READ) -> CellValue:
        """What the cell holds, for a formula (told as `formula`) what was stored beside it; None when
        nothing usable."""
        cell = self.cells.get(name)
        if cell is None or is_blank(self.table.content(cell)):
            return None
        if merged := self.table.merged_around(cell):
            self.tell(Code.CELL_MERGED, name, range=merged)
        if isinstance(cell, MergedCell):
            return None
        self._tell_strikes(cell, name)
        return (
            self._stored(cell, name, formula)
            if cell.data_type == "f"
            else self._usable(cast(CellValue, cell.value), name)
        )

    def _tell_strikes(self, cell: Cell, name: str) -> None:
        """What people struck through may not count any more; only they know."""
        book = self.table.book
        if book.strikes and cell.font.strike:
            self.tell(Code.TEXT_STRUCK, name, value=shown(cell.value))
        elif part := book.partly_struck(self.table.sheet.title, cell.coordinate):
            self.tell(Code.TEXT_PARTLY_STRUCK, name, value=part)

    def _stored(self, cell: Cell, name: str, code: Code) -> CellValue:
        value = self.table.book.stored(self.table.sheet.title, cell.coordinate)
        if value is None:
            self.tell(Code.FORMULA_WITHOUT_VALUE, name)
        elif self._usable(value, name) is not None:
            self.tell(code, name, read_as=shown(value))
            return value
        return None

    def _usable(self, value: CellValue, name: str) -> CellValue:
        if isinstance(value, str) and is_error(value):
            self.tell(Code.CELL_ERROR, name, value=value)
            return None
        return value

    def text(self, name: str) -> str:
        """Free text; a number or a date as the sheet shows it."""
        value = self.value(name)
        if isinstance(value, int | float) and self.is_percentage(name):
            return percentage_text(value)
        if not isinstance(value, str):
            return shown(value)
        read = clean(value)
        if is_turned(value):
            self.tell(Code.TEXT_TURNED, name, read_as=shorten(read, _TOLD, placeholder="…"))
        return read

    def seen(self, name: str) -> str:
        """What the sheet shows in this cell, by its format."""
        cell = self.cells.get(name)
        if not isinstance(cell, Cell) or cell.data_type == "f":
            return ""
        text = self.table.book.shown(self.table.sheet.title, cell.coordinate)
        return text or as_shown(cell.value, cell.number_format)

    def is_percentage(self, name: str) -> bool:
        """Whether the sheet shows the number in this cell as a percentage."""
        cell = self.cells.get(name)
        return isinstance(cell, Cell) and "%" in cell.number_format

    def code(self, name: str) -> str:
        """A short name or id written by people, without invisible characters."""
        value = self.value(name)
        return clean_id(value) if isinstance(value, str) else shown(value)

    def yes_no(self, name: str, unclear: bool | None = None) -> bool | None:
        """Yes, no or None for an empty cell; `unclear` is what anything else counts as."""
        value = self.value(name)
        if value is None:
            return unclear if self.filled(name) else None
        written = shown(value).strip()
        answer = YES_NO.get(clean_id(written).rstrip(".!").casefold())
        if answer is None:
            self.tell(Code.YES_NO_UNCLEAR, name, value=written, read_as=yes_no_text(unclear))
            return unclear
        if written.casefold() != yes_no_text(answer):
            self.tell(Code.VALUE_READ_AS, name, value=written, read_as=yes_no_text(answer))
        return answer

    def written(self, name: str) -> str:
        """The cell as the sheet shows it, without a word about what is odd in it."""
        cell = self.cells.get(name)
        return "" if cell is None else clean(shown(cell.value))

    def own_id(self, name: str) -> str:
        """An id in capitals; the stored outcome of a formula and a number serve as id too, and are told."""
        value = self.value(name, formula=Code.ID_FORMULA)
        written = number_text(value) if isinstance(value, int | float) else shown(value)
        if value is not None and not isinstance(value, str):
            self.tell(Code.ID_NUMBER, name, value=written)
            return written
        own_id = in_our_letters(clean_id(written).upper())
        if own_id != written:
            self.tell(Code.TEXT_CLEANED, name, read_as=own_id)
        return own_id

    def alias(self, name: str, aliases: Mapping[str, str]) -> str:
        """A declared name, also by one of its aliases; a name nobody declared stays as written."""
        written = self.text(name)
        meant = {key_of(alias): own for alias, own in aliases.items()}.get(key_of(written))
        if meant is None:
            return clean_id(written)
        if meant != written:
            self.tell(Code.VALUE_READ_AS, name, value=written, read_as=meant)
        return meant

    def choice(
        self,
        name: str,
        choices: Mapping[str, Chosen],
        unknown: Code = Code.CHOICE_UNKNOWN,
        spellings: Mapping[str, str] = NO_SPELLINGS,
    ) -> Chosen | None:
        """The choice the cell names; None when empty or not a choice.

        Case and punctuation do not matter; `spellings` gives the choice by other ways to write its key.
        """
        value = self.value(name)
        if value is None:
            return None
        written = shown(value)
        if written in choices:
            return choices[written]
        meant = ({key_of(text): text for text in choices} | dict(spellings)).get(key_of(written))
        if meant is None:
            seen = (
                f"{written} (letters uit een ander alfabet)"
                if in_our_letters(written) != written
                else written
            )
            self.tell(unknown, name, requirement=self.id, value=seen, choices=", ".join(choices))
            return None
        if clean_id(written) == meant:
            self.tell(Code.TEXT_CLEANED, name, read_as=meant)
        else:
            self.tell(Code.VALUE_READ_AS, name, value=written, read_as=meant)
        return choices[meant]
