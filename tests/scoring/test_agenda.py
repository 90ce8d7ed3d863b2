"""Spread, leniency and the agenda: an example to redo by hand.

Aalsmeer asks ARC-01 (eis, weight 3) and ARC-02 (wens, weight 1). Noord answers S and gets 10 and 2: mean 60
points, score (3×100 + 60) ÷ 4 = 90. Oost answers C and gets 8 and 8: (3×90 + 80) ÷ 4 = 87,5. If Noord's mark
is 2 its score is 80 and Oost comes first; if it is 10 its score is 100.
"""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from scoring.drawn import scans
from scoring.scans import asked, scan, submission

from marktscan.domain.agreement import AgendaItem, Leniency, OrderChange, Spread
from marktscan.domain.assessment import Mark
from marktscan.domain.conventions import AssessorRules
from marktscan.domain.project import MarkLevel
from marktscan.domain.scan import Scan, Submission
from marktscan.domain.source import Origin
from marktscan.scoring import rankings_of, score_scan
from marktscan.scoring.agenda import agenda
from marktscan.scoring.spreads import leniency, points_of, spreads, step_of

AALSMEER = asked("aalsmeer", "ARC 100", "ARC-01 eis 3", "ARC-02 wens 1")
NOORD = submission("noord", "ARC-01 S, ARC-02 S", "a-1 ARC-02 10, a-2 ARC-02 2")
OOST = submission("oost", "ARC-01 C, ARC-02 C", "a-1 ARC-02 8, a-2 ARC-02 8")


def _agenda(*submissions: Submission, **rules: int) -> tuple[AgendaItem, ...]:
    made = scan([AALSMEER], submissions or (NOORD, OOST))
    of = replace(made, project=replace(made.project, assessing=AssessorRules(**rules)))  # type: ignore[arg-type]
    return agenda(of, score_scan(of)[0], spreads(of))


def test_the_agenda_names_what_can_change_an_order_with_both_sides():
    [item] = _agenda()
    assert (item.spread.vendor, item.spread.requirement, item.spread.steps) == ("noord", "ARC-02", 4)
    assert (item.lowest.assessor, item.highest.assessor) == ("a-2", "a-1")
    assert (item.lowest.motivation, item.highest.motivation) == ("gezien", "gezien")
    assert item.reach == {"aalsmeer": 20, "key:gelijk": 20}
    assert item.changes == (OrderChange("aalsmeer", "oost"), OrderChange("key:gelijk", "oost"))


@pytest.mark.parametrize(
    ("submissions", "rules"),
    [
        pytest.param((NOORD, OOST), {"tolerance": 4}, id="within the tolerance"),
        pytest.param((NOORD,), {}, id="nobody to pass"),
        pytest.param((NOORD, submission("oost", "ARC-01 N, ARC-02 N")), {}, id="nobody in reach"),
        pytest.param(
            (submission("noord", "ARC-01 S, ARC-02 S", "a-1 ARC-02 10, a-2 ARC-02 2", "ARC-02 6"), OOST),
            {},
            id="settled by consensus",
        ),
        pytest.param(
            (submission("noord", "ARC-01 S, ARC-02 R", "a-1 ARC-02 10, a-2 ARC-02 2"), OOST),
            {},
            id="nothing on offer to mark",
        ),
        pytest.param((submission("noord", "ARC-01 S, ARC-02 S"), OOST), {}, id="no marks yet"),
        pytest.param((replace(NOORD, readable=False), OOST), {}, id="answers that cannot be used"),
    ],
)
def test_what_need_not_be_talked_about(submissions, rules):
    assert _agenda(*submissions, **rules) == ()


def test_a_tie_within_reach_counts_as_a_change():
    level = submission("west", "ARC-01 S, ARC-02 S", "a-1 ARC-02 10, a-2 ARC-02 10")
    [item] = _agenda(NOORD, level)
    assert item.changes[0] == OrderChange("aalsmeer", "west")


