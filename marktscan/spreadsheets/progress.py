"""How far a workbook is filled in, as formulas that keep counting while people type."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from xlsxwriter.utility import quote_sheetname, xl_col_to_name

from marktscan.spreadsheets.columns import JUDGE_ALL, MARKS, THEMES, Column, Form
from marktscan.spreadsheets.sheet import Row, Sheet
from marktscan.spreadsheets.status import OPEN, READY, status

LAST_COUNTED = 2000


@dataclass(frozen=True, slots=True)
class Progress:
    """One line of progress: what is counted, the formula, and its value for the rows written now.

    A line that counts what is done has that as numbers too, `done` of `total`, and the column it counts.
    """

    label: str
    formula: str
    value: str | int
    done: int | None = None
    total: int | None = None
    column: str = ""


def progress(sheet: Sheet) -> Iterator[Progress]:
    """The lines for one sheet: by status where it has one, else by required column."""
    form, rows = sheet.form, sheet.rows
    columns = {column.name: column for column in form.columns}
    if "status" in columns:
        yield _ready(form, rows)
        yield _first_open(form, rows)
        yield from _ready_per_theme(form, rows)
    else:  # a sheet that is only to choose from has no required columns
        yield from (_filled(form, rows, column) for column in form.required[1:])
    if form.sheet == THEMES.sheet:
        yield _sum_of_weights(form, rows)


def _ready(form: Form, rows: Sequence[Row]) -> Progress:
    formula = f'=COUNTIF({_cells(form, "status")},"{READY}")&" van "&{_rows(form)}&" gereed"'
    done = _count(rows, lambda r: status(r) == READY)
    return Progress(form.sheet, formula, f"{done} van {len(rows)} gereed", done, len(rows))


def _ready_per_theme(form: Form, rows: Sequence[Row]) -> Iterator[Progress]:
    themes, states = _cells(form, "theme"), _cells(form, "status")
    for theme in dict.fromkeys(str(row["theme"]) for row in rows if row.get("theme")):
        code = theme.replace('"', '""')
        formula = (
            f'=COUNTIFS({themes},"{code}",{states},"{READY}")&" van "&COUNTIF({themes},"{code}")&" gereed"'
        )
        own = [row for row in rows if row.get("theme") == theme]
        done = _count(own, lambda row: status(row) == READY)
        yield Progress(f"{form.sheet}: thema {theme}", formula, f"{done} van {len(own)} gereed")


def _first_open(form: Form, rows: Sequence[Row]) -> Progress:
    answer = xl_col_to_name(_place(form, "code"))
    row = f'(1+MATCH("{OPEN}",{_cells(form, "status")},0))'
    link = f'HYPERLINK("#{form.sheet}!{answer}"&{row},"Ga naar de eerste open rij")'
    left = _count(rows, lambda r: status(r) == OPEN)
    shown = "Ga naar de eerste open rij" if left else "Er is geen open rij"
    return Progress("Eerste open rij", f'=IFERROR({link},"Er is geen open rij")', shown)


def _filled(form: Form, rows: Sequence[Row], column: Column) -> Progress:
    asked, count = _asked(form, rows, column)
    formula = f'=COUNTA({_cells(form, column.name)})&" van "&{asked}&" ingevuld"'
    done = _count(rows, lambda r: r.get(column.name) not in {None, ""})
    label = f"{form.sheet}: {column.heading}"
    return Progress(label, formula, f"{done} van {count} ingevuld", done, count, column.name)


def _asked(form: Form, rows: Sequence[Row], column: Column) -> tuple[str, int]:
    """How many rows ask for this column, as a formula and as a number: a hard requirement asks no mark."""
    if form.sheet == MARKS.sheet and column.name == "mark":
        formula = f'COUNTIF({_cells(form, "asked")},"{JUDGE_ALL}")'
        return formula, _count(rows, lambda row: row.get("asked") == JUDGE_ALL)
    return _rows(form), len(rows)


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
