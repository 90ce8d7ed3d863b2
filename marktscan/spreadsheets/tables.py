"""Find the sheet and the header row of a form by what the headings say, never by position."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.source import Source
from marktscan.spreadsheets.books import Book
from marktscan.spreadsheets.columns import Fill, Form
from marktscan.spreadsheets.copies import copies
from marktscan.spreadsheets.headings import Headings, heading_keys, likeness, read_headings
from marktscan.spreadsheets.table import AnyCell, Table
from marktscan.spreadsheets.texts import clean_id, key_of

HEADER_WITHIN = 25
"""Rows at the top of a sheet in which the headings may stand."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    sheet: Worksheet
    headings: Headings


def find_table(
    book: Book, form: Form, others: tuple[Form, ...] = ()
) -> tuple[Table | None, tuple[Finding, ...]]:
    """The sheet that holds `form`; `others` are the forms of its neighbours in the same workbook."""
    candidates = [
        _Candidate(sheet, headings)
        for sheet in book.sheets.worksheets
        if (headings := _best_headings(sheet, form, others))
    ]
    complete = [item for item in candidates if item.headings.complete(form)]
    if len(complete) > 1:
        return None, (copies([_table(book, form, item) for item in complete]),)
    if complete:
        return _table(book, form, complete[0]), tuple(_remarks(book, form, complete[0]))
    return None, _why_not(book, form, candidates)


def _best_headings(sheet: Worksheet, form: Form, others: tuple[Form, ...]) -> Headings | None:
    """The row that looks most like the form, unless the sheet looks more like another form."""
    rows = _top_rows(sheet)
    keys = {row: heading_keys(texts) for row, texts in rows.items()}
    best = max(keys, key=lambda row: likeness(form, keys[row]), default=None)
    if best is None or any(_fits_better(other, form, keys) for other in others):
        return None
    headings = read_headings(form, best, rows[best])
    named_so = key_of(sheet.title) == key_of(form.sheet)
    return headings if named_so or headings.likely(form) else None


def _fits_better(other: Form, form: Form, rows: Mapping[int, Mapping[int, str]]) -> bool:
    """Whether more of the other form's headings stand on the sheet; when equal, the shorter form fits."""
    return _fit(other, rows) > _fit(form, rows)


def _fit(form: Form, rows: Mapping[int, Mapping[int, str]]) -> tuple[int, int]:
    return max(likeness(form, keys)[1] for keys in rows.values()), -len(form.columns)


def _top_rows(sheet: Worksheet) -> dict[int, dict[int, str]]:
    """The texts in the first rows, by row and column; a row with one text cannot hold headings."""
    rows: dict[int, dict[int, str]] = {}
    for row, column, cell in _cells(sheet):
        if row <= HEADER_WITHIN and isinstance(cell.value, str):
            rows.setdefault(row, {})[column] = cell.value
    return {row: rows[row] for row in sorted(rows) if len(rows[row]) > 1}


def _cells(sheet: Worksheet) -> Iterator[tuple[int, int, AnyCell]]:
    """The cells that are there, by row and column number.

    openpyxl's public iterators make an object for every empty cell in the rectangle, so they are not used.
    """
    for (row, column), cell in sheet._cells.items():
        yield row, column, cell


def _table(book: Book, form: Form, candidate: _Candidate) -> Table:
    sheet, headings = candidate.sheet, candidate.headings
    wanted = {number: name for name, number in headings.found.items() if name not in _unread(form)}
    columns = {name: get_column_letter(number) for number, name in wanted.items()}
    rows: dict[int, dict[str, AnyCell]] = {}
    for row, column, cell in _cells(sheet):
        if row > headings.row and column in wanted:
            rows.setdefault(row, {})[wanted[column]] = cell
    known = frozenset(headings.found.values())
    lost = {name: text for name, text in names_to_headings(form).items() if name not in headings.found}
    return Table(book, sheet, form, columns, dict(sorted(rows.items())), headings.row, known, lost)


