"""Claimed against proved: an example to redo by hand, and properties."""

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from scoring.drawn import scans
from scoring.scans import asked, scan, submission

from marktscan.domain.assessment import Level
from marktscan.domain.claims import Claims
from marktscan.domain.conventions import AssessorRules
from marktscan.domain.scan import Scan, Submission
from marktscan.scoring import score_scan
from marktscan.scoring.claims import claims, level_of

AALSMEER = asked(
    "aalsmeer",
    "ARC 60, ZTC 40",
    *("ARC-01 eis 3", "ARC-02 eis 1", "ZTC-01 wens 1", "ZTC-02 eis 1 KO", "ZTC-03 eis 5 Won't"),
)


def _with_levels(of: Submission, **levels: str) -> Submission:
    """The submission with a level (by assessors in order) for ARC_01 and the like."""
    marks = [
        replace(
            of.marks[0], requirement=id_.replace("_", "-"), mark=None, assessor=f"a-{number}", level=level
        )
        for id_, names in levels.items()
        for number, level in enumerate(map(Level, names.split()))
    ]
    return replace(of, marks=(*of.marks, *marks))


NOORD = _with_levels(
    submission(
        "noord",
        "ARC-01 S, ARC-02 M, ZTC-01 C, ZTC-02 S!, ZTC-03 S",
        "aalsmeer-1 ZTC-01 8, aalsmeer-2 ZTC-01 6",
    ),
    ARC_01="gedemonstreerd gedocumenteerd",
    ZTC_01="bevestigd gedemonstreerd",
)


def _claims(of: Scan) -> Claims:
    return claims(of, score_scan(of)[0])


def test_as_claimed_and_as_verified():
    """
    | | gewicht | waarde | niveau |
    |---|---|---|---|
    | ARC-01 | 0,6 × 3/4 = 0,45 | 100 | gedocumenteerd (de laagste van twee) |
    | ARC-02 (maatwerk: een aanbod, geen bewering over nu) | 0,15 | 40 | – |
    | ZTC-01 (wens) | 0,4 | 70 | gedemonstreerd |

    Geclaimd en gedocumenteerd: 45 + 6 + 28 = 79. Gedemonstreerd: 6 + 28 = 34. Bevestigd: 6.
    """
    found = _claims(scan([AALSMEER], [NOORD]))
    scores = [
        (item.level, item.rankings.municipalities["aalsmeer"].of("noord").low) for item in found.verified
    ]
    assert scores == [(Level.DOCUMENTED, 79), (Level.DEMONSTRATED, 34), (Level.CONFIRMED, 6)]
    assert found.at(Level.DEMONSTRATED).joint["gelijk"].of("noord").low == 34


def test_what_to_check_in_the_demo_most_influential_first():
    found = _claims(scan([AALSMEER], [NOORD]))
    told = [
        (item.requirement, item.level, item.knock_outs, dict(item.stakes)) for item in found.to_check("noord")
    ]
    assert told == [
        ("ZTC-02", Level.CLAIMED, ("aalsmeer",), {"aalsmeer": 0, "key:gelijk": 0}),
        ("ARC-01", Level.DOCUMENTED, (), {"aalsmeer": 45, "key:gelijk": 45}),
    ]
    assert [source.cell for source in found.to_check("noord")[0].sources] == ["F5", "H5"]
    assert found.to_check("oost") == ()


def test_answers_with_one_and_the_same_explanation_are_counted():
    """Spaces make no difference, and two answers without an explanation are not alike."""

    def said(**texts: str) -> Submission:
        answers = {
            id_: replace(answer, explanation=texts.get(id_[-2:], "")) for id_, answer in NOORD.answers.items()
        }
        return replace(NOORD, answers=answers)

    told = _claims(scan([AALSMEER], [said(**{"01": "Dit zit erin.", "02": "Dit  zit erin."})])).unproved
    assert {item.requirement: item.alike for item in told} == {"ZTC-02": 4, "ARC-01": 4}
    told = _claims(scan([AALSMEER], [said(**{"01": "Dit zit erin."})])).unproved
    assert {item.requirement: item.alike for item in told} == {"ZTC-02": 1, "ARC-01": 2}


def test_the_level_that_proves_is_declared():
    of = scan([AALSMEER], [NOORD])
    strict = replace(of, project=replace(of.project, assessing=AssessorRules(minimum_level=Level.CONFIRMED)))
    assert [item.requirement for item in _claims(strict).unproved] == ["ZTC-02", "ARC-01", "ZTC-01"]


@pytest.mark.parametrize(("answers", "level"), [("ARC-01 S", Level.DOCUMENTED), ("ARC-01 S!", Level.CLAIMED)])
def test_without_assessors_evidence_documents(answers, level):
    made = submission("oost", answers)
    assert level_of(made.answers["ARC-01"], ()) is level


def test_a_wish_without_marks_has_everything_at_stake():
    found = _claims(scan([AALSMEER], [submission("oost", "ZTC-01 S")]))
    assert found.unproved[0].stakes["aalsmeer"] == 40


def test_without_usable_answers_there_is_nothing_to_prove():
    found = _claims(scan([AALSMEER], [replace(NOORD, readable=False)]))
    assert found.unproved == ()
    assert found.at(Level.CONFIRMED).municipalities["aalsmeer"].of("noord").low is None


@settings(max_examples=40)
@given(scans())
def test_more_proof_asked_never_raises_a_score(of: Scan):
    results = score_scan(of)[0]
    found = claims(of, results)
    steps = [results.municipalities, *(item.rankings.municipalities for item in found.verified)]
    for weaker, stronger in pairwise(steps):
        for name, ranking in weaker.items():
            for entry in ranking.scored:
                assert Fraction(0) <= stronger[name].of(entry.vendor).low <= entry.low
