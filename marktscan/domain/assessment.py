"""What assessors mark, alone and together."""

from dataclasses import dataclass
from enum import StrEnum

from marktscan.domain.source import Origin


class Level(StrEnum):
    """How far a vendor's claim has been proved, lowest first."""

    CLAIMED = "geclaimd"
    DOCUMENTED = "gedocumenteerd"
    DEMONSTRATED = "gedemonstreerd"
    CONFIRMED = "bevestigd"


@dataclass(frozen=True, slots=True)
class Mark:
    """One row of an assessor's workbook; `mark` is None when empty or not on the declared scale.

    `answer` is the vendor's answer as it stands on the sheet, nothing when it does not.
    """

    assessor: str
    requirement: str
    mark: int | None
    level: Level | None
    motivation: str
    origin: Origin
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Consensus:
    """The mark the assessors agreed on together; it overrides their own marks.

    `marks` is what the sheet says of those: a line like "diemen-1: 8" each, nothing when it does not.
    """

    requirement: str
    mark: int | None
    motivation: str
    origin: Origin
    marks: str = ""
