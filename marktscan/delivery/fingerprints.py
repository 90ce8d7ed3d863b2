"""SHA-256 of what lies on disk: the inputs, the outputs and the program itself."""

from collections.abc import Iterable
from hashlib import file_digest, sha256
from pathlib import Path

from marktscan.assets import templates
from marktscan.delivery.manifest import Program

PROJECT_FILE = "marktscan.toml"
INPUT_FOLDERS = ("requirements", "vendors", "templates", "logos", "rules")
PACKAGE = Path(__file__).resolve().parents[1]
LIBRARIES = ("jinja2", "openpyxl", "pandas", "pydyf", "python-calamine", "weasyprint", "xlsxwriter")
_TEMPORARY = (".", "~$")
_COMPILED = ".pyc"


def of_program(version_of_program: str) -> Program:
    """This program, as it lies here: every file of its code and its templates, and its libraries."""
    from importlib.metadata import version

    total = sha256()
    for folder in dict.fromkeys((PACKAGE, templates())):
        for path in _files(folder):
            total.update(f"{path.relative_to(folder).as_posix()}\0{_of(path)}\n".encode())
    return Program(version_of_program, total.hexdigest(), {name: version(name) for name in LIBRARIES})


def of_inputs(root: Path) -> dict[str, str]:
    """Everything people put into the project, read or not; a folder without files has no hash.

    Files that a spreadsheet program or the system leaves beside them do not count.
    """
    found = {PROJECT_FILE: _of(root / PROJECT_FILE)} if (root / PROJECT_FILE).is_file() else {}
    for folder in INPUT_FOLDERS:
        if (root / folder).resolve() == templates().resolve():
            continue  # in a clone these templates are part of the program
        found |= {f"{path.relative_to(root).as_posix()}/": "" for path in _empty_folders(root / folder)}
        found |= {path.relative_to(root).as_posix(): _of(path) for path in _files(root / folder)}
    return dict(sorted(found.items()))


def of_outputs(folder: Path, names: Iterable[str]) -> dict[str, str]:
    """Those of the named files that are there."""
    return {name: _of(folder / name) for name in sorted(names) if (folder / name).is_file()}


def _files(folder: Path) -> list[Path]:
    inside = folder.resolve()
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file()
        and path.suffix != _COMPILED
        and not path.name.startswith(_TEMPORARY)
        and path.resolve().is_relative_to(inside)
    )


def _empty_folders(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_dir() and not _files(path))


def _of(path: Path) -> str:
    with path.open("rb") as content:
        return file_digest(content, "sha256").hexdigest()
