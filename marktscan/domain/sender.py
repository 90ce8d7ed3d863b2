"""Who fills in a workbook and can be asked to finish or mend it."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What somebody does in the scan."""

    MUNICIPALITY = "gemeente"
    VENDOR = "leverancier"
    ASSESSOR = "beoordelaar"
    PROJECT = "projectgroep"


@dataclass(frozen=True, slots=True)
class Sender:
    """One of those who send workbooks: `slug` as in the project file, `name` as people say it."""

    role: Role
    slug: str
    name: str
