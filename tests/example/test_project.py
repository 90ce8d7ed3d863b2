"""The repository's own inputs are exactly what `marktscan example` writes."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from marktscan.example import write_example

ROOT = Path(__file__).parents[2]
INPUTS = ("requirements", "rules", "vendors")


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    directory = tmp_path_factory.mktemp("example")
    return directory, write_example(directory)


def inside(directory: Path) -> set[str]:
    found = (path for folder in INPUTS for path in (directory / folder).rglob("*"))
    return {path.relative_to(directory).as_posix() for path in found if path.is_file()}


def contents(path: Path) -> dict[str, list[tuple[object, ...]]]:
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in load_workbook(path)}


def test_it_names_every_file_it_writes(example):
    directory, named = example
    assert all(path.is_file() for path in named)
    assert {path.relative_to(directory).as_posix() for path in named} == inside(directory) | {
        "marktscan.toml",
        "LEESMIJ.md",
    }


def test_the_repository_holds_its_output(example):
    directory, _ = example
    assert inside(ROOT) == inside(directory)
    for name in sorted(inside(directory)):
        if name.endswith(".xlsx"):
            assert contents(ROOT / name) == contents(directory / name), name
        else:
            assert (ROOT / name).read_text(encoding="utf-8") == (directory / name).read_text(encoding="utf-8")


def test_the_project_file_has_one_source(example):
    directory, _ = example
    assert (directory / "marktscan.toml").read_bytes() == (ROOT / "marktscan.toml").read_bytes()


def test_two_runs_give_the_same_bytes(example, tmp_path):
    directory, named = example
    again = write_example(tmp_path)
    for one, two in zip(named, again, strict=True):
        assert one.read_bytes() == two.read_bytes(), one.relative_to(directory)
