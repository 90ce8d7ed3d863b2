"""Count what stands in one part of an .xlsx: openpyxl makes an object of each element, and reads slowly."""

import re
from collections.abc import Iterator

MOST_ROWS = 20_000
MOST_STORED = 500_000
"""Cells on one sheet, empty ones with a colour or border included."""
MOST_MERGED = 200_000
"""Cells in merged ranges together; each becomes an object. So many may bear a link together too."""
MOST_BESIDE, MOST_STRINGS = 100_000, 400_000
"""XML elements other than the rows of a sheet, and in the part that holds all texts."""

_START = re.compile(rb"<(?:\w+:)?sheetData[\s/>]")
_END = re.compile(rb"</(?:\w+:)?sheetData\s*>")
_ROW, _CELL = re.compile(rb"<(?:\w+:)?row[\s/>]"), re.compile(rb"<(?:\w+:)?c[\s/>]")
_RANGED = re.compile(rb"<(?:\w+:)?(?:mergeCell|hyperlink)(?=[\s/>])")
_TEXTS = re.compile(rb"[^<]*(?:<\?[^>]*>)?\s*<(?:\w+:)?sst[\s/>]")
_ATTRIBUTE = rb"""\s*[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*')"""
_REFERENCE = re.compile(
    rb"<(?:\w+:)?(?:mergeCell|hyperlink)(?:" + _ATTRIBUTE + rb""")*?\sref\s*=\s*["']"""
    rb"""([A-Z]{1,3})([0-9]{1,7})(?::([A-Z]{1,3})([0-9]{1,7}))?["'][\s/>]"""
)
"""A range as programs write it; one that is written otherwise cannot be counted, and is not safe."""

Excess = tuple[str, str]
"""What was found, and the limit."""


def in_part(data: bytes) -> Iterator[Excess | None]:
    """What is too much in one part; None for what cannot be counted."""
    if b"sheetData" not in data:
        yield from _beside(data.count(b"<"), MOST_STRINGS if _TEXTS.match(data[:1000]) else MOST_BESIDE)
        return
    inside = _rows_of(data)
    yield from _beside(data.count(b"<") - inside.count(b"<"), MOST_BESIDE)
    for element, limit, what in ((_ROW, MOST_ROWS, "rijen"), (_CELL, MOST_STORED, "cellen")):
        if inside.count(b"<") > limit and (found := len(element.findall(inside))) > limit:
            yield f"{found} {what}", f"{limit} {what}"
    if b"mergeCell" in data or b"hyperlink" in data:
        yield from _in_ranges(data)


def _rows_of(data: bytes) -> bytes:
    """What stands between the begin and the end of the rows; nothing where more than one part says so."""
    starts = [*_START.finditer(data)]
    end = _END.search(data, starts[0].end()) if len(starts) == 1 else None
    return data[starts[0].end() : end.start()] if end else b""


def _beside(found: int, limit: int) -> Iterator[Excess]:
    if found > limit:
        yield f"{found} elementen", f"{limit} elementen"


def _in_ranges(data: bytes) -> Iterator[Excess | None]:
    ranges = [*_REFERENCE.finditer(data)]
    covered = sum(map(_area, ranges))
    if covered > MOST_MERGED:
        yield f"{covered} samengevoegde of gekoppelde cellen", f"{MOST_MERGED} zulke cellen"
    if len(ranges) != len(_RANGED.findall(data)):
        yield None


def _area(found: re.Match[bytes]) -> int:
    if not found[3]:
        return 1
    columns, rows = column_number(found[3]) - column_number(found[1]), int(found[4]) - int(found[2])
    return (abs(columns) + 1) * (abs(rows) + 1)


def column_number(letters: bytes) -> int:
    """The number of a column by its letters: A is 1."""
    number = 0
    for letter in letters.upper():
        number = 26 * number + letter - 64
    return number
