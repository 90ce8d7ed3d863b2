"""Every key of marktscan.toml with a wrong value: it ends as a project or as findings in Dutch."""

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from marktscan.domain.finding import Finding, Severity
from marktscan.domain.style import TOKENS
from marktscan.project_file import read_project
from marktscan.project_file.leaves import Each, Named, Node, Table
from marktscan.project_file.schema import SCHEMA
from marktscan.wording.findings import text_of

Where = tuple[str | int, ...]
DAY = date(2028, 7, 1)
GOOD: dict[str, Any] = {
    "project": {
        "title": "Proef",
        "question": "Wat past?",
        "status": "concept",
        "version": "1",
        "report_date": date(2026, 11, 23),
        "reference_date": date(2026, 11, 1),
        "go_live": DAY,
        "fictitious": True,
        "to_verify": ["project.go_live"],
    },
    "municipalities": [
        {
            "slug": "diemen",
            "name": "Diemen",
            "inhabitants": 33500,
            "assessors": ["diemen-1"],
            "colour": "#005f99",
            "logo": "diemen.svg",
        }
    ],
    "vendors": {"incumbent": "noord", "invited": ["noord", "oost"], "also": {"oost": ["Oosten"]}},
    "keys": {
        "gelijk": {"name": "Even zwaar", "weights": {"diemen": 1}},
        "inwoners": {"name": "Naar inwoners", "by": "inhabitants"},
    },
    "points": {
        "answers": {"S": 100, "C": 90, "P": 70, "M": 40, "R": 0, "N": 0},
        "marks": [{"mark": 10, "points": 100, "label": "goed"}],
    },
    "weights": {"diemen": {"themes": {"ARC": 10}, "requirements": {"ARC-01": 5}}},
    "rules": {
        "knock_outs_in_score": False,
        "reminder_sent": True,
        "coverage": 90,
        "granted_gap": 10,
        "standard_flag": 95,
        "brands": ["Outlook"],
    },
    "promises": {
        "half_life_months": 12,
        "delivered": 100,
        "public_words": ["http"],
        "credibility": {
            "contract": Decimal("0.9"),
            "public": Decimal("0.6"),
            "statement": Decimal("0.4"),
            "none": 0,
        },
    },
    "assessors": {"tolerance": 1, "minimum_level": "gedemonstreerd", "demo": 20, "same_text": 20},
    "simulation": {"draws": 1000, "seed": 1, "concentration": 80},
    "forms": {"round": 1, "contact": "Projectleider", "blind": False},
    "deadlines": {"requirements": DAY, "answers": DAY, "marks": DAY},
    "price_sheet": {
        "lines": [{"kind": "Licentie", "unit": "vast", "volume": "vast", "optional": True}],
        "volumes": {"vast": {"diemen": 1}},
    },
    "costs": {
        "years": 8,
        "indexation": Decimal("0.025"),
        "exit": ["Licentie"],
        "ceilings": {"samen": 11000},
        "under_ceiling": ["Licentie"],
        "internal": [
            {"kind": "Eigen uren", "vendors": ["oost"], "one_off": {"diemen": 5}, "yearly": {"diemen": 5}}
        ],
    },
    "tender": {
        "formula": "lineair",
        "quality": 70,
        "price": 30,
        "decimals": 0,
        "rounding": "naar boven",
        "tie_break": ["prijs"],
        "strict": False,
        "minimum_quality": 0,
        "minimum_themes": {"ARC": 60},
        "theme_decimals": 2,
        "quality_decimals": 0,
        "lowest": 300,
        "highest": 1200,
        "half_points_factor": 2,
        "value_per_point": 60,
    },
    "classification": {
        "questions": "openbaar",
        "weights": "intern",
        "remarks": "intern",
        "answers": "openbaar",
        "roadmap": "vertrouwelijk",
        "explanations": "vertrouwelijk",
        "prices": "vertrouwelijk",
        "marks": "intern",
        "smallest_group": 3,
    },
    "milestones": [{"when": "maart 2027", "what": "Besluit"}],
    "scenarios": [
        {
            "name": "Stukken",
            "kind": "componenten",
            "vendor": "noord",
            "risks": "Meer contracten.",
            "themes": {"ARC": "oost"},
            "starts": {"diemen": DAY},
        }
    ],
    "themes": [{"code": "ARC", "name": "Archivering"}],
    "style": {"owners": "De gemeente", "colours": dict.fromkeys(TOKENS, "#005f99")},
}
"""Every key that the file can have."""

