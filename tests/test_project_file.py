from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from marktscan.domain.answer import AnswerCode
from marktscan.domain.finding import Code, Finding
from marktscan.domain.project import Municipality, Project
from marktscan.project_file import read_project

PROJECT = """
[project]
title = "Proef"
question = "Wat past?"
status = "concept"
version = "0.1"
report_date = 2026-11-23
reference_date = 2026-11-01
go_live = 2028-07-01
fictitious = true
to_verify = ["project.go_live", "municipalities.inhabitants", "keys.gelijk.name"]

[[municipalities]]
slug = "aalsmeer"
name = "Aalsmeer"
inhabitants = 30000
assessors = ["aalsmeer-1"]

[[municipalities]]
slug = "diemen"
name = "Diemen"
inhabitants = 10000

[vendors]
incumbent = "rx"
invited = ["rx", "zaak"]

[keys.gelijk]
name = "Gelijk"
weights = { aalsmeer = 1, diemen = 1 }

[keys.inwoners]
name = "Naar inwoners"
by = "inhabitants"

[points.answers]
S = 100
C = 90
P = 70
M = 40
R = 0
N = 0

[[points.marks]]
mark = 10
points = 100
label = "goed"

[[points.marks]]
mark = 0
points = 0
label = "slecht"

[rules]
knock_outs_in_score = false
reminder_sent = true
coverage = 90
granted_gap = 10
standard_flag = 95

[[themes]]
code = "ARC"
name = "Archivering"
"""


def read(tmp_path: Path, *changes: tuple[str, str]) -> tuple[Project | None, tuple[Finding, ...]]:
    """The project after these replacements in the text of a good one."""
    text = PROJECT.lstrip()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    (tmp_path / "marktscan.toml").write_text(text, encoding="utf-8")
    return read_project(tmp_path)


def place(tmp_path: Path, start: str) -> str:
    """The first line of the written file that begins like this."""
    lines = (tmp_path / "marktscan.toml").read_text(encoding="utf-8").splitlines(keepends=True)
    return f"regel {next(number for number, line in enumerate(lines, 1) if line.startswith(start))}"


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str, dict[str, str]]]:
    return [(item.code.name, item.source.cell, dict(item.facts)) for item in findings]


def test_a_good_file_is_read_whole(tmp_path: Path) -> None:
    project, findings = read(tmp_path)
    assert findings == ()
    assert project is not None
    assert (project.title, project.go_live, project.fictitious) == ("Proef", date(2028, 7, 1), True)
    assert project.municipalities[1] == Municipality("diemen", "Diemen", 10000, ())
    assert [key.shares for key in project.keys] == [
        {"aalsmeer": Fraction(1, 2), "diemen": Fraction(1, 2)},
        {"aalsmeer": Fraction(3, 4), "diemen": Fraction(1, 4)},
    ]
    assert project.rules.answer_points[AnswerCode.CONFIGURATION] == 90
    assert project.rules.mark_points() == {10: 100, 0: 0}
    assert (project.brands, project.milestones, project.incumbent) == ((), (), "rx")


def test_a_joint_key_takes_numbers_with_a_point_exactly(tmp_path: Path) -> None:
    project, findings = read(tmp_path, ("aalsmeer = 1, diemen = 1", "aalsmeer = 33.3, diemen = 66.7"))
    assert findings == ()
    assert project is not None
    assert project.keys[0].shares == {"aalsmeer": Fraction(333, 1000), "diemen": Fraction(667, 1000)}
    project, _ = read(tmp_path, ("aalsmeer = 1, diemen = 1", "aalsmeer = 0.1, diemen = 2"))
    assert project is not None
    assert project.keys[0].shares == {"aalsmeer": Fraction(1, 21), "diemen": Fraction(20, 21)}


def test_the_project_file_of_this_repository_is_good() -> None:
    project, findings = read_project(Path(__file__).parent.parent)
    assert project is not None
    assert findings == ()


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "marktscan.toml").write_text(PROJECT, encoding="utf-8-sig")
    assert read_project(tmp_path)[0] is not None


