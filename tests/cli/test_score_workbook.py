from cli.small_scan import BACKGROUND, RESULTS, SCAN, unknown_code

from marktscan.pipeline import Outcome


def test_makes_the_workbook_when_asked(run, run_json, outcome, project):
    outcome(Outcome((), SCAN, RESULTS, background=BACKGROUND))
    file = f"{project.as_posix()}/build/results.xlsx"
    assert run("score", "--workbook")[1].endswith(f"Gemaakt: {file}\n")
    assert run_json("score", "--workbook")[1]["workbook"] == file
    assert "workbook" not in run_json("score")[1]


def test_more_than_a_workbook_holds_is_told_with_how_much(run, outcome, monkeypatch):
    outcome(Outcome((), SCAN, RESULTS, background=BACKGROUND))
    monkeypatch.setattr("marktscan.spreadsheets.results.fits", lambda *_: False)
    text = run("score", "--workbook")[1]
    assert "Er is geen werkblad gemaakt: 4 regels van 1 gemeenten passen er" in text
    assert "build/scores.csv" in text


def test_without_scores_there_is_no_workbook(run, run_json, outcome, project):
    outcome(Outcome((unknown_code("F2"),)))
    assert "Er is geen werkblad gemaakt: er zijn geen scores" in run("score", "--workbook")[1]
    assert run_json("score", "--workbook")[1]["workbook"] is None
    assert not (project / "build").exists()
