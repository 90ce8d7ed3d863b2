"""Who may read a cell: every cell of every workbook has a class, and every report has one reader."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from marktscan.domain.source import Source


class Classification(StrEnum):
    """Whom a cell is for, mildest first; the last one is for no report at all."""

    PUBLIC = "openbaar"
    INTERNAL = "intern"
    CONFIDENTIAL = "vertrouwelijk"
    PERSONAL = "persoonsgegeven"


class CellKind(StrEnum):
    """What a cell holds; the value is its name under [classification] in marktscan.toml."""

    QUESTION = "questions"
    WEIGHT = "weights"
    REMARK = "remarks"
    ANSWER = "answers"
    ROADMAP = "roadmap"
    EXPLANATION = "explanations"
    PRICE = "prices"
    MARK = "marks"
    NAME = "names"
    PERSON = "persons"


_CLASSES = MappingProxyType(
    {
        CellKind.QUESTION: Classification.PUBLIC,
        CellKind.WEIGHT: Classification.INTERNAL,
        CellKind.REMARK: Classification.INTERNAL,
        CellKind.ANSWER: Classification.PUBLIC,
        CellKind.ROADMAP: Classification.CONFIDENTIAL,
        CellKind.EXPLANATION: Classification.CONFIDENTIAL,
        CellKind.PRICE: Classification.CONFIDENTIAL,
        CellKind.MARK: Classification.INTERNAL,
    }
)
DECLARED = tuple(_CLASSES)
"""The kinds a project may classify itself: names of vendors are public, persons are in no report."""
_SHARED = (CellKind.QUESTION, CellKind.WEIGHT, CellKind.REMARK)
_ITS_OWN = (Classification.PUBLIC, Classification.CONFIDENTIAL)
"""Of what vendors read, kinds that are nobody's own, and classes of what is their own."""
_FIXED = MappingProxyType({CellKind.NAME: Classification.PUBLIC, CellKind.PERSON: Classification.PERSONAL})


@dataclass(frozen=True, slots=True)
class ClassificationRules:
    """The class of each kind of cell, and how many others the best of them is at least taken from."""

    classes: Mapping[CellKind, Classification] = field(default_factory=lambda: _CLASSES)
    smallest_group: int = 3

    def of(self, kind: CellKind) -> Classification:
        """The class of a cell that says nothing about itself."""
        return _FIXED.get(kind) or self.classes[kind]


class Audience(StrEnum):
    """For whom a report is."""

    STEERING_GROUP = "stuurgroep"
    MUNICIPALITY = "gemeente"
    VENDOR = "leverancier"
    PUBLIC = "openbaar"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell with a value, its class, and the slug of the municipality or vendor it came from."""

    kind: CellKind
    classification: Classification
    owner: str
    value: str | Decimal
    source: Source


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads a report; `slug` is the municipality or vendor it is for, empty for all."""

    audience: Audience
    slug: str = ""

    def may_read(self, cell: Cell) -> bool:
        """Whether this cell may stand in the reader's report, or be the reason of anything in it."""
        match self.audience:
            case Audience.STEERING_GROUP:
                return cell.classification is not Classification.PERSONAL
            case Audience.MUNICIPALITY:
                others = cell.kind is CellKind.REMARK and cell.owner != self.slug
                return cell.classification is not Classification.PERSONAL and not others
            case Audience.VENDOR:
                return self._vendor_may_read(cell)
            case Audience.PUBLIC:
                return cell.classification is Classification.PUBLIC

    def _vendor_may_read(self, cell: Cell) -> bool:
        """What is public of nobody else, and what is its own unless that is for the municipalities."""
        shared = cell.kind in _SHARED
        if shared or cell.owner != self.slug:
            return shared and cell.classification is Classification.PUBLIC
        return cell.classification in _ITS_OWN
