import json

import pytest
from freezing.agreed_project import agreed_project, change

from marktscan.cli import freeze_lines

GROUP = ("--name", "Stuurgroep", "--date", "2026-09-30")
WHY = ("--reason", "Vraag van een leverancier")


@pytest.fixture
def frozen(project, run):
    """Rules fixed before anybody answered, and then the answers."""
    agreed_project(project, answered=False)
    code, text, _ = run("freeze", *GROUP)
    assert code == 0
    assert text.startswith("Vastgesteld op 30 september 2026 door Stuurgroep: ")
    assert "Gemaakt: rules/vastgesteld.json\nGemaakt: rules/vastgesteld.md\nVingerafdruk: " in text
    return agreed_project(project)


def test_fixing_needs_a_name_and_a_day(project, run):
    agreed_project(project, answered=False)
    for words in ((), ("--name", " ", "--date", "2026-09-30")):
        code, _, complaint = run("freeze", *words)
        assert (code, complaint.count("\n")) == (2, 1)
        assert "Geef --name" in complaint
    for day in ((), ("--date", "30-9-2026")):
        assert "Geef --date" in run("freeze", "--name", "Stuurgroep", *day)[2]
    assert not (project / "rules").exists()


def test_rules_are_fixed_once(frozen, run):
    code, text, complaint = run("freeze", *GROUP)
    assert (code, text) == (2, "")
    assert complaint.startswith("De regels zijn al vastgesteld")


def test_with_answers_it_takes_a_reason(project, run, run_json):
    agreed_project(project)
    code, _, complaint = run("freeze", *GROUP)
    assert code == 2
    assert "vendors/noord/answers.xlsx" in complaint
    assert "--anyway en --reason samen" in run("freeze", *GROUP, "--anyway")[2]
    assert "--anyway en --reason samen" in run("freeze", *GROUP, *WHY)[2]
    code, value = run_json("freeze", *GROUP, "--anyway", *WHY)
    assert (code, value["frozen"], value["findings"]) == (0, True, [])
    assert value["answers"] == ["vendors/noord/answers.xlsx", "vendors/oost/answers.xlsx"]
    assert value["files"] == ["rules/vastgesteld.json", "rules/vastgesteld.md"]
    code, text, _ = run("freeze", "--show")
    assert "lagen er al bestanden van leveranciers (2)" in text


def test_that_answers_were_there_is_told_at_once(project, run):
    agreed_project(project)
    assert "Er waren al 2 bestanden van leveranciers." in run("freeze", *GROUP, "--anyway", *WHY)[1]


def test_errors_in_the_rules_come_first(project, run, run_json):
    agreed_project(project, answered=False)
    (project / "requirements/diemen.xlsx").unlink()
    code, text, _ = run("freeze", *GROUP)
    assert code == 1
    assert text.endswith("Er is niets vastgesteld: los eerst deze fouten op.\n")
    code, value = run_json("freeze", *GROUP)
    assert (code, value["frozen"], value["sha256"], value["rules"]) == (1, False, None, 0)


def test_a_change_is_shown_and_recorded(frozen, run, run_json):
    change(frozen, "C = 90", "C = 60")
    code, text, _ = run("freeze", "--show")
    lines = [" ".join(line.split()) for line in text.splitlines()]
    assert code == 1
    assert "score nu Aalsmeer Oost 1 2 94,00 76,00" in lines
    assert "score nu samen (gelijk) Noord 2 1 86,50 86,50" in lines
    assert any(
        line.startswith("Niet vastgelegd: points.answers.C: 90 → 60 (marktscan.toml") for line in lines
    )
    code, text, _ = run("freeze", "--amend", "points.answers.C", *GROUP, *WHY)
    assert (code, text.splitlines()[0]) == (0, "Vastgelegd: points.answers.C: 90 → 60")
    code, text, _ = run("freeze", "--show")
    assert code == 0
    assert "door Stuurgroep: Vraag van een leverancier" in text
    assert text.endswith("Geen bevindingen.\n")
    code, value = run_json("freeze", "--show")
    assert code == 0
    (amendment,) = value["rules"]["amendments"]
    assert (amendment["before"], amendment["after"], amendment["date"]) == ("90", "60", "2026-09-30")
    moves = {(m["measure"], m["ranking"], m["vendor"]): m for m in amendment["effect"]["moves"]}
    assert moves["score nu", "aalsmeer", "oost"]["stand_before"]["outcome_exact"] == "94/1"
    assert moves["score nu", "aalsmeer", "oost"]["stand_after"] == {
        "rank": 2,
        "outcome_exact": "76/1",
        "knock_out": "voldoet",
    }
    assert value["rules"]["since"]["first_places"][0]["first_after"] == ["noord"]


