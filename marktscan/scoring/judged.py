"""What the assessors gave one vendor, by requirement."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from marktscan.domain.assessment import Consensus, Mark
from marktscan.domain.scan import Submission

Given = TypeVar("Given", Mark, Consensus)


@dataclass(frozen=True, slots=True)
class Judged:
    """The marks and the consensus for one requirement; what could not be read as a mark is left out."""

    marks: tuple[Mark, ...] = ()
    consensus: Consensus | None = None

    @property
    def numbers(self) -> tuple[int | None, ...]:
        """All that its worth hangs on: the mark agreed on, if any, and then the marks."""
        return (self.consensus.mark if self.consensus else None, *(mark.mark for mark in self.marks))


NOT_JUDGED = Judged()


def judged_by_requirement(submission: Submission) -> dict[str, Judged]:
    """Everything the assessors of any municipality gave this vendor, in the order of assessors.

    A consensus stands in the place of their own marks only with its motivation.
    """
    marks = defaultdict(list)
    for mark in _undisputed(submission.marks, lambda mark: (mark.assessor, mark.requirement)):
        marks[mark.requirement].append(mark)
    agreed = {row.requirement: row for row in _undisputed(submission.consensus, lambda row: row.requirement)}
    agreed = {id_: row for id_, row in agreed.items() if row.motivation.strip()}
    return {
        id_: Judged(tuple(sorted(marks.get(id_, ()), key=lambda mark: mark.assessor)), agreed.get(id_))
        for id_ in {*marks, *agreed}
    }


def _undisputed(rows: Iterable[Given], key: Callable[[Given], Hashable]) -> list[Given]:
    """The first row per key that holds a mark; none where two rows contradict each other."""
    by_key = defaultdict(list)
    for row in rows:
        if row.mark is not None:
            by_key[key(row)].append(row)
    return [same[0] for same in by_key.values() if len({row.mark for row in same}) == 1]
