"""On which line of a TOML text a key stands, so that a finding can point at it."""

import re
from collections import Counter

from marktscan.project_file.problems import Path

_TABLE = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"\s*([A-Za-z0-9_.\"'\s-]+?)\s*=")


def line_numbers(text: str) -> dict[Path, int]:
    """The first line of every table and key, counted from 1."""
    lines: dict[Path, int] = {}
    seen: Counter[str] = Counter()
    here: Path = ()
    for number, line in enumerate(text.splitlines(), 1):
        if table := _TABLE.match(line):
            here = _table_path(table[1] == "[[", table[2], seen)
            _remember(lines, here, number)
        elif key := _KEY.match(line):
            _remember(lines, (*here, *_parts(key[1])), number)
    return lines


def line_of(lines: dict[Path, int], path: Path) -> int:
    """The line of `path`, else of the nearest table around it, else the first line."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


def _table_path(repeated: bool, name: str, seen: Counter[str]) -> Path:
    parts = _parts(name)
    if not repeated:
        return parts
    seen[name] += 1
    return (*parts, seen[name] - 1)


def _parts(name: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in name.split("."))


def _remember(lines: dict[Path, int], path: Path, number: int) -> None:
    for length in range(1, len(path) + 1):
        lines.setdefault(path[:length], number)
