"""What tests in several rooms start from."""

import shutil
from pathlib import Path

import pytest
from example_reports import ExampleReports
from example_reports import example_reports as render
from hypothesis import settings

ROOT = Path(__file__).parents[1]

# a busy machine is no failure: speed is measured in benchmarks/
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def example_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project in this repository, so that nothing a test does can reach its inputs."""
    copy = tmp_path_factory.mktemp("voorbeeld")
    shutil.copy(ROOT / "marktscan.toml", copy)
    for folder in ("requirements", "rules", "vendors"):
        shutil.copytree(ROOT / folder, copy / folder)
    return copy


@pytest.fixture(scope="session")
def example_reports(example_project: Path) -> ExampleReports:
    """All reports of the project in this repository; who uses it belongs to the xdist_group "reports"."""
    return render(example_project)
