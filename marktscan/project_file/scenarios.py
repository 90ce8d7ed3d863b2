"""[[scenarios]]: the ways forward that people want to see beside each other."""

from collections.abc import Iterator, Mapping
from typing import Any

from marktscan.domain.finding import Code
from marktscan.domain.scenario import Scenario, ScenarioKind
from marktscan.project_file.problems import Problem, problem, unknown_key

_OWN = frozenset({ScenarioKind.NOTHING, ScenarioKind.DEVELOP})


def scenario(given: Mapping[str, Any]) -> Scenario:
    """One declared scenario."""
    return Scenario(
        name=given["name"],
        kind=ScenarioKind(given["kind"]),
        vendor=given["vendor"],
        risks=given["risks"],
        themes=given.get("themes", {}),
        starts=given.get("starts", {}),
    )


def scenarios_name_what_there_is(content: dict[str, Any]) -> Iterator[Problem]:
    """A scenario names what this project has, and each has its own name."""
    known = {
        "themes": tuple(theme["code"] for theme in content["themes"]),
        "starts": tuple(m["slug"] for m in content["municipalities"]),
    }
    invited = tuple(content["vendors"]["invited"])
    names: set[str] = set()
    for index, item in enumerate(content.get("scenarios", ())):
        path = ("scenarios", index)
        if item["name"] in names:
            yield problem(Code.PROJECT_DOUBLE, (*path, "name"), value=item["name"])
        names.add(item["name"])
        for field, allowed in known.items():
            unknown = (name for name in item.get(field, {}) if name not in allowed)
            yield from (unknown_key((*path, field, name), allowed) for name in unknown)
        carriers = (("vendor", item["vendor"]), *item.get("themes", {}).items())
        unknown = ((field, name) for field, name in carriers if name not in invited)
        yield from (unknown_key((*path, field, name), invited) for field, name in unknown)


def scenarios_fit_their_kind(content: dict[str, Any]) -> Iterator[Problem]:
    """Doing nothing and developing keep the current system, replacing takes another one whole."""
    current = content["vendors"]["incumbent"]
    for index, item in enumerate(content.get("scenarios", ())):
        kind = ScenarioKind(item["kind"])
        path = ("scenarios", index, "vendor")
        if kind in _OWN and item["vendor"] != current:
            expected = f"het huidige systeem: {current}"
            yield problem(Code.PROJECT_WRONG_TYPE, path, value=item["vendor"], expected=expected)
        if kind in {ScenarioKind.TOGETHER, ScenarioKind.PHASED} and item["vendor"] == current:
            yield problem(Code.PROJECT_WRONG_TYPE, path, value=current, expected="een ander pakket")
        if kind is not ScenarioKind.COMPONENTS and item.get("themes"):
            path = ("scenarios", index, "themes")
            expected = f"niets: alleen een scenario ‘{ScenarioKind.COMPONENTS}’ verdeelt thema’s"
            yield problem(Code.PROJECT_WRONG_TYPE, path, value="{…}", expected=expected)
