"""One requirement in the making, and what there is to tell about its cells."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from marktscan.domain.finding import Code, Finding, finding
from marktscan.importing.mapping import HEADINGS
from marktscan.importing.source import SourceTable
from marktscan.spreadsheets.grids import Nature, ShownCell

_NO_CELL = ShownCell("")


@dataclass(slots=True)
class RowDraft:
    """One requirement in the making: its values by field, and what goes under Opmerking."""

    table: SourceTable
    row: int
    id: str
    found: list[Finding]
    values: dict[str, str] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)

    def tell(self, code: Code, column: int, **facts: object) -> None:
        """Add a finding about a cell of this row."""
        self.found.append(finding(code, self.table.grid.place(self.row, column), **facts))

    def tell_struck(self, column: int, cell: ShownCell) -> None:
        """Tell that words are struck through, all or some."""
        if cell.struck:
            code = Code.TEXT_STRUCK if cell.struck == cell.text else Code.TEXT_PARTLY_STRUCK
            self.tell(code, column, value=cell.struck)

    def remark(self, heading: str, text: str) -> None:
        """Keep a text that has no field of its own."""
        self.remarks.append(f"{heading}: {text}" if heading else text)

    def unclear(self, column: int, heading: str, text: str) -> None:
        """Keep a value that is not understood, and tell it."""
        self.tell(Code.IMPORT_VALUE_UNCLEAR, column, requirement=self.id, heading=heading, value=text)
        self.remark(heading, text)

    def fill(self, values: Mapping[str, str]) -> bool:
        """Fill fields; False when one says something else: then both stand in words and neither counts."""
        contrary = {name for name, value in values.items() if self.values.get(name, value) != value}
        for name in contrary:
            self.remark(HEADINGS[name], self.values[name])
        self.values = {**values, **self.values, **dict.fromkeys(contrary, "")}
        return not contrary

    def read(self, column: int) -> str:
        """What a cell of this row says; what is odd about it is told."""
        cell = self.table.grid.cells[self.row].get(column, _NO_CELL)
        self.tell_struck(column, cell)
        match cell.nature:
            case Nature.ERROR:
                self.tell(Code.CELL_ERROR, column, value=cell.text)
                self.remark(self.table.heading(column), cell.text)
                return ""
            case Nature.FORMULA_WITHOUT_VALUE:
                self.tell(Code.FORMULA_WITHOUT_VALUE, column)
            case Nature.FORMULA:
                self.tell(Code.FORMULA_READ, column, read_as=cell.text)
        return cell.text
