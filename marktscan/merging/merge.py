"""The lists of all municipalities as one programme that keeps every original row."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.programme import JointRequirement, MergeDecision, Programme, absent_ids
from marktscan.domain.project import Project
from marktscan.domain.requirement import Requirement, RequirementList
from marktscan.merging.decisions import decided_twice, unknown_ids
from marktscan.merging.differences import status_of
from marktscan.merging.likeness import nearly_the_same
from marktscan.merging.match import (
    Match,
    match_decided,
    match_undecided,
    missing_decisions,
    rows_of,
    unique_ids,
    without_conflicts,
)

_DIGITS = re.compile(r"(\d+)")


def merge(
    project: Project, lists: Sequence[RequirementList], decisions: Sequence[MergeDecision]
) -> tuple[Programme, tuple[Finding, ...]]:
    """One programme in the order of themes and ids; every municipal row is in exactly one of its rows."""
    rows = rows_of(lists)
    decided = match_decided(rows, decisions)
    held = {(slug, row.id) for match in decided for slug, row in match.positions.items()}
    undecided = match_undecided({key: row for key, row in rows.items() if key not in held})
    matches, renamed = unique_ids((*decided, *without_conflicts(undecided)), absent_ids(decisions))
    findings = (
        *unknown_ids(project, lists, rows, decisions),
        *decided_twice(project, decisions),
        *renamed,
        *missing_decisions(project, undecided),
        *_themes_differ(project, matches),
        *nearly_the_same(project, undecided),
    )
    return Programme(tuple(sorted(map(_joiner(project), matches), key=_order(project)))), findings


def _joiner(project: Project) -> Callable[[Match], JointRequirement]:
    known = {theme.code for theme in project.themes}

    def joined(match: Match) -> JointRequirement:
        status = status_of(match.positions.values(), len(project.municipalities), match.conflict)
        text = (match.decision.text if match.decision else "") or match.first.text
        return JointRequirement(
            match.id, _themed(match, known).theme, text, status, match.positions, match.decision
        )

    return joined


def _themed(match: Match, known: Collection[str]) -> Requirement:
    """The row whose theme counts: the first in the alphabet of municipalities whose theme is known."""
    return next((row for row in match.positions.values() if row.theme in known), match.first)


def _themes_differ(project: Project, matches: Sequence[Match]) -> Iterator[Finding]:
    """A joint requirement belongs to one theme."""
    known = {theme.code for theme in project.themes}
    for match in matches:
        leading = _themed(match, known)
        for other in match.positions.values():
            if other.theme != leading.theme:
                yield finding(
                    Code.DECISION_THEME_DIFFERS,
                    other.origin.cell("theme"),
                    joint_id=match.id,
                    municipality=project.municipality(other.municipality).name,
                    theme=other.theme,
                    other_municipality=project.municipality(leading.municipality).name,
                    other_theme=leading.theme,
                    other_place=leading.origin.cell("theme"),
                )


def _order(project: Project) -> Callable[[JointRequirement], tuple[int, list[tuple[int, str]]]]:
    """Sort key: the project's order of themes, unknown ones last, then ids with their numbers as numbers."""
    places = theme_places(project)

    def key(row: JointRequirement) -> tuple[int, list[tuple[int, str]]]:
        return places.get(row.theme, len(places)), natural(row.id)

    return key


def theme_places(project: Project) -> dict[str, int]:
    """The place of each theme in the project's order, by code."""
    return {theme.code: place for place, theme in enumerate(project.themes)}


def natural(text: str) -> list[tuple[int, str]]:
    """ "ARC-9" before "ARC-10"."""
    return [_magnitude(part) for part in _DIGITS.split(text)]


def _magnitude(part: str) -> tuple[int, str]:
    """Digits by how many there are, so that no number is too long to compare; all else as it stands."""
    digits = part.lstrip("0")
    return (len(digits), digits) if part.isdecimal() else (-1, part)
