"""What only follows from something that was told already is told once, so that it hides nothing else."""

from collections.abc import Iterable, Iterator

from marktscan.domain.finding import Code, Finding, Severity, finding
from marktscan.domain.source import Source


def without_follow_ons(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Per column that is absent and kind of finding one, with how often; all other findings as they are."""
    follows: dict[tuple[Code, str, str, str], int] = {}
    others = []
    for item in dict.fromkeys(findings):
        place = item.source
        if place.absent:
            key = item.code, place.file, place.sheet, place.absent
            follows[key] = follows.get(key, 0) + 1
        else:
            others.append(item)
    return (*others, *_told_once(follows))


def _told_once(follows: dict[tuple[Code, str, str, str], int]) -> Iterator[Finding]:
    for (code, file, sheet, heading), count in follows.items():
        is_error = code.severity is Severity.ERROR
        told = Code.COLUMN_ABSENT_ERRORS if is_error else Code.COLUMN_ABSENT_WARNINGS
        yield finding(told, Source(file, sheet), heading=heading, count=count, follows=code.number)
