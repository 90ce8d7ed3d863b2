"""Whether the vendors that answered are those that were asked, and enough to compare."""

from collections.abc import Iterator

from marktscan.domain.answer import Vendor
from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.scan import Scan, Submission
from marktscan.domain.source import Source

FOLDER = "vendors"


def shown(vendor: Vendor) -> str:
    """What decision-makers know the vendor by."""
    return vendor.product or vendor.slug


def folder(submission: Submission) -> str:
    """The folder of a vendor, relative to the project."""
    return f"{FOLDER}/{submission.vendor.slug}"


def there_is_a_choice(scan: Scan) -> Iterator[Finding]:
    """There are at least two vendors whose answers can be compared."""
    usable = [submission for submission in scan.submissions if submission.readable]
    if len(usable) == 1:
        yield finding(Code.VENDOR_ONE, Source(FOLDER), vendor=shown(usable[0].vendor))


def vendor_was_invited(scan: Scan) -> Iterator[Finding]:
    """Every vendor with a folder was invited."""
    for submission in scan.submissions:
        if submission.vendor.slug not in scan.project.invited:
            yield finding(Code.VENDOR_NOT_INVITED, Source(folder(submission)), vendor=submission.vendor.slug)


CHECKS = (there_is_a_choice, vendor_was_invited)