def test_a_missing_or_unreadable_file(tmp_path: Path) -> None:
    assert told(read_project(tmp_path)[1]) == [("FILE_MISSING", "", {})]
    (tmp_path / "marktscan.toml").write_bytes(b"title = \xff")
    assert told(read_project(tmp_path)[1]) == [("PROJECT_UNREADABLE", "", {})]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('title = "Proef"', 'title = "Proef', 'title = "Proef'),
        ("[rules]", "[rules", "[rules"),
        ("R = 0", "R = 0\nR = 1", "R = 1"),
        ('name = "Archivering"', 'name = "', 'name = "\n'),
        ('name = "Archivering"', f"name = {'[' * 3000}", "name = [[["),
        ("R = 0", f"R = {'9' * 5000}", "R = 9"),
    ],
)
def test_a_typing_error_is_told_near_its_line(tmp_path: Path, old: str, new: str, line: str) -> None:
    project, findings = read(tmp_path, (old, new))
    assert project is None
    assert [(item.code, item.source.cell) for item in findings] == [
        (Code.PROJECT_SYNTAX, place(tmp_path, line))
    ]


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("[rules]", "[rules]\nkleur = 1", Code.PROJECT_UNKNOWN_KEY, "kleur"),
        ("[[themes]]", "[zwerver]\nx = 1\n[[themes]]", Code.PROJECT_UNKNOWN_KEY, "[zwerver]"),
        ("reminder_sent = true\n", "", Code.PROJECT_MISSING_KEY, "[rules]"),
        ("reminder_sent = true", 'reminder_sent = "ja"', Code.PROJECT_WRONG_TYPE, "reminder_sent"),
        ("S = 100", "S = 92.5", Code.PROJECT_WRONG_TYPE, "S = 92.5"),
        ("S = 100", "S = true", Code.PROJECT_WRONG_TYPE, "S = true"),
        ("S = 100", "S = 101", Code.PROJECT_POINTS_RANGE, "S = 101"),
        ("coverage = 90", "coverage = -1", Code.PROJECT_POINTS_RANGE, "coverage"),
        ("points = 0", "points = 200", Code.PROJECT_POINTS_RANGE, "points = 200"),
        ("M = 40\n", "", Code.PROJECT_POINTS_MISSING, "[points.answers]"),
        ("N = 0", "N = 0\nX = 5", Code.PROJECT_UNKNOWN_KEY, "X = 5"),
        ("go_live = 2028-07-01", 'go_live = "2028-07-01"', Code.PROJECT_WRONG_TYPE, "go_live"),
        ("go_live = 2028-07-01", "go_live = 2028-07-01T00:00:00", Code.PROJECT_WRONG_TYPE, "go_live"),
        ("go_live = 2028-07-01", "go_live = 2026-11-01", Code.PROJECT_DATES, "go_live"),
        ("report_date = 2026-11-23", "report_date = 2026-10-01", Code.PROJECT_DATES, "report_date"),
        ('slug = "diemen"', 'slug = "../../diemen"', Code.PROJECT_SLUG, 'slug = "../../diemen"'),
        ('slug = "diemen"', 'slug = "Diemen"', Code.PROJECT_SLUG, 'slug = "Diemen"'),
        ('"rx", "zaak"', '"rx", "a/b"', Code.PROJECT_SLUG, "invited"),
        ('"rx", "zaak"', '"rx", "zaak", "zaak"', Code.PROJECT_DOUBLE, "invited"),
        ('["rx", "zaak"]', "[]", Code.PROJECT_MISSING_KEY, "invited"),
        ('["rx", "zaak"]', '"rx"', Code.PROJECT_WRONG_TYPE, "invited"),
        ('incumbent = "rx"', 'incumbent = "ry"', Code.PROJECT_INCUMBENT_UNKNOWN, "incumbent"),
        ("mark = 0", "mark = 10", Code.PROJECT_DOUBLE, "[[points.marks]]"),
        ("aalsmeer = 1, diemen = 1", "aalsmeer = 1", Code.PROJECT_KEY_SHARES, "weights"),
        ("aalsmeer = 1, diemen = 1", "aalsmeer = 0, diemen = 0", Code.PROJECT_KEY_SHARES, "weights"),
        ("aalsmeer = 1, diemen = 1", "aalsmeer = -1, diemen = 2", Code.PROJECT_KEY_SHARES, "weights"),
        ("aalsmeer = 1, diemen = 1", "aalsmeer = -0.5, diemen = 2", Code.PROJECT_KEY_SHARES, "weights"),
        (
            "aalsmeer = 1, diemen = 1",
            "aalsmeer = 0.5, diemen = 100000000",
            Code.PROJECT_KEY_SHARES,
            "weights",
        ),
        ("aalsmeer = 1, diemen = 1", "aalsmeer = 0.33333, diemen = 2", Code.PROJECT_WRONG_TYPE, "weights"),
        ("aalsmeer = 1, diemen = 1", "aalsmeer = inf, diemen = 2", Code.PROJECT_WRONG_TYPE, "weights"),
        ('by = "inhabitants"', 'by = "oppervlakte"', Code.PROJECT_KEY_SHARES, "[keys.inwoners]"),
        ('by = "inhabitants"\n', "", Code.PROJECT_KEY_SHARES, "[keys.inwoners]"),
        ("inhabitants = 30000\n", "", Code.PROJECT_INHABITANTS, "[[municipalities]]"),
        ("inhabitants = 10000", "inhabitants = 0", Code.PROJECT_WRONG_TYPE, "inhabitants = 0"),
        ('[vendors]\nincumbent = "rx"\ninvited = ["rx", "zaak"]', "", Code.PROJECT_MISSING_KEY, "[project]"),
    ],
)
def test_each_mistake_is_told_at_its_line(tmp_path: Path, old: str, new: str, code: Code, line: str) -> None:
    project, findings = read(tmp_path, (old, new))
    assert project is None
    assert [(item.code, item.source.cell) for item in findings] == [(code, place(tmp_path, line))]


