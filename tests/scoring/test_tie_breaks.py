"""The score on one requirement under a joint key, by hand.

Points of an answer: S 100, C 90, P 70. Aalsmeer counts for 1/4 and Diemen for 3/4. ARC-01 is a demand in
both; ARC-02 is a demand in Aalsmeer, and in Diemen a wish with marks; ARC-03 is asked by Aalsmeer only.
"""

from dataclasses import replace
from fractions import Fraction

import pytest
from scoring.scans import asked, scan, submission

from marktscan.domain.conventions import TenderRules
from marktscan.domain.finding import Code
from marktscan.scoring import score_scan
from marktscan.scoring.tie_breaks import scores_on

LISTS = [
    asked("aalsmeer", "ARC 100", "ARC-01 eis 1", "ARC-02 eis 1", "ARC-03 eis 1", "ARC-04 eis 0"),
    asked("diemen", "ARC 100", "ARC-01 eis 3", "ARC-02 wens 1"),
]
KEYS = {"kwart": "aalsmeer 1/4, diemen 3/4"}
NAMES = ("ARC-01", "ARC-02", "ARC-03", "ARC-04", "ARC-09")


def found(answers: str, marks: str = "") -> dict[str, Fraction]:
    of = scan(LISTS, [submission("noord", answers, marks)], KEYS)
    return scores_on(NAMES, score_scan(of)[0], of.project.keys[0])["noord"]


def test_a_mean_by_share_over_who_weighs_it() -> None:
    """ARC-02: ¼ · 70 for the answer P and ¾ · 80 for the mark 8; ARC-04 weighs nothing."""
    scores = found("ARC-01 C, ARC-02 P, ARC-03 S, ARC-04 S", "a ARC-02 8")
    assert scores == {"ARC-01": 90, "ARC-02": Fraction("77.5"), "ARC-03": 100}


def test_what_nobody_answered_is_worth_nothing_yet() -> None:
    assert found("ARC-01 ?, ARC-02 S, ARC-03 S", "a ARC-02 8")["ARC-01"] == 0


def test_a_municipality_that_does_not_count_breaks_no_tie() -> None:
    of = scan(LISTS, [submission("noord", "ARC-01 S")], {"diemen": "aalsmeer 0, diemen 1"})
    assert set(scores_on(NAMES, score_scan(of)[0], of.project.keys[0])["noord"]) == {"ARC-01", "ARC-02"}


STEPS = ("prijs", "ARC", "WOO", "ZTC", "DOC", "ARC-01", "ARC-04", "ARC-05", "DOC-01", "ARC-09", "loting")


@pytest.mark.parametrize(
    ("shares", "idle"),
    [
        ("aalsmeer 1/2, diemen 1/2", ["WOO", "ZTC", "ARC-04"]),
        ("aalsmeer 0, diemen 1", ["WOO", "ZTC", "DOC", "ARC-04", "ARC-05", "DOC-01"]),
    ],
)
def test_a_step_on_what_weighs_nothing_under_the_first_key_is_told(shares: str, idle: list[str]) -> None:
    """WOO has no weight, ZTC no row that counts, ARC-04 no weight; what does not exist is told by check."""
    lists = [
        asked(
            "aalsmeer",
            "ARC 60, WOO 0, ZTC 20, DOC 20",
            *("ARC-01 eis 1", "ARC-04 eis 0", "ARC-05 eis 2", "WOO-01 eis 3", "ZTC-01 eis 0", "DOC-01 eis 1"),
        ),
        asked("diemen", "ARC 100", "ARC-01 eis 3"),
    ]
    made = scan(
        lists, [submission("noord", "ARC-01 S")], {"eerste": shares, "tweede": "aalsmeer 1, diemen 0"}
    )
    made = replace(made, project=replace(made.project, tender=TenderRules(tie_break=STEPS)))
    told = [item for item in score_scan(made)[1] if item.code is Code.TIE_BREAK_WEIGHTLESS]
    assert [dict(item.facts)["idle"] for item in told] == idle
    assert {str(item.source) for item in told} == {"marktscan.toml · tender!tie_break"}
