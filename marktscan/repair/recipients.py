"""What each sender may read in its repair workbook: what it wrote itself, and what a report would tell it."""

from collections.abc import Iterator

from marktscan.domain.classification import Audience, CellKind, Reader
from marktscan.domain.scan import Scan
from marktscan.domain.sender import Role, Sender
from marktscan.gate import Recipient


def recipient(scan: Scan, sender: Sender) -> Recipient | None:
    """Who gets the workbook of this sender; None for the project group, which has everything."""
    wrote = frozenset(_wrote(scan, sender))
    match sender.role:
        case Role.VENDOR:
            return Recipient(Reader(Audience.VENDOR, sender.slug), wrote)
        case Role.MUNICIPALITY:
            return Recipient(Reader(Audience.MUNICIPALITY, sender.slug), wrote)
        case Role.ASSESSOR:
            judging = Reader(Audience.MUNICIPALITY, _municipality(scan, sender.slug))
            return Recipient(judging, wrote, frozenset({sender.slug}), _unread(scan))
        case Role.PROJECT:
            return None


def _wrote(scan: Scan, sender: Sender) -> Iterator[str]:
    """The files it filled in."""
    for own in scan.lists:
        if sender.role is Role.MUNICIPALITY and own.municipality == sender.slug:
            yield from (row.origin.file for row in own.requirements)
    for submission in scan.submissions:
        if sender.role is Role.VENDOR and submission.vendor.slug == sender.slug:
            yield from (submission.answers_file, submission.prices_file)
        if sender.role is Role.ASSESSOR:
            yield from (mark.origin.file for mark in submission.marks if mark.assessor == sender.slug)


def _municipality(scan: Scan, assessor: str) -> str:
    return next(item.slug for item in scan.project.municipalities if assessor in item.assessors)


def _unread(scan: Scan) -> frozenset[CellKind]:
    """Who judges sees no price and no mark of another, and where judging is blind no name."""
    always = frozenset({CellKind.PRICE, CellKind.MARK})
    return always | {CellKind.NAME} if scan.project.forms.blind else always
