"""Every check over everything that was read."""

from collections.abc import Callable, Iterator

from marktscan.checking import (
    anonymity,
    answers,
    assessors,
    consensus,
    decisions,
    marks,
    norms,
    own_folders,
    prices,
    promises,
    questions,
    requirements,
    tenders,
    texts,
    themes,
    vendors,
)
from marktscan.domain.finding import Finding
from marktscan.domain.scan import Scan

Check = Callable[[Scan], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    *requirements.CHECKS,
    *themes.CHECKS,
    *texts.CHECKS,
    *anonymity.CHECKS,
    *norms.CHECKS,
    *decisions.CHECKS,
    *vendors.CHECKS,
    *own_folders.CHECKS,
    *questions.CHECKS,
    *answers.CHECKS,
    *promises.CHECKS,
    *prices.CHECKS,
    *assessors.CHECKS,
    *marks.CHECKS,
    *consensus.CHECKS,
    *tenders.CHECKS,
)


def check_all(scan: Scan) -> tuple[Finding, ...]:
    """What every check finds, in the order of the checks."""
    return tuple(item for check in CHECKS for item in check(scan))
