"""What one municipality asks: its own rows, exactly as its workbook holds them."""

from dataclasses import dataclass
from enum import StrEnum

from marktscan.domain.source import Origin


class RequirementType(StrEnum):
    """What a requirement is about."""

    FUNCTIONAL = "functioneel"
    NON_FUNCTIONAL = "niet-functioneel"
    LEGAL = "juridisch"


class Kind(StrEnum):
    """An eis is scored by the vendor's answer, a wens by the marks of assessors."""

    DEMAND = "eis"
    WISH = "wens"


class Priority(StrEnum):
    """MoSCoW; a Won't keeps its place in the list and has no weight."""

    MUST = "Must"
    SHOULD = "Should"
    COULD = "Could"
    WONT = "Won't"


@dataclass(frozen=True, slots=True)
class Requirement:
    """One row of a municipality's workbook. `weight` is 1–5, None when the cell could not be read."""

    municipality: str
    id: str
    theme: str
    text: str
    kind: Kind
    type: RequirementType | None
    priority: Priority | None
    knock_out: bool
    weight: int | None
    origin: Origin
    explanation: str = ""
    norm: str = ""
    evidence: str = ""
    demo: str = ""
    reason: str = ""
    owner: str = ""
    remark: str = ""
    not_applicable_allowed: bool = False

    @property
    def scored_weight(self) -> int:
        """The raw weight that counts: 0 for a Won't and for a weight that could not be read."""
        return 0 if self.priority is Priority.WONT or self.weight is None else self.weight


@dataclass(frozen=True, slots=True)
class ThemeWeight:
    """The weight (points out of 100) one municipality gives to one theme."""

    theme: str
    weight: int | None
    origin: Origin
    description: str = ""


@dataclass(frozen=True, slots=True)
class RequirementList:
    """Everything one municipality asks; `file` is there also when it could not be read.

    `weighed` is whether the sheet with the weights of themes could be read.
    """

    municipality: str
    file: str
    readable: bool
    requirements: tuple[Requirement, ...] = ()
    theme_weights: tuple[ThemeWeight, ...] = ()
    weighed: bool = True
