"""Bring a list of requirements that follows no form into a requirement workbook."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from marktscan.domain.finding import Code, Finding, finding, place_order
from marktscan.domain.source import Source
from marktscan.importing.describe import describe
from marktscan.importing.mapping import ImportMapping
from marktscan.importing.mapping_file import mapping_text
from marktscan.importing.propose import propose
from marktscan.importing.read_mapping import read_mapping
from marktscan.importing.take import Taken, take_over
from marktscan.importing.themes import project_themes
from marktscan.importing.workbook import write_taken
from marktscan.spreadsheets.books import open_book
from marktscan.spreadsheets.grids import Grid, grids_of

__all__ = ["Imported", "bring_in", "describe", "mapping_text", "write_taken"]

Decided = tuple[ImportMapping | None, tuple[Finding, ...]]


@dataclass(frozen=True, slots=True)
class Imported:
    """What a source gave: `mapping` is None when nothing could be read, and `taken` is then empty."""

    findings: tuple[Finding, ...]
    grids: tuple[Grid, ...] = ()
    mapping: ImportMapping | None = None
    taken: Taken = field(default_factory=Taken)


def bring_in(path: Path, mapping_file: Path | None = None, project: Path | None = None) -> Imported:
    """Read the list in `path`, by the mapping in a file or else by the proposal. Writes nothing.

    With a project folder the proposal names the themes of that project.
    """
    path = path.resolve()
    book, remarks = open_book(path.parent, path.name)
    if book is None:
        return Imported(remarks)
    grids = grids_of(book)
    mapping, mistakes = _read(mapping_file, grids) if mapping_file else _propose(path.name, grids, project)
    if mapping is None:
        return Imported((*remarks, *mistakes), grids)
    taken = take_over(grids, mapping)
    findings = sorted(dict.fromkeys((*remarks, *taken.findings)), key=place_order)
    return Imported(tuple(findings), grids, mapping, taken)


def _read(file: Path, grids: Sequence[Grid]) -> Decided:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        return None, (finding(Code.FILE_UNREADABLE, Source(file.name)),)
    return read_mapping(text, file.name, grids)


def _propose(source: str, grids: Sequence[Grid], project: Path | None) -> Decided:
    mapping = propose(grids, project_themes(project) if project else {})
    sheets = ", ".join(grid.sheet for grid in grids)
    return mapping, () if mapping else (finding(Code.IMPORT_NO_TABLE, Source(source), sheets=sheets),)
