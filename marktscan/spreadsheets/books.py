"""Open a workbook safely: every way in which that can fail is a finding that names the file."""

import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from pathlib import Path
from stat import S_ISREG
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.workbook import Workbook

from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.source import Source
from marktscan.spreadsheets.folders import is_inside
from marktscan.spreadsheets.kinds import Kind, kind_of
from marktscan.spreadsheets.plain_text import read_text
from marktscan.spreadsheets.preflight import LARGEST_FILE, Obstacle, TooMuch, obstacle, too_large
from marktscan.spreadsheets.raw_sheets import Known, workbook_of
from marktscan.spreadsheets.read_stamp import Stamp, read_stamp
from marktscan.spreadsheets.second_reader import read_apart
from marktscan.spreadsheets.strict import as_ordinary
from marktscan.spreadsheets.texts import CellValue
from marktscan.spreadsheets.unread import unread

_STRINGS, _SHEETS = "xl/sharedStrings.xml", "xl/worksheets/"
_SHOWN_CELLS = 5


@dataclass(frozen=True)
class Book:
    """An opened workbook; `file` is its path in the project.

    `known` holds what was stored beside formulas and how numbers look, for a file that is no .xlsx. `remarks`
    tell what is special about the file as a whole.
    """

    file: str
    data: bytes
    sheets: Workbook
    known: Known | None = None
    remarks: tuple[Finding, ...] = field(default=(), compare=False)

    @property
    def is_text(self) -> bool:
        """Whether the file is a .csv, which holds one sheet only."""
        return self.file.casefold().endswith(".csv")

    @cached_property
    def strikes(self) -> bool:
        """Whether any font of the workbook strikes text through: only then is each cell worth asking."""
        return any(font.strike for font in self.sheets._fonts)  # type: ignore[attr-defined]

    @cached_property
    def _partly_struck(self) -> Mapping[tuple[str, str], str]:
        """The part of a text that is struck through, by sheet and cell; looked for only where it can be."""
        return _struck_parts(self.data) if self.known is None and _strikes_in_text(self.data) else {}

    def partly_struck(self, sheet: str, cell: str) -> str:
        """The words within a cell that are struck through, if any."""
        return self._partly_struck.get((sheet, cell), "")

    @cached_property
    def stamp(self) -> Stamp | None:
        """What the form says it was when it was sent."""
        return read_stamp(self.sheets)

    @property
    def owner(self) -> str:
        """For whom the form was made; nothing when it does not say."""
        return self.stamp.owner if self.stamp else ""

    @cached_property
    def _stored(self) -> Workbook:
        """The same workbook with the outcomes that were stored beside formulas, loaded when first needed."""
        return _load(self.data, stored_values=True)

    def stored(self, sheet: str, cell: str) -> CellValue:
        """The outcome that was stored beside a formula; None when there is none."""
        if self.known is not None:
            return self.known.outcomes.get((sheet, cell))
        value: CellValue = self._stored[sheet][cell].value
        return value

    def shown(self, sheet: str, cell: str) -> str | None:
        """How a number is shown, nothing when the file does not tell; None where its format tells."""
        return self.known.shown.get((sheet, cell)) if self.known else None


_NO_FACTS: dict[str, str] = {}


def open_book(root: Path, file: str) -> tuple[Book | None, tuple[Finding, ...]]:
    """The workbook at `file` under `root` and what is special about it, or why it cannot be read."""
    opened = _open(root / file, file) if is_inside(root, root / file) else (Code.FILE_OUTSIDE, _NO_FACTS)
    if isinstance(opened, Book):
        return opened, opened.remarks
    code, facts = opened
    return None, (finding(code, Source(file), **facts),)


