"""The cells of prices in few words: neighbours below each other as F5–F7."""

import re
from collections.abc import Iterable, Iterator, Sequence

from marktscan.domain.source import Source

_A1 = re.compile(r"([A-Z]+)([0-9]+)")


def sheet_of(file: str, sources: Iterable[Source]) -> str:
    """The file and, where all its cells stand on one, the sheet."""
    sheets = {source.sheet for source in sources if source.file == file}
    return f"{file}, blad {sheets.pop()}" if len(sheets) == 1 else file


def places(cells: Sequence[Source]) -> str:
    """The cells of one price; of what stands in the project file the name of its table."""
    return ", ".join(_runs([source.cell if _A1.fullmatch(source.cell) else source.sheet for source in cells]))


def _runs(names: Sequence[str]) -> Iterator[str]:
    runs: list[list[str]] = []
    for name in dict.fromkeys(filter(None, names)):
        if runs and _follows(runs[-1][-1], name):
            runs[-1].append(name)
        else:
            runs.append([name])
    return (run[0] if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def _follows(above: str, below: str) -> bool:
    first, second = _A1.fullmatch(above), _A1.fullmatch(below)
    return bool(first and second and first[1] == second[1] and int(first[2]) + 1 == int(second[2]))
