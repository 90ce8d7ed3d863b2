"""Step 6 with everything shifting at once: by pocket calculator where that goes, else by closed form."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from scoring.drawn import scans
from scoring.scans import requirements, scan, submission

from marktscan.domain.conventions import SimulationRules
from marktscan.domain.requirement import RequirementList
from marktscan.domain.results import Results
from marktscan.domain.scan import Scan, Submission
from marktscan.domain.sureness import DecisiveAnswer, LeftOut, Level, Scenario, Simulated, Sureness
from marktscan.robustness.leave_one_out import first_place
from marktscan.robustness.profiles import named, profiles
from marktscan.robustness.simulate import simulate
from marktscan.robustness.sureness import sureness
from marktscan.robustness.uncertain import Uncertain
from marktscan.robustness.without_one import without_one
from marktscan.scoring import rankings_of, score_scan

TABLE = """
    | id | thema | soort | gewicht | bijzonder |
    |---|---|---|---|---|
    | ARC-01 | ARC | eis | 1 | |
    | DVL-01 | DVL | {} | 1 | |
    """
DRAWS = SimulationRules(draws=20_000, seed=7)
A = submission("a", "ARC-01 S, DVL-01 N")  # 100 and 0
B = submission("b", "ARC-01 N, DVL-01 S")  # 0 and 100


def _list(slug: str, themes: str, kind: str = "eis") -> RequirementList:
    return requirements(slug, themes, TABLE.format(kind))


def _scan(lists: list[RequirementList], *vendors: Submission, **rules: object) -> Scan:
    made = scan(lists, vendors, **rules)
    return replace(made, project=replace(made.project, simulation=DRAWS))


def _sureness(lists: list[RequirementList], *vendors: Submission, **rules: object) -> Sureness:
    made = _scan(lists, *vendors, **rules)
    return sureness(made, score_scan(made)[0])


def _first(found: Sureness, scenario: Scenario, municipality: str = "aalsmeer") -> dict[str, float]:
    run = found.simulation(municipality, scenario)
    assert run is not None
    return {vendor.vendor: float(vendor.first) for vendor in run.vendors}


def test_two_opposed_vendors_in_every_scenario():
    """A is first exactly when ARC weighs more than one half: in half of all weights, in all where it is more.

    Around 60 %: a beta of (48, 32), of which 96,5 % lies above one half.
    """
    found = _sureness([_list("aalsmeer", "ARC 60, DVL 40")], A, B)
    assert _first(found, Scenario.UNIFORM) == pytest.approx({"a": 0.5, "b": 0.5}, abs=0.01)
    assert _first(found, Scenario.ORDINAL) == {"a": 1, "b": 0}
    assert _first(found, Scenario.AROUND) == pytest.approx({"a": 0.965, "b": 0.035}, abs=0.006)
    own = found.simulation("aalsmeer", Scenario.UNIFORM)
    assert own is not None
    assert float(own.of("a").central["ARC"]) == pytest.approx(0.75, abs=0.01)
    assert float(own.entropy) == pytest.approx(1, abs=0.001)
    assert own.of("a").confidence == 1
    assert float(own.of("a").beats["b"] + own.of("b").beats["a"]) == pytest.approx(1)
    assert float(sum(own.of("a").ranks)) == pytest.approx(1)


def test_themes_of_equal_weight_have_no_order():
    found = _sureness([_list("aalsmeer", "ARC 50, DVL 50")], A, submission("b", "ARC-01 N, DVL-01 S"))
    assert _first(found, Scenario.ORDINAL) == {"a": 0.5, "b": 0.5}


def test_unknown_is_drawn_along():
    """C is unclear on ARC: anything from 0 to 100. P has 70: with all weight on ARC, C wins in 30 %."""
    vendors = submission("c", "ARC-01 ?, DVL-01 S"), submission("p", "ARC-01 P, DVL-01 S")
    found = _sureness([_list("aalsmeer", "ARC 100")], *vendors)
    assert _first(found, Scenario.AROUND) == pytest.approx({"c": 0.3, "p": 0.7}, abs=0.01)
    own = found.simulation("aalsmeer", Scenario.AROUND)
    assert own is not None
    assert float(own.of("p").confidence or 0) == pytest.approx(0.7, abs=0.02)


def test_a_promise_counts_only_where_promises_are_drawn():
    """Promised by contract for the day itself: 0,9. Without it C has 0 and P 70."""
    vendors = submission("c", "ARC-01 R 2026-11-01 ja, DVL-01 S"), submission("p", "ARC-01 P, DVL-01 S")
    found = _sureness([_list("aalsmeer", "ARC 100")], *vendors)
    assert _first(found, Scenario.AROUND) == {"c": 0, "p": 1}
    assert _first(found, Scenario.PROMISED) == pytest.approx({"c": 0.9, "p": 0.1}, abs=0.01)


def test_one_of_the_assessors_is_right_until_they_agree():
    """Marks 10 and 2 are 100 or 20, each in half of the draws; P has 80 by consensus."""
    lists = [_list("aalsmeer", "DVL 100", "wens")]
    torn = submission("c", "ARC-01 S, DVL-01 S", "a DVL-01 10, b DVL-01 2")
    agreed = submission("p", "ARC-01 S, DVL-01 S", "a DVL-01 10, b DVL-01 2", "DVL-01 8")
    assert _first(_sureness(lists, torn, agreed), Scenario.AROUND) == pytest.approx(
        {"c": 0.5, "p": 0.5}, abs=0.01
    )


def test_the_same_draws_for_every_vendor_and_municipality():
    """Leaving C out, or adding a municipality, changes nothing between A and B."""
    aalsmeer = _list("aalsmeer", "ARC 60, DVL 40")
    c = submission("c", "ARC-01 M, DVL-01 M")
    runs = [
        _sureness([aalsmeer], A, B),
        _sureness([aalsmeer], A, B, c),
        _sureness([aalsmeer, _list("diemen", "ARC 60, DVL 40")], A, B),
    ]
    beats = [_beats(found, "aalsmeer") for found in runs] + [_beats(runs[2], "diemen")]
    assert len(set(beats)) == 1


def _beats(found: Sureness, municipality: str) -> tuple[Fraction, ...]:
    runs = (found.simulation(municipality, scenario) for scenario in Scenario)
    return tuple(run.of("a").beats["b"] for run in runs if run)


def test_drawn_answers_have_the_chances_that_were_asked():
    v = Uncertain("v", ("X-1",), {"M-1": (-0.4, 0.4)}, {"R-1": 0.9, "R-2": 0.4})
    w = Uncertain("w", (), {"M-1": (0.2, -0.1, -0.1)}, {"R-1": 0.4, "R-2": 1.0})
    drawn, other = (own.draw(40_000, (1, 2)) for own in (v, w))
    assert drawn.mean(axis=1) == pytest.approx([0.5, 0, 0.9, 0.4], abs=0.01)
    assert other.mean(axis=1) == pytest.approx([0, 0.4, 1.0], abs=0.01)
    assert (v.judged, w.judged) == (2, 1)
    assert (v.requirements, v.kinds.tolist()) == (("X-1", "M-1", "R-1", "R-2"), [0, 1, 2, 2])
    together = np.corrcoef(drawn[3], drawn[2])[0, 1]
    apart = np.corrcoef(drawn[3], other[1])[0, 1]
    assert together > 0.15
    assert apart == pytest.approx(0, abs=0.02)
    assert np.array_equal(drawn, v.draw(40_000, (1, 2)))


def test_leaving_a_vendor_out_changes_no_draw_of_another():
    """B is unclear on ARC, C on DVL: between A and B nothing changes when C does not take part."""
    unclear = submission("b", "ARC-01 ?, DVL-01 S")
    lists = [_list("aalsmeer", "ARC 60, DVL 40")]
    with_c = _sureness(lists, A, unclear, submission("c", "ARC-01 S, DVL-01 ?"))
    assert _beats(with_c, "aalsmeer") == _beats(_sureness(lists, A, unclear), "aalsmeer")


def test_the_joint_ranking_is_drawn_under_every_key():
    """
    Aalsmeer weighs ARC 90 %, Diemen 30 %: as heavy each, ARC is 60 % of both together: A is first exactly
    where ARC is more than half, in 96,5 % of a beta of (48, 32). With Diemen alone it is 30 %: in 0,02 %.
    """
    lists = [_list("aalsmeer", "ARC 90, DVL 10"), _list("diemen", "ARC 30, DVL 70")]
    keys = {"gelijk": "aalsmeer 1/2, diemen 1/2", "diemen": "diemen 1"}
    found = _sureness(lists, A, B, keys=keys)
    assert _first(found, Scenario.AROUND, "key:gelijk")["a"] == pytest.approx(0.965, abs=0.006)
    assert _first(found, Scenario.ORDINAL, "key:gelijk") == {"a": 1, "b": 0}
    alone, joint = (found.simulation(name, Scenario.AROUND) for name in ("diemen", "key:diemen"))
    assert alone is not None
    assert joint is not None
    assert alone.vendors == joint.vendors


def test_a_joint_ranking_draws_what_is_unknown_by_its_part_of_the_theme():
    """C is unclear on ARC, which Aalsmeer alone asks: half of the joint theme is 0 to 100, half is nothing to
    Diemen, where DVL is all. Joint C has 0 to 50 plus 50, P 35 plus 50: C wins in 30 %."""
    lists = [_list("aalsmeer", "ARC 100"), _list("diemen", "DVL 100")]
    vendors = submission("c", "ARC-01 ?, DVL-01 S"), submission("p", "ARC-01 P, DVL-01 S")
    found = _sureness(lists, *vendors)
    stated = found.simulation("key:gelijk", Scenario.AROUND)
    assert stated is not None
    assert float(stated.of("c").first) == pytest.approx(0.3, abs=0.01)
    assert found.words.clear is None


def test_nothing_uncertain_and_nobody_scored():
    assert Uncertain("v").draw(3, (1,)).shape == (0, 3)
    unreadable = RequirementList("aalsmeer", "requirements/aalsmeer.xlsx", readable=False)
    found = _sureness([unreadable], A)
    assert (found.simulated, found.shifts, found.words.clear) == ((), (), None)
    assert found.simulation("aalsmeer", Scenario.UNIFORM) is None


def test_draws_that_fill_no_whole_chunk_count_too():
    made = _scan([_list("aalsmeer", "ARC 60, DVL 40")], A, B)
    few = replace(made, project=replace(made.project, simulation=SimulationRules(draws=2049)))
    run = simulate(few, score_scan(few)[0])[0]
    counted = float(run.of("a").first * 2049)
    assert counted == pytest.approx(round(counted))


def test_a_clear_leader_is_one_everywhere_by_shift_and_by_draws():
    """A 90 against 10: half of the difference of 100 must move before B is level, 40 procentpunt."""
    lists = [_list("aalsmeer", "ARC 90, DVL 10"), _list("diemen", "ARC 90, DVL 10")]
    found = _sureness(lists, A, B)
    assert {shift.least for shift in found.shifts} == {Fraction(40, 100)}
    assert found.words.clear == "a"
    assert _sureness([lists[0], _list("diemen", "ARC 10, DVL 90")], A, B).words.clear is None
    # 59 tegen 41: negen procentpunt is te weinig, hoe vaak A ook bovenaan staat
    near = _sureness([_list("aalsmeer", "ARC 59, DVL 41")], A, B)
    assert (near.shifts[0].least, near.words.clear) == (Fraction(9, 100), None)
    assert _first(near, Scenario.AROUND)["a"] > 0.8
    assert _sureness([lists[0]], A).words.clear is None


def test_level_by_pairwise_winning_by_a_tie_or_by_what_is_unknown():
    """51 tegen 49: A wint in 57 % van de trekkingen rond de eigen weging."""
    level = (Level("aalsmeer", "a", "b"),)
    assert _sureness([_list("aalsmeer", "ARC 51, DVL 49")], A, B).words.level == level
    assert _sureness([_list("aalsmeer", "ARC 60, DVL 40")], A, B).words.level == ()
    same = submission("b", "ARC-01 S, DVL-01 N")
    assert _sureness([_list("aalsmeer", "ARC 60, DVL 40")], A, same).words.level == level
    unclear = submission("b", "ARC-01 ?, DVL-01 S")
    assert _sureness([_list("aalsmeer", "ARC 60, DVL 40")], A, unclear).words.level == level


def test_below_the_agreed_coverage_a_ranking_is_provisional():
    found = _sureness([_list("aalsmeer", "ARC 60, DVL 40")], A, submission("b", "ARC-01 ?, DVL-01 S"))
    assert found.words.provisional == ("aalsmeer",)


def test_dominance_holds_under_every_weight():
    better = submission("c", "ARC-01 S, DVL-01 M")
    found = _sureness([_list("aalsmeer", "ARC 60, DVL 40")], A, B, better)
    own = [(d.vendor, d.over) for d in found.dominance if d.ranking == "aalsmeer"]
    assert own == [("c", "a")]


def test_leaving_out_a_municipality_an_assessor_or_a_theme():
    """Aalsmeer wil A, Diemen B; C leeft van één mild cijfer."""
    lists = [_list("aalsmeer", "ARC 90, DVL 10"), _list("diemen", "ARC 20, DVL 80")]
    found = _sureness(lists, A, B).without_one
    joint = {(r.kind, r.name): r.first for r in found if r.ranking == "key:gelijk"}
    assert joint[LeftOut.MUNICIPALITY, "aalsmeer"] == ("b",)
    assert joint[LeftOut.MUNICIPALITY, "diemen"] == ("a",)
    own = {r.name: (r.first, r.first_changed) for r in found if r.ranking == "aalsmeer"}
    assert own == {"ARC": (("b",), True), "DVL": (("a",), False)}
    mild = submission("c", "ARC-01 S, DVL-01 S", "x DVL-01 10, y DVL-01 2")
    strict = submission("d", "ARC-01 S, DVL-01 S", "x DVL-01 4, y DVL-01 4")
    judged = _sureness([_list("aalsmeer", "ARC 50, DVL 50", "wens")], mild, strict).without_one
    by = {(r.name, r.ranking): r.first for r in judged if r.kind is LeftOut.ASSESSOR}
    assert (by["x", "aalsmeer"], by["y", "aalsmeer"]) == (("d",), ("c",))
    alone = _sureness([_list("aalsmeer", "ARC 100")], A).without_one
    assert alone == ()


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(scans(least_vendors=2))
def test_without_a_municipality_or_a_theme_is_what_scoring_again_gives(drawn: Scan):
    """No shortcut here: the key shared anew over the others, the weight of the theme taken from the list."""
    no_marks = tuple(replace(submission, marks=()) for submission in drawn.submissions)
    drawn = replace(drawn, submissions=no_marks)  # so that assessors, who are scored again anyway, stay out
    results = score_scan(drawn)[0]
    for found in without_one(drawn, results):
        if found.kind is LeftOut.MUNICIPALITY:
            assert found.first == _first_of(_without_share(drawn, found.name), found.ranking)
        elif _has_every_theme(drawn, results, found.ranking):
            assert found.first == _first_of(_without_weight(drawn, found.name), found.ranking)


def _first_of(drawn: Scan, ranking: str) -> tuple[str, ...]:
    return first_place(named(*rankings_of(drawn))[ranking])


def _has_every_theme(drawn: Scan, results: Results, ranking: str) -> bool:
    """Nobody was granted a whole theme there: see the module tipping for what that counts as."""
    found = results.municipalities.get(ranking)
    weights = profiles(drawn, results)[ranking].weights
    return found is not None and all(len(entry.themes) == len(weights) for entry in found.scored)


def _without_share(drawn: Scan, slug: str) -> Scan:
    keys = tuple(
        replace(
            key, shares={name: s / (1 - key.shares[slug]) for name, s in key.shares.items() if name != slug}
        )
        for key in drawn.project.keys
    )
    return replace(drawn, project=replace(drawn.project, keys=keys))


def _without_weight(drawn: Scan, theme: str) -> Scan:
    lists = (
        replace(item, theme_weights=tuple(row for row in item.theme_weights if row.theme != theme))
        for item in drawn.lists
    )
    return replace(drawn, lists=tuple(lists))


def test_one_step_of_an_answer_that_changes_an_order():
    """
    B: 0,6 × 70 + 0,4 × 40 = 58; A: 60. Eén stap P → C geeft B 0,6 × 20 = 12; M → P geeft 0,4 × 30 = 12.
    A van S naar C verliest 6 en komt op 54, onder B.
    """
    rival = submission("b", "ARC-01 P, DVL-01 M")
    found = _sureness([_list("aalsmeer", "ARC 60, DVL 40")], A, rival).decisive
    assert found == (
        DecisiveAnswer("aalsmeer", "b", "ARC-01", Fraction(12), ("a",)),
        DecisiveAnswer("aalsmeer", "b", "DVL-01", Fraction(12), ("a",)),
        DecisiveAnswer("aalsmeer", "a", "ARC-01", Fraction(-6), ("b",)),
    )


def test_every_number_is_exact_and_between_0_and_1():
    found = _sureness([_list("aalsmeer", "ARC 60, DVL 40")], A, B, submission("c", "ARC-01 ?, DVL-01 S"))
    for run in found.simulated:
        assert all(0 <= share <= 1 for share in _shares(run))


def _shares(run: Simulated) -> list[Fraction]:
    return [
        share for v in run.vendors for share in (*v.ranks, *v.beats.values(), *v.central.values(), v.holistic)
    ]
