"""The gezamenlijk programma: what is asked together, with the three originals kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from marktscan.domain.requirement import Kind, Requirement
from marktscan.domain.source import Origin, Source
from marktscan.domain.text import comparable

Noted = str | int | Decimal | date | None
"""What people wrote in a column of their own."""


class Decision(StrEnum):
    """What people decided about rows that might be one requirement."""

    SAME = "zelfde eis"
    SEPARATE = "aparte eisen"
    CONFLICT = "strijdig"


class Status(StrEnum):
    """How the municipalities relate on one joint requirement, strictest difference first."""

    CONFLICT = "strijdig"
    PARTIAL = "alleen bij"
    OTHER_NORM = "andere norm"
    OTHER_WEIGHT = "zelfde eis ander gewicht"
    EQUAL = "gelijk"


@dataclass(frozen=True, slots=True)
class MergeDecision:
    """One row of samenvoeging.xlsx. `ids` maps a municipality's slug to its own id.

    `texts` are the municipalities' texts people had before them when they decided, where those were kept;
    `changes_noted` is what changed since then, as long as nobody emptied that cell. `written` is the cell
    Besluit as it stands, also when that is no decision. `noted` is what stands in columns that people added,
    by heading.
    """

    joint_id: str
    ids: Mapping[str, str]
    proposal: str
    decision: Decision | None
    text: str
    decided_by: str
    decided_on: str
    origin: Origin
    texts: Mapping[str, str] = field(default_factory=dict)
    changes_noted: str = ""
    written: str = ""
    noted: Mapping[str, Noted] = field(default_factory=dict)

    def was_about(self, row: Requirement) -> bool:
        """Whether people decided about the text this row has today; yes when their text was not kept."""
        before = self.texts.get(row.municipality, "")
        return not before or comparable(before) == comparable(row.text)


def absent_ids(decisions: Sequence[MergeDecision]) -> dict[str, Source]:
    """Per municipality of whose ids the sheet with decisions has no column: where that would stand."""
    columns = {name for decision in decisions[:1] for name in decision.origin.absent}
    return {
        name.removeprefix("id_"): decisions[0].origin.cell(name)
        for name in sorted(columns)
        if name.startswith("id_")
    }


@dataclass(frozen=True, slots=True)
class JointRequirement:
    """One row of the programme; `positions` keeps each municipality's own row by slug."""

    id: str
    theme: str
    text: str
    status: Status
    positions: Mapping[str, Requirement]
    decision: MergeDecision | None = None

    @property
    def assessed(self) -> bool:
        """Whether assessors mark it: at least one municipality holds it as a wens."""
        return any(p.kind is Kind.WISH for p in self.positions.values())

    @property
    def knock_out(self) -> bool:
        """Whether it is a knock-out for at least one municipality."""
        return any(p.knock_out for p in self.positions.values())


@dataclass(frozen=True, slots=True)
class Programme:
    """The joint requirements in the order of themes and ids."""

    rows: tuple[JointRequirement, ...] = ()

    def by_id(self) -> dict[str, JointRequirement]:
        """The rows by joint id."""
        return {row.id: row for row in self.rows}
