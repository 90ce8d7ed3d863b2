"""Promises weighed, delivered and over time: an example to redo by hand, and properties."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from scoring.drawn import scans
from scoring.scans import asked, scan, submission

from marktscan.domain.answer import Answer, AnswerCode
from marktscan.domain.conventions import Credibility, PromiseRules
from marktscan.domain.outlook import Outlook, Standing
from marktscan.domain.programme import JointRequirement, Programme
from marktscan.domain.requirement import Kind
from marktscan.domain.results import KnockOutState
from marktscan.domain.scan import Scan
from marktscan.domain.source import Origin
from marktscan.scoring import rankings_of, score_scan
from marktscan.scoring.formulas import halving, months_begun
from marktscan.scoring.outlook import outlook
from marktscan.scoring.promises import credibility_of, factor_of

AALSMEER = asked(
    "aalsmeer", "ARC 60, ZTC 40", "ARC-01 eis 3", "ARC-02 eis 1", "ZTC-01 eis 1", "ZTC-02 eis 1 KO"
)
NOORD = submission("noord", "ARC-01 R 2027-10-31 ja, ARC-02 S, ZTC-01 R, ZTC-02 R 2027-04-30 ja")
OOST = submission("oost", "ARC-01 M, ARC-02 S, ZTC-01 R 2028-12-31 nee, ZTC-02 S")


def _scan(*submissions: object, incumbent: str = "noord") -> Scan:
    made = scan([AALSMEER], submissions or [NOORD, OOST])  # type: ignore[arg-type]
    return replace(made, project=replace(made.project, incumbent=incumbent))


def _outlook(of: Scan) -> Outlook:
    return outlook(of, score_scan(of)[0])


def test_three_results_side_by_side():
    """
    Peildatum 1-11-2026, start 1-7-2028. Noord belooft ARC-01 in het contract: 12 begonnen maanden, dus
    p = 0,9 × 0,5 = 0,45. ZTC-01 heeft geen datum. Oost belooft ZTC-01 pas na de start.

    | | nu | gewogen | geleverd |
    |---|---|---|---|
    | Noord ARC (60) | (3×0 + 100) ÷ 4 = 25 | (3×45 + 100) ÷ 4 = 58,75 | 100 |
    | Noord ZTC (40) | 0 | 0 | 100 |
    | **Noord** | **15** | **35,25** | **100** |
    | Oost ARC (60) | (3×40 + 100) ÷ 4 = 55 | 55 | 55 |
    | **Oost** | **33** | **33** | 33 + 40 = **73** |
    """
    found = _outlook(_scan())
    weighed = found.weighed.municipalities["aalsmeer"]
    delivered = found.delivered.joint["gelijk"]
    assert [(e.vendor, e.rank, e.low, e.high) for e in weighed.entries] == [
        ("noord", 1, Fraction("35.25"), Fraction("35.25")),
        ("oost", 2, 33, 33),
    ]
    assert weighed.of("noord").themes[0].low == Fraction("58.75")
    assert [(entry.vendor, entry.low) for entry in delivered.entries] == [("noord", 100), ("oost", 73)]


def test_every_promise_says_whether_and_why_it_counts():
    told = [
        (p.vendor, p.requirement, p.credibility, p.standing, p.factor) for p in _outlook(_scan()).promises
    ]
    assert told == [
        ("noord", "ARC-01", Credibility.CONTRACT, Standing.WEIGHED, Fraction("0.45")),
        ("noord", "ZTC-01", Credibility.NONE, Standing.UNDATED, 0),
        ("noord", "ZTC-02", Credibility.CONTRACT, Standing.WEIGHED, Fraction("0.9") * Fraction("0.707107")),
        ("oost", "ZTC-01", Credibility.STATEMENT, Standing.LATE, 0),
    ]


def test_the_curve_names_the_dates_behind_each_step():
    found = _outlook(_scan())
    curve = found.curve("aalsmeer", "noord")
    assert curve is not None
    assert [(step.available, step.score, step.requirements) for step in curve.steps] == [
        (date(2027, 4, 30), 15, ("ZTC-02",)),
        (date(2027, 10, 31), 60, ("ARC-01",)),
    ]
    assert [curve.at(day) for day in (date(2026, 11, 1), date(2027, 10, 30), date(2027, 10, 31))] == [
        15,
        15,
        60,
    ]
    assert found.curve("aalsmeer", "west") is None


def test_the_current_system_beside_the_market_on_every_date():
    found = _outlook(_scan())
    own = [c for c in found.comparisons if c.ranking == "aalsmeer"]
    assert [(c.day.isoformat(), c.incumbent, c.best, c.lead, c.market) for c in own] == [
        ("2026-11-01", 15, 33, -18, ("oost",)),
        ("2027-04-30", 15, 33, -18, ("oost",)),
        ("2027-10-31", 60, 33, 27, ("oost",)),
        ("2028-07-01", 60, 33, 27, ("oost",)),
        ("2028-12-31", 60, 73, -13, ("oost",)),
    ]


def test_the_release_that_carries_most_and_the_knock_outs_that_hang_on_a_promise():
    noord = submission("noord", "ARC-01 R 2027-04-30, ARC-02 R 2027-04-30, ZTC-01 R 2027-01-31, ZTC-02 R")
    found = _outlook(_scan(noord))
    release = found.greatest_release("noord")
    assert release is not None
    assert (release.available, release.requirements) == (date(2027, 4, 30), ("ARC-01", "ARC-02"))
    assert release.gains == {"aalsmeer": 60, "key:gelijk": 60}
    assert found.greatest_release("oost") is None
    [hard] = found.knock_outs
    assert (hard.available, hard.knock_out.state) == (None, KnockOutState.FAILED)
    [conditional, *_] = _outlook(_scan()).knock_outs
    assert (conditional.available, conditional.knock_out.state) == (
        date(2027, 4, 30),
        KnockOutState.CONDITIONAL,
    )


@pytest.mark.parametrize(
    ("vendors", "comparisons"),
    [([NOORD], 0), ([OOST], 0), ([], 0), ([replace(NOORD, readable=False), OOST], 0), ([NOORD, OOST], 10)],
)
def test_without_anyone_to_compare_there_is_no_comparison(vendors: list, comparisons: int):
    of = scan([AALSMEER], vendors)
    found = _outlook(replace(of, project=replace(of.project, incumbent="noord")))
    assert len(found.comparisons) == comparisons


def _answer(available: date | None, committed: bool | None = None, evidence: str = "") -> Answer:
    place = Origin("vendors/noord/answers.xlsx", "Vragen", 2)
    return Answer("A", AnswerCode.ROADMAP, place, available=available, committed=committed, evidence=evidence)


@pytest.mark.parametrize(
    ("available", "committed", "evidence", "expected"),
    [
        (date(2026, 11, 1), True, "", Fraction("0.9")),
        (date(2027, 11, 1), True, "", Fraction("0.45")),
        (date(2027, 11, 1), None, "Openbare planning, punt 4", Fraction("0.3")),
        (date(2027, 11, 1), False, "https://voorbeeld.nl/planning", Fraction("0.3")),
        (date(2027, 11, 1), False, "Productplan", Fraction("0.2")),
        (date(2028, 7, 1), False, "", Fraction("0.4") * Fraction("0.314980")),
        (date(2028, 7, 2), True, "", 0),
        (date(2026, 10, 31), True, "", 0),
        (None, True, "", 0),
    ],
)
def test_what_a_promise_weighs(available, committed, evidence, expected):
    assert factor_of(_answer(available, committed, evidence), _scan().project) == expected


def test_a_project_may_weigh_promises_otherwise():
    rules = PromiseRules(
        {**PromiseRules().credibility, Credibility.NONE: Fraction(1, 10)},  # type: ignore[dict-item]
        half_life_months=6,
        public_words=("planbord",),
    )
    project = replace(_scan().project, promises=rules)
    assert factor_of(_answer(None), project) == Fraction(1, 10)
    assert factor_of(_answer(date(2027, 10, 31), True), project) == Fraction("0.225")
    assert credibility_of(_answer(date(2027, 5, 1), None, "Planbord 3"), rules) is Credibility.PUBLIC


@pytest.mark.parametrize(
    ("end", "months"),
    [("2026-11-01", 0), ("2026-11-02", 1), ("2026-12-01", 1), ("2026-12-02", 2), ("2027-11-01", 12)],
)
def test_every_month_begun_counts(end, months):
    assert months_begun(date(2026, 11, 1), date.fromisoformat(end)) == months


def test_halving_has_six_decimals_half_up():
    assert [halving(months, 12) for months in (0, 12, 24)] == [1, Fraction(1, 2), Fraction(1, 4)]
    assert halving(1, 12) == Fraction("0.943874")
    assert halving(84, 12) == Fraction("0.007813")


def _only_demands(of: Scan) -> Scan:
    """The same scan in which every municipality holds every row as an eis."""
    return replace(of, programme=Programme(tuple(map(_as_demand, of.programme.rows))))


def _as_demand(row: JointRequirement) -> JointRequirement:
    held = {slug: replace(own, kind=Kind.DEMAND) for slug, own in row.positions.items()}
    return replace(row, positions=held)


@settings(max_examples=40)
@given(scans())
def test_delivered_is_what_scoring_again_gives_when_a_promise_is_worth_a_hundred(of: Scan):
    asked = _only_demands(of)
    points = {**asked.project.rules.answer_points, AnswerCode.ROADMAP: 100}
    rules = replace(asked.project.rules, answer_points=points)
    again = rankings_of(replace(asked, project=replace(asked.project, rules=rules)))
    delivered = _outlook(asked).delivered
    assert (delivered.municipalities, delivered.joint) == again


@settings(max_examples=40)
@given(scans())
def test_weighed_lies_between_now_and_delivered_and_curves_end_below_delivered(of: Scan):
    results = score_scan(of)[0]
    found = outlook(of, results)
    delivered = found.delivered.named()
    for name, ranking in found.weighed.named().items():
        now = {**results.municipalities, **{f"key:{code}": r for code, r in results.joint.items()}}[name]
        for entry in ranking.scored:
            assert now.of(entry.vendor).low <= entry.low <= delivered[name].of(entry.vendor).low
            curve = found.curve(name, entry.vendor)
            scores = [curve.start, *(step.score for step in curve.steps)]
            assert scores == sorted(scores)
            assert scores[-1] <= delivered[name].of(entry.vendor).low