WRONG = {
    "a word": "x\u202e\u0000",
    "nothing typed": " ",
    "a negative number": -1,
    "a fraction": Decimal("-1.5"),
    "a list": [],
    "a list with odd things": [-1, "x", [], {}],
    "an empty table": {},
    "a table with odd things": {"": {}, "x": -1},
    "a day": date(2100, 12, 31),
    "a moment": datetime(9999, 12, 31),
    "a yes": True,
}
NEVER = {
    "no number": Decimal("NaN"),
    "without end": Decimal("Infinity"),
    "below every number": Decimal("-Infinity"),
    "a number of a million digits": Decimal("1e999999"),
    "a number that nearly is none": Decimal("1e-999999"),
    "a day long ago": date(1999, 12, 31),
    "a day that nobody sees": date(2101, 1, 1),
    "a whole number of thirty digits": 10**30,
    "a whole number that Python does not write out": 16**4000,
}
"""What no key may hold."""


def in_toml(value: Any) -> str:
    """A value on one line."""
    match value:
        case bool():
            return str(value).lower()
        case dict():
            return "{" + ", ".join(f"{json.dumps(k)} = {in_toml(v)}" for k, v in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(in_toml, value)) + "]"
        case Decimal():
            return str(value).replace("Infinity", "inf").replace("NaN", "nan")
        case date():
            return value.isoformat()
    return json.dumps(value) if isinstance(value, str) else hex(value) if value > 0 else str(value)


def read(folder: Path, content: dict[str, Any]) -> tuple[bool, tuple[Finding, ...]]:
    """Whether there is a project, and what is told."""
    text = "\n".join(f"{key} = {in_toml(value)}" for key, value in content.items())
    (folder / "marktscan.toml").write_text(text, encoding="utf-8")
    project, findings = read_project(folder)
    return project is not None, findings


def every_place(value: Any, where: Where = ()) -> Iterator[Where]:
    if where:
        yield where
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, item in items:
        yield from every_place(item, (*where, name))


PLACES = tuple(every_place(GOOD))


def with_value(where: Where, value: Any) -> dict[str, Any]:
    content = deepcopy(GOOD)
    inner: Any = content
    for step in where[:-1]:
        inner = inner[step]
    inner[where[-1]] = value
    return content


def is_all_told(findings: tuple[Finding, ...]) -> bool:
    """Whether each says on which line it is and what to do, without a word of Python."""
    for item in findings:
        words = text_of(item)
        text = f"{words.title} {words.explanation} {words.action}"
        if not item.source.cell.startswith("regel ") or re.search(r"[{}]\w|Decimal|datetime|None", text):
            return False
    return True


def test_the_good_file_has_every_key(tmp_path: Path) -> None:
    assert read(tmp_path, GOOD) == (True, ())
    assert set(_names(SCHEMA)) <= {str(step) for where in PLACES for step in where}


def _names(node: Node) -> Iterator[str]:
    match node:
        case Table():
            yield from node.keys
            for item in node.keys.values():
                yield from _names(item)
        case Each() | Named():
            yield from _names(node.item)


@pytest.mark.parametrize("value", WRONG.values(), ids=WRONG)
def test_a_wrong_value_is_a_finding_or_harmless(tmp_path: Path, value: Any) -> None:
    for where in PLACES:
        usable, findings = read(tmp_path, with_value(where, value))
        errors = [item for item in findings if item.code.severity is Severity.ERROR]
        assert usable is not bool(errors), where
        assert is_all_told(findings), (where, findings)


@pytest.mark.parametrize("value", NEVER.values(), ids=NEVER)
def test_a_number_or_day_that_nobody_can_compute_with_is_a_finding(tmp_path: Path, value: Any) -> None:
    for where in PLACES:
        usable, findings = read(tmp_path, with_value(where, value))
        assert not usable, where
        assert is_all_told(findings), (where, findings)


def test_a_key_that_is_absent_is_a_finding_or_harmless(tmp_path: Path) -> None:
    for where in PLACES:
        content = with_value(where, None)
        inner: Any = content
        for step in where[:-1]:
            inner = inner[step]
        del inner[where[-1]]
        usable, findings = read(tmp_path, content)
        assert usable is not any(item.code.severity is Severity.ERROR for item in findings), where
        assert is_all_told(findings), (where, findings)
