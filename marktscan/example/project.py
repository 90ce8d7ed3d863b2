"""The whole example: project file, requirements, vendors and a word of explanation."""

from importlib.resources import files
from pathlib import Path

from marktscan.example.requirement_files import write_requirements
from marktscan.example.settings import PROJECT_FILE
from marktscan.example.vendors import write_vendors

README = "LEESMIJ.md"


def write_example(directory: Path) -> tuple[Path, ...]:
    """Write a complete project into `directory` and name its files."""
    directory.mkdir(parents=True, exist_ok=True)
    texts = tuple(_copy(directory, name) for name in (PROJECT_FILE, README))
    return (*texts, *write_requirements(directory), *write_vendors(directory))


def _copy(directory: Path, name: str) -> Path:
    path = directory / name
    path.write_bytes((files("marktscan.example") / name).read_bytes())
    return path
