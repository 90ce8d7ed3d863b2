"""OpenDocument editions of workbooks, made by LibreOffice where that is installed."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

PROGRAMS = ("soffice", "libreoffice")
PATIENCE = 300
"""Seconds for one folder of workbooks."""


def office() -> str | None:
    """The path of LibreOffice; None when it is not on this machine."""
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


def write_ods(program: str, workbooks: Sequence[Path]) -> tuple[Path, ...]:
    """Write an .ods beside each .xlsx and name those that were made; LibreOffice tells no other way."""
    made: list[Path] = []
    with TemporaryDirectory() as profile:
        for folder in sorted({path.parent for path in workbooks}):
            own = [path for path in workbooks if path.parent == folder]
            _convert(program, Path(profile), folder, own)
            made.extend(path.with_suffix(".ods") for path in own if path.with_suffix(".ods").is_file())
    return tuple(made)


def _convert(program: str, profile: Path, folder: Path, workbooks: Sequence[Path]) -> None:
    """Convert the workbooks of one folder, in a profile of our own, apart from a LibreOffice that is open."""
    for path in workbooks:
        path.with_suffix(".ods").unlink(missing_ok=True)
    command = [program, "--headless", f"-env:UserInstallation={profile.as_uri()}", "--convert-to", "ods"]
    command += ["--outdir", str(folder), *map(str, workbooks)]
    subprocess.run(command, check=False, capture_output=True, timeout=PATIENCE)  # noqa: S603 paths only, no shell
