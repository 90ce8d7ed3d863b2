"""The catalogue of requirements a municipality can start from."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from marktscan.catalogue.rows import rows_of
from marktscan.domain.requirement import Kind, Priority, RequirementType


@dataclass(frozen=True, slots=True)
class CatalogueRequirement:
    """One verifiable requirement with the defaults a municipality may change.

    `origin` says which row of the source catalogue it is or was split from.
    """

    id: str
    theme: str
    text: str
    explanation: str
    type: RequirementType
    kind: Kind
    knock_out: bool
    priority: Priority
    weight: int
    norm: str
    evidence: str
    demo: str
    origin: str


@cache
def catalogue_requirements() -> tuple[CatalogueRequirement, ...]:
    """Every row of requirements.csv, in the order of themes and ids."""
    return tuple(_requirement(row) for row in rows_of(files("marktscan.catalogue") / "requirements.csv"))


def _requirement(row: dict[str, str]) -> CatalogueRequirement:
    return CatalogueRequirement(
        id=row["id"],
        theme=row["theme"],
        text=row["text"],
        explanation=row["explanation"],
        type=RequirementType(row["type"]),
        kind=Kind(row["kind"]),
        knock_out=row["knock_out"] == "ja",
        priority=Priority(row["priority"]),
        weight=int(row["weight"]),
        norm=row["norm"],
        evidence=row["evidence"],
        demo=row["demo"],
        origin=row["origin"],
    )