def test_a_misspelled_setting_says_which_was_meant(tmp_path: Path) -> None:
    _, findings = read(tmp_path, ("coverage =", "covrage ="))
    facts = {"key": "rules.covrage", "meant": "rules.coverage"}
    assert ("PROJECT_SIMILAR_KEY", place(tmp_path, "covrage"), facts) in told(findings)


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    _, findings = read(
        tmp_path,
        ('title = "Proef"', "title = 3"),
        ('incumbent = "rx"', 'incumbent = "ry"'),
        ("S = 100", "S = 1000"),
    )
    assert [item.code for item in findings] == [
        Code.PROJECT_WRONG_TYPE,
        Code.PROJECT_INCUMBENT_UNKNOWN,
        Code.PROJECT_POINTS_RANGE,
    ]


def test_a_setting_to_verify_that_does_not_exist_only_warns(tmp_path: Path) -> None:
    project, findings = read(tmp_path, ('"project.go_live"', '"project.golive"'))
    assert project is not None
    assert told(findings) == [
        ("PROJECT_TO_VERIFY", "regel 10", {"key": "project.to_verify", "value": "project.golive"})
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "project = 3",
        "municipalities = 3\nkeys = 3\nthemes = {}",
        "[keys]",
        "[points]\nmarks = [1, 2]",
        "[vendors]\ninvited = [[1]]",
    ],
)
def test_a_file_of_another_shape_is_told_and_never_raises(tmp_path: Path, text: str) -> None:
    (tmp_path / "marktscan.toml").write_text(text, encoding="utf-8")
    project, findings = read_project(tmp_path)
    assert project is None
    assert findings
    assert all(item.code in {Code.PROJECT_MISSING_KEY, Code.PROJECT_WRONG_TYPE} for item in findings)
