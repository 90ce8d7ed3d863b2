"""The wheel works from any folder, with templates, fonts and texts inside, without the clone beside it."""

import subprocess
import sys
import venv
from pathlib import Path

import pytest
import weasyprint

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    """The folder with programs of an environment that holds the wheel, and the libraries of this one."""
    folder = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder / "dist", here=ROOT)
    (wheel,) = (folder / "dist").iterdir()
    venv.create(folder / "venv")
    programs = folder / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
    _run(
        sys.executable,
        "-m",
        "pip",
        "--python",
        programs / "python",
        "install",
        "--no-deps",
        "--no-index",
        wheel,
    )
    (installed,) = (folder / "venv").rglob("site-packages")
    libraries = Path(weasyprint.__file__).parent.parent
    (installed / "libraries.pth").write_text(f"{libraries}\n", encoding="utf-8")
    return programs


def _run(*words: object, here: Path | None = None) -> str:
    done = subprocess.run(
        list(map(str, words)), cwd=here, capture_output=True, text=True, check=False, encoding="utf-8"
    )
    assert done.returncode in {0, 1}, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_holds_every_file_of_the_package(environment):
    place = (
        "import marktscan; from marktscan.assets import templates; print(marktscan.__path__[0], templates())"
    )
    package, templates = map(Path, _run(environment / "python", "-c", place, here=environment).split())
    assert package.is_relative_to(environment.parent)
    assert _files(package, skip="templates") == _files(ROOT / "marktscan", skip="templates")
    assert _files(templates) == _files(ROOT / "templates")


def _files(folder: Path, skip: str = "") -> set[str]:
    paths = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {path.as_posix() for path in paths if path.parts[0] != skip and "__pycache__" not in path.parts}


def test_the_wheel_makes_a_report_in_another_folder(environment, tmp_path):
    program = environment / "marktscan"
    _run(program, "example", "proef", here=tmp_path)
    _run(program, "--project", "proef", "report", "--only", "stuurgroep", here=tmp_path)
    (report,) = (tmp_path / "proef/build/reports").glob("*.pdf")
    assert report.read_bytes().startswith(b"%PDF-")
