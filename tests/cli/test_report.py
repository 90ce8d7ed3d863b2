import errno
import io
import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from cli.small_scan import RESULTS, SCAN, unknown_code

from marktscan import beside, pipeline
from marktscan.cli.progress import steps
from marktscan.domain.finding import Code, finding
from marktscan.domain.source import Source
from marktscan.pipeline import Outcome

FILES = (Path("build/reports/stuurgroep.pdf"),)


def test_names_the_files_and_the_time_of_each_step(run, outcome, project):
    outcome(Outcome((), SCAN, RESULTS, reports=FILES))
    code, text, _ = run("report")
    assert code == 0
    assert all(step in text for step in pipeline.STEPS)
    assert text.endswith(f"Gemaakt: {project.as_posix()}/build/reports/stuurgroep.pdf\n")


def test_errors_give_exit_code_1_and_the_reports_are_still_made(run_json, outcome, project):
    outcome(Outcome((unknown_code("F2"),), SCAN, RESULTS, reports=FILES))
    code, value = run_json("report")
    assert code == 1
    assert value["reports"] == [f"{project.as_posix()}/build/reports/stuurgroep.pdf"]
    assert list(value["steps"]) == list(pipeline.STEPS)
    assert len(value["findings"]) == 1


def leak(place, report="openbaar.pdf"):
    source = Source("vendors/polder/answers.xlsx", "Vragen", "G3")
    return finding(Code.LEAK, source, report=report, where=place, what="een naam")


def test_a_leak_is_one_line_with_file_place_and_cell_and_what_to_do(run, outcome):
    outcome(Outcome((leak("bladzijde 5"),), SCAN, RESULTS))
    code, text, _ = run("report")
    assert code == 1
    (line,) = (line for line in text.splitlines() if line.startswith("Niet gemaakt."))
    assert (
        "vendors/polder/answers.xlsx, G3: In openbaar.pdf, bladzijde 5, staat een naam uit deze cel." in line
    )
    assert "Kijk of u zelf een tekst of sjabloon hebt toegevoegd" in line
    assert text.endswith("Er is geen rapport gemaakt. Rapporten van een vorige keer zijn niet veranderd.\n")


def test_of_many_leaks_three_are_told_also_when_other_reports_were_made(run, outcome):
    outcome(Outcome(tuple(leak(f"bladzijde {n}") for n in range(1, 6)), SCAN, RESULTS, reports=FILES))
    _, text, _ = run("report")
    assert text.count("staat een naam uit deze cel") == 3
    assert "En nog 2 keer; alles staat in build/results.json." in text
    assert "Gemaakt: " in text
    assert "Er is geen rapport gemaakt" not in text


def test_what_lies_beside_comes_with_all_reports_and_with_one(run_json, outcome, project, monkeypatch):
    outcome(Outcome((), SCAN, RESULTS, reports=FILES))
    monkeypatch.setattr(beside, "report_names", lambda root: ("stuurgroep",))
    lying_beside = {
        "workbook": "results.xlsx",
        "results": "results.json",
        "scores": "scores.csv",
        "manifest": "manifest.json",
    }
    for words in (("report",), ("report", "--only", "stuurgroep")):
        assert (
            run_json(*words)[1].items()
            >= {kind: f"{project.as_posix()}/build/{name}" for kind, name in lying_beside.items()}.items()
        )
        assert all((project / "build" / name).is_file() for name in lying_beside.values())


def test_an_unknown_report_is_wrong_use_with_a_suggestion(run, outcome, monkeypatch):
    outcome(Outcome((), SCAN, RESULTS, reports=FILES))
    monkeypatch.setattr(beside, "report_names", lambda root: ("stuurgroep", "gemeente-diemen"))
    assert run("report", "--only", "stuurgroup") == (
        2,
        "",
        "Het rapport stuurgroup bestaat niet. Bedoelde u stuurgroep?\n",
    )


def test_a_project_that_cannot_be_used_leaves_the_last_reports(run, outcome, project):
    outcome(Outcome((unknown_code("F2"),)))
    code, text, _ = run("report", "--only", "stuurgroep")
    assert code == 1
    assert text.endswith("Er is geen rapport gemaakt. Rapporten van een vorige keer zijn niet veranderd.\n")


def test_missing_pango_is_one_line(run, monkeypatch):
    monkeypatch.setattr(beside, "can_render", lambda: False)
    code, text, complaint = run("report")
    assert (code, text) == (2, "")
    assert "Pango" in complaint
    assert complaint.count("\n") == 1


