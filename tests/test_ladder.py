"""Who may import whom, and which library has which door: the table in docs/architecture.md, enforced."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "marktscan"
TABLE = ROOT / "docs/architecture.md"
NOTHING, STANDARD = "–", "standard library only"


def ladder() -> dict[str, tuple[set[str], set[str]]]:
    """The table of the document: room → (rooms it may import, libraries it may open)."""
    steps: dict[str, tuple[set[str], set[str]]] = {}
    for rooms, imports, doors in _cells():
        allowed = set(steps) if imports == "all above" else _names(imports)
        for room in rooms.split(", "):
            steps[room] = (allowed, {name.casefold() for name in _names(doors)})
    return steps


def _cells() -> Iterator[tuple[str, str, str]]:
    text = TABLE.read_text(encoding="utf-8").split("## The ladder")[1].split("\n\n")[0]
    for line in text.splitlines()[3:]:
        room, imports, doors = (cell.strip() for cell in line.strip("|").split("|"))
        yield room, imports, doors


def _names(cell: str) -> set[str]:
    return set() if cell in {NOTHING, STANDARD} else set(cell.split(", "))


def imported(source: str) -> Iterator[str]:
    """Dotted names of all modules a file imports, wherever in the file that is."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def broken(room: str, source: str) -> list[str]:
    """What a file of this room imports that the table does not allow."""
    rooms, doors = ladder()[room]
    return [name for name in imported(source) if not _allowed(name.split("."), rooms | {room}, doors)]


def _allowed(name: list[str], rooms: set[str], doors: set[str]) -> bool:
    if name[0] == "marktscan":
        return name[1] in rooms
    return name[0] in sys.stdlib_module_names or name[0].casefold() in doors


def room_of(file: Path) -> str:
    first = file.relative_to(PACKAGE).parts[0].removesuffix(".py")
    return "cli" if first == "__main__" else first


FILES = [file for file in sorted(PACKAGE.rglob("*.py")) if file != PACKAGE / "__init__.py"]


@pytest.mark.parametrize("room", sorted({room_of(file) for file in FILES}))
def test_every_room_keeps_to_the_ladder(room):
    found = {
        str(file.relative_to(ROOT)): broken(room, file.read_text(encoding="utf-8"))
        for file in FILES
        if room_of(file) == room
    }
    assert {file: names for file, names in found.items() if names} == {}


def test_every_step_of_the_ladder_is_a_room():
    assert set(ladder()) == {room_of(file) for file in FILES}


def test_one_door_per_library():
    """pandas and NumPy are the tables of two rooms that compute; every other library has one room."""
    rooms = [doors for _, doors in ladder().values()]
    shared = {door for doors in rooms for door in doors if sum(door in other for other in rooms) > 1}
    assert shared == {"pandas", "numpy"}


@pytest.mark.parametrize(
    ("room", "line"),
    [
        ("scoring", "import openpyxl"),
        ("scoring", "def later():\n    from openpyxl import Workbook"),
        ("domain", "from marktscan.wording import formats"),
        ("domain", "from marktscan import scoring"),
        ("checking", "import marktscan.spreadsheets.sheet"),
    ],
)
def test_a_step_too_many_is_noticed(room, line):
    assert broken(room, line) != []
