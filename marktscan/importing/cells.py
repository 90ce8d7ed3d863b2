"""Read the cells of one row of a source into the fields of a requirement."""

from collections.abc import Iterator, Mapping

from marktscan.domain.finding import Code, Finding
from marktscan.importing.mapping import HEADINGS, ImportMapping, TableMapping, targets
from marktscan.importing.numbering import Numbering
from marktscan.importing.row_draft import RowDraft
from marktscan.importing.source import SourceTable
from marktscan.importing.vocabulary import choice_fields, fits, value_key, words
from marktscan.spreadsheets.grids import Nature
from marktscan.spreadsheets.sheet import CellValue
from marktscan.spreadsheets.write_value import LONGEST

_CHOICES = frozenset(choice_fields())
"""The fields for which, as for the theme, a merged cell means the same in every row it covers."""


class RowReader:
    """Reads the rows of one table by its mapping."""

    def __init__(
        self,
        table: SourceTable,
        mapping: TableMapping,
        whole: ImportMapping,
        found: list[Finding],
        numbering: Numbering,
    ) -> None:
        self._table = table
        self._numbering = numbering
        self._mapping = mapping
        self._fixed = whole.fixed
        self._found = found
        self._above: dict[str, str] = {}
        self._told: set[str] = set()
        self._meanings = {
            name: {value_key(text): meaning for text, meaning in known.items()}
            for name, known in whole.values.items()
        }

    def read(self, row: int, theme: str) -> dict[str, CellValue]:
        """The fields of one requirement; `theme` counts where the mapping takes it from elsewhere."""
        own_id = self._table.grid.text(row, self._mapping.column("id"))
        draft = RowDraft(self._table, row, own_id, self._found)
        self._fill_theme(draft, theme)
        if own_id:
            self._tell_id(draft)
        else:
            self._give_id(draft)
        if row in self._table.grid.hidden_rows:
            draft.tell(Code.ROW_HIDDEN, self._mapping.lead, requirement=draft.id)
        for name, columns in self._mapping.columns.items():
            if name in _CHOICES:
                self._fill_choice(draft, name, columns[0])
            elif name not in {"id", "theme"}:
                self._fill_text(draft, name, columns)
        for name, marks in self._mapping.crosses.items():
            self._fill_crosses(draft, name, marks)
        return self._finished(draft)

    def _fill_theme(self, draft: RowDraft, elsewhere: str) -> None:
        """The theme from its column, or what the mapping takes it from instead."""
        if column := self._mapping.column("theme"):
            self._fill_choice(draft, "theme", column)
        if meant := self._theme(draft, self._mapping.lead, elsewhere):
            draft.fill({"theme": meant})

    def _give_id(self, draft: RowDraft) -> None:
        """The number that a person asked marktscan to give, with the cell it belongs to."""
        draft.id = self._numbering.give(draft.values.get("theme", ""), self._mapping.number_from)
        place = self._table.grid.place(draft.row, self._mapping.lead)
        draft.tell(Code.IMPORT_ID_GIVEN, self._mapping.lead, requirement=draft.id)
        draft.remark("Nummer van marktscan, bron", f"{place.sheet}!{place.cell}")

    def _tell_id(self, draft: RowDraft) -> None:
        column = self._mapping.column("id")
        cell = self._table.grid.cells[draft.row][column]
        if cell.nature is Nature.FORMULA:
            draft.tell(Code.IMPORT_ID_FORMULA, column, value=cell.text)
        if cell.nature is Nature.NUMBER:
            draft.tell(Code.IMPORT_ID_NUMBER, column, value=cell.text)
        if cell.nature is Nature.BARE_NUMBER:
            draft.tell(Code.IMPORT_ID_UNCERTAIN, column, value=cell.text)
        draft.tell_struck(column, cell)

    def _fill_text(self, draft: RowDraft, name: str, columns: tuple[int, ...]) -> None:
        """Free text; a column that was not made for this field brings its heading along."""
        texts = [
            text if self._is_main(name, place, column) else f"{self._table.heading(column)}: {text}"
            for place, column in enumerate(columns)
            if (text := draft.read(column))
        ]
        if name == "remark":
            draft.remarks.extend(texts)
        elif texts:
            draft.fill({name: "\n".join(texts)})

    def _is_main(self, name: str, place: int, column: int) -> bool:
        heading = self._table.heading(column)
        return not heading or (place == 0 and (name != "remark" or "remark" in fits(heading)))

    def _fill_choice(self, draft: RowDraft, name: str, column: int) -> None:
        is_empty = column not in self._table.grid.cells[draft.row]
        text = self._from_above(draft, name, column) if is_empty else draft.read(column)
        if not text:
            return
        self._above[name] = text
        meaning = self._theme(draft, column, text) if name == "theme" else self._meaning(name, text)
        values = targets(name, meaning) if meaning else None
        if values is None or not draft.fill(values):
            draft.unclear(column, HEADINGS[name], text)

    def _from_above(self, draft: RowDraft, name: str, column: int) -> str:
        """What an empty cell means: what its merged range shows, or the last value above it."""
        grid = self._table.grid
        merged_from, _ = grid.merged.get((draft.row, column), (draft.row, column))
        if self._table.head_rows[-1] < merged_from < draft.row:
            text = grid.text_through_merge(draft.row, column)
        else:
            text = self._above.get(name, "") if name in self._mapping.filled_down else ""
        if text:
            draft.tell(Code.IMPORT_FILLED_DOWN, column, heading=HEADINGS[name], value=text)
        return text

    def _meaning(self, name: str, text: str) -> str:
        return self._meanings.get(name, {}).get(value_key(text), "")

    def _theme(self, draft: RowDraft, column: int, text: str) -> str:
        """The theme that is meant, the text itself when the mapping does not say; told the first time."""
        meant = self._meanings.get("theme", {}).get(value_key(text), text)
        if meant and meant != text and text not in self._told:
            self._told.add(text)
            draft.tell(Code.VALUE_READ_AS, column, value=text, read_as=meant)
        return meant

    def _fill_crosses(self, draft: RowDraft, name: str, marks: Mapping[str, int]) -> None:
        """The value whose column holds the only cross; anything else is not understood."""
        texts = {value: text for value, column in marks.items() if (text := draft.read(column))}
        noted = {value: text for value, text in texts.items() if value_key(text) not in words("no_crosses")}
        odd = any(value_key(text) not in words("crosses") for text in noted.values())
        values = targets(name, next(iter(noted))) if len(noted) == 1 and not odd else None
        if noted and not (values and draft.fill(values)):
            written = ", ".join(f"{value} ({text})" for value, text in noted.items())
            draft.unclear(marks[next(iter(noted))], HEADINGS[name], written)

    def _finished(self, draft: RowDraft) -> dict[str, CellValue]:
        for name, meaning in self._fixed.items():
            if not draft.values.get(name):
                draft.fill(targets(name, meaning) or {})
        if draft.remarks:
            draft.values["remark"] = "\n".join(draft.remarks)
        for name, text in draft.values.items():
            if len(text) > LONGEST:
                column = self._mapping.column(name) or self._mapping.lead
                draft.tell(Code.IMPORT_TEXT_TOO_LONG, column, requirement=draft.id, heading=HEADINGS[name])
        return {"id": draft.id, **dict(_typed(draft.values))}


def _typed(values: Mapping[str, str]) -> Iterator[tuple[str, CellValue]]:
    for name, text in values.items():
        if text:
            yield name, int(text) if name == "weight" else text
