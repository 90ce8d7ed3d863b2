"""`marktscan report` and `marktscan verify` on files, with a stand-in for the PDF engine."""

import json
import shutil

import pytest

from marktscan import beside, pipeline
from marktscan.cli import main
from marktscan.delivery.deliver import InputsChangedError
from marktscan.reporting import write

BESIDE = ["manifest.json", "reports", "results.json", "results.xlsx", "scores.csv"]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The example with its reports, each report being the HTML it is made from."""
    root = tmp_path_factory.mktemp("nagaan") / "voorbeeld"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(write, "rendered", lambda pages: (page.encode() for page in pages))
        patch.setattr(beside, "can_render", lambda: True)
        assert main(["example", str(root)]) == 0
        assert main(["--project", str(root), "report"]) == 0
    return root


@pytest.fixture
def root(made, tmp_path):
    return shutil.copytree(made, tmp_path / "kopie")


@pytest.fixture
def ask(root, capsys, monkeypatch):
    monkeypatch.setattr(beside, "can_render", lambda: True)

    def carry_out(*words: str):
        return main(["--project", str(root), *words]), *capsys.readouterr()

    return carry_out


def test_results_lie_beside_the_reports_and_are_those_of_score(root, ask):
    assert sorted(path.name for path in (root / "build").iterdir()) == BESIDE
    _, printed, _ = ask("score", "--json")
    assert (root / "build/results.json").read_text(encoding="ascii") == printed


def test_what_was_made_belongs_together(root, ask):
    code, text, _ = ask("verify")
    assert code == 0
    files = 2 * len(beside.report_names(root)) + len(BESIDE) - 2
    assert text.splitlines()[-1].startswith(f"Klopt: de uitkomsten ({files} bestanden) horen bij de invoer (")
    code, text, _ = ask("verify", "--json")
    nothing = {"changed": [], "missing": [], "extra": []}
    assert json.loads(text).items() >= {"belongs": True, "inputs": nothing, "outputs": nothing}.items()


def test_a_set_of_reports_can_be_checked_elsewhere(root, ask, tmp_path):
    elsewhere = shutil.move(root / "build", tmp_path / "stick")
    assert ask("verify", str(elsewhere))[0] == 0
    assert ask("verify")[0] == 2


def test_each_difference_is_told(root, ask):
    shutil.copy(root / "requirements/diemen.xlsx", root / "requirements/aalsmeer.xlsx")
    (root / "build/scores.csv").unlink()
    (root / "build/reports/oud.pdf").touch()
    code, text, _ = ask("verify")
    assert code == 1
    assert text.splitlines()[1:] == [
        "Invoer veranderd: requirements/aalsmeer.xlsx",
        "Uitvoer ontbreekt: scores.csv",
        "Uitvoer hoort er niet bij: reports/oud.pdf",
        "Klopt niet: de uitkomsten horen niet bij deze invoer. Maak ze opnieuw met: marktscan report",
    ]


def test_without_a_manifest_there_is_nothing_to_verify(root, ask):
    (root / "build/manifest.json").write_text("{}", encoding="ascii")
    code, text, complaint = ask("verify")
    assert (code, text) == (2, "")
    assert complaint.endswith("Maak de rapporten met: marktscan report\n")


def test_nothing_is_made_again_when_nothing_changed(root, ask, monkeypatch):
    monkeypatch.setattr(pipeline, "report", None)
    code, text, _ = ask("report")
    assert code == 0
    assert text.splitlines()[0].startswith("Bevindingen: ")
    assert "Niet veranderd: " in text
    assert text.endswith("Toch opnieuw maken: marktscan report --force\n")
    _, text, _ = ask("report", "--only", "stuurgroep", "--json")
    found = json.loads(text)
    reports = [f"{root.as_posix()}/build/reports/stuurgroep.{kind}" for kind in ("pdf", "html")]
    assert found["reports"] == found["unchanged"] == reports
    assert found["workbook"] == f"{root.as_posix()}/build/results.xlsx"
    assert found["steps"] == {}
    assert found["findings"] == json.loads((root / "build/results.json").read_bytes())["findings"]


@pytest.mark.parametrize("force", [True, False])
def test_what_is_lost_or_asked_for_is_made_again(root, ask, monkeypatch, force):
    asked: list[tuple[str, ...]] = []

    def report(root, only, progress):
        asked.append(tuple(only))
        progress(pipeline.STEPS[0])
        return pipeline.Outcome(())

    monkeypatch.setattr(pipeline, "report", report)
    names = beside.report_names(root)
    if not force:
        (root / "build/reports/gemeente-diemen.pdf").unlink()
    ask("report", *(["--force"] if force else []))
    assert asked == [names if force else ("gemeente-diemen",)]


def test_an_input_that_changes_meanwhile_is_one_line(root, ask, monkeypatch):
    def report(root, only, progress):
        progress(pipeline.STEPS[0])
        return pipeline.Outcome(())

    def deliver(*_: object) -> None:
        raise InputsChangedError(("vendors/kade/answers.xlsx",))

    monkeypatch.setattr(pipeline, "report", report)
    monkeypatch.setattr(beside, "deliver", deliver)
    code, _, complaint = ask("report", "--force")
    assert code == 2
    assert complaint.startswith("Tijdens het maken is er invoer veranderd: vendors/kade/answers.xlsx.")
    assert complaint.count("\n") == 1
