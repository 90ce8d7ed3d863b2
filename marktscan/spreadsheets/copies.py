"""Compare sheets that can each be the same form: people copy a sheet and go on in one of both."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.source import Source
from marktscan.spreadsheets.columns import Fill
from marktscan.spreadsheets.table import AnyCell, Table
from marktscan.spreadsheets.texts import clean_id, shown

_SHOWN = 3
"""Most differences in one sentence."""

Rows = Mapping[str, Mapping[str, AnyCell]]
"""The cells of a table by the key of their row and by field."""


def copies(tables: Sequence[Table]) -> Finding:
    """That several sheets can be the form: where they differ, or that they are the same."""
    first, *others = tables
    source = Source(first.book.file)
    names = _names(tables)
    facts = {"expected": first.form.sheet, "sheets": ", ".join(names)}
    pairs = zip(others, names[1:], strict=True)
    differences = [text for other, name in pairs for text in _differences(first, other, (names[0], name))]
    if not differences:
        return finding(Code.SHEETS_SAME, source, **facts)
    more = f" en nog {len(differences) - _SHOWN}" if len(differences) > _SHOWN else ""
    return finding(Code.SHEET_AMBIGUOUS, source, differences=", ".join(differences[:_SHOWN]) + more, **facts)


def _names(tables: Sequence[Table]) -> list[str]:
    """The titles of the sheets, with the place of those that look alike; and which of them nobody sees."""
    seen = Counter(clean_id(table.sheet.title).casefold() for table in tables)
    names = []
    for table in tables:
        sheet = table.sheet
        about = [] if sheet.sheet_state == "visible" else ["verborgen"]
        if seen[clean_id(sheet.title).casefold()] > 1:
            about.insert(0, f"werkblad {table.book.sheets.sheetnames.index(sheet.title) + 1}")
        names.append(sheet.title + (f" ({', '.join(about)})" if about else ""))
    return names


def _differences(one: Table, other: Table, names: tuple[str, str]) -> Iterator[str]:
    """The rows that differ, each with the heading and the cells of its first difference."""
    ours, theirs = _rows(one), _rows(other)
    headings = {c.name: c.heading for c in one.form.columns if c.fill is not Fill.ID}
    for key in dict.fromkeys((*ours, *theirs)):
        if key not in ours or key not in theirs:
            yield f"{key} (alleen op {names[key not in ours]})"
            continue
        unlike = (name for name in headings if _text(ours[key], name) != _text(theirs[key], name))
        if name := next(unlike, ""):
            cells = "/".join(_address(table, row[key], name) for table, row in ((one, ours), (other, theirs)))
            yield f"{key} ({headings[name]}, {cells})"


def _rows(table: Table) -> Rows:
    key = next(column.name for column in table.form.columns if column.fill is Fill.ID)
    by_key = {clean_id(_text(cells, key)).upper(): cells for cells in table.rows.values()}
    return {own: cells for own, cells in by_key.items() if own}


def _text(cells: Mapping[str, AnyCell], name: str) -> str:
    return clean_id(shown(cells[name].value)) if name in cells else ""


def _address(table: Table, cells: Mapping[str, AnyCell], name: str) -> str:
    row = next(iter(cells.values())).row
    return f"{table.columns.get(name, 'A')}{row}"
