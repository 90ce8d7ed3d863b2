"""The whole example: project file, requirements, the rules as fixed, vendors and a word of explanation."""

from importlib.resources import files
from pathlib import Path

from marktscan.example.requirement_files import write_requirements
from marktscan.example.vendors import write_vendors
from marktscan.files import put_all

COPIED = {
    "marktscan.toml": "marktscan.toml",
    "LEESMIJ.md": "texts/LEESMIJ.md",
    "requirements/README.md": "texts/requirements.md",
    "vendors/README.md": "texts/vendors.md",
}
"""What is not made but copied: the path in the project and the path in this package."""


def write_example(directory: Path) -> tuple[Path, ...]:
    """Write a complete project into `directory` and name its files."""
    from marktscan.example.agreed_rules import write_agreed_rules

    copied = tuple(_copy(directory / path, source) for path, source in COPIED.items())
    requirements = write_requirements(directory)
    return (*copied, *requirements, *write_agreed_rules(directory), *write_vendors(directory))


def _copy(path: Path, source: str) -> Path:
    put_all({path: (files("marktscan.example") / source).read_bytes()})
    return path