def _unread(form: Form) -> frozenset[str]:
    """Columns that hold formulas by design: they tell people something and the program nothing."""
    return frozenset(column.name for column in form.columns if column.fill is Fill.STATUS)


def _remarks(book: Book, form: Form, candidate: _Candidate) -> Iterator[Finding]:
    """What is unusual about a sheet that can be read."""
    sheet, headings = candidate.sheet, candidate.headings
    source = Source(book.file, sheet.title)
    if key_of(sheet.title) != key_of(form.sheet):
        yield finding(Code.SHEET_RENAMED, source, sheet=sheet.title, expected=form.sheet)
    if headings.row > 1:
        yield finding(Code.HEADER_MOVED, source, row=headings.row)
    yield from _hidden_columns(book, form, candidate)
    yield from _column_findings(book, form, candidate)


def _hidden_columns(book: Book, form: Form, candidate: _Candidate) -> Iterator[Finding]:
    """The columns that are read and that nobody sees."""
    shown, found = names_to_headings(form), candidate.headings.found
    read = {number: name for name, number in found.items() if name not in _unread(form)}
    for width in candidate.sheet.column_dimensions.values():
        first, last = width.min or 0, width.max or 0
        for number in sorted(read) if width.hidden else ():
            if first <= number <= last:
                place = _header_cell(book, candidate, number)
                yield finding(Code.COLUMN_HIDDEN, place, heading=shown[read[number]])


def _column_findings(book: Book, form: Form, candidate: _Candidate) -> Iterator[Finding]:
    headings = candidate.headings
    names = {column.name: column for column in form.columns}
    silent = _unread(form) | {column.name for column in form.columns if column.extra}
    absent = names.keys() - headings.found.keys() - headings.doubles.keys() - silent
    for name in sorted(absent & headings.similar.keys()):
        number = headings.similar[name]
        yield finding(
            Code.COLUMN_SIMILAR,
            _header_cell(book, candidate, number),
            heading=clean_id(headings.unknown[number]),
            meant=names[name].heading,
        )
    left = [names[name] for name in names if name in absent - headings.similar.keys()]
    for column in left:
        if column.required:
            yield finding(
                Code.COLUMN_MISSING, Source(book.file, candidate.sheet.title), heading=column.heading
            )
    optional = ", ".join(column.heading for column in left if not column.required)
    if optional:
        yield finding(Code.COLUMN_LEFT_OUT, Source(book.file, candidate.sheet.title), headings=optional)
    yield from _surplus_columns(book, names_to_headings(form), candidate)


def names_to_headings(form: Form) -> dict[str, str]:
    """The heading of each field."""
    return {column.name: column.heading for column in form.columns}


def _surplus_columns(book: Book, shown: Mapping[str, str], candidate: _Candidate) -> Iterator[Finding]:
    headings = candidate.headings
    for name, numbers in headings.doubles.items():
        cells = ", ".join(f"{get_column_letter(number)}{headings.row}" for number in numbers)
        place = _header_cell(book, candidate, numbers[0])
        yield finding(Code.COLUMN_DOUBLE, place, heading=shown[name], cells=cells)
    for number, text in headings.unknown.items():
        if number not in headings.similar.values():
            place = _header_cell(book, candidate, number)
            yield finding(Code.COLUMN_UNKNOWN, place, heading=clean_id(text))


def _header_cell(book: Book, candidate: _Candidate, column: int) -> Source:
    cell = f"{get_column_letter(column)}{candidate.headings.row}"
    return Source(book.file, candidate.sheet.title, cell)


def _why_not(book: Book, form: Form, candidates: list[_Candidate]) -> tuple[Finding, ...]:
    """A sheet that nearly fits is told by its columns; otherwise the sheet itself is missing."""
    if candidates:
        likely = max(candidates, key=lambda item: len(item.headings.found))
        return tuple(_column_findings(book, form, likely))
    sheets = ", ".join(sheet.title for sheet in book.sheets.worksheets)
    return (finding(Code.SHEET_MISSING, Source(book.file), expected=form.sheet, sheets=sheets),)
