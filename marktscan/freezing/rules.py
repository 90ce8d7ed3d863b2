"""All rules of a scan by name: what marktscan.toml declares, every requirement, and what people decided."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from marktscan.domain.frozen import RulePath
from marktscan.domain.literals import literal, value_of
from marktscan.domain.programme import MergeDecision
from marktscan.domain.requirement import Requirement, RequirementList
from marktscan.domain.scan import Scan
from marktscan.freezing.declared import declared

THEMES, REQUIREMENTS, DECISIONS = "themas", "eisen", "samenvoeging"
"""The rules that stand in workbooks; all others stand in marktscan.toml."""
ROWS_OF = "rijen"
"""Which rows a decision is about: by municipality, the number of its row."""

Rules = dict[RulePath, str]
Tree = dict[str, Any]
Item = TypeVar("Item")


def rules_of(scan: Scan) -> Rules:
    """Every rule with its value. The list of a municipality that could not be read has none."""
    readable = [item for item in scan.lists if item.readable]
    tree = {
        **declared(scan.project),
        THEMES: {item.municipality: _themes(item) for item in readable},
        REQUIREMENTS: {item.municipality: _requirements(item) for item in readable},
        DECISIONS: {
            joint_id: _decision(item) for joint_id, item in firsts(scan.decisions, "joint_id").items()
        },
    }
    return {path: literal(value) for path, value in _leaves(tree)}


def tree_of(rules: Mapping[RulePath, str]) -> Tree:
    """The rules as nested tables of values; ValueError when one name is both a rule and a table."""
    tree: Tree = {}
    for path, text in rules.items():
        table = tree
        for name in path[:-1]:
            table = table.setdefault(name, {})
            if not isinstance(table, dict):
                raise ValueError("a rule is also a table")
        table[path[-1]] = value_of(text)
    return tree


def firsts(items: Iterable[Item], name: str) -> dict[str, Item]:
    """The items by one of their fields, in order; of two that share it the first, as in the score."""
    found: dict[str, Item] = {}
    for item in items:
        found.setdefault(getattr(item, name), item)
    return found


def _leaves(tree: Tree, path: RulePath = ()) -> Iterator[tuple[RulePath, Any]]:
    for name, value in tree.items():
        if isinstance(value, dict):
            yield from _leaves(value, (*path, name))
        else:
            yield (*path, name), value


def _themes(item: RequirementList) -> Tree:
    found = firsts(item.theme_weights, "theme")
    return {code: "" if row.weight is None else row.weight for code, row in found.items()}


def _requirements(item: RequirementList) -> Tree:
    return {id_: _requirement(row) for id_, row in firsts(item.requirements, "id").items()}


def _requirement(row: Requirement) -> Tree:
    return {
        "tekst": row.text,
        "thema": row.theme,
        "soort": row.kind.value,
        "prioriteit": row.priority.value if row.priority else "",
        "knock-out": row.knock_out,
        "gewicht": "" if row.weight is None else row.weight,
        "nvt": row.not_applicable_allowed,
    }


def _decision(item: MergeDecision) -> Tree:
    return {
        "besluit": item.decision.value if item.decision else "",
        "tekst": item.text,
        ROWS_OF: dict(item.ids),
    }
