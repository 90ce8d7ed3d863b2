"""The rules of the example as its steering group fixed them, and the one change it recorded afterwards."""

from datetime import date
from pathlib import Path

from marktscan.domain.frozen import Amendment, Recorded
from marktscan.domain.programme import Programme
from marktscan.domain.scan import Scan
from marktscan.example.settings import PROJECT_FILE, project_text
from marktscan.files import put_all
from marktscan.freezing import freeze_of, write_freeze
from marktscan.freezing.amend import with_amendments
from marktscan.freezing.write import write_amendments
from marktscan.merging import with_declared_weights
from marktscan.project_file import read_project
from marktscan.spreadsheets.inputs import input_files
from marktscan.spreadsheets.read_decisions import read_decisions
from marktscan.spreadsheets.read_requirements import read_requirements

GROUP = "Stuurgroep marktverkenning"
FIXED_ON = date(2026, 10, 1)
THEN, NOW = "M = 50", "M = 40"
"""The line of marktscan.toml that was changed after the rules were fixed."""
CHANGE = Amendment(
    rule=("points", "answers", "M"),
    before="50",
    after="40",
    reason=(
        "Maatwerk kost de gemeenten later extra werk bij elke nieuwe versie. "
        "De drie beheerders vroegen om dat verschil met een partner groter te maken."
    ),
    by=GROUP,
    day=date(2026, 10, 12),
)


def write_agreed_rules(directory: Path) -> tuple[Path, ...]:
    """Fix the rules in `directory`, which has no vendors yet, and record the change; names the files."""
    _write_settings(directory, project_text().replace(NOW, THEN))
    scan = _scan(directory)
    freeze = freeze_of(scan, GROUP, FIXED_ON)
    _write_settings(directory, project_text())
    files = (
        *write_freeze(directory, freeze, scan),
        *write_amendments(directory, with_amendments(Recorded(freeze, ()), (CHANGE,))),
    )
    return tuple(directory / file for file in files)


def _write_settings(directory: Path, text: str) -> None:
    put_all({directory / PROJECT_FILE: text.encode("utf-8")})


def _scan(directory: Path) -> Scan:
    """The rules as anybody could read them that day: nobody had answered."""
    project, _ = read_project(directory)
    if project is None:
        raise ValueError("the example's project file cannot be used")
    lists, _ = with_declared_weights(project, *read_requirements(directory, project))
    decisions, _ = read_decisions(directory, project)
    return Scan(project, lists, decisions, Programme(), (), input_files(directory))
