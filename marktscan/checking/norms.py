"""Whether the standards that requirements name are still in force, by the register of standards."""

import re
from collections.abc import Iterator
from functools import cache

from marktscan.catalogue import norms
from marktscan.checking.requirements import all_requirements
from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.norm import Norm
from marktscan.domain.requirement import Requirement
from marktscan.domain.scan import Scan
from marktscan.domain.source import Source

_WITHDRAWN = "vervallen"
_PHASED_OUT = "uitfaserend"


def norm_is_in_force(scan: Scan) -> Iterator[Finding]:
    """A requirement names no standard that was withdrawn, unless it gives a reason."""
    for row, place, norm in _named(scan, _WITHDRAWN):
        yield finding(
            Code.NORM_WITHDRAWN, place, requirement=row.id, norm=norm.name, remark=norm.remark or norm.status
        )


def norm_is_not_phased_out(scan: Scan) -> Iterator[Finding]:
    """A requirement names no standard that is being phased out, unless it gives a reason."""
    for row, place, norm in _named(scan, _PHASED_OUT):
        yield finding(Code.NORM_PHASED_OUT, place, requirement=row.id, norm=norm.name)


def _named(scan: Scan, status: str) -> Iterator[tuple[Requirement, Source, Norm]]:
    """Each row without a reason that names a standard with this status, and where."""
    register = [norm for norm in norms() if norm.status == status]
    for row in (row for row in all_requirements(scan) if not row.reason):
        for norm in register:
            if _pattern(norm).search(row.norm):
                yield row, row.origin.cell("norm"), norm
            elif _pattern(norm).search(row.text):
                yield row, row.origin.cell("text"), norm


@cache
def _pattern(norm: Norm) -> re.Pattern[str]:
    """The norm's code or name as a whole word: NEN-2082 is also NEN 2082 and NEN2082, BIO is not BIO2."""
    spellings = (r"[\s-]?".join(map(re.escape, re.split(r"[\s-]+", name))) for name in (norm.code, norm.name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(spellings)})(?!\w)(?![\s-]2\b)", re.IGNORECASE)


CHECKS = (norm_is_in_force, norm_is_not_phased_out)
