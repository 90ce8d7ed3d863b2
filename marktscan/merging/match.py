"""Which municipal rows belong together: first what people decided, then equal ids with equal texts."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.programme import Decision, MergeDecision
from marktscan.domain.project import Project, letter
from marktscan.domain.requirement import Requirement, RequirementList
from marktscan.domain.source import Source
from marktscan.domain.text import comparable

RowKey = tuple[str, str]
"""A municipality's slug and its own id: one row of one list."""


@dataclass(frozen=True, slots=True)
class Match:
    """Rows that become one joint requirement, by slug in alphabetical order."""

    id: str
    positions: Mapping[str, Requirement]
    conflict: bool = False
    decision: MergeDecision | None = None

    @property
    def first(self) -> Requirement:
        """The row of the first municipality in the alphabet."""
        return next(iter(self.positions.values()))


def rows_of(lists: Sequence[RequirementList]) -> dict[RowKey, Requirement]:
    """Every municipal row by municipality and id, alphabetically by municipality."""
    ordered = sorted(lists, key=lambda item: item.municipality)
    return {(row.municipality, row.id): row for item in ordered for row in item.requirements}


def match_decided(
    rows: Mapping[RowKey, Requirement], decisions: Sequence[MergeDecision]
) -> tuple[Match, ...]:
    """The rows people decided about; a row in two decisions follows the first."""
    taken: set[RowKey] = set()
    matches: list[Match] = []
    for decision in decisions:
        found = [key for key in keys_of(decision) if key in rows and key not in taken]
        if found and decision.decision is not None:
            taken.update(found)
            matches.extend(_decided(decision, {key[0]: rows[key] for key in found}))
    return tuple(matches)


def keys_of(decision: MergeDecision) -> list[RowKey]:
    """The rows a decision names, alphabetically by municipality."""
    return sorted(decision.ids.items())


def _decided(decision: MergeDecision, positions: dict[str, Requirement]) -> Iterator[Match]:
    if decision.decision is Decision.SEPARATE and len(positions) > 1:
        slugs = [slug for slug, _ in keys_of(decision)]
        for slug, row in positions.items():
            apart = f"{decision.joint_id}-{letter(slugs.index(slug))}"  # vendors see no municipality's name
            yield Match(apart, {slug: row}, decision=decision)
    else:
        yield Match(decision.joint_id, positions, decision.decision is Decision.CONFLICT, decision)


def match_undecided(rows: Mapping[RowKey, Requirement]) -> tuple[Match, ...]:
    """The other rows by id; where their texts differ people still have to decide what they are."""
    by_id: dict[str, dict[str, Requirement]] = {}
    for (slug, own_id), row in rows.items():
        by_id.setdefault(own_id, {})[slug] = row
    return tuple(Match(own_id, same, conflict=_texts_differ(same)) for own_id, same in by_id.items())


def without_conflicts(matches: Sequence[Match]) -> Iterator[Match]:
    """The matches as far as nobody needs to decide: rows with one id and different texts stay apart."""
    for match in matches:
        if not match.conflict:
            yield match
            continue
        by_text: dict[str, dict[str, Requirement]] = {}
        for slug, row in match.positions.items():
            by_text.setdefault(comparable(row.text), {})[slug] = row
        for place, same in enumerate(by_text.values()):
            yield Match(f"{match.id}-{letter(place)}", same)


def _texts_differ(positions: Mapping[str, Requirement]) -> bool:
    return len({comparable(row.text) for row in positions.values()}) > 1


def missing_decisions(project: Project, matches: Sequence[Match]) -> Iterator[Finding]:
    """An id that stands for different texts needs a decision."""
    for match in (m for m in matches if m.conflict):
        for other in match.positions.values():
            if comparable(other.text) != comparable(match.first.text):
                yield finding(
                    Code.DECISION_MISSING,
                    match.first.origin.cell("text"),
                    requirement=match.id,
                    municipality=project.municipality(match.first.municipality).name,
                    other_municipality=project.municipality(other.municipality).name,
                    other_place=other.origin.cell("text"),
                )


def unique_ids(
    matches: Sequence[Match], absent: Mapping[str, Source]
) -> tuple[tuple[Match, ...], tuple[Finding, ...]]:
    """The matches with every joint id once; who comes later in the sequence gets a new id.

    `absent` is where the ids of a municipality would stand that the sheet with decisions has no column for.
    """
    taken: dict[str, Match] = {}
    findings: list[Finding] = []
    reserved = {match.id for match in matches}
    for match in matches:
        if match.id not in taken:
            taken[match.id] = match
            continue
        new_id = free_id(match, reserved)
        reserved.add(new_id)
        taken[new_id] = Match(new_id, match.positions, match.conflict, match.decision)
        findings.append(_double(match, new_id, absent))
    return tuple(taken.values()), tuple(findings)


def free_id(match: Match, reserved: Collection[str]) -> str:
    """The id of a match with the first number behind it that makes it unique."""
    return next(new_id for number in count(2) if (new_id := f"{match.id}-{number}") not in reserved)


def _double(match: Match, new_id: str, absent: Mapping[str, Source]) -> Finding:
    own = match.decision.origin.cell("joint_id") if match.decision else match.first.origin.cell("id")
    place = next((absent[slug] for slug in match.positions if slug in absent), own)
    return finding(Code.DECISION_JOINT_ID_DOUBLE, place, joint_id=match.id, new_id=new_id)
