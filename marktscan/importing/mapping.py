"""How a source becomes a sheet of requirements: which column is what, and what the values mean."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from marktscan.domain.requirement import Kind, Priority, RequirementType
from marktscan.importing.vocabulary import choice_fields, own_meanings
from marktscan.spreadsheets.columns import REQUIREMENTS

KNOCK_OUT = "knock-out"
HEADINGS = {column.name: column.heading for column in REQUIREMENTS.columns}
FIELDS = {heading: name for name, heading in HEADINGS.items()}
JOINED = frozenset({"text", "explanation", "norm", "evidence", "demo", "reason", "owner", "remark"})
"""The fields that may take several columns together."""
CROSSED = frozenset({"kind", "priority"})
"""The fields that may stand as crosses, with a column for each value."""

_TARGETS: dict[str, tuple[str, str]] = (
    {kind.value: ("kind", kind.value) for kind in Kind}
    | {priority.value: ("priority", priority.value) for priority in Priority}
    | {item.value: ("type", item.value) for item in RequirementType}
    | {KNOCK_OUT: ("knock_out", "ja")}
)


class ThemeFrom(StrEnum):
    """Where the theme of a row stands."""

    COLUMN = "kolom"
    SHEET = "bladnaam"
    SECTIONS = "tussenkoppen"
    NOWHERE = "nergens"


@dataclass(frozen=True, slots=True)
class TableMapping:
    """The columns of one table, which may stand on several sheets. Columns are numbers from 1.

    `filled_down` are the fields whose empty cell means what the cell above says. `number_from` is the first
    number that rows without one get, 0 when they get none.
    """

    sheets: tuple[str, ...]
    head_rows: tuple[int, ...]
    theme_from: ThemeFrom
    columns: Mapping[str, tuple[int, ...]]
    crosses: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    filled_down: tuple[str, ...] = ()
    left_out: tuple[int, ...] = ()
    number_from: int = 0

    @property
    def lead(self) -> int:
        """The column by which a row is pointed at: of its number, else of its text."""
        return self.column("id") or self.column("text")

    def column(self, name: str) -> int:
        """The first column of a field, 0 when it has none."""
        return self.columns.get(name, (0,))[0]

    @property
    def used(self) -> frozenset[int]:
        """Every column that is taken over."""
        single = {number for numbers in self.columns.values() for number in numbers}
        return frozenset(single.union(*(marks.values() for marks in self.crosses.values())))

    @property
    def fields(self) -> frozenset[str]:
        """The fields that have a column."""
        return frozenset(self.columns) | frozenset(self.crosses)


@dataclass(frozen=True, slots=True)
class ImportMapping:
    """Everything that is decided about a source. `values` by field and value; an empty meaning says that the
    value is not understood. `fixed` are the values of fields that the source does not have."""

    tables: tuple[TableMapping, ...]
    values: Mapping[str, Mapping[str, str]]
    fixed: Mapping[str, str] = field(default_factory=dict)

    @property
    def fields(self) -> frozenset[str]:
        """The fields that have a column in one of the tables."""
        return frozenset[str]().union(*(table.fields for table in self.tables))


def targets(name: str, meaning: str) -> dict[str, str] | None:
    """The fields a meaning fills, with their values ("eis, knock-out"); None when it cannot be one."""
    if name not in choice_fields():
        return {name: meaning} if meaning else None
    found: dict[str, str] = {}
    for part in (part.strip() for part in meaning.split(",")):
        target = _target(name, part)
        if target is None or target[0] in found:
            return None
        found[target[0]] = target[1]
    return found


def _target(name: str, part: str) -> tuple[str, str] | None:
    if name in CROSSED:
        return _TARGETS.get(part)
    return (name, part) if part in own_meanings(name) else None


def expected_values(name: str) -> str:
    """The values a field can have, for people."""
    if name not in choice_fields():
        return "de code van een thema" if name == "theme" else "een tekst tussen aanhalingstekens"
    own = [meaning for meaning in own_meanings(name) if "," not in meaning]
    return ", ".join([*own, KNOCK_OUT] if name in CROSSED else own)
