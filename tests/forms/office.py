"""LibreOffice as people have it: in their own language, with its own settings, without a window."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">
<value>{locale}</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="ODFRecalcMode" oor:op="fuse">
<value>0</value></prop></item>
</oor:items>
"""
"""The locale, and always compute again: otherwise a stored value proves nothing."""


def program() -> str:
    """Where LibreOffice is; skips the test when it is not, but never in CI."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None and not os.environ.get("CI"):
        pytest.skip("LibreOffice is not on this machine")
    assert found, "CI needs LibreOffice: tools/bootstrap.py --dev installs it"
    return found


def convert(profile: Path, locale: str, kind: str, files: list[Path], to: Path) -> list[Path]:
    """The files opened and saved as another kind; its exit code lies, so what it made is looked at."""
    settings = profile / "user/registrymodifications.xcu"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(SETTINGS.format(locale=locale), encoding="utf-8")
    command = [program(), "--headless", f"-env:UserInstallation={profile.as_uri()}", "--convert-to", kind]
    subprocess.run(
        [*command, "--outdir", to, *files],
        check=False,
        capture_output=True,
        timeout=300,
        stdin=subprocess.DEVNULL,
    )
    made = [to / f"{file.stem}.{kind}" for file in files]
    assert [path for path in made if not path.is_file()] == []
    return made
