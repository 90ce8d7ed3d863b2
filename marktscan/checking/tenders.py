"""Whether the rules of a later tender speak of what there is."""

from collections.abc import Iterator

from marktscan.domain.conventions import BY_LOT, BY_PRICE, BY_QUALITY
from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.scan import Scan
from marktscan.domain.source import Source


def ties_can_be_broken(scan: Scan) -> Iterator[Finding]:
    """A tie is broken by price, quality, lot, or the score on a theme or a requirement that exists."""
    if not all(item.readable for item in scan.lists):
        return
    themes, rows = scan.project.themes, scan.programme.rows
    known = {BY_PRICE, BY_QUALITY, BY_LOT, *(theme.code for theme in themes), *(row.id for row in rows)}
    for way in dict.fromkeys(scan.project.tender.tie_break):
        if way not in known:
            place = Source(scan.project.source.file, "tender", "tie_break")
            yield finding(Code.TIE_BREAK_UNKNOWN, place, value=way)


CHECKS = (ties_can_be_broken,)
