"""Read marktscan.toml: the project, or everything that keeps it from being used."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from marktscan.domain.answer import AnswerCode
from marktscan.domain.finding import Code, Finding, Severity, finding
from marktscan.domain.project import (
    Deadlines,
    Forms,
    JointKey,
    MarkLevel,
    Milestone,
    Municipality,
    PriceKind,
    PriceSheet,
    Project,
    Rules,
    Theme,
    Weights,
)
from marktscan.domain.source import Source
from marktscan.domain.style import Declared
from marktscan.project_file.conventions import (
    assessor_rules,
    classification_rules,
    cost_rules,
    promise_rules,
    simulation_rules,
    tender_rules,
)
from marktscan.project_file.lines import line_numbers, line_of
from marktscan.project_file.look import Places, own_look, style
from marktscan.project_file.problems import Problem, compare
from marktscan.project_file.rules import RULES, Content
from marktscan.project_file.scenarios import scenario
from marktscan.project_file.schema import SCHEMA

PROJECT_FILE = "marktscan.toml"
_SYNTAX_PLACE = re.compile(r"at line (\d+), column (\d+)")
_ENDLESS = re.compile(r"[\d_]{4000,}")
"""A number that Python does not read, and of which it does not say where it stands."""


def project_of(content: Content) -> Project | None:
    """The project these tables declare; None when something in them is wrong."""
    errors = (item for item in _problems(content) if item.code.severity is Severity.ERROR)
    return None if any(errors) else _project(content, _places(""))


def read_project(root: Path) -> tuple[Project | None, tuple[Finding, ...]]:
    """The project in `root`; None when its file is missing or holds an error, the findings say which."""
    source = Source(PROJECT_FILE)
    try:
        text = (root / PROJECT_FILE).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return None, (finding(Code.FILE_MISSING, source),)
    except (OSError, UnicodeDecodeError):
        return None, (finding(Code.PROJECT_UNREADABLE, source),)
    try:
        content = tomllib.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError) as error:  # a mistake in the file, or a number of thousands of digits
        return None, (_syntax_finding(text, str(error)),)
    found = _judge(content, text)
    usable = all(item.code.severity is not Severity.ERROR for item in found)
    return _project(content, _places(text)) if usable else None, found


def _syntax_finding(text: str, message: str) -> Finding:
    place, endless = _SYNTAX_PLACE.search(message), _ENDLESS.search(text)
    read = text[: endless.end()] if endless else text
    line = int(place[1]) if place else max(1, len(read.splitlines()))
    return finding(Code.PROJECT_SYNTAX, _line_source(line), line=line)


def _judge(content: Content, text: str) -> tuple[Finding, ...]:
    lines = line_numbers(text)
    return tuple(
        finding(item.code, _line_source(line_of(lines, item.path)), **dict(item.facts))
        for item in sorted(_problems(content), key=lambda item: (line_of(lines, item.path), item.facts))
    )


def _problems(content: Content) -> Iterator[Problem]:
    problems = tuple(compare(content, SCHEMA))
    yield from problems
    wrong = {str(item.path[0]) for item in problems}
    for rule, parts in RULES:
        if not parts & wrong:
            yield from rule(content)


def _places(text: str) -> Places:
    lines = line_numbers(text)
    return lambda path: _line_source(line_of(lines, path))


def _line_source(line: int) -> Source:
    return Source(PROJECT_FILE, cell=f"regel {line}")


def _project(content: Content, places: Places) -> Project:
    project, vendors = content["project"], content["vendors"]
    municipalities = tuple(
        _municipality(item, own_look(item, place, places))
        for place, item in enumerate(content["municipalities"])
    )
    return Project(
        title=project["title"],
        question=project["question"],
        status=project["status"],
        version=project["version"],
        report_date=project["report_date"],
        reference_date=project["reference_date"],
        go_live=project["go_live"],
        fictitious=project["fictitious"],
        to_verify=tuple(project.get("to_verify", ())),
        municipalities=municipalities,
        themes=tuple(Theme(**theme) for theme in content["themes"]),
        keys=tuple(_joint_key(code, key, municipalities) for code, key in content["keys"].items()),
        incumbent=vendors["incumbent"],
        invited=tuple(vendors["invited"]),
        brands=tuple(content["rules"].get("brands", ())),
        rules=_rules(content["rules"], content["points"]),
        style=style(content.get("style", {}), places),
        milestones=tuple(Milestone(**item) for item in content.get("milestones", ())),
        source=Source(PROJECT_FILE),
        forms=_forms(content),
        promises=promise_rules(content.get("promises")),
        assessing=assessor_rules(content.get("assessors")),
        simulation=simulation_rules(content.get("simulation")),
        costs=cost_rules(content.get("costs", {})),
        tender=tender_rules(content.get("tender", {})),
        weights={name: Weights(**given) for name, given in content.get("weights", {}).items()},
        classification=classification_rules(content.get("classification", {})),
        scenarios=tuple(map(scenario, content.get("scenarios", ()))),
    )


def _forms(content: Content) -> Forms:
    prices = content.get("price_sheet", {})
    return Forms(
        **content.get("forms", {}),
        also={slug: tuple(names) for slug, names in content["vendors"].get("also", {}).items()},
        deadlines=Deadlines(**content.get("deadlines", {})),
        price_sheet=PriceSheet(
            tuple(PriceKind(**line) for line in prices.get("lines", ())), prices.get("volumes", {})
        ),
    )


def _municipality(item: Mapping[str, Any], look: Mapping[str, Declared]) -> Municipality:
    assessors = tuple(item.get("assessors", ()))
    return Municipality(item["slug"], item["name"], item.get("inhabitants"), assessors, **look)


def _joint_key(code: str, key: Mapping[str, Any], municipalities: tuple[Municipality, ...]) -> JointKey:
    given = key.get("weights") or {m.slug: m.inhabitants for m in municipalities}
    weights = {m.slug: Fraction(given[m.slug]) for m in municipalities}
    total = sum(weights.values())
    return JointKey(code, key["name"], {slug: weight / total for slug, weight in weights.items()})


def _rules(rules: Mapping[str, Any], points: Mapping[str, Any]) -> Rules:
    return Rules(
        answer_points={AnswerCode(code): value for code, value in points["answers"].items()},
        marks=tuple(MarkLevel(**level) for level in points["marks"]),
        knock_outs_in_score=rules["knock_outs_in_score"],
        reminder_sent=rules["reminder_sent"],
        coverage=rules["coverage"],
        granted_gap=rules["granted_gap"],
        standard_flag=rules["standard_flag"],
    )
