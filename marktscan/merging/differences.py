"""How the municipalities differ on one requirement."""

from collections.abc import Callable, Collection

from marktscan.domain.programme import Status
from marktscan.domain.requirement import Requirement
from marktscan.domain.text import comparable


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
