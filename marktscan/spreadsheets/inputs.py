"""Every input of a run with its SHA-256, so that a report can say what it was made from."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from marktscan.domain.scan import InputFile
from marktscan.spreadsheets.folders import is_inside, is_lock
from marktscan.spreadsheets.kinds import READABLE

_PROJECT_FILE = "marktscan.toml"
_PATTERNS = (_PROJECT_FILE, "requirements/*", "vendors/*/*", "vendors/*/assessments/*")


def input_files(root: Path) -> tuple[InputFile, ...]:
    """The project file and every workbook in the folders that are read, by path."""
    return tuple(sorted(_hashed(root), key=lambda item: item.file))


def _is_input(path: Path) -> bool:
    is_workbook = path.suffix.casefold() in READABLE and not is_lock(path.name)
    return path.is_file() and (is_workbook or path.name == _PROJECT_FILE)


def _hashed(root: Path) -> Iterator[InputFile]:
    for pattern in _PATTERNS:
        for path in root.glob(pattern):
            if _is_input(path) and is_inside(root, path):
                yield InputFile(path.relative_to(root).as_posix(), sha256(path.read_bytes()).hexdigest())
