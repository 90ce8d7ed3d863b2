"""Write the record: the freeze once, amendments as they come."""

from datetime import date
from pathlib import Path

from marktscan.domain.frozen import Amendment, Freeze
from marktscan.domain.scan import Scan
from marktscan.files import put_all
from marktscan.freezing.record import (
    AMENDMENTS,
    FOLDER,
    RECORD,
    SUMMARY,
    amendments_bytes,
    record_bytes,
    sealed,
)
from marktscan.freezing.rules import rules_of
from marktscan.freezing.summary import summary

_VENDORS = "vendors/"


def freeze_of(scan: Scan, by: str, day: date, reason: str = "") -> Freeze:
    """The rules of a scan as they are now, with the files they come from and the answers already there."""
    answers = tuple(item.file for item in scan.inputs if item.file.startswith(_VENDORS))
    files = {item.file: item.sha256 for item in scan.inputs if not item.file.startswith((_VENDORS, FOLDER))}
    return sealed(Freeze(by, day, reason, rules_of(scan), "", files, answers))


def write_freeze(root: Path, freeze: Freeze, scan: Scan) -> tuple[Path, ...]:
    """Write the record, and beside it the rules for people to read; names the files in the project."""
    text = summary(freeze, scan).encode("utf-8")
    return _put(root, {RECORD: record_bytes(freeze), SUMMARY: text})


def write_amendments(root: Path, amendments: tuple[Amendment, ...]) -> tuple[Path, ...]:
    """Write all amendments, oldest first."""
    return _put(root, {AMENDMENTS: amendments_bytes(amendments)})


def _put(root: Path, files: dict[str, bytes]) -> tuple[Path, ...]:
    put_all({root / name: content for name, content in files.items()})
    return tuple(map(Path, files))