def test_leniency_is_against_the_others_and_corrects_nothing():
    """Noord: 100 against 20; Oost: 80 against 80. On average assessor a-1 gives 40 points more than a-2."""
    of = scan([AALSMEER], [NOORD, OOST])
    assert leniency(spreads(of), of.project.rules) == (
        Leniency("a-1", 2, Fraction(40)),
        Leniency("a-2", 2, Fraction(-40)),
    )
    alone = scan([AALSMEER], [submission("noord", "ARC-02 S", "a-1 ARC-02 8")])
    assert leniency(spreads(alone), alone.project.rules) == ()


def test_the_scale_may_be_anything():
    """Marks 1, 3 and 9: from 1 to 9 is two steps; their points need not be a straight line."""
    rules = replace(
        scan([AALSMEER], []).project.rules,
        marks=(MarkLevel(9, 100, ""), MarkLevel(1, 0, ""), MarkLevel(3, 80, "")),
    )
    marks = [Mark("a-1", "ARC-02", value, None, "", Origin("", "", 2)) for value in (1, 3, 9)]
    assert [step_of(mark, rules) for mark in marks] == [0, 1, 2]
    assert [points_of(mark, rules) for mark in marks] == [0, 80, 100]
    with pytest.raises(ValueError, match="empty mark"):
        points_of(replace(marks[0], mark=None), rules)


@settings(max_examples=40)
@given(scans(least_vendors=2))
def test_settling_on_one_side_gives_the_score_that_the_agenda_says(of: Scan):
    """Scoring again with only the lowest or only the highest mark differs by exactly the reach."""
    loose = replace(of, project=replace(of.project, assessing=AssessorRules(tolerance=0)))
    for item in agenda(loose, score_scan(loose)[0], spreads(loose)):
        low, high = (_scores(loose, item, mark) for mark in (item.lowest, item.highest))
        assert {name: high[name] - low[name] for name in item.reach} == item.reach


@settings(max_examples=30)
@given(scans(least_vendors=2))
def test_the_agenda_holds_exactly_what_turns_an_order_by_brute_force(of: Scan):
    """Score again with only the lowest and with only the highest mark: does anybody stand otherwise?"""
    found = spreads(of)
    named = {(item.spread.vendor, item.spread.requirement) for item in agenda(of, score_scan(of)[0], found)}
    for spread in found:
        expected = spread.steps > of.project.assessing.tolerance and not spread.settled and _turns(of, spread)
        assert ((spread.vendor, spread.requirement) in named) == expected


def _turns(of: Scan, spread: Spread) -> bool:
    ordered = sorted(spread.marks, key=lambda mark: points_of(mark, of.project.rules))
    standings = [
        _standing(_only(of, spread.vendor, mark), spread.vendor) for mark in (ordered[0], ordered[-1])
    ]
    return standings[0] != standings[1]


def _standing(of: Scan, vendor: str) -> dict[tuple[str, str], int]:
    """Per ranking and other vendor: above it (1), level (0) or below it (−1)."""
    own, joint = rankings_of(of)
    return {
        (name, other.vendor): (mine > other.low) - (mine < other.low)
        for name, found in {**own, **joint}.items()
        if (mine := found.of(vendor).low) is not None
        for other in found.scored
    }


def _scores(of: Scan, item: AgendaItem, only: Mark) -> dict[str, Fraction]:
    """The vendor's scores by ranking when only this mark was given for the wish."""
    own, joint = rankings_of(_only(of, item.spread.vendor, only))
    named = {**own, **{f"key:{code}": found for code, found in joint.items()}}
    return {name: found.of(item.spread.vendor).low for name, found in named.items()}


def _only(of: Scan, vendor: str, only: Mark) -> Scan:
    """The scan in which this is the only mark for its wish of this vendor."""
    submissions = tuple(
        replace(s, marks=tuple(m for m in s.marks if m.requirement != only.requirement or m == only))
        if s.vendor.slug == vendor
        else s
        for s in of.submissions
    )
    return replace(of, submissions=submissions)