def test_missing_pango_is_noticed_without_a_word_of_english(monkeypatch, capsys):
    for module in [name for name in sys.modules if name.split(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setattr("cffi.api.FFI.dlopen", _no_library)
    assert beside.can_render() is False
    assert capsys.readouterr() == ("", "")


def _no_library(*_: object) -> None:
    raise OSError("cannot load library")


def test_a_file_that_cannot_be_written_is_one_line(run, monkeypatch):
    def locked(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "build/reports/stuurgroep.pdf")

    monkeypatch.setattr(beside, "can_render", lambda: True)
    monkeypatch.setattr(pipeline, "report", locked)
    code, _, complaint = run("report")
    assert code == 2
    assert complaint == (
        "Lezen of schrijven lukt niet: build/reports/stuurgroep.pdf. "
        "Sluit het bestand of controleer de map.\n"
    )


class _Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "quiet", "shown"),
    [(_Screen, False, True), (_Screen, True, False), (io.StringIO, False, False)],
)
def test_a_bar_only_for_who_watches(monkeypatch, stream, quiet, shown):
    screen = stream()
    monkeypatch.setattr(sys, "stderr", screen)
    with steps(7, quiet=quiet) as progress:
        progress("1 Eisen lezen")
        progress("2 [bold]")
    assert ("2 [bold]" in screen.getvalue()) is shown
    assert [step for step, _ in progress.durations()] == ["1 Eisen lezen", "2 [bold]"]


def test_a_step_lasts_from_its_own_begin_to_the_next(monkeypatch):
    monkeypatch.setattr("time.perf_counter", iter((0.0, 1.0, 1.5, 4.0, 9.0)).__next__)
    with steps(7, quiet=True) as progress:
        for step in (
            "6 Zekerheid bepalen",
            "7 Rapporten maken",
            "7 Rapporten maken: a",
            "7 Rapporten maken: b",
        ):
            progress(step)
        assert progress.durations() == [
            ("6 Zekerheid bepalen", 1.0),
            ("7 Rapporten maken: a", 3.0),
            ("7 Rapporten maken: b", 5.0),
        ]


def test_a_template_with_an_error_is_told_where_no_report_is_made(run, outcome):
    place = Source("templates/chapters/aanpak.html", cell="regel 3")
    broken = finding(Code.TEMPLATE_ERROR, place, problem="de opbouw klopt niet")
    outcome(Outcome((unknown_code("F2"), broken, finding(Code.LOGO_NOT_SVG, place)), SCAN))
    code, text, _ = run("report")
    assert code == 1
    assert "templates/chapters/aanpak.html, regel 3: Met dit sjabloon is geen rapport te maken" in text
    assert "SVG" not in text


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (
            OSError(errno.ENOSPC, "No space left", "build/x.pdf"),
            "De schijf is vol: build/x.pdf is niet geschreven.",
        ),
        (OSError(errno.ENOSPC, "No space left"), "De schijf is vol: een bestand is niet geschreven."),
        (OSError(errno.EROFS, "Read-only", "build"), "In deze map mag u niets opslaan: build."),
        (
            PermissionError(errno.EACCES, "in use", "build/x.pdf"),
            "Lezen of schrijven lukt niet: build/x.pdf.",
        ),
        (OSError("zonder nummer"), "Lezen of schrijven lukt niet: een bestand."),
        (MemoryError(), "Er is te weinig geheugen; geen bestand is half geschreven."),
    ],
)
def test_disk_and_memory_that_run_out_are_one_line(run, monkeypatch, error, told):
    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr(beside, "can_render", lambda: True)
    monkeypatch.setattr(pipeline, "report", refuse)
    code, text, complaint = run("report")
    assert (code, text) == (2, "")
    assert complaint.startswith(told)
    assert complaint.count("\n") == 1


def test_the_data_can_be_attached_and_what_leaks_is_told(run_json, outcome, project, monkeypatch):
    attached = Path("build/reports/stuurgroep-met-gegevens.pdf")
    made: list[bytes] = []

    def with_data(root, given, results_file):
        made.append(results_file(given))
        return replace(given, reports=(*given.reports, attached), findings=(unknown_code("F2"),))

    outcome(Outcome((), SCAN, RESULTS, reports=FILES))
    monkeypatch.setattr(beside, "with_data", with_data)
    code, value = run_json("report", "--attach")
    assert code == 1
    assert value["reports"][-1] == f"{project.as_posix()}/{attached.as_posix()}"
    assert json.loads(made[0])["findings"] == []
    assert (project / "build/results.json").is_file()
