"""Whether the vendors that were invited are there, with answers."""

from collections.abc import Iterator

from marktscan.domain.answer import Vendor
from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.scan import Scan, Submission
from marktscan.domain.source import Source

FOLDER = "vendors"


def shown(vendor: Vendor) -> str:
    """The name of a vendor as findings show it."""
    return vendor.name or vendor.slug


def folder(submission: Submission) -> str:
    """The folder of a vendor, relative to the project."""
    return f"{FOLDER}/{submission.vendor.slug}"


def there_are_vendors(scan: Scan) -> Iterator[Finding]:
    """There is at least one vendor."""
    if not scan.submissions:
        yield finding(Code.VENDORS_EMPTY, Source(FOLDER))


def there_is_a_choice(scan: Scan) -> Iterator[Finding]:
    """There are at least two vendors to compare."""
    if len(scan.submissions) == 1:
        yield finding(Code.VENDOR_ONE, Source(FOLDER), vendor=shown(scan.submissions[0].vendor))


def vendor_has_answers(scan: Scan) -> Iterator[Finding]:
    """The folder of a vendor holds its answers."""
    present = {item.file for item in scan.inputs}
    for submission in scan.submissions:
        if not submission.readable and submission.answers_file not in present:
            yield finding(
                Code.VENDOR_WITHOUT_ANSWERS, Source(submission.answers_file), vendor=shown(submission.vendor)
            )


def vendor_was_invited(scan: Scan) -> Iterator[Finding]:
    """Every vendor with a folder was invited."""
    for submission in scan.submissions:
        if submission.vendor.slug not in scan.project.invited:
            yield finding(Code.VENDOR_NOT_INVITED, Source(folder(submission)), vendor=submission.vendor.slug)


def invited_vendor_is_there(scan: Scan) -> Iterator[Finding]:
    """Every invited vendor has a folder."""
    there = {submission.vendor.slug for submission in scan.submissions}
    for slug in scan.project.invited:
        if slug not in there:
            yield finding(Code.VENDOR_MISSING, Source(f"{FOLDER}/{slug}"), vendor=slug)


def vendor_has_a_name(scan: Scan) -> Iterator[Finding]:
    """A vendor that answered gives its name."""
    for submission in scan.submissions:
        vendor = submission.vendor
        if submission.readable and vendor.name in {"", vendor.slug}:
            yield finding(Code.VENDOR_NAME_MISSING, Source(submission.answers_file), vendor=vendor.slug)


CHECKS = (
    there_are_vendors,
    there_is_a_choice,
    vendor_has_answers,
    vendor_was_invited,
    invited_vendor_is_there,
    vendor_has_a_name,
)
