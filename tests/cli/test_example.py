import json

import marktscan.example
from marktscan.cli import main


def test_a_folder_with_something_in_it_is_left_alone(tmp_path, capsys):
    (tmp_path / "marktscan.toml").write_text("van mij", encoding="utf-8")
    assert main(["example", str(tmp_path)]) == 2
    assert (
        capsys.readouterr().err
        == f"{tmp_path} is geen lege map. Kies een nieuwe map; er is niets overschreven.\n"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["marktscan.toml"]


def test_a_file_is_not_a_folder(tmp_path):
    (tmp_path / "file").touch()
    assert main(["example", str(tmp_path / "file")]) == 2


def test_tells_what_was_written_and_what_comes_next(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(
        marktscan.example, "write_example", lambda to: (to / "marktscan.toml",), raising=False
    )
    assert main(["example", str(tmp_path / "new")]) == 0
    assert f"marktscan --project {tmp_path / 'new'} report" in capsys.readouterr().out
    assert main(["example", str(tmp_path / "new"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["files"] == ["marktscan.toml"]
