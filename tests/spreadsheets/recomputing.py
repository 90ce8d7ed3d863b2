"""A workbook as another program computes it, in both languages."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

OFFICE = shutil.which("soffice")
NEEDS_OFFICE = pytest.mark.skipif(
    not (os.environ.get("CI") or OFFICE), reason="no LibreOffice (soffice) on this machine"
)
REGISTRY = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>{language}</value></prop></item>
</oor:items>"""


def recomputed(path: Path, language: str) -> Workbook:
    """The workbook as LibreOffice computes it, in a profile of its own that trusts no stored value."""
    profile, out = path.parent / f"profiel-{language}", path.parent / f"opnieuw-{language}"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(REGISTRY.format(language=language))
    command = [str(OFFICE), "--headless", f"-env:UserInstallation={profile.as_uri()}"]
    command += ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(out), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return load_workbook(out / path.name, data_only=True)


def differences(path: Path, again: Workbook) -> Iterator[tuple[str, object, object]]:
    """Every cell in which both do not agree."""
    for sheet in load_workbook(path, data_only=True):
        for row in sheet.iter_rows():
            for cell in row:
                other = again[sheet.title][cell.coordinate].value
                if not _same(cell.value, other):
                    yield f"{sheet.title}!{cell.coordinate}", cell.value, other


def _same(ours: object, theirs: object) -> bool:
    if isinstance(ours, int | float) and isinstance(theirs, int | float):
        return ours == pytest.approx(theirs, abs=1e-9)
    return (ours or "") == (theirs or "")
