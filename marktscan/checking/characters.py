"""Texts that reports print, and those among them with characters that are rare in Dutch."""

import re
from collections.abc import Iterator

from marktscan.domain.scan import Scan
from marktscan.domain.source import Origin, Source

_COMMON = re.compile("[\t\n\r -~\u00a0-\u017f–—‘’“”…€•→≤≥−×✓]*")
_OF_REQUIREMENTS = ("text", "explanation", "norm", "evidence", "remark")
_OF_ANSWERS = ("explanation", "evidence", "available_text", "surcharge")


def uncommon_texts(scan: Scan) -> tuple[tuple[Source, str], ...]:
    """The texts that may have a character no font of a report draws, each with its cell."""
    return tuple((source, text) for source, text in _texts(scan) if not _COMMON.fullmatch(text))


def _texts(scan: Scan) -> Iterator[tuple[Source, str]]:
    project = scan.project
    names = (project.title, project.question, *(m.name for m in project.municipalities))
    yield from ((project.source, text) for text in (*names, *(theme.name for theme in project.themes)))
    for own in scan.lists:
        for row in own.requirements:
            yield from _fields(row, row.origin, _OF_REQUIREMENTS)
    for submission in scan.submissions:
        source = Source(submission.answers_file)
        yield from ((source, text) for text in (submission.vendor.name, submission.vendor.product))
        for answer in submission.answers.values():
            yield from _fields(answer, answer.origin, _OF_ANSWERS)


def _fields(row: object, origin: Origin, names: tuple[str, ...]) -> Iterator[tuple[Source, str]]:
    for name in names:
        yield origin.cell(name), getattr(row, name)
