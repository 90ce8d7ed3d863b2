"""On which line of a TOML text each key stands, also for keys between quotes."""

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping

KeyPath = tuple[str | int, ...]


def key_lines(text: str) -> dict[KeyPath, int]:
    """The first line of every table and key, counted from 1; a table in a list has its place in its path."""
    lines: dict[KeyPath, int] = {(): 1}
    seen: Counter[tuple[str, ...]] = Counter()
    here: KeyPath = ()
    for number, line in enumerate(text.splitlines(), 1):
        if line.lstrip().startswith("["):
            here = _table_path(line, here, seen)
            lines.setdefault(here, number)
        else:
            for path in _keys(line):
                lines.setdefault((*here, *path), number)
    return lines


def nearest_line(lines: Mapping[KeyPath, int], path: KeyPath) -> int:
    """The line of a key, else of the nearest table around it."""
    while path not in lines:
        path = path[:-1]
    return lines[path]


def _keys(line: str) -> Iterator[KeyPath]:
    """The key of a line and the keys inside its value; a value that goes on below has only its own key."""
    for text in (line, f"{line.partition('=')[0]}= 0"):
        try:
            parsed = tomllib.loads(text)
        except tomllib.TOMLDecodeError:
            continue
        yield from _paths(parsed)
        return


def _paths(value: object) -> Iterator[KeyPath]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (key,)
            yield from ((key, *path) for path in _paths(inner))


def _table_path(line: str, here: KeyPath, seen: Counter[tuple[str, ...]]) -> KeyPath:
    try:
        parsed = tomllib.loads(line)
    except tomllib.TOMLDecodeError:
        return here
    names = max(_names(parsed), key=len)
    if line.lstrip().startswith("[["):
        seen[names] += 1
    return tuple(_placed(names, seen))


def _names(parsed: object) -> Iterator[tuple[str, ...]]:
    inner = parsed[0] if isinstance(parsed, list) else parsed
    yield ()
    if isinstance(inner, dict):
        for key, value in inner.items():
            yield from ((key, *names) for names in _names(value))


def _placed(names: tuple[str, ...], seen: Counter[tuple[str, ...]]) -> Iterator[str | int]:
    """The names of a path, each list followed by the place it has come to."""
    for depth, name in enumerate(names, 1):
        yield name
        if seen[names[:depth]]:
            yield seen[names[:depth]] - 1
