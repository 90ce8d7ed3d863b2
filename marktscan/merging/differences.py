"""How the municipalities differ on one requirement."""

import re
from collections.abc import Callable, Collection

from marktscan.domain.programme import Status
from marktscan.domain.requirement import Requirement

_PLAIN = str.maketrans(
    {"‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "–": "-", "\N{NO-BREAK SPACE}": " "}
)


def comparable(text: str) -> str:
    """The text without the differences a word processor makes: spaces, line ends, quotes and dashes."""
    return re.sub(r"\s+", " ", text.translate(_PLAIN)).strip()


def status_of(rows: Collection[Requirement], municipalities: int, conflict: bool) -> Status:
    """The strictest difference between the rows, one per municipality that holds the requirement."""
    if conflict:
        return Status.CONFLICT
    if len(rows) < municipalities:
        return Status.PARTIAL
    if _differ(rows, lambda row: comparable(row.norm)):
        return Status.OTHER_NORM
    if _differ(rows, lambda row: (row.weight, row.priority, row.kind, row.knock_out)):
        return Status.OTHER_WEIGHT
    return Status.EQUAL


def _differ(rows: Collection[Requirement], aspect: Callable[[Requirement], object]) -> bool:
    return len({aspect(row) for row in rows}) > 1
