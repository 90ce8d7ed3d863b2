"""What marktscan.toml declares, as rules: from the project to its parts and back, defaults written out."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from math import lcm
from typing import Any

from marktscan.domain.conventions import Credibility
from marktscan.domain.project import JointKey, Project

Content = dict[str, Any]
"""Nested tables, as in marktscan.toml."""


def declared(project: Project) -> Content:
    """Every declaration that can change an outcome or what is asked, in the tables of marktscan.toml.

    Where the file has a list of tables, here they go by their mark or kind, so that each keeps its name.
    """
    rules, sheet = project.rules, project.forms.price_sheet
    return {
        "project": {"reference_date": project.reference_date, "go_live": project.go_live},
        "municipalities": {m.slug: {"assessors": list(m.assessors)} for m in project.municipalities},
        "vendors": {"invited": list(project.invited)},
        "keys": {key.code: {"weights": _weights(key)} for key in project.keys},
        "points": {
            "answers": {code.value: points for code, points in rules.answer_points.items()},
            "marks": {str(mark): points for mark, points in rules.mark_points().items()},
        },
        "rules": {name: value for name, value in _plain(rules).items() if name not in _ELSEWHERE},
        "promises": _plain(project.promises),
        "assessors": _plain(project.assessing),
        "simulation": _plain(project.simulation),
        "forms": {"round": project.forms.round},
        "price_sheet": {"lines": _by_kind(sheet.lines), "volumes": _plain(sheet.volumes)},
        "costs": {**_plain(project.costs), "internal": _by_kind(project.costs.internal)},
        "tender": _plain(project.tender),
        "themes": [theme.code for theme in project.themes],
    }


_ELSEWHERE = frozenset({"answer_points", "marks"})


def with_declared(content: Content, rules: Content) -> Content:
    """A project file that says what `rules` say, and else what `content` says.

    Weights that it declares itself are left out: they are rules of the requirements they were laid upon.
    """
    own = {item["slug"]: item for item in content["municipalities"]}
    labels = {str(item["mark"]): item["label"] for item in content["points"]["marks"]}
    names = {item["code"]: item["name"] for item in content["themes"]}
    keys = content["keys"]
    others = {name: table for name, table in content.items() if name not in {"weights", "price_sheet"}}
    return {
        **others,
        **{name: rules[name] for name in ("assessors", "simulation", "tender")},
        "promises": {"public_words": [], **rules["promises"]},
        "project": {**content["project"], **rules["project"]},
        "municipalities": [
            {"slug": slug, "name": slug, **own.get(slug, {}), **item}
            for slug, item in rules["municipalities"].items()
        ],
        "vendors": {**content["vendors"], **rules["vendors"]},
        "keys": {
            code: {"name": keys.get(code, {}).get("name", code), **key} for code, key in rules["keys"].items()
        },
        "points": {
            "answers": rules["points"]["answers"],
            "marks": [
                {"mark": int(mark), "points": points, "label": labels.get(mark, mark)}
                for mark, points in rules["points"]["marks"].items()
            ],
        },
        "rules": {**_brands(content), **rules["rules"]},
        "forms": {**content.get("forms", {}), **rules["forms"]},
        **_price_sheet(rules.get("price_sheet")),
        "costs": _listed(rules["costs"], "internal"),
        "themes": [{"code": code, "name": names.get(code, code)} for code in rules["themes"]],
    }


def _brands(content: Content) -> Content:
    return {name: value for name, value in content["rules"].items() if name == "brands"}


def _price_sheet(table: Content | None) -> Content:
    """The sheet with its lines in a list; a project without one keeps without."""
    return {"price_sheet": _listed({"volumes": {}, **table}, "lines")} if table else {}


def _listed(table: Content, name: str) -> Content:
    """Tables by kind as a list again."""
    return {**table, name: list(table.get(name, {}).values())}


def _weights(key: JointKey) -> dict[str, int]:
    """The shares as the smallest whole numbers that give them."""
    unit = lcm(*(share.denominator for share in key.shares.values()))
    return {slug: int(share * unit) for slug, share in key.shares.items()}


def _by_kind(items: Iterable[Any]) -> Content:
    """Each by its kind of cost, a second one of the same kind with its number."""
    found: Content = {}
    for item in items:
        same = sum(other["kind"] == item.kind for other in found.values())
        found[f"{item.kind} ({same + 1})" if same else item.kind] = _plain(item)
    return found


def _plain(value: object) -> Any:  # noqa: ANN401 a table, a list or a value, as in the file
    """Dataclasses and enums as tables and texts; what was not declared and has no default is left out."""
    if is_dataclass(value):
        given = {field.name: getattr(value, field.name) for field in fields(value)}
        return {name: _plain(item) for name, item in given.items() if item is not None and item != ()}
    if isinstance(value, Mapping):
        return {_key(key): _plain(item) for key, item in value.items()}
    if isinstance(value, Enum):
        return value.value
    return list(map(_plain, value)) if isinstance(value, tuple) else value


def _key(key: object) -> str:
    """The name of a setting; how firm a promise is has its own word in marktscan.toml."""
    return key.name.lower() if isinstance(key, Credibility) else str(key)
