"""What marktscan.toml says about the forms."""

from datetime import date
from pathlib import Path

import pytest

from marktscan.domain.project import Forms, letter
from marktscan.project_file import read_project

EXAMPLE = (Path(__file__).parents[2] / "marktscan/example/marktscan.toml").read_text(encoding="utf-8")
_BEFORE, _OWN = EXAMPLE.split("# De formulieren voor leveranciers")
WITHOUT = _BEFORE + "# Wat er na dit rapport komt.\n" + _OWN.split("# Wat er na dit rapport komt.\n")[1]
SHEET = """
[price_sheet]
lines = [{ kind = "Abonnement", unit = "per inwoner", volume = "inwoners", optional = true }]
[price_sheet.volumes]
inwoners = { aalsmeer = 33000, amstelveen = 95000, diemen = 33500 }
"""


def read(tmp_path, extra):
    (tmp_path / "marktscan.toml").write_text(WITHOUT + extra, encoding="utf-8")
    project, found = read_project(tmp_path)
    return project, [item.code.number for item in found]


def test_nothing_need_be_said(tmp_path):
    project, found = read(tmp_path, "")
    assert (project.forms, found) == (Forms(), [])


def test_everything_can_be_said(tmp_path):
    extra = (
        '[forms]\nround = 2\ncontact = "inkoop"\nblind = true\n[deadlines]\nanswers = 2026-10-30\n' + SHEET
    )
    project, found = read(tmp_path, extra)
    assert found == []
    assert (project.forms.round, project.forms.contact, project.forms.blind) == (2, "inkoop", True)
    assert (project.forms.deadlines.answers, project.forms.deadlines.marks) == (date(2026, 10, 30), None)
    (line,) = project.forms.price_sheet.lines
    assert (line.kind, line.optional) == ("Abonnement", True)
    assert project.forms.price_sheet.volumes[line.volume]["diemen"] == 33_500


@pytest.mark.parametrize(
    ("wrong", "right", "code"),
    [
        ('volume = "inwoners"', 'volume = "uren"', "P121"),
        (", diemen = 33500", "", "P122"),
        ("diemen = 33500", "diemen = -1", "P104"),
    ],
)
def test_a_mistake_is_told(tmp_path, wrong, right, code):
    project, found = read(tmp_path, SHEET.replace(wrong, right))
    assert (project, found) == (None, [code])


def test_a_vendor_can_have_other_names(tmp_path):
    invited = 'invited = ["beemster-zaak", "kade-zaken"'
    named = 'also = { kade-zaken = ["Kajuit", "KZ"] }\n' + invited
    (tmp_path / "marktscan.toml").write_text(EXAMPLE.replace(invited, named), encoding="utf-8")
    project, found = read_project(tmp_path)
    assert project.forms.also == {"kade-zaken": ("Kajuit", "KZ")}
    wrong = EXAMPLE.replace(invited, named.replace("{ kade-zaken", "{ kade"))
    (tmp_path / "marktscan.toml").write_text(wrong, encoding="utf-8")
    project, found = read_project(tmp_path)
    assert project is None
    assert [item.code.number for item in found] in (["P102"], ["P114"])


@pytest.mark.parametrize(("place", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (702, "AAA")])
def test_letters_never_run_out(place, name):
    assert letter(place) == name


def test_a_municipality_can_go_without_its_name(tmp_path):
    project, _ = read(tmp_path, "")
    assert [project.alias(slug) for slug in ("aalsmeer", "diemen")] == ["Gemeente A", "Gemeente C"]
