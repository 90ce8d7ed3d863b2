"""[classification] of marktscan.toml: who may read which kind of cell."""

from pathlib import Path

import pytest
from test_project_file import read

from marktscan.domain.classification import CellKind, Classification, ClassificationRules
from marktscan.domain.finding import Code


def declaring(lines: str) -> tuple[str, str]:
    return "[[themes]]", f"[classification]\n{lines}\n\n[[themes]]"


def test_without_it_prices_and_words_of_vendors_are_confidential_and_weights_internal(tmp_path: Path) -> None:
    project, findings = read(tmp_path)
    assert findings == ()
    assert project is not None
    assert project.classification == ClassificationRules()
    rules = project.classification
    assert rules.of(CellKind.PRICE) is rules.of(CellKind.EXPLANATION) is Classification.CONFIDENTIAL
    assert rules.of(CellKind.ROADMAP) is Classification.CONFIDENTIAL
    assert rules.of(CellKind.WEIGHT) is Classification.INTERNAL
    assert rules.of(CellKind.PERSON) is Classification.PERSONAL


def test_the_project_declares_its_own(tmp_path: Path) -> None:
    project, findings = read(tmp_path, declaring('weights = "openbaar"\nsmallest_group = 5'))
    assert findings == ()
    assert project is not None
    assert project.classification.of(CellKind.WEIGHT) is Classification.PUBLIC
    assert project.classification.of(CellKind.ANSWER) is Classification.PUBLIC
    assert project.classification.smallest_group == 5


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('prices = "openbaar"', Code.PROJECT_WRONG_TYPE),
        ('answers = "persoonsgegeven"', Code.PROJECT_WRONG_TYPE),
        ('weights = "geheim"', Code.PROJECT_WRONG_TYPE),
        ('namen = "openbaar"', Code.PROJECT_UNKNOWN_KEY),
        ('weigths = "intern"', Code.PROJECT_SIMILAR_KEY),
        ("smallest_group = 1", Code.PROJECT_WRONG_TYPE),
    ],
)
def test_what_cannot_be_is_told_with_its_line(tmp_path: Path, line: str, code: Code) -> None:
    project, findings = read(tmp_path, declaring(line))
    assert project is None
    assert [item.code for item in findings] == [code]
    assert findings[0].source.cell.startswith("regel ")
