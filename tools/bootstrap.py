"""Set up a fresh machine: a virtual environment with pinned packages, marktscan itself and Pango.

Standard library only, and a syntax that old Pythons can read, so that they can be told they are too old.
Does nothing when the locks have not changed since the last time.
"""

from __future__ import annotations

import argparse
import ctypes.util
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "marktscan.stamp"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCKS = {"run": ROOT / "locks/run.txt", "dev": ROOT / "locks/dev.txt"}
OLDEST = (3, 11)
NEWER = ("python3.14", "python3.13", "python3.12", "python3.11")
PROGRAMS = {
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
    "libreoffice-calc-nogui": ("soffice", "libreoffice"),
}
"""What tests run besides Python: by the package of Debian that brings it, the names it may have."""


class SetupError(Exception):
    """The machine cannot be set up; the message says what to do."""


def main() -> None:
    """Set up for users, or with --dev for tests; exit code 2 with one line when that cannot be done."""
    arguments = _arguments()
    _need_new_python()
    sys.path.insert(0, str(ROOT))
    try:
        if not _is_set_up(arguments.dev):
            set_up("dev" if arguments.dev else "run")
        if arguments.dev:
            _want_programs()
    except SetupError as error:
        _say(str(error))
        sys.exit(2)
    except OSError as error:
        _say(f"Geen toegang tot {error.filename}. Controleer de rechten, of gooi de map .venv weg.")
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)


def set_up(profile: str) -> None:
    """Make the environment, install the pinned packages and the project, and check Pango.

    A lock names every package there is, so that pip need not look for more: for an extra of a pinned package
    it would take a newer release, without a hash, as soon as there is one.
    """
    _say("marktscan klaarzetten; dit duurt de eerste keer een minuut.")
    STAMP.unlink(missing_ok=True)
    if not _works(PYTHON):
        _make_environment()
    _pip("--no-deps", "--require-hashes", "--only-binary", ":all:", "-r", str(LOCKS[profile]))
    _pip("--no-deps", "--no-build-isolation", "--no-index", "--editable", str(ROOT))
    _need_pango()
    STAMP.write_text(f"{profile} {_fingerprint()}", encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dev", action="store_true", help="also install what tests need")
    return parser.parse_args()


def _need_new_python() -> None:
    """Go on with a newer Python when this one is too old and there is one."""
    if sys.version_info >= OLDEST:
        return
    newer = next(filter(None, map(shutil.which, NEWER)), None)
    if newer:
        sys.exit(subprocess.call([newer, *sys.argv]))
    _say(
        "marktscan heeft Python 3.11 of nieuwer nodig; dit is {}.{}. ".format(*sys.version_info[:2])
        + "Installeer een nieuwere Python, of wijs hem aan: make report PYTHON=python3.12"
    )
    sys.exit(2)


def _is_set_up(dev: bool) -> bool:
    """Whether the last set-up was made from the same locks, and for tests when `dev` asks so."""
    if not STAMP.exists() or not PYTHON.exists():
        return False
    profile, _, fingerprint = STAMP.read_text(encoding="utf-8").partition(" ")
    return fingerprint == _fingerprint() and (profile == "dev" or not dev)


def _fingerprint() -> str:
    """What the environment depends on, as one hash."""
    parts = [*LOCKS.values(), ROOT / "pyproject.toml"]
    return hashlib.sha256(b"".join(part.read_bytes() for part in parts) + bytes(ROOT)).hexdigest()


def _works(python: Path) -> bool:
    """Whether this is a Python that runs and is new enough."""
    if not python.exists():
        return False
    question = f"import sys, pip; sys.exit(sys.version_info < {OLDEST})"
    return subprocess.run([str(python), "-c", question], capture_output=True, check=False).returncode == 0


def _make_environment() -> None:
    if importlib.util.find_spec("ensurepip") is None:
        _install_system_package(
            "python{}.{}-venv".format(*sys.version_info[:2]),
            otherwise="Python kan hier geen omgeving maken. Voer uit: sudo apt-get install python3-venv",
        )
    _run([sys.executable, "-m", "venv", "--clear", str(VENV)], "De map .venv kan niet worden gemaakt.")


def _pip(*arguments: str) -> None:
    _run(
        [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *arguments],
        "Het installeren is niet gelukt. Controleer de verbinding met internet en probeer het opnieuw.",
    )


def _need_pango() -> None:
    """Pango must load; on Debian, as root, it is installed."""
    from marktscan.wording.libraries import DEBIAN_PACKAGES, how_to_install

    if not _loads_pango() or not ctypes.util.find_library("harfbuzz-subset"):
        _install_system_package(*DEBIAN_PACKAGES, otherwise="" if _loads_pango() else how_to_install())
    if not _loads_pango():
        raise SetupError(how_to_install())


def _want_programs() -> None:
    """Programs that tests open reports and workbooks with; without them those tests are skipped."""
    missing = _missing_programs()
    if missing:
        _install_system_package(*missing, otherwise="")
    missing = _missing_programs()
    if missing:
        _say(
            "De tests met deze programma's worden overgeslagen. Voer uit: sudo apt-get install {}".format(
                " ".join(missing)
            )
        )


def _missing_programs() -> list[str]:
    return [package for package, names in PROGRAMS.items() if not any(map(shutil.which, names))]


def _loads_pango() -> bool:
    command = [str(PYTHON), "-c", "import weasyprint"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _install_system_package(*packages: str, otherwise: str) -> None:
    """Install with apt-get when root on Debian; if not, stop with `otherwise` unless it is empty."""
    from marktscan.wording.libraries import on_debian

    if on_debian() and hasattr(os, "geteuid") and os.geteuid() == 0:
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        _run(["apt-get", "-qq", "update"], otherwise, quiet)
        _run(["apt-get", "-qq", "install", "--no-install-recommends", "--yes", *packages], otherwise, quiet)
    elif otherwise:
        raise SetupError(otherwise)


def _run(command: list[str], otherwise: str, environment: dict[str, str] | None = None) -> None:
    """Run a command quietly; when it fails show what it said, and stop with `otherwise`."""
    done = subprocess.run(
        command, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    if done.returncode != 0 and otherwise:
        _say(done.stdout.strip())
        raise SetupError(otherwise)


def _say(sentence: str) -> None:
    sys.stderr.write(sentence + "\n")


if __name__ == "__main__":
    main()