def _open(path: Path, file: str) -> Book | Obstacle:
    try:
        about = path.stat()
        if not S_ISREG(about.st_mode):  # a folder; or a pipe, of which reading would never end
            return Code.FILE_UNREADABLE, {}
        if about.st_size > LARGEST_FILE:
            return too_large(about.st_size)
        data = path.read_bytes()
    except FileNotFoundError:
        return Code.FILE_MISSING, {}
    except OSError:
        return Code.FILE_UNREADABLE, {}
    kind = kind_of(file, data)
    return _parse(kind, data, file) if isinstance(kind, Kind) else kind


def _parse(kind: Kind, data: bytes, file: str) -> Book | Obstacle:
    try:
        match kind:
            case Kind.OPEN_XML:
                return obstacle(data) or _open_xml(as_ordinary(data), file)
            case Kind.TEXT:
                return _text(data, file)
            case Kind.OPEN_DOCUMENT:
                return obstacle(data) or _other(kind, data, file)
            case Kind.OLD_EXCEL:
                return _other(kind, data, file)
    except TooMuch as too_much:
        return too_much.obstacle
    except Exception:  # a damaged file makes a parser raise nearly anything
        return Code.FILE_UNREADABLE, {}


def _open_xml(data: bytes, file: str) -> Book:
    remarks = tuple(
        item for sheet, things in unread(data).items() for item in _unread_findings(file, sheet, things)
    )
    return Book(file, data, _load(data), remarks=remarks)


def _text(data: bytes, file: str) -> Book:
    sheet, read_as = read_text(data)
    book, known = workbook_of([sheet])
    return Book(file, data, book, known, (finding(Code.FILE_READ_AS, Source(file), read_as=read_as),))


def _other(kind: Kind, data: bytes, file: str) -> Book | Obstacle:
    """A file that is read in a process of its own; an old .xls keeps some things to itself."""
    sheets = read_apart(kind, data)
    if isinstance(sheets, tuple):
        return sheets
    book, known = workbook_of(sheets)
    remarks = [item for sheet in sheets for item in _unread_findings(file, sheet.name, sheet.unread)]
    if kind is Kind.OLD_EXCEL:
        remarks.append(finding(Code.FILE_OLD, Source(file)))
    return Book(file, data, book, known, tuple(remarks))


def _unread_findings(file: str, sheet: str, things: Sequence[tuple[str, str]]) -> Iterator[Finding]:
    """One finding per kind of thing on a sheet, at the first cell where one stands."""
    for kind in sorted({kind for kind, _ in things}):
        cells = [cell for other, cell in things if other == kind]
        more = f" en nog {len(cells) - _SHOWN_CELLS}" if len(cells) > _SHOWN_CELLS else ""
        shown = ", ".join(cells[:_SHOWN_CELLS]) + more
        yield finding(Code.NOT_IN_A_CELL, Source(file, sheet, cells[0]), kind=kind, cells=shown)


def _strikes_in_text(data: bytes) -> bool:
    """Whether any piece of text within a cell may be struck through; sheets themselves can hold texts too."""
    with ZipFile(BytesIO(data)) as archive:
        parts = (name for name in archive.namelist() if name == _STRINGS or name.startswith(_SHEETS))
        return any(b"<strike" in archive.read(name) for name in parts)


def _struck_parts(data: bytes) -> dict[tuple[str, str], str]:
    book = _load(data, rich_text=True)
    return {
        (sheet.title, cell.coordinate): struck
        for sheet in book.worksheets
        for cell in sheet._cells.values()
        if isinstance(cell.value, CellRichText) and (struck := _struck(cell.value))
    }


def _struck(text: CellRichText) -> str:
    return " ".join(part.text.strip() for part in text if isinstance(part, TextBlock) and part.font.strike)


def _load(data: bytes, stored_values: bool = False, rich_text: bool = False) -> Workbook:
    """openpyxl's reading, in silence: what it cannot keep (lists, pictures) is not asked of it here."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return load_workbook(BytesIO(data), data_only=stored_values, keep_links=False, rich_text=rich_text)
