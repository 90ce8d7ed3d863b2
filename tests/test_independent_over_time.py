"""Points on every date, per scenario, and by what is proved: a second time, straight from the cells."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from functools import cache

import pytest
from printed import dutch, percent, printed, signed
from recomputed import (
    added,
    answer,
    joint,
    outcome_with,
    part_of_theme,
    places,
    products,
    programme,
    score,
    slugs,
    themes,
    vendors,
    weight,
)
from test_independent_promises import MONTHS, _day, _factor
from test_independent_recomputation import ROOT, _rows, declared

pytestmark = pytest.mark.xdist_group("independent")
WORTH = Fraction(100)
LEVELS = ("geclaimd", "gedocumenteerd", "gedemonstreerd", "bevestigd")


@cache
def _promised(vendor: str) -> dict[str, date]:
    rows = {id_: answer(vendor, id_) for id_ in programme()}
    return {id_: _day(row["Beschikbaar per"]) for id_, row in rows.items() if row["Antwoord"] == "R"}


@cache
def _on(slug: str, vendor: str, day: date) -> Fraction:
    """The score when every promise for this day or before is kept."""
    kept = {id_: "kept" for id_, when in _promised(vendor).items() if when <= day}
    return outcome_with(slug, vendor, kept, {"kept": WORTH})[0]


def _days() -> list[date]:
    project = declared()["project"]
    promised = {when for vendor in vendors() for when in _promised(vendor).values()}
    return sorted({project["reference_date"], project["go_live"], *promised})


def _views() -> dict[str, Callable[[Callable[[str], Fraction]], Fraction]]:
    return {"stuurgroep": joint, "gemeente-diemen": lambda value: value("diemen")}


@pytest.mark.parametrize("report", ["stuurgroep", "gemeente-diemen"])
def test_the_current_system_beside_the_best_on_every_date(report: str) -> None:
    expected, before = [], None
    for day in _days():
        scores = {v: _views()[report](lambda slug, v=v, d=day: _on(slug, v, d)) for v in vendors()}
        own = scores.pop(declared()["vendors"]["incumbent"])
        best = max(scores.values())
        names = " en ".join(products()[v] for v in scores if scores[v] == best)
        if (own, names) != before:
            when = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
            expected.append([when, dutch(own), dutch(best), names, signed(own - best)])
        before = own, names
    assert printed(report).table("Rx.Enterprise naast de beste van de markt") == expected


@pytest.mark.parametrize("report", ["stuurgroep", "gemeente-diemen"])
def test_the_summary_tells_what_it_comes_to_at_the_start(report: str) -> None:
    """Jointly in both: it stands under the joint answer."""
    start, own = declared()["project"]["go_live"], declared()["vendors"]["incumbent"]
    scores = {v: joint(lambda slug, v=v: _on(slug, v, start)) for v in vendors()}
    then, best = scores.pop(own), max(scores.values())
    (name,) = (products()[vendor] for vendor in scores if scores[vendor] == best)
    said = f"van het contract {dutch(then)} punten en de beste van de markt, {name}, {dutch(best)}."
    assert said in printed(report).words


@pytest.mark.parametrize("report", ["stuurgroep", "gemeente-diemen"])
def test_every_step_of_every_line_with_what_falls_due(report: str) -> None:
    project = declared()["project"]
    named = {project["reference_date"]: "peildatum", project["go_live"]: "start contract"}
    shown = printed(report).table("Score over de tijd")
    expected = []
    for vendor, product in products().items():
        promised = _promised(vendor)
        for day in sorted({*named, *promised.values()}):
            score = _views()[report](lambda slug, v=vendor, d=day: _on(slug, v, d))
            due = {id_ for id_, when in promised.items() if when == day}
            when = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
            expected.append((product, when, dutch(score), {*due, *([named[day]] if day in named else [])}))
    assert len(shown) == len(expected)
    assert all((*row[:3], set(row[3].split(", "))) in expected for row in shown)


def _counted(slug: str, vendor: str, scenario: dict, how: str) -> dict[str, tuple]:
    """The themes of one carrier: as it is now, with promises weighed, or with those in time kept."""
    start = scenario.get("starts", {}).get(slug, declared()["project"]["go_live"])
    if how == "now" or scenario["kind"] == "niets doen":
        return outcome_with(slug, vendor, {}, {})[4]
    factor = {id_: _factor(answer(vendor, id_), declared()) for id_ in _promised(vendor)}
    if how == "start":
        since = declared()["project"]["reference_date"]
        factor = {id_: Fraction(since <= when <= start) for id_, when in _promised(vendor).items()}
    codes = {id_: f"R {id_}" for id_ in factor}
    return outcome_with(slug, vendor, codes, {codes[id_]: WORTH * part for id_, part in factor.items()})[4]


def _scenario(slug: str, scenario: dict, how: str) -> Fraction:
    found = dict(_counted(slug, scenario["vendor"], scenario, how))
    for theme, vendor in scenario.get("themes", {}).items():
        found[theme] = _counted(slug, vendor, scenario, how)[theme]
    return sum((weight * low for weight, low, _ in found.values()), Fraction(0))


def test_every_scenario_now_with_promises_and_at_the_start() -> None:
    shown = {row[0]: row[1:] for row in printed("stuurgroep").table("Elk scenario op dezelfde criteria")}
    names = {"now": "Punten nu", "weighed": "Met gewogen beloften", "start": "Bij de start, alles op tijd"}
    for place, scenario in enumerate(declared()["scenarios"]):
        for how, name in names.items():
            found = joint(lambda slug, s=scenario, h=how: _scenario(slug, s, h))
            assert shown[name][place] == dutch(found), (scenario["name"], how)
        below = {
            slug: max(score(slug, v) for v in vendors()) - _scenario(slug, scenario, "now")
            for slug in slugs()
        }
        assert shown["Grootste spijt nu"][place].split(" ")[0] == dutch(max(below.values()))


def _open(slug: str, vendor: str, scenario: dict, themes: set[str]) -> Fraction:
    """The weight in these themes of what is empty, and of what is promised unless nothing is waited for."""
    none = {None} if scenario["kind"] == "niets doen" else {None, "R"}
    asked = [own[slug] for id_, own in programme().items() if slug in own]
    return sum(
        (
            weight(slug, row["Thema"]) * (part_of_theme(slug, vendor, row) or 0)
            for row in asked
            if row["Thema"] in themes and answer(vendor, row["id"])["Antwoord"] in none
        ),
        Fraction(0),
    )


def test_what_is_still_open_in_every_scenario() -> None:
    shown = {row[0]: row[1:] for row in printed("stuurgroep").table("Elk scenario op dezelfde criteria")}
    for place, scenario in enumerate(declared()["scenarios"]):
        parts = {**dict.fromkeys(themes(), scenario["vendor"]), **scenario.get("themes", {})}
        found = joint(
            lambda slug, s=scenario, p=parts: sum(_open(slug, v, s, {theme}) for theme, v in p.items())
        )
        assert shown["Open deel van het gewicht"][place] == percent(found), scenario["name"]


@cache
def _level(vendor: str, requirement: str) -> str:
    """What all assessors who gave a level agree on at least; without any, what the vendor's evidence says."""
    files = sorted((ROOT / "vendors" / vendor / "assessments").glob("*.xlsx"))
    given = [level for file in files if (level := _levels(file).get(requirement))]
    proof = str(answer(vendor, requirement)["Bewijs/verwijzing"] or "").strip()
    return min(given, key=LEVELS.index, default="gedocumenteerd" if proof else "geclaimd")


