"""A fresh project: any group of municipalities can begin, and the program understands what it wrote."""

import tomllib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from marktscan import pipeline
from marktscan.catalogue import catalogue_requirements
from marktscan.example.settings import project_text
from marktscan.forms import NewProject, write_new_project
from marktscan.forms.fresh_settings import OWN, TO_FILL_IN, fresh_settings, later, quoted
from marktscan.forms.slugs import slug_of
from marktscan.project_file import read_project
from marktscan.spreadsheets.columns import REQUIREMENTS

START = date(2027, 1, 15)
NEW = NewProject(("Uithoorn", "'s-Hertogenbosch"), 'Samen "kiezen"', "Mijn Zaak 3.0", START)


@pytest.fixture(scope="module")
def fresh(tmp_path_factory):
    root = tmp_path_factory.mktemp("fresh") / "scan"
    return root, write_new_project(root, NEW)


def test_it_names_every_file(fresh):
    root, files = fresh
    assert sorted(path.relative_to(root).as_posix() for path in files) == [
        "LEESMIJ.md",
        "marktscan.toml",
        "requirements/README.md",
        "requirements/s-hertogenbosch.xlsx",
        "requirements/samenvoeging.xlsx",
        "requirements/uithoorn.xlsx",
        "vendors/README.md",
    ]
    assert {path for path in root.rglob("*") if path.is_file()} == set(files)


def test_the_project_file_is_understood_without_a_remark(fresh):
    project, found = read_project(fresh[0])
    assert found == ()
    assert (project.title, project.incumbent, project.invited) == (
        'Samen "kiezen"',
        "mijn-zaak-3-0",
        ("mijn-zaak-3-0",),
    )
    assert [item.name for item in project.municipalities] == ["'s-Hertogenbosch", "Uithoorn"]
    assert not project.fictitious
    assert project.go_live == date(2029, 1, 1)
    assert (
        project.question
        == "Past een verder ontwikkeld Mijn Zaak 3.0 beter bij het werk van 's-Hertogenbosch en Uithoorn "
        "dan wat de markt nu biedt?"
    )


def test_what_every_scan_shares_is_that_of_the_example(fresh):
    made = tomllib.loads((fresh[0] / "marktscan.toml").read_text(encoding="utf-8"))
    example = tomllib.loads(project_text())
    own = OWN | TO_FILL_IN
    assert {name: value for name, value in made.items() if name not in own} == {
        name: value for name, value in example.items() if name not in own
    }


def test_the_lines_of_the_price_sheet_wait_as_comment(fresh):
    text = (fresh[0] / "marktscan.toml").read_text(encoding="utf-8")
    assert '#   { kind = "Abonnement zaaksysteem"' in text
    assert "price_sheet" not in tomllib.loads(text)


def test_only_what_is_still_to_do_is_found(fresh):
    found = [(item.code.number, item.source.file) for item in pipeline.check(fresh[0]).findings]
    assert found == [
        ("R120", "requirements/s-hertogenbosch.xlsx"),
        ("R106", "requirements/s-hertogenbosch.xlsx"),
        ("R120", "requirements/uithoorn.xlsx"),
        ("R106", "requirements/uithoorn.xlsx"),
        ("A101", "vendors"),
    ]


def test_a_row_of_the_catalogue_can_be_pasted_into_the_list(fresh):
    root, _ = fresh
    book = load_workbook(root / "requirements/uithoorn.xlsx")
    heading, first, *_ = book["Catalogus"].iter_rows(values_only=True)
    assert [text.removeprefix("Catalogus ") for text in heading] == [
        column.shown for column in REQUIREMENTS.columns
    ]
    assert book["Catalogus"].max_row == 1 + len(catalogue_requirements())
    for place, value in enumerate(first, 1):
        book["Eisen"].cell(2, place, value)
    for row in range(2, 16):
        book["Thema's"].cell(row, 3, 100 if row == 2 else 0)
    book.save(root / "requirements/uithoorn.xlsx")
    outcome = pipeline.check(root)
    (requirement,) = outcome.scan.list_of("uithoorn").requirements
    assert (requirement.id, requirement.text) == (first[0], first[2])
    assert [i.code.number for i in outcome.findings if i.source.file.endswith("uithoorn.xlsx")] == []


def test_the_workbook_tells_how_to_choose(fresh):
    sheet = load_workbook(fresh[0] / "requirements/s-hertogenbosch.xlsx")["Lees mij"]
    told = [row[1] for row in sheet.iter_rows(values_only=True)]
    assert "Kies eisen op het blad Catalogus. Kopieer hele rijen en plak ze op het blad Eisen." in told
    assert "Catalogus Eis-ID" not in [row[0] for row in sheet.iter_rows(values_only=True)]


def test_two_runs_give_the_same_bytes(fresh, tmp_path):
    write_new_project(tmp_path / "one", NEW)
    for path in write_new_project(tmp_path / "two", NEW):
        other = tmp_path / "one" / path.relative_to(tmp_path / "two")
        assert path.read_bytes() == other.read_bytes()


@given(st.text(max_size=40))
def test_any_text_is_one_toml_string(text):
    assert isinstance(tomllib.loads(f"a = {quoted(text)}")["a"], str)


@given(
    st.text(min_size=1, max_size=40).filter(slug_of),
    st.text(max_size=40),
    st.text(min_size=1).filter(slug_of),
)
def test_any_names_give_a_project_file(name, title, product):
    made = tomllib.loads(fresh_settings((name,), title, product, START))
    assert made["municipalities"][0]["slug"] == slug_of(name)


@pytest.mark.parametrize(
    ("name", "slug"),
    [("Diemen", "diemen"), ("Súdwest-Fryslân", "sudwest-fryslan"), ("Berg en Dal", "berg-en-dal"), ("…", "")],
)
def test_names_of_files_are_plain(name, slug):
    assert slug_of(name) == slug


def test_later_is_the_first_of_a_month():
    assert later(date(2026, 11, 23), months=6) == date(2027, 5, 1)
    assert later(date(2026, 12, 31), months=1) == date(2027, 1, 1)
