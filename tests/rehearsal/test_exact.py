"""The scores of simulated bids are those that the scan would give the same answers."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from rehearsal.trial_scan import trial_scan

from marktscan.domain.answer import Answer, AnswerCode, Vendor
from marktscan.domain.assessment import Consensus
from marktscan.domain.project import letter
from marktscan.domain.rehearsal import Plan
from marktscan.domain.results import KnockOutState
from marktscan.domain.scan import Scan, Submission
from marktscan.domain.source import Origin
from marktscan.rehearsal.assume import assumed, observed
from marktscan.rehearsal.bids import simulated
from marktscan.rehearsal.exact import joint_answer, joint_scores, own_of, scores_of, worth_of
from marktscan.rehearsal.hard import fails, hard_requirements
from marktscan.scoring import rankings_of, score_scan
from marktscan.scoring.tie_breaks import scores_on

PLAN = Plan(rounds=25, vendors=3, seed=7)
PLACE = Origin("vendors/a/answers.xlsx", "Vragen", 2, {})


def answered(scan: Scan, bids, number: int, place: int) -> Submission:
    """One simulated bid as a vendor and a consensus would have written it."""
    given = assumed(scan.project)
    codes, marks = list(given.answers), list(given.marks)
    rows = [
        (row.id, *(int(x[number, place, i]) for x in (bids.codes, bids.marks)))
        for i, row in enumerate(scan.programme.rows)
    ]
    return Submission(
        Vendor(letter(place).lower(), "", ""),
        "",
        True,
        {id_: Answer(id_, codes[code], PLACE, evidence="bijlage", committed=False) for id_, code, _ in rows},
        consensus=tuple(Consensus(id_, marks[mark], "samen", PLACE) for id_, _, mark in rows),
    )


@pytest.mark.parametrize("knock_outs_in_score", [False, True])
@pytest.mark.parametrize("points", [{}, {AnswerCode.ROADMAP: 10}])
def test_scores_and_hard_requirements_agree_with_the_scan(knock_outs_in_score, points):
    scan = trial_scan(knock_outs_in_score=knock_outs_in_score)
    rules = scan.project.rules
    rules = replace(rules, answer_points={**rules.answer_points, **points})
    scan = replace(scan, project=replace(scan.project, rules=rules))
    given = assumed(scan.project)
    bids = simulated(scan.programme, given, PLAN)
    worth = worth_of(bids, given, rules)
    parts = {item.municipality: scores_of(own_of(scan, item), worth) for item in scan.lists}
    joint = {key.code: joint_scores(key, parts) for key in scan.project.keys}
    failed = fails(bids, given, scan.programme.rows, scan.project.go_live)
    for number in range(PLAN.rounds):
        offers = tuple(answered(scan, bids, number, place) for place in range(PLAN.vendors))
        municipalities, together = rankings_of(replace(scan, submissions=offers))
        for scores, rankings in ((parts, municipalities), (joint, together)):
            for name, found in scores.items():
                for place in range(PLAN.vendors):
                    entry = rankings[name].of(letter(place).lower())
                    assert Fraction(found.total[number, place], found.unit) == entry.low
                    themes = {theme.theme: theme.weight * theme.low for theme in entry.themes}
                    assert {
                        code: Fraction(numbers[number, place], found.unit)
                        for code, numbers in found.themes.items()
                    } == themes
        for place in range(PLAN.vendors):
            state = together["gelijk"].of(letter(place).lower()).knock_out
            assert failed[number, place].any() == (state is KnockOutState.FAILED)


@pytest.mark.parametrize("requirement", ["ARC-01", "ARC-02", "ZTC-01"])
def test_the_score_on_one_requirement_agrees_with_the_scan(requirement):
    """ARC-01 and ARC-02 are a demand in one and a wish in the other; ARC-03 is hard and weighs nothing."""
    scan = trial_scan()
    given, key = assumed(scan.project), scan.project.keys[1]
    bids = simulated(scan.programme, given, PLAN)
    all_own = {item.municipality: own_of(scan, item) for item in scan.lists}
    found = joint_answer(requirement, key, all_own, worth_of(bids, given, scan.project.rules))
    for number in range(3):
        offers = tuple(answered(scan, bids, number, place) for place in range(PLAN.vendors))
        results, _ = score_scan(replace(scan, submissions=offers))
        scores = scores_on({requirement}, results, key)
        for place in range(PLAN.vendors):
            assert found[number, place] == scores[letter(place).lower()][requirement]
    assert joint_answer("ARC-03", key, all_own, worth_of(bids, given, scan.project.rules)) is None


def test_the_same_plan_gives_the_same_bids():
    scan = trial_scan()
    one, two, other = (
        simulated(scan.programme, assumed(scan.project), plan) for plan in (PLAN, PLAN, replace(PLAN, seed=8))
    )
    for name in ("codes", "marks", "prices"):
        assert (getattr(one, name) == getattr(two, name)).all()
    assert (one.prices != other.prices).any()


def test_answers_come_as_often_as_assumed():
    """Of 12.000 draws each share lies within 3 percentage points, kinship included."""
    scan = trial_scan()
    given = assumed(scan.project)
    assert sum(given.answers.values()) == sum(given.hard_answers.values()) == sum(given.marks.values()) == 1
    bids = simulated(scan.programme, given, Plan(1500, 4, 1))
    hard = np.array([row.knock_out for row in scan.programme.rows])
    for mix, codes in (
        (given.answers, bids.codes[:, :, ~hard]),
        (given.hard_answers, bids.codes[:, :, hard]),
    ):
        for place, share in enumerate(mix.values()):
            assert abs((codes == place).mean() - float(share)) < 0.03
    for place, share in enumerate(given.marks.values()):
        assert abs((bids.marks == place).mean() - float(share)) < 0.03


def test_prices_lie_around_the_declared_bounds():
    """Between 75 % of the lowest and 125 % of the highest bound, in whole thousands of euro."""
    from decimal import Decimal

    from marktscan.domain.conventions import TenderRules

    scan = trial_scan(TenderRules(lowest=Decimal(400_000), highest=Decimal(800_000)))
    prices = simulated(scan.programme, assumed(scan.project), PLAN).prices
    assert prices.min() >= 300_000
    assert prices.max() <= 1_000_000
    assert (prices % 1_000 == 0).all()


def test_the_mix_can_come_from_the_answers_that_are_there():
    scan = trial_scan()
    usual = assumed(scan.project)
    assert observed(scan).answers == usual.answers
    bids = simulated(scan.programme, usual, PLAN)
    offers = tuple(answered(scan, bids, 0, place) for place in range(3))
    mix = observed(replace(scan, submissions=offers))
    given = [
        a.code for s in offers for a in s.answers.values() if a.requirement in {"ARC-01", "ARC-02", "ZTC-01"}
    ]
    assert mix.observed
    assert mix.answers == {code: Fraction(given.count(code), len(given)) for code in usual.answers}


def test_hard_requirements_by_hand():
    """Three bids in two rounds on ARC-03 and ZTC-02: fails are ×., x., xx and .., .x, ..."""
    scan = trial_scan()
    failed = np.array([[[1, 0], [1, 0], [1, 1]], [[0, 0], [0, 1], [0, 0]]], dtype=bool)
    found = hard_requirements(failed, scan.programme.rows)
    assert found.bids_failing == Fraction(4, 6)
    assert found.rounds_without_anyone == Fraction(1, 2)
    assert [(item.requirement, item.fails, item.alone) for item in found.items] == [
        ("ARC-03", Fraction(3, 6), Fraction(2, 6)),
        ("ZTC-02", Fraction(2, 6), Fraction(1, 6)),
    ]


def test_a_municipality_without_weights_is_left_out():
    scan = trial_scan()
    empty = replace(scan.lists[0], theme_weights=())
    assert own_of(replace(scan, lists=(empty, scan.lists[1])), empty) is None
    own = {"diemen": own_of(scan, scan.lists[1])}
    bids = simulated(scan.programme, assumed(scan.project), PLAN)
    parts = {"diemen": scores_of(own["diemen"], worth_of(bids, assumed(scan.project), scan.project.rules))}
    assert joint_scores(scan.project.keys[0], parts) is None
