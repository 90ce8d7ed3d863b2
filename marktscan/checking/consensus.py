"""Whether the marks agreed on together can stand in the place of the assessors' own."""

from collections.abc import Iterator

from marktscan.checking.marks import assessed
from marktscan.domain.assessment import Consensus
from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.scan import Scan, Submission


def _agreed(scan: Scan) -> Iterator[tuple[Submission, Consensus, int]]:
    """Every consensus with its mark."""
    for submission in scan.submissions:
        for item in submission.consensus:
            if item.mark is not None:
                yield submission, item, item.mark


def consensus_is_motivated(scan: Scan) -> Iterator[Finding]:
    """A consensus has a motivation."""
    for _, item, mark in _agreed(scan):
        if not item.motivation:
            place = item.origin.cell("motivation")
            yield finding(Code.CONSENSUS_WITHOUT_MOTIVATION, place, requirement=item.requirement, mark=mark)


def consensus_is_about_a_wish(scan: Scan) -> Iterator[Finding]:
    """Only on wishes there is a consensus."""
    if not scan.programme_is_whole:
        return
    wishes = assessed(scan)
    for _, item, _ in _agreed(scan):
        if item.requirement not in wishes:
            yield finding(Code.CONSENSUS_NOT_ASKED, item.origin.cell("mark"), requirement=item.requirement)


def consensus_stands_once(scan: Scan) -> Iterator[Finding]:
    """There is one consensus per wish of a vendor."""
    seen: dict[tuple[str, str], Consensus] = {}
    for submission, item, _ in _agreed(scan):
        first = seen.setdefault((submission.vendor.slug, item.requirement), item)
        if first is not item:
            yield finding(
                Code.CONSENSUS_DOUBLE,
                item.origin.cell("id"),
                requirement=item.requirement,
                first=first.origin.cell("id"),
            )


def consensus_lies_between_the_marks(scan: Scan) -> Iterator[Finding]:
    """A consensus lies between the lowest and the highest of the assessors' own marks."""
    for submission, item, mark in _agreed(scan):
        own = [
            given.mark
            for given in submission.marks
            if given.requirement == item.requirement and given.mark is not None
        ]
        if own and not min(own) <= mark <= max(own):
            yield finding(
                Code.CONSENSUS_OUTSIDE_MARKS,
                item.origin.cell("mark"),
                requirement=item.requirement,
                mark=mark,
                lowest=min(own),
                highest=max(own),
            )


CHECKS = (
    consensus_is_motivated,
    consensus_is_about_a_wish,
    consensus_stands_once,
    consensus_lies_between_the_marks,
)
