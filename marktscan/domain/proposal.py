"""What the program proposes to join, for people to decide about."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from marktscan.domain.programme import Decision, MergeDecision
from marktscan.domain.requirement import Requirement


class Reason(StrEnum):
    """Why rows stand together in one proposal, strongest first."""

    EQUAL = "zelfde nummer en dezelfde tekst"
    SAME_ID = "zelfde nummer, andere tekst"
    SAME_TEXT = "zelfde tekst, ander nummer"
    ALIKE = "bijna dezelfde tekst, ander nummer"
    SAME_NORM = "zelfde norm, ander nummer"
    BY_HAND = "door mensen bij elkaar gezet"
    ALONE = "maar één gemeente"


class Likeness(StrEnum):
    """How much the texts of a proposal look alike, in words for people."""

    EQUAL = "gelijk"
    NEARLY = "bijna gelijk"
    PARTLY = "deels gelijk"
    HARDLY = "weinig gelijk"


class ChangeKind(StrEnum):
    """What happened to a requirement since people decided about it."""

    TEXT = "tekst veranderd"
    GONE = "eis verdwenen"
    NEW = "eis erbij"


@dataclass(frozen=True, slots=True)
class Change:
    """What changed at one municipality: `before` is its text at the decision, `now` its text today."""

    kind: ChangeKind
    municipality: str
    requirement: str
    before: str = ""
    now: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Rows that may be one requirement, with what people already wrote about them in `decision`.

    `positions` has the rows that stand in the lists today; `likeness` is None when there are fewer than two.
    """

    joint_id: str
    positions: Mapping[str, Requirement]
    reason: Reason
    likeness: Likeness | None
    decision: MergeDecision | None = None
    changes: tuple[Change, ...] = ()

    @property
    def decided(self) -> Decision | None:
        """What people decided, None while they have not."""
        return self.decision.decision if self.decision else None

    @property
    def to_review(self) -> bool:
        """Whether something changed after the decision that people have not looked at yet."""
        noted = self.decision is not None and bool(self.decision.changes_noted)
        return self.decided is not None and (noted or bool(self.changes))
