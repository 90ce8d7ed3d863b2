"""What is wrong with the ids that people wrote in samenvoeging.xlsx."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.programme import MergeDecision
from marktscan.domain.project import Project
from marktscan.domain.requirement import Requirement, RequirementList
from marktscan.domain.source import Source
from marktscan.merging.match import RowKey, keys_of

_UNDECIDED = frozenset({Code.DECISION_MISSING, Code.QUESTION_OF_OLD_ROUND})
"""What seems so when no decision can be read."""


def while_unread(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings without what only seems so as long as the decisions cannot be read."""
    return tuple(item for item in findings if item.code not in _UNDECIDED)


def unknown_ids(
    project: Project,
    lists: Sequence[RequirementList],
    rows: Mapping[RowKey, Requirement],
    decisions: Sequence[MergeDecision],
) -> Iterator[Finding]:
    """A decision names only ids that stand in the list of their municipality."""
    readable = {item.municipality for item in lists if item.readable}
    for decision in decisions:
        for slug, own_id in keys_of(decision):
            if slug in readable and (slug, own_id) not in rows:
                yield finding(
                    Code.DECISION_UNKNOWN_ID,
                    decision.origin.cell(f"id_{slug}"),
                    joint_id=decision.joint_id,
                    requirement=own_id,
                    municipality=project.municipality(slug).name,
                )


def decided_twice(project: Project, decisions: Sequence[MergeDecision]) -> Iterator[Finding]:
    """A row of a municipality stands in at most one decision."""
    seen: dict[RowKey, Source] = {}
    for decision in decisions:
        for slug, own_id in keys_of(decision):
            place = decision.origin.cell(f"id_{slug}")
            first = seen.setdefault((slug, own_id), place)
            if first is not place:
                yield finding(
                    Code.DECISION_DOUBLE,
                    place,
                    requirement=own_id,
                    municipality=project.municipality(slug).name,
                    first=first,
                )
