from pathlib import Path

from cli.small_scan import ANSWERS, WARNING, unknown_code

from marktscan import outgoing
from marktscan.domain.finding import Code, finding
from marktscan.domain.source import Source
from marktscan.pipeline import Outcome


def test_repeats_are_told_once_on_the_screen(run, outcome):
    outcome(Outcome((*(unknown_code(f"F{row}") for row in range(2, 8)), WARNING)))
    code, text, _ = run("check")
    assert code == 1
    assert text.splitlines()[0] == ANSWERS
    assert text.splitlines()[1] == "  Vragen!F2 · A203 · fout"
    assert "    … en 5 keer meer, bijv. Vragen!F3, Vragen!F4, Vragen!F5" in text
    assert "Vragen!F9 · A204 · let op" in text
    assert text.endswith("Bevindingen: 6 fouten, 1 keer let op.\n")


def test_every_setting_of_the_project_file_is_told(run, outcome):
    place = Source("marktscan.toml", "", "regel 1")
    outcome(Outcome(tuple(finding(Code.PROJECT_MISSING_KEY, place, key=key) for key in ("keys", "themes"))))
    _, text, _ = run("check")
    assert '"keys"' in text
    assert '"themes"' in text


def test_repeats_without_a_cell_name_the_requirement(run, outcome):
    place = Source(ANSWERS, "Vragen")
    missing = (finding(Code.ANSWER_ROW_MISSING, place, requirement=name) for name in ("A-1", "A-2"))
    outcome(Outcome(tuple(missing)))
    assert "… en 1 keer meer, bijv. A-2" in run("check")[1]


def test_json_is_complete(run_json, outcome):
    outcome(Outcome((unknown_code("F2"), unknown_code("F3"))))
    code, value = run_json("check")
    assert code == 1
    assert [item["cell"] for item in value["findings"]] == ["F2", "F3"]
    assert set(value["findings"][0]) == {
        "code", "severity", "file", "sheet", "cell", "title", "explanation", "action"
    }  # fmt: skip
    assert value["findings"][0]["code"] == "A203"
    assert value["findings"][0]["severity"] == "fout"
    assert "Ja, mits" in value["findings"][0]["explanation"]


def test_warnings_alone_are_clean(run, outcome):
    outcome(Outcome((WARNING,)))
    assert run("check")[0] == 0


def test_nothing_found(run, outcome):
    outcome(Outcome(()))
    assert run("check") == (0, "Geen bevindingen.\n", "")


def test_a_folder_without_project_file_is_wrong_use(run, project):
    (project / "marktscan.toml").unlink()
    code, text, complaint = run("check")
    assert (code, text) == (2, "")
    assert complaint.startswith(f"In de map {project} staat geen marktscan.toml.")
    assert complaint.count("\n") == 1


def test_a_project_that_is_a_link_to_itself_is_wrong_use(run, tmp_path):
    (tmp_path / "kring").symlink_to("kring")
    code, _, complaint = run("--project", str(tmp_path / "kring"), "check")
    assert code == 2
    assert complaint.startswith(f"In de map {tmp_path / 'kring'} staat geen marktscan.toml.")


def test_repair_names_what_it_made(run, run_json, outcome, monkeypatch):
    outcome(Outcome((WARNING,)))
    monkeypatch.setattr(
        outgoing, "repair", lambda root, found: (found.findings, (Path("build/repair/herstel-kade.xlsx"),))
    )
    _, text, _ = run("check", "--repair")
    assert text.endswith("Gemaakt: build/repair/herstel-kade.xlsx\n")
    assert run_json("check", "--repair")[1]["repairs"] == ["build/repair/herstel-kade.xlsx"]
    assert "repairs" not in run_json("check")[1]


def test_repair_says_when_there_is_nothing_to_make(run, outcome, monkeypatch):
    outcome(Outcome(()))
    monkeypatch.setattr(outgoing, "repair", lambda root, found: (found.findings, ()))
    _, text, _ = run("check", "--repair")
    assert "Er zijn geen herstelbestanden" in text


def test_a_repair_workbook_that_was_held_back_is_told_and_fails(run, outcome, monkeypatch):
    outcome(Outcome((WARNING,)))
    leak = finding(Code.FORM_LEAK, Source("vendors/kade/answers.xlsx"), form="x", where="y", what="z")
    monkeypatch.setattr(outgoing, "repair", lambda root, found: ((*found.findings, leak), ()))
    code, text, _ = run("check", "--repair")
    assert code == 1
    assert "L104" in text
    assert "Er zijn geen herstelbestanden" not in text
