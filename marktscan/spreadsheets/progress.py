"""How far a workbook is filled in, as formulas that keep counting while people type."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from xlsxwriter.utility import quote_sheetname, xl_col_to_name

from marktscan.spreadsheets.columns import THEMES, Column, Form
from marktscan.spreadsheets.sheet import Row, Sheet
from marktscan.spreadsheets.status import OPEN, READY, status

LAST_COUNTED = 2000


@dataclass(frozen=True, slots=True)
class Progress:
    """One line of progress: what is counted, the formula, and its value for the rows written now."""

    label: str
    formula: str
    value: str | int


def progress(sheet: Sheet) -> Iterator[Progress]:
    """The lines for one sheet: by status where it has one, else by required column."""
    form, rows = sheet.form, sheet.rows
    columns = {column.name: column for column in form.columns}
    if "status" in columns:
        yield _ready(form, rows)
        yield _first_open(form, rows)
    else:
        yield from (_filled(form, rows, column) for column in form.required[1:])
    if form.sheet == THEMES.sheet:
        yield _sum_of_weights(form, rows)


def _ready(form: Form, rows: Sequence[Row]) -> Progress:
    formula = f'=COUNTIF({_cells(form, "status")},"{READY}")&" van "&{_rows(form)}&" gereed"'
    return Progress(
        form.sheet, formula, f"{_count(rows, lambda r: status(r) == READY)} van {len(rows)} gereed"
    )


def _first_open(form: Form, rows: Sequence[Row]) -> Progress:
    answer = xl_col_to_name(_place(form, "code"))
    row = f'(1+MATCH("{OPEN}",{_cells(form, "status")},0))'
    link = f'HYPERLINK("#{form.sheet}!{answer}"&{row},"Ga naar de eerste open rij")'
    left = _count(rows, lambda r: status(r) == OPEN)
    shown = "Ga naar de eerste open rij" if left else "Er is geen open rij"
    return Progress("Eerste open rij", f'=IFERROR({link},"Er is geen open rij")', shown)


def _filled(form: Form, rows: Sequence[Row], column: Column) -> Progress:
    formula = f'=COUNTA({_cells(form, column.name)})&" van "&{_rows(form)}&" ingevuld"'
    done = _count(rows, lambda r: r.get(column.name) not in {None, ""})
    return Progress(f"{form.sheet}: {column.heading}", formula, f"{done} van {len(rows)} ingevuld")


def _sum_of_weights(form: Form, rows: Sequence[Row]) -> Progress:
    weights = (row.get("weight") for row in rows)
    total = sum(weight for weight in weights if isinstance(weight, int))
    return Progress(f"{form.sheet}: som (moet 100 zijn)", f"=SUM({_cells(form, 'weight')})", total)


def _rows(form: Form) -> str:
    return f"COUNTA({_cells(form, form.columns[0].name)})"


def _cells(form: Form, name: str) -> str:
    """All cells of a column below its heading, with room for rows people add."""
    letter = xl_col_to_name(_place(form, name))
    return f"{quote_sheetname(form.sheet)}!${letter}$2:${letter}${LAST_COUNTED}"


def _place(form: Form, name: str) -> int:
    return [column.name for column in form.columns].index(name)


def _count(rows: Sequence[Row], wanted: Callable[[Row], bool]) -> int:
    return sum(1 for row in rows if wanted(row))
