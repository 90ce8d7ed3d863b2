"""OpenDocument editions, made by LibreOffice where it is."""

import os
import shutil
import subprocess
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from marktscan.outgoing import as_open_documents
from marktscan.spreadsheets.write_ods import office, write_ods


@pytest.fixture
def workbook(tmp_path):
    path = tmp_path / "a folder" / "answers.xlsx"
    path.parent.mkdir()
    Workbook().save(path)
    return path


def test_without_libreoffice_nothing_is_made(workbook, monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert office() is None
    assert as_open_documents([workbook]) is None


def test_libreoffice_may_have_either_name(monkeypatch):
    monkeypatch.setattr(
        shutil, "which", lambda name: "/usr/bin/libreoffice" if name == "libreoffice" else None
    )
    assert office() == "/usr/bin/libreoffice"


def test_every_folder_is_one_run_in_a_profile_of_our_own(workbook, tmp_path, monkeypatch):
    other = tmp_path / "other" / "prices.xlsx"
    other.parent.mkdir()
    shutil.copyfile(workbook, other)
    commands = []

    def run(command, **settings):
        commands.append(command)
        made = Path(command[-1]).with_suffix(".ods")
        if made.name == "answers.ods":
            made.touch()

    monkeypatch.setattr(subprocess, "run", run)
    assert write_ods("office", [workbook, other]) == (workbook.with_suffix(".ods"),)
    assert [command[-1] for command in commands] == [str(workbook), str(other)]
    assert all(command[2].startswith("-env:UserInstallation=file://") for command in commands)


def test_what_an_earlier_run_left_is_not_taken_for_new(workbook, monkeypatch):
    workbook.with_suffix(".ods").write_text("old")
    monkeypatch.setattr(subprocess, "run", lambda command, **settings: None)
    assert write_ods("office", [workbook]) == ()


def test_libreoffice_makes_it(workbook):
    program = office()
    if program is None and not os.environ.get("CI"):
        pytest.skip("LibreOffice is not on this machine")
    (made,) = write_ods(program, [workbook])
    with ZipFile(made) as archive:
        assert archive.read("mimetype") == b"application/vnd.oasis.opendocument.spreadsheet"
