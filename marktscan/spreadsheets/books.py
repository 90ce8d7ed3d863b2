"""Open a workbook safely: every way in which that can fail is a finding that names the file."""

import gc
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.source import Source
from marktscan.spreadsheets.folders import is_inside
from marktscan.spreadsheets.preflight import LARGEST_FILE, Obstacle, obstacle, too_large
from marktscan.spreadsheets.texts import CellValue


@dataclass(frozen=True)
class Book:
    """An opened workbook; `file` is its path in the project."""

    file: str
    data: bytes
    sheets: Workbook

    @cached_property
    def strikes(self) -> bool:
        """Whether any font of the workbook strikes text through: only then is each cell worth asking."""
        return any(font.strike for font in self.sheets._fonts)  # type: ignore[attr-defined]

    @cached_property
    def _stored(self) -> Workbook:
        """The same workbook with the outcomes that were stored beside formulas, loaded when first needed."""
        return _load(self.data, stored_values=True)

    def stored(self, sheet: str, cell: str) -> CellValue:
        """The outcome that was stored beside a formula; None when there is none."""
        value: CellValue = self._stored[sheet][cell].value
        return value


_NO_FACTS: dict[str, str] = {}


def open_book(root: Path, file: str) -> tuple[Book | None, tuple[Finding, ...]]:
    """The workbook at `file` under `root`, or the finding that says why it cannot be read."""
    opened = _open(root / file, file) if is_inside(root, root / file) else (Code.FILE_OUTSIDE, _NO_FACTS)
    if isinstance(opened, Book):
        return opened, ()
    code, facts = opened
    return None, (finding(code, Source(file), **facts),)


def _open(path: Path, file: str) -> Book | Obstacle:
    try:
        if (size := path.stat().st_size) > LARGEST_FILE:
            return too_large(size)
        data = path.read_bytes()
    except FileNotFoundError:
        return Code.FILE_MISSING, {}
    except OSError:
        return Code.FILE_UNREADABLE, {}
    return obstacle(data) or _parse(data, file)


def _parse(data: bytes, file: str) -> Book | Obstacle:
    try:
        return Book(file, data, _load(data))
    except Exception:  # a damaged file makes openpyxl raise nearly anything
        return Code.FILE_UNREADABLE, {}


def _load(data: bytes, stored_values: bool = False) -> Workbook:
    """openpyxl's reading, in silence: what it cannot keep (lists, pictures) is not asked of it here."""
    with warnings.catch_warnings(), _no_collection():
        warnings.simplefilter("ignore")
        return load_workbook(BytesIO(data), data_only=stored_values, keep_links=False)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Without garbage collection, which takes a tenth of the loading and finds nothing to throw away."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
