"""The commands that write forms: new, questionnaire, scoresheets."""

import io
import json
import sys
from datetime import date
from pathlib import Path

import pytest

import marktscan.forms
from marktscan import outgoing, pipeline
from marktscan.cli import main
from marktscan.domain.finding import Code, finding
from marktscan.domain.source import Source
from marktscan.domain.waiting import Waiting
from marktscan.outgoing import HandedOut
from marktscan.pipeline import Outcome

WRITTEN = (Path("build/questionnaires/kade/answers.xlsx"), Path("build/questionnaires/kade/prices.xlsx"))
NAMED = finding(
    Code.TEXT_NAMES_MUNICIPALITY,
    Source("requirements/diemen.xlsx", "Eisen", "C2"),
    requirement="A-1",
    municipality="Diemen",
)
LATE = finding(Code.ANSWER_EMPTY, Source("vendors/kade/answers.xlsx", "Vragen", "F2"), requirement="A-1")
EMPTY = finding(Code.NO_REQUIREMENTS, Source("requirements/diemen.xlsx"), municipality="Diemen")


@pytest.fixture
def made(monkeypatch):
    def give(result):
        monkeypatch.setattr(outgoing, "questionnaire", lambda root: result)
        monkeypatch.setattr(outgoing, "scoresheets", lambda root: result)

    return give


def test_tells_in_which_folders_forms_lie(run, made):
    made(HandedOut((), WRITTEN))
    code, text, _ = run("questionnaire")
    assert code == 0
    assert text.splitlines()[:2] == ["Gemaakt: 2 bestanden.", "  build/questionnaires/kade"]
    assert "Stuur elke leverancier de twee bestanden uit de eigen map." in text


def test_tells_what_keeps_it_from_being_written(run, made):
    made(HandedOut((NAMED,)))
    code, text, _ = run("questionnaire")
    assert code == 1
    assert "R124" in text
    assert text.endswith("Er is niets geschreven. Los eerst deze bevindingen op.\n")


def test_a_number_that_hints_at_a_municipality_is_told_before_anything_is_sent(run, made):
    source = Source("requirements/diemen.xlsx", "Eisen", "A2")
    hint = finding(Code.ID_HINTS_AT_MUNICIPALITY, source, requirement="DIE-01", municipality="Diemen")
    made(HandedOut((hint,), WRITTEN))
    code, text, _ = run("questionnaire")
    assert code == 0
    assert text.index("R126") < text.index("Gemaakt: 2 bestanden.")


def test_tells_who_has_to_mark_first(run, run_json, made):
    made(HandedOut((), WRITTEN, (Waiting("kade", ("diemen-1", "diemen-2")),)))
    assert "Nog geen consensus.xlsx voor kade: wacht op diemen-1, diemen-2." in run("scoresheets")[1]
    assert run_json("scoresheets")[1] == {
        "files": [path.as_posix() for path in WRITTEN],
        "waiting": [{"vendor": "kade", "assessors": ["diemen-1", "diemen-2"]}],
        "findings": [],
    }


def test_blind_sheets_go_back_where_the_key_says(run, made):
    made(HandedOut((), (Path("build/scoresheets/sleutel.txt"), *WRITTEN)))
    assert "Zet wat terugkomt in vendors, in de map die sleutel.txt noemt." in run("scoresheets")[1]
    made(HandedOut((), WRITTEN))
    assert "Zet wat terugkomt in vendors, in dezelfde mappen." in run("scoresheets")[1]


def test_other_programs_get_the_findings(run_json, made):
    made(HandedOut((NAMED,)))
    code, told = run_json("questionnaire")
    assert (code, told["files"], told["findings"][0]["code"]) == (1, [], "R124")


def test_open_documents_are_made_where_libreoffice_is(run, made, monkeypatch):
    made(HandedOut((), WRITTEN))
    monkeypatch.setattr(
        outgoing, "as_open_documents", lambda files: tuple(path.with_suffix(".ods") for path in files)
    )
    assert "Gemaakt: 4 bestanden." in run("questionnaire", "--ods")[1]
    monkeypatch.setattr(outgoing, "as_open_documents", lambda files: None)
    code, text, _ = run("questionnaire", "--ods")
    assert code == 0
    assert "LibreOffice staat niet op deze computer" in text


@pytest.mark.parametrize("step", ["questionnaire", "scoresheets"])
@pytest.mark.parametrize("found", [NAMED, EMPTY])
def test_nothing_is_written_while_the_questions_are_not_right(tmp_path, monkeypatch, step, found):
    monkeypatch.setattr(pipeline, "check", lambda root: Outcome((found, LATE), None))
    assert getattr(outgoing, step)(tmp_path) == HandedOut((found,))
    assert list(tmp_path.iterdir()) == []