@cache
def _levels(file: object) -> dict[str, str]:
    return {row["Eis-ID"]: row["Niveau"] for row in _rows(file, "Beoordeling")}


def _claims(vendor: str) -> dict[str, str]:
    rows = (id_ for id_ in programme() if answer(vendor, id_)["Antwoord"] in {"S", "C", "P"})
    return {id_: _level(vendor, id_) for id_ in rows}


def _without(vendor: str, doubted: list[str]) -> Fraction:
    return joint(lambda slug: outcome_with(slug, vendor, dict.fromkeys(doubted, "N"), {})[0])


def test_what_remains_when_only_proof_counts() -> None:
    counts = {row[0]: row[1:] for row in printed("stuurgroep").table("Ja-antwoorden naar bewijs")}
    table = printed("stuurgroep").table("Zo ver reiken de beloften, en zo ver het bewijs")
    shown = {row[0]: (row[1], *row[4:]) for row in table}
    for column, level in enumerate(LEVELS):
        least = LEVELS.index(level)
        doubted = {v: [i for i, at in _claims(v).items() if LEVELS.index(at) < least] for v in vendors()}
        scores = {vendor: _without(vendor, rows) for vendor, rows in doubted.items()}
        for vendor, place in places(scores).items():
            assert shown[products()[vendor]][column] == f"{dutch(scores[vendor])} ({place})"
            reached = sum(found == level for found in _claims(vendor).values())
            assert counts[products()[vendor]][column] == str(reached)


