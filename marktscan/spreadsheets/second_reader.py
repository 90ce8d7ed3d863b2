"""Read an .ods or .xls in a process of its own, with limits on memory and time: a parser may run wild.

`read_apart` starts the process; it reads the file from its input and answers in JSON, so that nothing else
gets out of it. An .xls is read by calamine; an .ods is not, since calamine shows its error cells as empty.
"""

import json
import subprocess
import sys
from io import BytesIO
from typing import TYPE_CHECKING

from marktscan.domain.finding import Code
from marktscan.spreadsheets.kinds import Kind
from marktscan.spreadsheets.opendocument import read_opendocument
from marktscan.spreadsheets.preflight import (
    MEGABYTE,
    MOST_COLUMNS,
    MOST_MEMORY,
    MOST_ROWS,
    MOST_SECONDS,
    Obstacle,
    TooMuch,
    check_cells,
)
from marktscan.spreadsheets.raw_sheets import RawCell, RawSheet, from_json, to_json

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

    book = CalamineWorkbook.from_filelike(BytesIO(data))
    return [
        _old_sheet(book.get_sheet_by_index(number), item.visible == SheetVisibleEnum.Visible)
        for number, item in enumerate(book.sheets_metadata)
    ]


def _old_sheet(sheet: "CalamineSheet", visible: bool) -> RawSheet:
    if sheet.total_height > MOST_ROWS or sheet.total_width > MOST_COLUMNS:
        found = f"{sheet.total_height} rijen, {sheet.total_width} kolommen"
        raise TooMuch(found, f"{MOST_ROWS} rijen, {MOST_COLUMNS} kolommen")
    rows = enumerate(sheet.to_python(skip_empty_area=False), 1)
    cells = [
        RawCell(row, column, value)
        for row, values in rows
        for column, value in enumerate(values, 1)
        if value != ""
    ]
    check_cells(len(cells))
    return RawSheet(sheet.name, cells, visible=visible)


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
