"""`marktscan status`: who, what, how much, by when."""

from datetime import date

import pytest

from marktscan import outgoing
from marktscan.domain.finding import Code, finding
from marktscan.domain.progress import FormProgress, Part, Stage
from marktscan.domain.sender import Role, Sender
from marktscan.domain.source import Source
from marktscan.outgoing import Status

DUE = date(2026, 10, 1)
DIEMEN = Sender(Role.MUNICIPALITY, "diemen", "Diemen")
KADE = Sender(Role.VENDOR, "kade", "kade")
ASSESSOR = Sender(Role.ASSESSOR, "diemen-1", "diemen-1")
MARKS = Part("Beoordeling: Cijfer", 3, 4, 1)
FORMS = (
    FormProgress(
        DIEMEN,
        "requirements/diemen.xlsx",
        Stage.STARTED,
        (Part("Eisen: Eis", 2, 2, 0), Part("Eisen: Gewicht", 1, 2, 1)),
        DUE,
    ),
    FormProgress(KADE, "vendors/kade/answers.xlsx", Stage.MISSING, (), DUE),
    FormProgress(ASSESSOR, "vendors/kade/assessments/diemen-1.xlsx", Stage.STARTED, (MARKS,), None, "kade"),
    FormProgress(ASSESSOR, "vendors/leeg/assessments/diemen-1.xlsx", Stage.UNREADABLE, (), None, "leeg"),
    FormProgress(ASSESSOR, "vendors/zaak/assessments/diemen-1.xlsx", Stage.STARTED, (MARKS,), None, "zaak"),
)


@pytest.fixture
def forms(monkeypatch):
    def status(root, today):
        return Status((), today or date(2026, 11, 23), FORMS)

    monkeypatch.setattr(outgoing, "status", status)


@pytest.mark.usefixtures("forms")
def test_a_table_per_role(run):
    code, text, _ = run("status")
    assert code == 0
    assert [line.rstrip() for line in text.replace("\N{NO-BREAK SPACE}", " ").splitlines()] == [
        "Stand op 23 november 2026",
        "Regels: nog niet vastgesteld. Doe dat voordat het eerste antwoord opengaat: marktscan freeze",
        "",
        "Gemeenten",
        "wie     wat             ingevuld  nog te doen  uiterlijk       stand",
        "Diemen  Eisen: Eis      2 van 2             0  1 oktober 2026  gereed",
        "        Eisen: Gewicht  1 van 2             1  1 oktober 2026  bezig, te laat",
        "",
        "Leveranciers",
        "wie   wat                        ingevuld  nog te doen  uiterlijk       stand",
        "kade  vendors/kade/answers.xlsx                         1 oktober 2026  ontbreekt, te laat",
        "",
        "Beoordelaars",
        "wie       wat                                     ingevuld  nog te doen  uiterlijk  stand",
        "diemen-1  Beoordeling: Cijfer                     6 van 8             2             bezig",
        "          vendors/leeg/assessments/diemen-1.xlsx                                    niet te lezen",
    ]


@pytest.mark.usefixtures("forms")
def test_today_is_given(run):
    _, text, _ = run("status", "--date", "2026-10-01")
    assert "te laat" not in text


@pytest.mark.usefixtures("forms")
@pytest.mark.parametrize("word", ["morgen", "2026-13-01"])
def test_no_date(run, word):
    code, text, complaint = run("status", "--date", word)
    assert (code, text) == (2, "")
    assert complaint == f"{word} is geen datum. Schrijf een datum als 2026-11-23.\n"


@pytest.mark.usefixtures("forms")
def test_json(run_json):
    code, found = run_json("status")
    assert (code, found["date"], found["findings"]) == (0, "2026-11-23", [])
    assert found["forms"][0] == {
        "role": "gemeente",
        "sender": "diemen",
        "name": "Diemen",
        "vendor": None,
        "file": "requirements/diemen.xlsx",
        "stage": "bezig",
        "deadline": "2026-10-01",
        "overdue": True,
        "parts": [
            {"label": "Eisen: Eis", "done": 2, "total": 2, "left": 0},
            {"label": "Eisen: Gewicht", "done": 1, "total": 2, "left": 1},
        ],
    }
    assert (found["forms"][2]["vendor"], found["forms"][2]["overdue"]) == ("kade", False)


def test_without_a_usable_project_file(run, run_json, monkeypatch):
    syntax = finding(Code.PROJECT_SYNTAX, Source("marktscan.toml", cell="regel 1"), line=1)
    monkeypatch.setattr(outgoing, "status", lambda root, today: Status((syntax,)))
    code, text, _ = run("status")
    assert code == 1
    assert "P101" in text
    assert run_json("status")[1]["forms"] == []


def test_status_of_the_example(example_project):
    status = outgoing.status(example_project)
    assert status.today == date(2026, 11, 23)
    assert {form.sender.role for form in status.forms} == set(Role)
    assert Stage.MISSING not in {form.stage for form in status.forms}


def test_no_project_file_no_status(tmp_path):
    status = outgoing.status(tmp_path)
    assert [item.code for item in status.findings] == [Code.FILE_MISSING]
    assert status.forms == ()
