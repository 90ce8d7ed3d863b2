"""A style sheet of the project's own: the rules that cannot be read, and what reaches outside the report."""

import logging
import re
from collections.abc import Iterator

from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.source import Source

_OUTSIDE = re.compile(r"url\s*\(|@import|</", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_PLACE = re.compile(r" at (\d+):\d+")


def sheet_findings(sheet: str, file: str) -> tuple[Finding, ...]:
    """Everything in the style sheet that will not be used, with its line; in full if nothing reaches out."""
    plain = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), sheet)
    outside = tuple(_reaches_out(plain, found, file) for found in _OUTSIDE.finditer(plain))
    return outside or tuple(_unreadable(message, file) for message in _complaints(sheet))


def _reaches_out(sheet: str, found: re.Match[str], file: str) -> Finding:
    line = sheet.count("\n", 0, found.start()) + 1
    return finding(Code.STYLESHEET_OUTSIDE, Source(file, cell=f"regel {line}"), found=found[0])


def _unreadable(message: str, file: str) -> Finding:
    place = _PLACE.search(message)
    source = Source(file, cell=f"regel {place[1]}") if place else Source(file)
    return finding(Code.STYLESHEET_ERROR, source, problem=message)


def _complaints(sheet: str) -> Iterator[str]:
    """What WeasyPrint says of each rule that it leaves out."""
    from weasyprint import CSS
    from weasyprint.logger import LOGGER

    heard = _Heard()
    LOGGER.addHandler(heard)
    try:
        CSS(string=sheet)
    finally:
        LOGGER.removeHandler(heard)
    yield from heard.messages


class _Heard(logging.Handler):
    """Keeps what is logged."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message."""
        self.messages.append(record.getMessage())
