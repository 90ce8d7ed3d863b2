"""Weights that the project file declares stand in the place of those in the workbooks."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.project import EVERYONE, Project
from marktscan.domain.requirement import Requirement, RequirementList, ThemeWeight
from marktscan.domain.source import Origin, Source

Findings = tuple[Finding, ...]


def with_declared_weights(
    project: Project, lists: Sequence[RequirementList], in_lists: Iterable[Finding]
) -> tuple[tuple[RequirementList, ...], Findings]:
    """The lists with every declared weight in its place, and what is left to tell about them.

    Who declares weights of themes declares all of them. A cell that says otherwise is told; what else is
    wrong with a cell that does not count need not be.
    """
    settled = {cell for item in lists for cell, _, _ in _declared(project, item)}
    kept = (told for told in in_lists if told.source not in settled)
    differing = (told for item in lists for told in _differences(project, item))
    weighed = tuple(_weighed(project, item) for item in lists)
    return weighed, (*kept, *differing, *_for_nothing(project, lists))


def _declared(
    project: Project, item: RequirementList
) -> Iterator[tuple[Source, Requirement | ThemeWeight, int]]:
    """The cell of every weight in a workbook that is declared, with what stands there and what counts."""
    given = project.declared_weights(item.municipality)
    for row in item.requirements:
        if row.id in given.requirements:
            yield row.origin.cell("weight"), row, given.requirements[row.id]
    for theme in item.theme_weights:
        if theme.theme in given.themes:
            yield theme.origin.cell("weight"), theme, given.themes[theme.theme]


def _differences(project: Project, item: RequirementList) -> Iterator[Finding]:
    for cell, row, said in _declared(project, item):
        if row.weight is not None and row.weight != said:
            name = row.id if isinstance(row, Requirement) else row.theme
            yield finding(Code.WEIGHT_NOT_THAT, cell, name=name, weight=row.weight, said=said)


def _weighed(project: Project, item: RequirementList) -> RequirementList:
    rows = tuple(_row(project, row) for row in item.requirements)
    return replace(item, requirements=rows, theme_weights=_themes(project, item))


def _row(project: Project, row: Requirement) -> Requirement:
    given = project.declared_weights(row.municipality).requirements
    if row.id not in given:
        return row
    place = _place(project, row.municipality, "requirements", row.id)
    return replace(row, weight=given[row.id], origin=replace(row.origin, elsewhere={"weight": place}))


def _themes(project: Project, item: RequirementList) -> tuple[ThemeWeight, ...]:
    """The declared weights of themes, with the descriptions from the workbook; else the workbook's own."""
    given = project.declared_weights(item.municipality).themes
    written = {theme.theme: theme.description for theme in item.theme_weights}
    declared = tuple(
        ThemeWeight(code, weight, _origin(project, item.municipality, code), written.get(code, ""))
        for code, weight in given.items()
    )
    return declared if item.readable and given else item.theme_weights


def _origin(project: Project, slug: str, code: str) -> Origin:
    place = _place(project, slug, "themes", code)
    return Origin(place.file, place.sheet, 0, elsewhere={"weight": place, "theme": place})


def _place(project: Project, slug: str, part: str, name: str) -> Source:
    """Where in the project file a weight was declared: the table and the key."""
    own = slug in project.weights and name in getattr(project.weights[slug], part)
    return Source(project.source.file, f"weights.{slug if own else EVERYONE}.{part}", name)


def _for_nothing(project: Project, lists: Sequence[RequirementList]) -> Iterator[Finding]:
    """A weight for a requirement that no list has for which it holds; nothing to say while one is unread."""
    for name, given in project.weights.items():
        held = [item for item in lists if name in {EVERYONE, item.municipality}]
        known = {row.id for item in held for row in item.requirements}
        for id_ in given.requirements:
            if id_ not in known and all(item.readable for item in held):
                place = Source(project.source.file, f"weights.{name}.requirements", id_)
                yield finding(Code.WEIGHT_FOR_NOTHING, place, requirement=id_)
