"""Setting up a fresh machine: what is missing is one line that says what to do."""

import subprocess
import sys

import pytest

from marktscan.wording import libraries
from tools import bootstrap


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """A machine without an environment, where commands are written down instead of carried out."""
    monkeypatch.setattr(bootstrap, "VENV", tmp_path)
    monkeypatch.setattr(bootstrap, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(bootstrap, "PYTHON", tmp_path / "python")
    monkeypatch.setattr(sys, "argv", ["bootstrap.py"])
    ran = []

    def run(command, **_):
        ran.append(" ".join(command))
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(subprocess, "run", run)
    return ran


@pytest.fixture
def user(monkeypatch):
    """On Debian, as root or not."""

    def be(number: int) -> None:
        monkeypatch.setattr(libraries, "on_debian", lambda: True)
        monkeypatch.setattr(bootstrap.os, "geteuid", lambda: number, raising=False)

    return be


def told(capsys) -> str:
    """The last line, and that the program stopped with exit code 2."""
    with pytest.raises(SystemExit) as stopped:
        bootstrap.main()
    assert stopped.value.code == 2
    return capsys.readouterr().err.splitlines()[-1]


def test_installs_pinned_packages_with_hashes_once(machine):
    bootstrap.main()
    pinned = next(command for command in machine if "run.txt" in command)
    assert "--require-hashes" in pinned
    assert "--no-deps" in pinned, "pip may take a newer release for an extra of a pinned package"
    machine.clear()
    (bootstrap.VENV / "python").touch()
    bootstrap.main()
    assert machine == []


def test_tests_need_more_than_users_and_users_nothing_more_than_tests(machine, monkeypatch):
    bootstrap.set_up("run")
    bootstrap.PYTHON.touch()
    assert not bootstrap._is_set_up(dev=True)
    bootstrap.set_up("dev")
    assert bootstrap._is_set_up(dev=True)
    assert bootstrap._is_set_up(dev=False)


def test_a_changed_lock_sets_up_again(machine, tmp_path, monkeypatch):
    bootstrap.set_up("run")
    bootstrap.PYTHON.touch()
    lock = tmp_path / "other.txt"
    lock.touch()
    monkeypatch.setitem(bootstrap.LOCKS, "run", lock)
    assert not bootstrap._is_set_up(dev=False)


def test_missing_pango_says_what_to_run(machine, user, monkeypatch, capsys):
    user(1000)
    monkeypatch.setattr(bootstrap, "_loads_pango", lambda: False)
    assert told(capsys) == libraries.how_to_install()
    assert "sudo apt-get install libpangoft2-1.0-0 libharfbuzz-subset0" in libraries.how_to_install("Linux")


def test_root_on_debian_gets_pango_installed(machine, user, monkeypatch):
    user(0)
    monkeypatch.setattr(bootstrap.ctypes.util, "find_library", lambda name: None)
    monkeypatch.setattr(bootstrap, "_loads_pango", lambda: any("apt-get -qq install" in c for c in machine))
    bootstrap.main()
    assert "apt-get -qq update" in machine
    assert machine[-1].endswith("libpangoft2-1.0-0 libharfbuzz-subset0")


def test_root_on_debian_gets_the_programs_that_tests_need(machine, user, monkeypatch, capsys):
    """Only what is missing, and only for tests."""
    user(0)
    present = {"soffice"}
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: name if name in present else None)
    bootstrap.main()
    assert not any("chromium" in command for command in machine)
    monkeypatch.setattr(sys, "argv", ["bootstrap.py", "--dev"])
    bootstrap.main()
    assert machine[-1].endswith("install --no-install-recommends --yes chromium")
    present.add("chromium")
    machine.clear()
    bootstrap.main()
    assert not any("apt-get" in command for command in machine)


def test_without_those_programs_the_set_up_goes_on_and_says_what_to_run(machine, user, monkeypatch, capsys):
    user(1000)
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: None)
    monkeypatch.setattr(sys, "argv", ["bootstrap.py", "--dev"])
    bootstrap.main()
    assert bootstrap.STAMP.exists()
    assert (
        capsys.readouterr()
        .err.splitlines()[-1]
        .endswith("Voer uit: sudo apt-get install chromium libreoffice-calc-nogui")
    )


def test_a_python_without_environments_says_what_to_run(machine, user, monkeypatch, capsys):
    user(1000)
    monkeypatch.setattr(bootstrap.importlib.util, "find_spec", lambda name: None)
    assert "sudo apt-get install python3-venv" in told(capsys)


def test_no_network_is_one_line_below_what_pip_said(machine, monkeypatch, capsys):
    monkeypatch.setattr(
        subprocess, "run", lambda command, **_: subprocess.CompletedProcess(command, 1, "no route", "")
    )
    monkeypatch.setattr(bootstrap, "_make_environment", lambda: None)
    assert told(capsys).startswith("Het installeren is niet gelukt.")


def test_an_old_python_is_told_so(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["bootstrap.py"])
    monkeypatch.setattr(bootstrap.sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: None)
    assert "Python 3.11 of nieuwer nodig; dit is 3.9." in told(capsys)


def test_a_newer_python_is_looked_for(monkeypatch):
    called = []
    monkeypatch.setattr(sys, "argv", ["bootstrap.py"])
    monkeypatch.setattr(bootstrap.sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(
        bootstrap.shutil, "which", lambda name: f"/bin/{name}" if name == "python3.12" else None
    )
    monkeypatch.setattr(subprocess, "call", lambda command: called.append(command[0]) or 0)
    with pytest.raises(SystemExit) as stopped:
        bootstrap.main()
    assert (called, stopped.value.code) == (["/bin/python3.12"], 0)


@pytest.mark.parametrize("system", ["Darwin", "Windows", "FreeBSD"])
def test_every_system_gets_one_line_of_advice(system):
    line = libraries.how_to_install(system)
    assert line.startswith("De bibliotheek Pango ontbreekt")
    assert "\n" not in line
