"""The scan as it would be under other rules: the same answers, read and judged by those."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from marktscan.domain.programme import Decision, MergeDecision
from marktscan.domain.project import Project
from marktscan.domain.requirement import Kind, Priority, Requirement, RequirementList, ThemeWeight
from marktscan.domain.scan import Scan, Submission
from marktscan.domain.source import Origin
from marktscan.freezing.declared import with_declared
from marktscan.freezing.rules import DECISIONS, REQUIREMENTS, ROWS_OF, THEMES, Tree, firsts, tree_of
from marktscan.merging import merge, on_this_round
from marktscan.project_file import project_of
from marktscan.project_file.declarations import Declarations

DECISION_FILE = "requirements/samenvoeging.xlsx"
Kept = TypeVar("Kept")
NOT_USABLE = (LookupError, ValueError, TypeError, AttributeError, ArithmeticError)
"""What goes wrong with rules that no program wrote."""


@dataclass(frozen=True, slots=True)
class AsRead:
    """What other rules are laid upon: the scan, the project file as it stands, and the submissions as they
    were read, before they were compared with what is asked."""

    scan: Scan
    declarations: Declarations
    submissions: tuple[Submission, ...]


def scan_under(rules: Mapping[tuple[str, ...], str], read: AsRead) -> Scan | None:
    """The same answers under these rules; None when the rules do not make a project that can be used."""
    try:
        return _restored(tree_of(rules), read)
    except NOT_USABLE:
        return None


def _restored(tree: Tree, read: AsRead) -> Scan | None:
    project = project_of(with_declared(read.declarations.content, tree))
    if project is None:
        return None
    lists = tuple(_list(item, tree) for item in _all_lists(project, read.scan.lists))
    decisions = tuple(_decisions(tree.get(DECISIONS, {}), read.scan.decisions))
    programme, _ = merge(project, lists, decisions)
    submissions, _ = on_this_round(programme, read.submissions, project.forms.round)
    return replace(
        read.scan,
        project=project,
        lists=lists,
        decisions=decisions,
        programme=programme,
        submissions=submissions,
    )


def _all_lists(project: Project, lists: Sequence[RequirementList]) -> Iterator[RequirementList]:
    """The list of every municipality of the project; of one that is not there today as yet empty."""
    own = {item.municipality: item for item in lists}
    for municipality in project.municipalities:
        slug = municipality.slug
        yield own.get(slug) or RequirementList(slug, f"requirements/{slug}.xlsx", readable=True)


def _list(item: RequirementList, tree: Tree) -> RequirementList:
    """The list as the rules have it; one that could not be read stays as it is."""
    slug = item.municipality
    if not item.readable:
        return item
    rows, weights = firsts(item.requirements, "id"), firsts(item.theme_weights, "theme")
    return replace(
        item,
        requirements=tuple(
            _requirement(item, id_, fields, rows.get(id_))
            for id_, fields in tree.get(REQUIREMENTS, {}).get(slug, {}).items()
        ),
        theme_weights=tuple(
            _theme_weight(item, code, weight, weights.get(code))
            for code, weight in tree.get(THEMES, {}).get(slug, {}).items()
        ),
    )


def _requirement(item: RequirementList, id_: str, fields: Tree, today: Requirement | None) -> Requirement:
    row = today or Requirement(
        item.municipality, id_, "", "", Kind.DEMAND, None, None, False, None, Origin(item.file, "Eisen", 1)
    )
    return replace(
        row,
        text=_of(str, fields["tekst"]),
        theme=_of(str, fields["thema"]),
        kind=Kind(fields["soort"]),
        priority=Priority(fields["prioriteit"]) if fields["prioriteit"] else None,
        knock_out=_of(bool, fields["knock-out"]),
        weight=_weight(fields["gewicht"]),
        not_applicable_allowed=_of(bool, fields["nvt"]),
    )


def _theme_weight(item: RequirementList, code: str, weight: object, today: ThemeWeight | None) -> ThemeWeight:
    row = today or ThemeWeight(code, None, Origin(item.file, "Thema's", 1))
    return replace(row, weight=_weight(weight))


def _weight(value: object) -> int | None:
    """A whole number, or nothing for a cell that could not be read."""
    return None if value == "" else _of(int, value)


def _of(kind: type[Kept], value: object) -> Kept:
    if not isinstance(value, kind) or type(value) is not kind:
        raise TypeError(f"{kind.__name__} expected")
    return value


def _decisions(tree: Tree, today: Iterable[MergeDecision]) -> Iterator[MergeDecision]:
    rows = firsts(today, "joint_id")
    for joint_id, fields in tree.items():
        row = rows.get(joint_id) or MergeDecision(
            joint_id, {}, "", None, "", "", "", Origin(DECISION_FILE, "Besluiten", 1)
        )
        ids = {slug: str(own) for slug, own in fields.get(ROWS_OF, {}).items()}
        decision = Decision(fields["besluit"]) if fields["besluit"] else None
        yield replace(row, ids=ids, decision=decision, text=str(fields["tekst"]))
