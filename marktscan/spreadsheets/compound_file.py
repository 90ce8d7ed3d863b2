"""Take the stream with the workbook out of an .xls, which is a small file system: [MS-CFB].

Raises ValueError or struct.error for a damaged file.
"""

import struct
from collections.abc import Iterator, Sequence

_NAMES = ("Workbook", "Book")
"""What the stream is called in files of Excel 97 and later, and before."""
_HEADER, _ENTRY = 512, 128
_LAST_SECTOR = 0xFFFFFFFA
"""Numbers from here on are no sectors but marks, such as the end of a chain."""
_ROOT = 5
_IN_HEADER = 109
"""Places of the table of sectors that the header itself names."""


def workbook_stream(data: bytes) -> bytes:
    """The bytes of the workbook."""
    file = _CompoundFile(data)
    entries = {name: (kind, start, size) for name, kind, start, size in file.entries()}
    name = next((name for name in _NAMES if name in entries), "")
    if not name:
        raise ValueError("no workbook")
    _, start, size = entries[name]
    if size >= file.cutoff:
        return file.stream(start)[:size]
    root = next(start for kind, start, _ in entries.values() if kind == _ROOT)
    return file.small_stream(file.stream(root), start)[:size]


class _CompoundFile:
    """The sectors of a file and the table that chains them."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._size = 1 << struct.unpack_from("<H", data, 30)[0]
        self._small_size = 1 << struct.unpack_from("<H", data, 32)[0]
        self._directory = self._number(48)
        self.cutoff = self._number(56)
        self._small_table_at = self._number(60)
        self._next = self._table()

    def _number(self, offset: int) -> int:
        number: int = struct.unpack_from("<I", self._data, offset)[0]
        return number

    def _sector(self, number: int) -> bytes:
        """One sector; the last may be cut short."""
        begin = _HEADER if self._size == _HEADER else self._size
        begin += number * self._size
        if begin >= len(self._data):
            raise ValueError("sector outside the file")
        return self._data[begin : begin + self._size]

    def _table(self) -> tuple[int, ...]:
        """Which sector follows which."""
        places = list(struct.unpack_from(f"<{_IN_HEADER}I", self._data, 76))
        more, seen = self._number(68), set[int]()
        while more < _LAST_SECTOR and more not in seen:
            seen.add(more)
            numbers = _numbers(self._sector(more))
            places.extend(numbers[:-1])
            more = numbers[-1]
        return tuple(n for place in places if place < _LAST_SECTOR for n in _numbers(self._sector(place)))

    def stream(self, start: int) -> bytes:
        """Everything in the chain of sectors from `start`."""
        return b"".join(map(self._sector, _chain(self._next, start)))

    def small_stream(self, root: bytes, start: int) -> bytes:
        """Everything in the chain of small sectors from `start`, which lie in the stream of the root."""
        table = _numbers(self.stream(self._small_table_at))
        size = self._small_size
        return b"".join(root[number * size : (number + 1) * size] for number in _chain(table, start))

    def entries(self) -> Iterator[tuple[str, int, int, int]]:
        """Name, kind, first sector and size of everything in the file."""
        directory = self.stream(self._directory)
        for offset in range(0, len(directory) - _ENTRY + 1, _ENTRY):
            length, kind = struct.unpack_from("<HB", directory, offset + 64)
            start, size = struct.unpack_from("<II", directory, offset + 116)
            name = directory[offset : offset + max(0, min(length, 64) - 2)]
            yield name.decode("utf-16-le", errors="replace"), kind, start, size


def _numbers(sector: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(sector) // 4}I", sector[: len(sector) // 4 * 4])


def _chain(table: Sequence[int], start: int) -> Iterator[int]:
    """The sectors that follow each other; a chain that bites its tail is damaged."""
    seen = 0
    while start < _LAST_SECTOR:
        if seen > len(table):
            raise ValueError("endless chain")
        seen += 1
        yield start
        start = table[start] if start < len(table) else _LAST_SECTOR
