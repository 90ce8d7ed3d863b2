"""What several second computations need of the example, read from the cells with openpyxl alone."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import cache
from typing import Any

from test_independent_recomputation import (
    ROOT,
    _joint_ids,
    _list,
    _outcome,
    _rows,
    _value,
    _vendor,
    again,
    declared,
)

Row = dict[str, Any]


@cache
def slugs() -> tuple[str, ...]:
    return tuple(sorted(m["slug"] for m in declared()["municipalities"]))


@cache
def vendors() -> dict[str, dict]:
    """By folder the answers, marks and consensus."""
    return {f.name: _vendor(f) for f in sorted((ROOT / "vendors").iterdir()) if f.is_dir()}


@cache
def products() -> dict[str, str]:
    """By folder what the report calls the product: its name without what stands between brackets."""
    names = {
        v: {r["Gegeven"]: r["Waarde"] for r in _rows(ROOT / f"vendors/{v}/answers.xlsx", "Leverancier")}
        for v in vendors()
    }
    return {v: found["Naam product"].split(" (")[0] for v, found in names.items()}


@cache
def lists() -> dict[str, tuple[dict[str, int], list[Row]]]:
    """By municipality the weights of its themes and its rows, each with its joint id."""
    return {slug: _list(slug, _joint_ids(list(slugs()))) for slug in slugs()}


@cache
def programme() -> dict[str, dict[str, Row]]:
    """By joint id and municipality the row."""
    found: dict[str, dict[str, Row]] = {}
    for slug, (_, rows) in lists().items():
        for row in rows:
            found.setdefault(row["id"], {})[slug] = row
    return found


@cache
def decisions() -> dict[str, Row]:
    """What people decided, by joint id."""
    rows = _rows(ROOT / "requirements/samenvoeging.xlsx", "Besluiten")
    return {row["Gezamenlijk ID"]: row for row in rows}


def keys() -> dict[str, dict[str, Fraction]]:
    """The share of every municipality under every key."""
    people = {m["slug"]: m["inhabitants"] for m in declared()["municipalities"]}
    given = {code: key.get("weights") or people for code, key in declared()["keys"].items()}
    return {
        code: {slug: Fraction(part, sum(parts.values())) for slug, part in parts.items()}
        for code, parts in given.items()
    }


def themes() -> dict[str, str]:
    """The names of the themes by code, in the order of the project file."""
    return {theme["code"]: theme["name"] for theme in declared()["themes"]}


def score(slug: str, vendor: str) -> Fraction:
    return again()[slug, vendor][0]


def weight(slug: str, theme: str) -> Fraction:
    return again()[slug, next(iter(vendors()))][4][theme][0]


def points(slug: str, vendor: str, theme: str) -> Fraction:
    return again()[slug, vendor][4][theme][1]


def joint(value: Callable[[str], Fraction], key: str = "gelijk") -> Fraction:
    """Σ share × value over the municipalities."""
    return sum((share * value(slug) for slug, share in keys()[key].items()), Fraction(0))


def joint_points(vendor: str, theme: str, key: str = "gelijk") -> Fraction:
    """Points on a theme, weighed by what it counts for in each municipality."""
    whole = joint(lambda slug: weight(slug, theme), key)
    return joint(lambda slug: weight(slug, theme) * points(slug, vendor, theme), key) / whole


def places(scores: Mapping[str, Fraction]) -> dict[str, int]:
    return {vendor: 1 + sum(other > own for other in scores.values()) for vendor, own in scores.items()}


def answer(vendor: str, requirement: str) -> Row:
    """The row of the questionnaire; an empty one when it was left out."""
    return vendors()[vendor]["answers"].get(requirement, {"Antwoord": None})


def part_of_theme(slug: str, vendor: str, row: Row) -> Fraction | None:
    """The part of its theme that a row decides for this package; None where it decides nothing."""
    rules, own = declared(), vendors()[vendor]
    counted = [
        other
        for other in lists()[slug][1]
        if other["Thema"] == row["Thema"] and other["Knock-out"] != "ja" and other["Prioriteit"] != "Won't"
    ]
    whole = sum(other["Gewicht"] for other in counted if _value(other, own, rules) is not None)
    return Fraction(row["Gewicht"], whole) if row in counted and _value(row, own, rules) else None


def added(slug: str, vendor: str, requirement: str) -> Fraction:
    """The points that one answer adds to the score; nothing where it is not asked or does not count."""
    row = programme()[requirement].get(slug)
    part = part_of_theme(slug, vendor, row) if row else None
    found = _value(row, vendors()[vendor], declared()) if row and part else None
    return weight(slug, row["Thema"]) * part * found[0] if row and part and found else Fraction(0)


def outcome_with(slug: str, vendor: str, changed: Mapping[str, str], extra: Mapping[str, Fraction]) -> tuple:
    """The outcome when these answers have another code; codes in `extra` are worth that many points.

    A wish that gets such a code counts by its points, not by marks.
    """
    settings = declared()
    answers = dict(vendors()[vendor]["answers"])
    answers |= {id_: {**answers[id_], "Antwoord": code} for id_, code in changed.items()}
    weights, rows = lists()[slug]
    own = [{**row, "Soort": "eis"} if changed.get(row["id"]) in extra else row for row in rows]
    points_now = {**settings["points"]["answers"], **extra}
    rules = {**settings, "points": {**settings["points"], "answers": points_now}}
    return _outcome(weights, own, {**vendors()[vendor], "answers": answers}, rules)
