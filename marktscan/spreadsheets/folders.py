"""What lies in the folders people fill: what is expected, and what had better not be there."""

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.source import Source
from marktscan.spreadsheets.kinds import READABLE
from marktscan.spreadsheets.texts import nearest

_LOCK = re.compile(r"~\$.*|\.~lock\..*#")
_COPY = re.compile(
    r"(?:copy of |kopie van )?(?P<name>.+?)"
    r"(?: ?\(\d+\)| ?-? ?\(?(?:kopie|copy|conflict)[^.]*|[_ .-]?conflicted? copy[^.]*)?(?P<type>\.\w+)",
    re.IGNORECASE,
)
_SYSTEM = frozenset({".DS_Store", ".gitkeep", ".gitignore", "Thumbs.db", "desktop.ini"})
_MAPPING = "-mapping.toml"
"""How a list was brought in: it may lie beside the workbook that came of it."""
_SHEET_TYPES = frozenset({*READABLE, ".xlsb", ".fods", ".numbers"})


def is_inside(root: Path, path: Path) -> bool:
    """Whether `path` really lies in the project folder: a link may lead elsewhere, or to itself."""
    try:
        end = path.resolve()
    except (OSError, RuntimeError):  # a link to itself, until Python 3.12
        return False
    return end.is_relative_to(root.resolve()) and not end.is_symlink()


def is_lock(name: str) -> bool:
    """Whether a file only says that somebody has a workbook open."""
    return _LOCK.fullmatch(name) is not None


def look_around(
    root: Path, folder: str, files: Collection[str], folders: Collection[str] = ()
) -> Iterator[Finding]:
    """Findings about everything in `folder` that is not one of the expected files and folders."""
    for path in entries(root / folder):
        place = Source(f"{folder}/{path.name}")
        expected = path.name in (folders if path.is_dir() else files)
        if not is_inside(root, path):
            yield finding(Code.FILE_OUTSIDE, place)
        elif not expected and not _ignored(path.name):
            yield _odd_file(path.name, place, files)


def entries(folder: Path) -> list[Path]:
    """What lies in a folder, by name; nothing when it cannot be listed."""
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def candidates(root: Path, folder: str, workbook: str) -> tuple[str, ...]:
    """The names of all files in `folder` that can be `workbook` (answers.xlsx): other types, copies.

    The one with the name itself comes first.
    """
    stem = Path(workbook).stem
    inside = (path for path in entries(root / folder) if not path.is_dir() and not is_lock(path.name))
    known = [path.name for path in inside if _stem_and_type(path.name)[0] == stem.casefold()]
    return tuple(sorted(known, key=lambda name: _preference(name, stem)))


def nearest_file(root: Path, folder: str, workbook: str) -> str:
    """The path of `workbook`, or of the one file that takes its place when it is not there (diemen.ods)."""
    names = candidates(root, folder, workbook)
    return f"{folder}/{names[0] if names else workbook}"


def _stem_and_type(name: str) -> tuple[str, str]:
    """Of which workbook a file may be a version; nothing when it is of no readable type."""
    original = Path(_original(name).casefold())
    return (original.stem, original.suffix) if original.suffix in READABLE else ("", "")


def _preference(name: str, stem: str) -> tuple[bool, int, str]:
    return Path(name).stem != stem, READABLE.index(_stem_and_type(name)[1]), name


def _ignored(name: str) -> bool:
    return name in _SYSTEM or name.casefold().startswith("readme") or name.endswith(_MAPPING)


def _odd_file(name: str, place: Source, files: Collection[str]) -> Finding:
    if is_lock(name):
        return finding(Code.FILE_LOCK, place)
    original = _original(name)
    if original != name and original in files:
        return finding(Code.FILE_COPY, place, original=original)
    path = Path(name)
    if path.suffix.casefold() in _SHEET_TYPES and f"{path.stem}.xlsx" in files:
        return finding(Code.FILE_WRONG_TYPE, place)
    meant = nearest(name, files)
    return finding(Code.FILE_SIMILAR, place, meant=meant) if meant else finding(Code.FILE_UNEXPECTED, place)


def _original(name: str) -> str:
    """The file a copy was made of: "answers (1).xlsx" → "answers.xlsx"."""
    match = _COPY.fullmatch(name)
    return match["name"].strip() + match["type"] if match else name