def test_a_frozen_round_is_not_written_over(tmp_path, monkeypatch):
    frozen = finding(Code.ROUND_CHANGED, Source("marktscan.toml"), round=1, next=2, changed="A-1")
    monkeypatch.setattr(pipeline, "check", lambda root: Outcome((LATE,), object()))
    monkeypatch.setattr(marktscan.forms, "round_findings", lambda root, scan: (frozen,))
    assert outgoing.questionnaire(tmp_path) == HandedOut((frozen,))


@pytest.fixture
def told(monkeypatch):
    """What `new` hands over instead of writing it."""
    given = []

    def write(directory, project):
        given.append(project)
        return (directory / "LEESMIJ.md",)

    monkeypatch.setattr(marktscan.forms, "write_new_project", write)
    return given


def test_new_by_options(tmp_path, capsys, told):
    options = [
        "--municipality",
        "Diemen",
        "--municipality",
        " Ouder  Amstel ",
        "--title",
        "Samen",
        "--incumbent",
        "Zaak",
    ]
    assert main(["new", str(tmp_path / "scan"), *options, "--date", "2027-01-15"]) == 0
    (project,) = told
    assert project.municipalities == ("Diemen", "Ouder Amstel")
    assert (project.title, project.incumbent, project.start) == ("Samen", "Zaak", date(2027, 1, 15))
    assert f"marktscan --project {tmp_path / 'scan'} check" in capsys.readouterr().out


def test_new_with_open_documents_has_no_workbook_beside_them(tmp_path, capsys, monkeypatch):
    def convert(files):
        made = [path.with_suffix(".ods") for path in files if path.suffix == ".xlsx"]
        for path in made:
            path.touch()
        return tuple(made)

    monkeypatch.setattr(outgoing, "as_open_documents", convert)
    assert main(["new", str(tmp_path / "scan"), "--municipality", "Diemen", "--ods", "--json"]) == 0
    files = json.loads(capsys.readouterr().out)["files"]
    assert {"requirements/diemen.ods", "requirements/samenvoeging.ods", "marktscan.toml"} <= set(files)
    assert {path.suffix for path in (tmp_path / "scan/requirements").iterdir()} == {".ods", ".md"}


def test_new_without_libreoffice_keeps_its_workbooks(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(outgoing, "as_open_documents", lambda files: None)
    assert main(["new", str(tmp_path / "scan"), "--municipality", "Diemen", "--ods"]) == 0
    assert "LibreOffice staat niet op deze computer" in capsys.readouterr().out
    assert (tmp_path / "scan/requirements/diemen.xlsx").is_file()


def test_new_as_json(tmp_path, capsys, told):
    assert main(["new", str(tmp_path / "scan"), "--municipality", "Diemen", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "directory": str(tmp_path / "scan"),
        "files": ["LEESMIJ.md"],
    }
    assert (told[0].title, told[0].start) == ("Marktverkenning zaaksysteem", date.today())


def test_new_asks_whoever_sits_there(tmp_path, capsys, monkeypatch, told):
    answers = io.StringIO("Diemen, Uithoorn\n\nMijn Zaak\n")
    answers.isatty = lambda: True
    monkeypatch.setattr(sys, "stdin", answers)
    assert main(["new", str(tmp_path / "scan")]) == 0
    (project,) = told
    assert (project.municipalities, project.title, project.incumbent) == (
        ("Diemen", "Uithoorn"),
        "Marktverkenning zaaksysteem",
        "Mijn Zaak",
    )
    assert "Welke gemeenten doen mee?" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (["--municipality", " "], "Welke gemeenten doen mee?"),
        (["--municipality", "…"], "… kan geen naam van een gemeente zijn."),
        (["--municipality", "Samenvoeging"], "Samenvoeging kan geen naam van een gemeente zijn."),
        (
            ["--municipality", "Diemen", "--municipality", "diemen"],
            "De gemeente Diemen staat er twee keer in.",
        ),
        (["--municipality", "Diemen", "--incumbent", "!"], "In de naam van het huidige systeem"),
        (["--municipality", "Diemen", "--date", "morgen"], "morgen is geen datum."),
    ],
)
def test_new_refuses_what_cannot_be(tmp_path, capsys, told, options, complaint):
    assert main(["new", str(tmp_path / "scan"), *options]) == 2
    assert complaint in capsys.readouterr().err
    assert told == []


def test_new_leaves_a_folder_with_something_in_it_alone(tmp_path, told):
    (tmp_path / "mine.txt").touch()
    assert main(["new", str(tmp_path), "--municipality", "Diemen"]) == 2
    assert told == []