def test_how_many_knock_outs_are_still_to_be_shown() -> None:
    """Those of which any package claims more than was shown."""
    below = LEVELS.index(declared()["assessors"]["minimum_level"])
    hard = {i for i, own in programme().items() if any(row["Knock-out"] == "ja" for row in own.values())}
    open_ = {i for v in vendors() for i, level in _claims(v).items() if LEVELS.index(level) < below}
    assert (
        f"{len(hard & open_)} knock-outs moeten in de demo nog worden aangetoond"
        in printed("stuurgroep").words
    )


@pytest.mark.parametrize("vendor", sorted(vendors()))
def test_the_list_for_the_demonstration(vendor: str) -> None:
    """How many claims are still to prove, and what the score loses by each that is listed."""
    below = LEVELS.index(declared()["assessors"]["minimum_level"])
    open_ = [id_ for id_, level in _claims(vendor).items() if LEVELS.index(level) < below]
    lost = {id_: joint(lambda slug, i=id_: added(slug, vendor, i)) for id_ in open_}
    hard = [i for i in open_ if any(row["Knock-out"] == "ja" for row in programme()[i].values())]
    wanted = [id_ for id_ in open_ if id_ in hard or lost[id_]]
    shown = printed("stuurgroep").table(f"{products()[vendor]}: {len(wanted)} beweringen om na te gaan")
    assert [row[-1] for row in shown] == [dutch(lost[row[0]]) if lost[row[0]] else "–" for row in shown]
    first = sorted(wanted, key=lambda id_: (id_ not in hard, -lost[id_]))[: len(shown)]
    assert [lost[row[0]] for row in shown] == [lost[id_] for id_ in first]


def test_what_the_recorded_change_of_a_rule_did() -> None:
    """The whole outcome under the rule as it was: the points of a custom answer, before and now."""
    shown = {row[0]: row[1:] for row in printed("stuurgroep").table("Wat alle veranderingen samen doen")}
    (change,) = printed("stuurgroep").table("Vastgelegde wijzigingen")
    assert change[:3] == [
        "Punten voor antwoord M (points.answers.M)",
        "50",
        str(declared()["points"]["answers"]["M"]),
    ]
    was = {"M": Fraction(50)}

    def before(slug: str, vendor: str) -> Fraction:
        return outcome_with(slug, vendor, {}, was)[0]

    for place, slug in enumerate(slugs()):
        old, new = ({v: of(slug, v) for v in vendors()} for of in (before, score))
        for v in vendors():
            said = f"{dutch(old[v])} ({places(old)[v]}) → {dutch(new[v])} ({places(new)[v]})"
            assert shown[products()[v]][place] == said
