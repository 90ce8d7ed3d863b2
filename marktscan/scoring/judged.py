"""What the assessors gave one vendor, by requirement."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from marktscan.domain.assessment import Consensus, Mark
from marktscan.domain.scan import Submission


@dataclass(frozen=True, slots=True)
class Judged:
    """The marks and the consensus for one requirement; what could not be read as a mark is left out."""

    marks: tuple[Mark, ...] = ()
    consensus: Consensus | None = None


NOT_JUDGED = Judged()


def judged_by_requirement(submission: Submission) -> dict[str, Judged]:
    """Everything the assessors of any municipality gave this vendor, in the order of assessors."""
    marks = defaultdict(list)
    for mark in sorted(submission.marks, key=lambda mark: (mark.assessor, mark.origin.row)):
        if mark.mark is not None:
            marks[mark.requirement].append(mark)
    agreed = _agreed(submission.consensus)
    return {id_: Judged(tuple(marks.get(id_, ())), agreed.get(id_)) for id_ in {*marks, *agreed}}


def _agreed(consensus: Sequence[Consensus]) -> dict[str, Consensus]:
    """The consensus by requirement."""
    return {row.requirement: row for row in consensus if row.mark is not None}
