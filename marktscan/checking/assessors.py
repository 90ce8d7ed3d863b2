"""Whether the assessments come from the assessors that were appointed."""

from collections.abc import Iterator

from marktscan.checking.vendors import folder, shown
from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.scan import Scan
from marktscan.domain.source import Source


def assessor_is_appointed(scan: Scan) -> Iterator[Finding]:
    """Only appointed assessors mark."""
    appointed = {
        assessor for municipality in scan.project.municipalities for assessor in municipality.assessors
    }
    for submission in scan.submissions:
        files = {mark.assessor: mark.origin.file for mark in submission.marks}
        for assessor in sorted(files.keys() - appointed):
            yield finding(Code.ASSESSOR_UNKNOWN, Source(files[assessor]), assessor=assessor)


def assessor_has_marked(scan: Scan) -> Iterator[Finding]:
    """Every assessor marks every vendor that answered."""
    for submission in scan.submissions:
        marked = {mark.assessor for mark in submission.marks}
        for municipality in scan.project.municipalities if submission.readable else ():
            for assessor in municipality.assessors:
                if assessor not in marked:
                    yield finding(
                        Code.ASSESSOR_MISSING,
                        Source(f"{folder(submission)}/assessments/{assessor}.xlsx"),
                        assessor=assessor,
                        municipality=municipality.name,
                        vendor=shown(submission.vendor),
                    )


CHECKS = (assessor_is_appointed, assessor_has_marked)
