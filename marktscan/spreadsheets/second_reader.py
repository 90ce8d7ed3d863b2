"""Read an .ods or .xls in a process of its own, with limits on memory and time: a parser may run wild.

`read_apart` starts the process; it reads the file from its input and answers in JSON, so that nothing else
gets out of it. An .xls is read by calamine; an .ods is not, since calamine shows its error cells as empty.
"""

import json
import subprocess
import sys
from io import BytesIO
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from marktscan.domain.finding import Code
from marktscan.spreadsheets.kinds import Kind
from marktscan.spreadsheets.old_excel import Marks, Place, read_marks
from marktscan.spreadsheets.opendocument import read_opendocument
from marktscan.spreadsheets.preflight import (
    MEGABYTE,
    MOST_MEMORY,
    MOST_SECONDS,
    Obstacle,
    TooMuch,
    check_cells,
    check_merged,
    check_reach,
)
from marktscan.spreadsheets.raw_sheets import RawCell, RawSheet, from_json, to_json
from marktscan.spreadsheets.texts import CellValue
from marktscan.spreadsheets.unread import COMMENT

if TYPE_CHECKING:
    from python_calamine import CalamineSheet


LONGEST_ANSWER = 100 * MEGABYTE
"""Characters that this process sends back; json writes ASCII only, so they are bytes."""
_LONG = f"{LONGEST_ANSWER // MEGABYTE} MB tekst"
_TOO_LONG = {"obstacle": [Code.FILE_TOO_LARGE.name, {"found": f"meer dan {_LONG}", "limit": _LONG}]}


def read_apart(kind: Kind, data: bytes) -> list[RawSheet] | Obstacle:
    """The sheets of the file, or why it cannot be read."""
    command = [sys.executable, "-P", "-m", __name__, kind.value]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=MOST_SECONDS, check=False)  # noqa: S603 – our own words
    except subprocess.TimeoutExpired:
        seconds = f"{MOST_SECONDS} seconden leestijd"
        return TooMuch(f"meer dan {seconds}", seconds).obstacle
    if done.returncode:
        return Code.FILE_UNREADABLE, {}
    answer = json.loads(done.stdout)
    if "obstacle" in answer:
        name, facts = answer["obstacle"]
        return Code[name], facts
    return [from_json(sheet) for sheet in answer["sheets"]]


def answer_for(kind: Kind, data: bytes) -> dict[str, object]:
    """What the process answers: the sheets as JSON, or the obstacle."""
    try:
        sheets = read_opendocument(data) if kind is Kind.OPEN_DOCUMENT else read_old_excel(data)
    except TooMuch as too_much:
        code, facts = too_much.obstacle
    except MemoryError:
        memory = f"{MOST_MEMORY // MEGABYTE} MB geheugen"
        code, facts = TooMuch(f"meer dan {memory}", memory).obstacle
    except Exception as problem:  # a damaged file makes a parser raise nearly anything
        protected = type(problem).__name__ == "PasswordError"
        code, facts = Code.FILE_PROTECTED if protected else Code.FILE_UNREADABLE, {}
    else:
        return {"sheets": [to_json(sheet) for sheet in sheets]}
    return {"obstacle": [code.name, facts]}


def read_old_excel(data: bytes) -> list[RawSheet]:
    """The sheets of an .xls; raises what calamine raises, and TooMuch when it reaches too far."""
    from python_calamine import CalamineWorkbook, SheetVisibleEnum

    marks = read_marks(data)
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    return [
        _old_sheet(book.get_sheet_by_index(number), item.visible == SheetVisibleEnum.Visible, own)
        for number, (item, own) in enumerate(zip(book.sheets_metadata, marks, strict=True))
    ]


def _old_sheet(sheet: "CalamineSheet", visible: bool, marks: Marks) -> RawSheet:
    check_reach(sheet.total_height, sheet.total_width)
    for place in marks.errors:
        check_reach(*place)
    rows = enumerate(sheet.to_python(skip_empty_area=False), 1)
    found = {(row, column): value for row, values in rows for column, value in enumerate(values, 1)}
    found |= marks.errors  # calamine gives them as empty
    cells = [
        _old_cell(place, value, marks) for place, value in sorted(found.items(), key=_place) if value != ""
    ]
    check_cells(len(cells))
    comments = [(COMMENT, _address(*place)) for place in marks.comments]
    merged = [_area(*ends) for ends in _merged(sheet)]
    return RawSheet(sheet.name, cells, marks.hidden_rows, merged, comments, visible)


def _merged(sheet: "CalamineSheet") -> list[tuple[Place, Place]]:
    """The first and last cell of every merged range, counted from 0."""
    covered, areas = 0, sheet.merged_cell_ranges or []
    for (top, left), (bottom, right) in areas:
        check_reach(bottom + 1, right + 1)
        covered += (bottom - top + 1) * (right - left + 1)
        check_merged(covered)
    return areas


def _old_cell(place: Place, value: CellValue, marks: Marks) -> RawCell:
    """One cell; its format tells how a number is shown."""
    number_format = "" if isinstance(value, str) else marks.formats.get(place, "")
    return RawCell(*place, value, number_format, place in marks.formulas, place in marks.struck)


def _place(item: tuple[Place, object]) -> Place:
    return item[0]


def _area(first: Place, last: Place) -> str:
    """A merged range, of which calamine counts rows and columns from 0."""
    return ":".join(_address(row + 1, column + 1) for row, column in (first, last))


def _address(row: int, column: int) -> str:
    """The address of a cell."""
    return f"{get_column_letter(column)}{row}"


def _limit() -> None:
    """Bound the memory and time of this process, where the system can."""
    try:
        import resource
    except ImportError:  # Windows: the time limit of the parent still holds
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))


def main() -> None:
    """Answer for the file on standard input."""
    _limit()
    answer = json.dumps(answer_for(Kind(sys.argv[1]), sys.stdin.buffer.read()))
    sys.stdout.write(answer if len(answer) <= LONGEST_ANSWER else json.dumps(_TOO_LONG))


if __name__ == "__main__":
    main()
