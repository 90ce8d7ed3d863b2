"""Promises of the whole example, weighed and delivered, computed a second time straight from the cells."""

import calendar
import re
from datetime import date, datetime
from fractions import Fraction

import pytest
from test_independent_recomputation import ROOT, _joint_ids, _list, _outcome, _vendor, outcome, settings

from marktscan import pipeline

__all__ = ["outcome", "settings"]
pytestmark = pytest.mark.xdist_group("independent")
MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


@pytest.mark.parametrize("counted", ["weighed", "delivered"])
def test_every_score_with_promises_agrees_exactly(
    counted: str, outcome: pipeline.Outcome, settings: dict
) -> None:
    rankings = getattr(outcome.background.outlook, counted)
    slugs = sorted(municipality["slug"] for municipality in settings["municipalities"])
    joint_ids = _joint_ids(slugs)
    for folder in sorted(path for path in (ROOT / "vendors").iterdir() if path.is_dir()):
        vendor = _vendor(folder)
        own = {
            slug: _with_promises(*_list(slug, joint_ids), vendor, settings, counted == "weighed")
            for slug in slugs
        }
        found = {slug: ranking.of(folder.name).low for slug, ranking in rankings.municipalities.items()}
        assert found == own
        joint = {code: ranking.of(folder.name).low for code, ranking in rankings.joint.items()}
        assert joint == {code: _joint(key, own, settings) for code, key in settings["keys"].items()}


def _joint(key: dict, own: dict[str, Fraction], settings: dict) -> Fraction:
    weights = key.get("weights") or {m["slug"]: m["inhabitants"] for m in settings["municipalities"]}
    return sum(weight * own[slug] for slug, weight in weights.items()) / sum(weights.values())


def _with_promises(weights: dict, rows: list[dict], vendor: dict, settings: dict, weighed: bool) -> Fraction:
    """The low score when each promise is an answer with a code and points of its own."""
    points, answers = dict(settings["points"]["answers"]), dict(vendor["answers"])
    promised = {id_ for id_, answer in answers.items() if answer["Antwoord"] == "R"}
    for id_ in promised:
        factor = _factor(answers[id_], settings) if weighed else Fraction(1)
        points[f"R {id_}"] = settings["promises"]["delivered"] * factor
        answers[id_] = {**answers[id_], "Antwoord": f"R {id_}"}
    own = [{**row, "Soort": "eis"} if row["id"] in promised else row for row in rows]
    changed = {**settings, "points": {**settings["points"], "answers": points}}
    return _outcome(weights, own, {**vendor, "answers": answers}, changed)[0]


def _factor(answer: dict, settings: dict) -> Fraction:
    """Credibility × half-life, with floats rounded to six decimals where the program has exact numbers."""
    rules, project = settings["promises"], settings["project"]
    day = _day(answer["Beschikbaar per"])
    if not project["reference_date"] <= day <= project["go_live"]:
        return Fraction(0)
    proof = str(answer["Bewijs/verwijzing"] or "").lower()
    kind = "public" if any(word in proof for word in rules["public_words"]) else "statement"
    if answer["Contractueel toegezegd"] == "ja":
        kind = "contract"
    start = project["reference_date"]
    months = 12 * (day.year - start.year) + day.month - start.month + (day.day > start.day)
    half = round(2 ** (-months / rules["half_life_months"]), 6)
    return Fraction(str(rules["credibility"][kind])) * Fraction(str(half))


def _day(cell: object) -> date:
    """A date cell, or the last day of what was written: "Q3 2027", "juni 2027", "2027", "30-9-2027"."""
    if isinstance(cell, datetime):
        return cell.date()
    words = str(cell)
    if numbers := re.fullmatch(r"(\d+)-(\d+)-(\d{4})", words):
        day, month, year = map(int, numbers.groups())
        return date(year, month, day)
    period, year = words.split() if " " in words else ("december", words)
    month = 3 * int(period[1]) if period.startswith("Q") else MONTHS.index(period) + 1
    return date(int(year), month, calendar.monthrange(int(year), month)[1])
