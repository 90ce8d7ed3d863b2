"""The score on one requirement under a joint key, by hand.

Points of an answer: S 100, C 90, P 70. Aalsmeer counts for 1/4 and Diemen for 3/4. ARC-01 is a demand in
both; ARC-02 is a demand in Aalsmeer, and in Diemen a wish with marks; ARC-03 is asked by Aalsmeer only.
"""

from fractions import Fraction

from scoring.scans import asked, scan, submission

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
