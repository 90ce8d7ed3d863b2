"""Writes what assessors fill in: a sheet per assessor and vendor, and the consensus once all have marked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from marktscan.domain.answer import VENDOR_CODES
from marktscan.domain.assessment import Consensus
from marktscan.domain.classification import Audience, CellKind, Reader
from marktscan.domain.programme import JointRequirement
from marktscan.domain.project import Municipality, Project
from marktscan.domain.scan import Scan, Submission
from marktscan.domain.waiting import Waiting
from marktscan.forms.disguise import Disguise, disguise, shown_names
from marktscan.forms.readmes import consensus_readme, marks_readme
from marktscan.gate import Gate, Passed, Recipient
from marktscan.spreadsheets.choices import mark_choices
from marktscan.spreadsheets.columns import CONSENSUS, JUDGE_ALL, JUDGE_LEVEL, MARKS
from marktscan.spreadsheets.sheet import Row, Sheet
from marktscan.spreadsheets.write import ReadMe, workbook

FOLDER = "build/scoresheets"
KEY_FILE = "sleutel.txt"
ABOUT_KEY = (
    "Alleen voor de projectleider. Geef dit niet aan beoordelaars.",
    "",
    "Lees de werkmappen na voordat u ze uitdeelt. Het programma haalt weg: de namen die een leverancier",
    "zelf opgaf, de namen bij also in marktscan.toml, en adressen van websites en e-mail.",
    "Staat er dan nog een van die namen in, of de naam of het nummer van een contactpersoon, dan wordt dat",
    "werkblad niet gemaakt. Het herkent niet: een naam die daar niet bij staat, de naam van een andere",
    "medewerker, een klant of een partner, en hoe iemand schrijft.",
)


@dataclass(frozen=True, slots=True)
class _Desk:
    """Where sheets are made: the folder, the scan, how vendors and texts are shown, and what lets out."""

    root: Path
    scan: Scan
    names: Mapping[str, str]
    disguised: Disguise
    gate: Gate

    def folder(self, vendor: str) -> Path:
        """Where the sheets about a vendor go, laid out as under vendors/."""
        shown = self.names[vendor].lower().replace(" ", "-") if self.scan.project.forms.blind else vendor
        return self.root / FOLDER / shown


def write_scoresheets(root: Path, scan: Scan) -> Passed:
    """Write every sheet; where judging is blind also the key, which only the project leader may see.

    A sheet for who judges blind is not written when a name is still in it.
    """
    names = shown_names(scan)
    desk = _Desk(root, scan, names, disguise(scan, names), Gate(root, scan))
    waiting = {item.vendor for item in consensus_waits_for(scan)}
    if scan.project.forms.blind and names:
        desk.gate.write(None, _key(desk))
    for submission in _readable(scan):
        _write(desk, submission, waiting)
    return desk.gate.passed


def consensus_waits_for(scan: Scan) -> tuple[Waiting, ...]:
    """The vendors that not all assessors have marked yet."""
    everyone = [assessor for item in scan.project.municipalities for assessor in item.assessors]
    found = (
        Waiting(submission.vendor.slug, tuple(a for a in everyone if a not in _have_marked(submission)))
        for submission in _readable(scan)
    )
    return tuple(item for item in found if item.assessors)


def _have_marked(submission: Submission) -> set[str]:
    return {mark.assessor for mark in submission.marks if mark.mark is not None}


def _readable(scan: Scan) -> Iterator[Submission]:
    return (submission for submission in scan.submissions if submission.readable)


def _write(desk: _Desk, submission: Submission, waiting: set[str]) -> None:
    project, vendor = desk.scan.project, submission.vendor.slug
    for municipality in project.municipalities:
        sheet = Sheet(MARKS, list(_mark_rows(desk, submission, municipality)))
        for assessor in municipality.assessors:
            path = desk.folder(vendor) / "assessments" / f"{assessor}.xlsx"
            made = _workbook(desk, marks_readme(project, desk.names[vendor], assessor), sheet)
            desk.gate.write(_judging(project, frozenset({assessor})), {path: made})
    if vendor not in waiting and submission.marks:
        sheet = Sheet(CONSENSUS, list(_consensus_rows(desk, submission)))
        made = _workbook(desk, consensus_readme(project, desk.names[vendor]), sheet)
        everyone = frozenset(a for m in project.municipalities for a in m.assessors)
        desk.gate.write(_judging(project, everyone), {desk.folder(vendor) / "consensus.xlsx": made})


def _judging(project: Project, assessors: frozenset[str]) -> Recipient | None:
    """Who judges blind, and knows no other name; None for who may see whom it is about.

    What vendors wrote excuses no name: a name that the disguise missed would excuse itself.
    """
    unread = frozenset({CellKind.NAME, CellKind.EXPLANATION, CellKind.MARK, CellKind.REMARK})
    judges = Reader(Audience.STEERING_GROUP)
    return Recipient(judges, knows=assessors, unread=unread, names_only=True) if project.forms.blind else None


def _mark_rows(desk: _Desk, submission: Submission, municipality: Municipality) -> Iterator[Row]:
    """The wishes, and of the hard requirements those of the assessor's own municipality."""
    for row in desk.scan.programme.rows:
        position = row.positions.get(municipality.slug)
        if row.assessed or (position and position.knock_out):
            yield _mark_row(desk, submission, row)


def _mark_row(desk: _Desk, submission: Submission, row: JointRequirement) -> Row:
    answer = submission.answers.get(row.id)
    return {
        "id": row.id,
        "text": desk.disguised(row.text),
        "answer": answer.code.value if answer and answer.code in VENDOR_CODES else "",
        "answer_explanation": desk.disguised(answer.explanation) if answer else "",
        "answer_evidence": desk.disguised(answer.evidence) if answer else "",
        "asked": JUDGE_ALL if row.assessed else JUDGE_LEVEL,
    }


def _consensus_rows(desk: _Desk, submission: Submission) -> Iterator[Row]:
    """Every wish with all marks and motivations; what was agreed before stays."""
    agreed = {item.requirement: item for item in submission.consensus}
    for row in desk.scan.programme.rows:
        if row.assessed:
            yield _consensus_row(desk, submission, row, agreed.get(row.id))


def _consensus_row(
    desk: _Desk, submission: Submission, row: JointRequirement, agreed: Consensus | None
) -> Row:
    own = [mark for mark in submission.marks if mark.requirement == row.id]
    return {
        "id": row.id,
        "text": desk.disguised(row.text),
        "marks": "\n".join(f"{m.assessor}: {'geen' if m.mark is None else m.mark}" for m in own),
        "motivations": desk.disguised("\n".join(f"{m.assessor}: {m.motivation}" for m in own)),
        "mark": agreed.mark if agreed else None,
        "motivation": desk.disguised(agreed.motivation) if agreed else "",
    }


def _workbook(desk: _Desk, readme: ReadMe, sheet: Sheet) -> bytes:
    project = desk.scan.project
    choices = {"cijfers": mark_choices(project.rules.marks)}
    return workbook(readme, (sheet,), fictitious=project.fictitious, choices=choices)


def _key(desk: _Desk) -> dict[Path, bytes]:
    """Which alias stands for which vendor."""
    lines = sorted(f"{alias}: map vendors/{slug}" for slug, alias in desk.names.items())
    return {desk.root / FOLDER / KEY_FILE: "\n".join((*ABOUT_KEY, "", *lines, "")).encode()}
