"""[promises] and [assessors] of marktscan.toml: the conventions of the method, or the project's own."""

from decimal import Decimal
from pathlib import Path

import pytest
from test_project_file import place, read

from marktscan.domain.assessment import Level
from marktscan.domain.conventions import AssessorRules, Credibility, PromiseRules, SimulationRules
from marktscan.domain.finding import Code
from marktscan.project_file import read_project

ROOT = Path(__file__).parents[1]
CONVENTIONS = """
[promises]
half_life_months = 6
delivered = 80
public_words = ["https:"]
credibility = { contract = 0.95, public = 0.5, statement = 0.25, none = 0 }

[assessors]
tolerance = 2
minimum_level = "bevestigd"
same_text = 30
"""
WITH_CONVENTIONS = ("[[themes]]", f"{CONVENTIONS}\n[[themes]]")


def test_without_them_the_method_holds(tmp_path: Path) -> None:
    project, findings = read(tmp_path)
    assert findings == ()
    assert project is not None
    assert (project.promises, project.assessing) == (PromiseRules(), AssessorRules())


def test_the_project_declares_its_own_as_exact_decimals(tmp_path: Path) -> None:
    project, findings = read(tmp_path, WITH_CONVENTIONS)
    assert findings == ()
    assert project is not None
    assert project.promises == PromiseRules(
        {
            Credibility.CONTRACT: Decimal("0.95"),
            Credibility.PUBLIC: Decimal("0.5"),
            Credibility.STATEMENT: Decimal("0.25"),
            Credibility.NONE: Decimal(0),
        },
        half_life_months=6,
        delivered=80,
        public_words=("https:",),
    )
    assert project.assessing == AssessorRules(2, Level.CONFIRMED, 30)


def test_the_example_declares_what_the_method_says() -> None:
    project, _ = read_project(ROOT)
    assert project is not None
    assert (project.promises, project.assessing) == (PromiseRules(), AssessorRules())


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("contract = 0.95", "contract = 1.5", Code.PROJECT_POINTS_RANGE, "credibility ="),
        ("contract = 0.95", 'contract = "veel"', Code.PROJECT_WRONG_TYPE, "credibility ="),
        (", none = 0 }", " }", Code.PROJECT_MISSING_KEY, "credibility ="),
        ("half_life_months = 6", "half_life_months = 0", Code.PROJECT_WRONG_TYPE, "half_life"),
        ('"bevestigd"', '"bewezen"', Code.PROJECT_WRONG_TYPE, "minimum_level"),
        ("tolerance = 2", "tolerance = -1", Code.PROJECT_WRONG_TYPE, "tolerance"),
    ],
)
def test_each_mistake_is_told_at_its_line(tmp_path: Path, old: str, new: str, code: Code, line: str) -> None:
    project, findings = read(tmp_path, WITH_CONVENTIONS, (old, new))
    assert project is None
    assert [(item.code, item.source.cell) for item in findings] == [(code, place(tmp_path, line))]


SIMULATION = ("[[themes]]", "[simulation]\ndraws = 500\nseed = 3\nconcentration = 40\n\n[[themes]]")


def test_the_project_declares_how_weights_are_drawn(tmp_path: Path) -> None:
    project, findings = read(tmp_path, SIMULATION)
    assert findings == ()
    assert project is not None
    assert project.simulation == SimulationRules(draws=500, seed=3, concentration=40)


def test_the_example_draws_as_the_method_says(tmp_path: Path) -> None:
    project, _ = read_project(ROOT)
    assert project is not None
    assert project.simulation == SimulationRules()


def test_no_draws_at_all_is_refused(tmp_path: Path) -> None:
    project, findings = read(tmp_path, SIMULATION, ("draws = 500", "draws = 0"))
    assert project is None
    assert [item.code for item in findings] == [Code.PROJECT_WRONG_TYPE]
