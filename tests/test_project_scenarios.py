"""[[scenarios]] of marktscan.toml: read as declared, and what cannot be is told with its line."""

from datetime import date
from pathlib import Path

import pytest
from test_project_file import place, read, told

from marktscan.domain.scenario import Scenario, ScenarioKind

INVITED = ('"rx", "zaak"', '"rx", "kade"')
DECLARED = """
[[scenarios]]
name = "Doorontwikkelen"
kind = "doorontwikkelen"
vendor = "rx"
risks = "Later of niet."

[[scenarios]]
name = "Delen"
kind = "componenten"
vendor = "rx"
themes = { ARC = "kade" }
starts = { diemen = 2029-01-01 }
risks = "Meer contracten."
"""


def declared(text: str = DECLARED) -> tuple[str, str]:
    return ("[[themes]]", f"{text}\n[[themes]]")


def test_scenarios_are_read_as_declared(tmp_path: Path) -> None:
    project, findings = read(tmp_path, INVITED, declared())
    assert findings == ()
    assert project is not None
    assert project.scenarios == (
        Scenario("Doorontwikkelen", ScenarioKind.DEVELOP, "rx", "Later of niet."),
        Scenario(
            "Delen",
            ScenarioKind.COMPONENTS,
            "rx",
            "Meer contracten.",
            {"ARC": "kade"},
            {"diemen": date(2029, 1, 1)},
        ),
    )
    assert project.scenarios[1].carriers == ("rx", "kade")


def test_without_them_there_are_none(tmp_path: Path) -> None:
    project, _ = read(tmp_path)
    assert project is not None
    assert project.scenarios == ()


@pytest.mark.parametrize(
    ("old", "new", "code", "key"),
    [
        ('kind = "componenten"', 'kind = "half"', "PROJECT_WRONG_TYPE", "scenarios.kind"),
        ('name = "Delen"', 'name = "Doorontwikkelen"', "PROJECT_DOUBLE", "scenarios.name"),
        ("{ ARC =", "{ XYZ =", "PROJECT_UNKNOWN_KEY", "scenarios.themes.XYZ"),
        ("{ diemen =", "{ zaandam =", "PROJECT_UNKNOWN_KEY", "scenarios.starts.zaandam"),
        ('ARC = "kade"', 'ARC = "onbekend"', "PROJECT_UNKNOWN_KEY", "scenarios.ARC.onbekend"),
        ('vendor = "rx"', 'vendor = "kade"', "PROJECT_WRONG_TYPE", "scenarios.vendor"),
        (
            'kind = "doorontwikkelen"',
            'kind = "gefaseerd vervangen"',
            "PROJECT_WRONG_TYPE",
            "scenarios.vendor",
        ),
        ('kind = "componenten"', 'kind = "doorontwikkelen"', "PROJECT_WRONG_TYPE", "scenarios.themes"),
    ],
)
def test_what_cannot_be_is_told(tmp_path: Path, old: str, new: str, code: str, key: str) -> None:
    project, findings = read(tmp_path, INVITED, declared(DECLARED.replace(old, new, 1)))
    assert project is None
    found = [(name, facts["key"]) for name, _, facts in told(findings)]
    assert found == [(code, key)]


def test_the_finding_names_the_line(tmp_path: Path) -> None:
    _, findings = read(
        tmp_path, INVITED, declared(DECLARED.replace('name = "Delen"', 'name = "Doorontwikkelen"'))
    )
    line = int(place(tmp_path, "[[scenarios]]").removeprefix("regel "))
    assert findings[0].source.cell == f"regel {line + 7}"
