"""Everything that was read, in one value: what checks look at and scores are made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from marktscan.domain.answer import Answer, PriceLine, Vendor
from marktscan.domain.assessment import Consensus, Mark
from marktscan.domain.programme import MergeDecision, Programme
from marktscan.domain.project import Project
from marktscan.domain.requirement import RequirementList
from marktscan.domain.style import House


@dataclass(frozen=True, slots=True)
class Submission:
    """One vendor's folder. `answers_file` is the path read or expected; `readable` is False when the
    answers could not be used at all: then the vendor stays in every list, without a score. `round` is the
    round of the questionnaire that was answered (0 when it belongs to none), `asked` the ids that stood in
    it; both are empty when the file does not say. `owners` tells per file for whom it was made, where the
    file says so."""

    vendor: Vendor
    answers_file: str
    readable: bool
    answers: Mapping[str, Answer] = field(default_factory=dict)
    prices: tuple[PriceLine, ...] = ()
    prices_file: str = ""
    marks: tuple[Mark, ...] = ()
    consensus: tuple[Consensus, ...] = ()
    round: int = 0
    asked: Mapping[str, str] = field(default_factory=dict)
    owners: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class InputFile:
    """An input as it lay on disk: its path in the project and the SHA-256 of its bytes.

    `seal` follows from the bytes too, and from nothing that is printed: only who has the file can compute it.
    """

    file: str
    sha256: str
    seal: str = ""


@dataclass(frozen=True, slots=True)
class Scan:
    """The project with all its inputs, merged but not yet judged. Submissions are sorted by slug.

    `decided` is False when the workbook with the decisions is there and cannot be read.
    """

    project: Project
    lists: tuple[RequirementList, ...]
    decisions: tuple[MergeDecision, ...]
    programme: Programme
    submissions: tuple[Submission, ...]
    inputs: tuple[InputFile, ...] = ()
    house: House = field(default_factory=House)
    decided: bool = True

    @property
    def programme_is_whole(self) -> bool:
        """Whether every list and the decisions could be read; if not, nobody can say what was not asked."""
        return self.decided and all(item.readable for item in self.lists)

    def list_of(self, municipality: str) -> RequirementList:
        """The requirement list of a municipality; KeyError when there is none."""
        return {item.municipality: item for item in self.lists}[municipality]
