import json

import pytest

from marktscan import beside, pipeline
from marktscan.cli import main
from marktscan.pipeline import Outcome


@pytest.fixture
def project(tmp_path):
    (tmp_path / "marktscan.toml").touch()
    return tmp_path


@pytest.fixture
def outcome(monkeypatch):
    """Lets every step of the pipeline give this outcome instead of reading workbooks."""

    def use(given: Outcome) -> None:
        def run(root, *arguments):
            for step in pipeline.STEPS:
                arguments[-1](step)
            return given

        for step in ("check", "score", "report"):
            monkeypatch.setattr(pipeline, step, run)
        monkeypatch.setattr(beside, "can_render", lambda: True)

    return use


@pytest.fixture
def run(project, capsys):
    """Carries out a command in the project folder: exit code, text on the screen, complaint."""

    def carry_out(*words: str):
        code = main(["--project", str(project), *words])
        return code, *capsys.readouterr()

    return carry_out


@pytest.fixture
def run_json(run):
    def carry_out(*words: str):
        code, text, complaint = run(*words, "--json")
        assert complaint == ""
        return code, json.loads(text)

    return carry_out