def test_what_cannot_be_recorded_is_told(frozen, run):
    assert "Waarom is deze regel gewijzigd?" in run("freeze", "--amend", "alles", *GROUP)[2]
    code, _, complaint = run("freeze", "--amend", "points", *GROUP, *WHY)
    assert (code, complaint) == (2, "Deze regel is niet anders dan afgesproken: points.\n")
    change(frozen, "C = 90", "C = 60")
    complaint = run("freeze", "--amend", "point", *GROUP, *WHY)[2]
    assert complaint.endswith("point. Wel anders: points.answers.C.\n")


def test_amending_as_json(frozen, run_json):
    change(frozen, "C = 90", "C = 60")
    code, value = run_json("freeze", "--amend", "points", *GROUP, *WHY)
    assert (code, value["files"], value["findings"]) == (0, ["rules/wijzigingen.json"], [])
    assert value["amendments"][0]["rule"] == "points.answers.C"


def test_a_project_file_that_cannot_be_used_cannot_be_amended(frozen, run):
    change(frozen, "C = 90", "C = 900")
    code, text, _ = run("freeze", "--amend", "points", *GROUP, *WHY)
    assert code == 1
    assert "P107" in text


def test_without_a_freeze_there_is_nothing_to_show_or_change(project, run):
    agreed_project(project)
    assert "nog niet vastgesteld" in run("freeze", "--show")[2]
    assert "geen vaststelling die klopt" in run("freeze", "--amend", "alles", *GROUP, *WHY)[2]


def test_a_damaged_record_is_shown_without_a_traceback(frozen, run, run_json):
    (frozen / "rules/vastgesteld.json").write_text("{", encoding="utf-8")
    code, text, _ = run("freeze", "--show")
    assert (code, "V101" in text) == (1, True)
    assert run_json("freeze", "--show")[1]["rules"] is None


def test_nothing_changed(frozen, run):
    assert "Er is sindsdien geen regel veranderd." in run("freeze", "--show")[1]
    change(frozen, "coverage = 90", "coverage = 80")
    assert "geen plaats, score of bedrag verandert" in run("freeze", "--show")[1]


def test_rules_that_cannot_be_computed_with_any_more(frozen, run):
    """Someone put nonsense in the record and made no new hash: told, and nothing is computed from it."""
    file = frozen / "rules/vastgesteld.json"
    value = json.loads(file.read_bytes())
    value["rules"] = [
        [path, '"nee"' if path == ["points", "answers", "C"] else text] for path, text in value["rules"]
    ]
    file.write_text(json.dumps(value), encoding="utf-8")
    code, text, _ = run("freeze", "--show")
    assert (code, "V102" in text) == (1, True)
    assert "is niet te berekenen" in text


def test_a_long_list_of_places_is_cut_and_says_so(frozen, run, monkeypatch):
    monkeypatch.setattr(freeze_lines, "MOST_MOVES", 2)
    change(frozen, "C = 90", "C = 60")
    assert "rijen meer; met --json krijgt u ze alle." in run("freeze", "--show")[1]
