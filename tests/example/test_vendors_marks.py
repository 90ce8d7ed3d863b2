"""What the invented assessors fill in."""

from itertools import product
from statistics import mean

import pytest

from marktscan.domain.answer import AnswerCode
from marktscan.example.answers import code
from marktscan.example.consensus import consensus_rows
from marktscan.example.draws import choice, normal, uniform
from marktscan.example.marks import judged, mark_rows
from marktscan.example.motivations import OFFERED, motivation, remark, sentences
from marktscan.example.questions import questions, wishes
from marktscan.example.settings import mark_levels
from marktscan.example.submission_files import invented_assessors, invented_vendors, table

VENDORS = {vendor.slug: vendor for vendor in invented_vendors()}
ASSESSORS = {assessor.slug: assessor for assessor in invented_assessors()}
QUESTIONS = {question.id: question for question in questions()}


def all_judgements():
    return [
        (vendor, assessor, question, judged(vendor, assessor, question))
        for vendor, assessor, question in product(VENDORS.values(), ASSESSORS.values(), wishes())
    ]


def test_there_is_something_to_say_about_every_wish_that_is_offered_and_nothing_else():
    offered = {(q.id, v) for q, v in product(wishes(), VENDORS) if code(v, q.id) in OFFERED}
    assert {(row["id"], row["vendor"]) for row in table("judgements")} == offered


def test_assessors_mark_the_wishes_and_only_level_the_knock_outs_of_their_own_municipality():
    rows = mark_rows(VENDORS["kade-zaken"], ASSESSORS["aalsmeer-1"])
    marked = {row["id"] for row in rows if row["mark"] is not None}
    assert marked <= {question.id for question in wishes()}
    others = {row["id"] for row in rows} - {question.id for question in wishes()}
    assert others == {q.id for q in questions() if q.knock_out_in("aalsmeer") and not q.wish}
    assert all(row["motivation"] == "" for row in rows if row["id"] in others)


def test_marks_lie_on_the_scale_and_are_zero_without_an_offer():
    scale = {level.mark for level in mark_levels()}
    for vendor, _, question, judgement in all_judgements():
        assert judgement.mark is None or judgement.mark in scale
        if code(vendor.slug, question.id) not in OFFERED:
            assert not judgement.mark


def test_some_marks_and_motivations_were_forgotten_but_few():
    judgements = [judgement for *_, judgement in all_judgements()]
    unmarked = sum(judgement.mark is None for judgement in judgements)
    unmotivated = sum(judgement.mark is not None and not judgement.motivation for judgement in judgements)
    assert 0 < unmarked < len(judgements) * 0.05
    assert 0 < unmotivated < len(judgements) * 0.05


def test_assessors_differ_in_how_strict_they_are():
    given = {slug: [] for slug in ASSESSORS}
    for vendor, assessor, question, judgement in all_judgements():
        if judgement.mark is not None and code(vendor.slug, question.id) in OFFERED:
            given[assessor.slug].append(judgement.mark)
    means = {slug: mean(marks) for slug, marks in given.items()}
    assert min(means, key=means.get) == "aalsmeer-1"
    assert max(means, key=means.get) == "amstelveen-2"


@pytest.mark.parametrize(
    ("vendor", "requirement", "level"),
    [
        ("kade-zaken", "ZTC-04", "bevestigd"),  # in production elsewhere
        ("kade-zaken", "ARC-02", "gedemonstreerd"),  # "Voorbeeldverklaring; demo"
        ("kade-zaken", "DVL-03", "gedocumenteerd"),  # an assessment
        ("polder-componenten", "GEB-01", "geclaimd"),  # no evidence
        ("kade-zaken", "DVL-12", None),  # no answer
        ("rx-enterprise", "ARC-04", None),  # a promise
    ],
)
def test_the_level_follows_from_the_evidence(vendor, requirement, level):
    rows = {row["id"]: row for row in mark_rows(VENDORS[vendor], ASSESSORS["aalsmeer-1"])}
    assert rows[requirement]["level"] == level


def test_a_motivation_is_about_the_answer_and_starts_with_a_capital():
    assert motivation("rx-enterprise", ASSESSORS["diemen-1"], "ARC-13", 0).count("april 2027") == 1
    about = motivation("kade-zaken", ASSESSORS["aalsmeer-1"], "BEH-09", 8)
    assert remark("kade-zaken", "BEH-09", "aalsmeer-1")["good"].lower() in about.lower()
    assert sentences("goed. dat werkt") == "Goed. Dat werkt"


def test_what_a_municipality_may_not_ask_of_a_vendor_gets_no_mark():
    question = QUESTIONS["KOP-06"]
    assert code("polder-componenten", "KOP-06") is AnswerCode.NOT_APPLICABLE
    for assessor in ASSESSORS.values():
        assert judged(VENDORS["polder-componenten"], assessor, question).mark is None


@pytest.mark.parametrize("slug", VENDORS)
def test_a_consensus_is_motivated_and_lies_between_the_own_marks(slug):
    rows = consensus_rows(VENDORS[slug])
    assert 0 < len(rows) < len(list(wishes()))
    for row in rows:
        question = QUESTIONS[row["id"]]
        own = [judged(VENDORS[slug], a, question).mark for a in ASSESSORS.values()]
        marks = [mark for mark in own if mark is not None]
        assert max(marks) - min(marks) > 4
        assert min(marks) <= row["mark"] <= max(marks)
        assert row["motivation"]
        assert row["marks"].count("\n") == len(ASSESSORS) - 1


def test_chance_is_the_same_every_time_and_fair():
    assert uniform("a", "b") == uniform("a", "b") != uniform("a", "c")
    draws = [uniform(str(number)) for number in range(2000)]
    assert mean(draws) == pytest.approx(0.5, abs=0.02)
    assert mean(normal(2, str(number)) ** 2 for number in range(2000)) == pytest.approx(4, rel=0.1)
    assert {choice(["x", "y"], str(number)) for number in range(20)} == {"x", "y"}
