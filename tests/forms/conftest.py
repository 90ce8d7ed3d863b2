"""The example as forms: read once, written once."""

from pathlib import Path

import pytest

from marktscan import pipeline
from marktscan.forms import write_questionnaires, write_scoresheets

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def outcome():
    return pipeline.check(ROOT)


@pytest.fixture(scope="session")
def scan(outcome):
    return outcome.scan


@pytest.fixture(scope="session")
def questionnaires(scan, tmp_path_factory):
    root = tmp_path_factory.mktemp("questionnaires")
    return root, write_questionnaires(root, scan).files


@pytest.fixture(scope="session")
def scoresheets(scan, tmp_path_factory):
    root = tmp_path_factory.mktemp("scoresheets")
    return root, write_scoresheets(root, scan).files
