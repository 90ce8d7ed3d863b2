"""How far the workbooks are filled in."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from marktscan.domain.sender import Sender


class Stage(StrEnum):
    """How far one workbook is, least first."""

    MISSING = "ontbreekt"
    UNREADABLE = "niet te lezen"
    EMPTY = "niet begonnen"
    STARTED = "bezig"
    READY = "gereed"


@dataclass(frozen=True, slots=True)
class Part:
    """What one line of progress on Lees mij counts: `left` is what still has to be done."""

    label: str
    done: int
    total: int
    left: int


@dataclass(frozen=True, slots=True)
class FormProgress:
    """How far one workbook of one sender is; `vendor` is whom it is about, for an assessor."""

    sender: Sender
    file: str
    stage: Stage
    parts: tuple[Part, ...] = ()
    deadline: date | None = None
    vendor: str = ""

    def is_overdue(self, today: date) -> bool:
        """Whether it is not ready although its day has passed."""
        return self.stage is not Stage.READY and self.deadline is not None and today > self.deadline
