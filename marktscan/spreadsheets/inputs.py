"""Every input of a run with its SHA-256, so that a report can say what it was made from."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from marktscan.domain.scan import InputFile
from marktscan.spreadsheets.folders import is_inside, is_lock
from marktscan.spreadsheets.kinds import READABLE

_NO_WORKBOOKS = ("marktscan.toml", "rules/vastgesteld.json", "rules/wijzigingen.json")
_SEAL = b"marktscan seal\n"
_PATTERNS = (*_NO_WORKBOOKS, "requirements/*", "vendors/*/*", "vendors/*/assessments/*")


def input_files(root: Path) -> tuple[InputFile, ...]:
    """The project file, the fixed rules and every workbook in the folders that are read, by path."""
    return tuple(sorted(_hashed(root), key=lambda item: item.file))


def _is_workbook(path: Path) -> bool:
    return path.suffix.casefold() in READABLE and not is_lock(path.name)


def _hashed(root: Path) -> Iterator[InputFile]:
    for pattern in _PATTERNS:
        for path in root.glob(pattern):
            is_input = path.is_file() and (pattern in _NO_WORKBOOKS or _is_workbook(path))
            if is_input and is_inside(root, path):
                yield _input(path.relative_to(root).as_posix(), path.read_bytes())


def _input(file: str, content: bytes) -> InputFile:
    return InputFile(file, sha256(content).hexdigest(), sha256(_SEAL + content).hexdigest())
