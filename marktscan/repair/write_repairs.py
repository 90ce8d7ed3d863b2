"""Writes build/repair: for each sender one workbook that says where, what is wrong and what to do."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from marktscan.domain.finding import Finding, Severity, place_order
from marktscan.domain.project import Project
from marktscan.domain.scan import Scan
from marktscan.domain.sender import Role, Sender
from marktscan.domain.source import Source
from marktscan.gate import Gate, Passed
from marktscan.repair.letter import deadline, letter, subject
from marktscan.repair.recipients import recipient
from marktscan.repair.senders import Request, requests_by_sender
from marktscan.spreadsheets.columns import LETTER, REPAIRS
from marktscan.spreadsheets.sheet import CellValue, Link, Row, Sheet
from marktscan.spreadsheets.write import ReadMe, workbook
from marktscan.wording.formats import date_long

FOLDER = "build/repair"
_PREFIX = "herstel-"
_SAFE_FILE = re.compile(r"[\w .-]+\.xlsx", re.ASCII)
_SAFE_SHEET = re.compile(r"[\w -]{1,31}")
_CELL = re.compile(r"[A-Z]{1,3}[0-9]{1,7}")
_SEVERITIES = tuple(Severity)
_LINKS = {
    Role.MUNICIPALITY: "De verwijzingen werken als dit bestand in dezelfde map staat als uw eigen bestand.",
    Role.VENDOR: "De verwijzingen werken als dit bestand in dezelfde map staat als uw eigen bestand.",
    Role.ASSESSOR: "Zoek de cel op in uw eigen bestand: eerst het werkblad, dan de cel.",
    Role.PROJECT: "De verwijzingen werken als dit bestand in de map build/repair van het project staat.",
}


def write_repairs(root: Path, scan: Scan, findings: Sequence[Finding], names: Mapping[str, str]) -> Passed:
    """Write a workbook for everyone who has something to mend and name the files.

    `names` is what assessors call each vendor, by slug: not its name where they judge blind. Workbooks of an
    earlier time for who has nothing to mend any more are thrown away. What leaks is not written.
    """
    folder = root / FOLDER
    requests = requests_by_sender(scan, findings)
    files = _file_names(tuple(requests))
    for old in folder.glob(f"{_PREFIX}*.xlsx"):
        if old.name not in files.values():
            old.unlink()
    gate = Gate(root, scan)
    for who, asked in requests.items():
        path = folder / files[who]
        content = _made(path.name, scan.project, who, asked, names)
        gate.write(recipient(scan, who), {path: content})
    return gate.passed


def _file_names(senders: Sequence[Sender]) -> dict[Sender, str]:
    """Never the name of the file to mend: no spreadsheet program opens two workbooks with one name."""
    slugs = [sender.slug for sender in senders]
    return {
        sender: f"{_PREFIX}{sender.slug}{f'-{sender.role}' if slugs.count(sender.slug) > 1 else ''}.xlsx"
        for sender in senders
    }


def _made(
    name: str, project: Project, sender: Sender, requests: Sequence[Request], names: Mapping[str, str]
) -> bytes:
    ordered = sorted(requests, key=lambda item: (_urgency(item), place_order(item.finding)))
    rows = [_row(number, sender, request, names) for number, request in enumerate(ordered, 1)]
    mail = [{"part": "Onderwerp", "text": subject(project, requests)}]
    mail += [{"part": "Bericht", "text": line} for line in letter(project, sender, ordered, name)]
    sheets = (Sheet(REPAIRS, rows), Sheet(LETTER, mail))
    return workbook(_readme(project, sender, len(rows)), sheets, fictitious=project.fictitious)


def _urgency(request: Request) -> int:
    return _SEVERITIES.index(request.finding.code.severity)


def _row(number: int, sender: Sender, request: Request, names: Mapping[str, str]) -> Row:
    source = request.finding.source
    return {
        "number": str(number),
        "severity": request.finding.code.severity.value,
        "about": _about(sender, request, names),
        "sheet": source.sheet,
        "cell": _cell(sender, source),
        "title": request.text.title,
        "explanation": request.text.explanation,
        "action": request.text.action,
        "code": request.finding.code.number,
    }


def _about(sender: Sender, request: Request, names: Mapping[str, str]) -> str:
    """Which file: an assessor has one per vendor, the project group has them all."""
    file = request.finding.source.file
    if sender.role is Role.PROJECT:
        return file
    if sender.role is Role.ASSESSOR:
        return f"beoordeling van {names.get(request.vendor, request.vendor)}"
    return file.rpartition("/")[2]


def _cell(sender: Sender, source: Source) -> CellValue:
    """The cell as text, and a link to it where the names of file and sheet cannot lead elsewhere."""
    name = source.file.rpartition("/")[2]
    parts = (_SAFE_FILE.fullmatch(name), _SAFE_SHEET.fullmatch(source.sheet), _CELL.fullmatch(source.cell))
    if sender.role is Role.ASSESSOR or not all(parts):
        return source.cell
    file = f"../../{source.file}" if sender.role is Role.PROJECT else name
    return Link(source.cell, f"{file}#'{source.sheet}'!{source.cell}")


def _readme(project: Project, sender: Sender, count: int) -> ReadMe:
    day = deadline(project, sender)
    return ReadMe(
        title="Wat er te herstellen is",
        owner=sender.name,
        purpose=(
            f"Op het blad Herstellen staan {count} punten uit wat u invulde: waar het is, wat er niet klopt "
            "en wat u kunt doen.",
            "Fout: herstel dit. Let op: kijk of dit zo bedoeld is. Gelezen als: kijk of wij het goed lazen.",
        ),
        filling_in=(
            "Verbeter elk punt in uw eigen bestand, niet hier.",
            "Kies hier ja bij Gedaan als een punt klaar is. Zo houdt u bij hoe ver u bent.",
            _LINKS[sender.role],
        ),
        returning=("Lever uw eigen bestand weer in, onder dezelfde naam. Dit bestand is voor uzelf.",),
        contact=project.forms.contact,
        deadline=date_long(day) if day else "in overleg",
        version=project.version,
    )
