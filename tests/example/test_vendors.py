"""The invented vendors, as they write and as the program reads them back."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from marktscan.domain.answer import AnswerCode
from marktscan.domain.finding import Code
from marktscan.example.answers import answer_rows, answers, code, when
from marktscan.example.questions import questions
from marktscan.example.submission_files import invented_assessors, invented_vendors
from marktscan.pipeline import score

ROOT = Path(__file__).parents[2]
SLUGS = [vendor.slug for vendor in invented_vendors()]
MESS = {
    Code.ANSWER_CONTRADICTS,
    Code.ANSWER_EMPTY,
    Code.ANSWER_WITHOUT_EVIDENCE,
    Code.CONFIDENTIAL_WITHOUT_REASON,
    Code.COSTS_ABOVE_CEILING,
    Code.CUSTOM_WITHOUT_PRICE,
    Code.LOW_COVERAGE,
    Code.MARK_MISSING,
    Code.MARK_WITHOUT_MOTIVATION,
    Code.NOT_APPLICABLE_NOT_ALLOWED,
    Code.PARTNER_WITHOUT_NAME,
    Code.PRICE_LINE_EMPTY,
    Code.ROADMAP_AFTER_GO_LIVE,
    Code.ROADMAP_COMMITMENT_MISSING,
    Code.SEE_OFFER,
    Code.VALUE_READ_AS,
}


@pytest.fixture(scope="module")
def outcome():
    return score(ROOT)


@pytest.fixture(scope="module")
def submissions(outcome):
    return {submission.vendor.slug: submission for submission in outcome.scan.submissions}


def test_the_questions_are_those_of_the_merged_programme(outcome):
    asked = [(question.id, question.theme, question.text) for question in questions()]
    assert asked == [(row.id, row.theme, row.text) for row in outcome.scan.programme.rows]
    assert [q.id for q in questions() if q.wish] == [r.id for r in outcome.scan.programme.rows if r.assessed]


@pytest.mark.parametrize("slug", SLUGS)
def test_every_vendor_answers_every_question_once(slug):
    assert list(answers(slug)) == [question.id for question in questions()]


@pytest.mark.parametrize("slug", SLUGS)
def test_what_a_vendor_wrote_is_what_is_read(submissions, slug):
    read = submissions[slug].answers
    assert submissions[slug].readable
    for row in answer_rows(slug):
        answer = read[row["id"]]
        assert answer.code is code(slug, row["id"])
        assert answer.explanation == row["explanation"]
        assert answer.evidence == row["evidence"]
        assert answer.surcharge == row["surcharge"]
        if isinstance(row["available"], date):
            assert answer.available == row["available"]


def test_vendors_make_the_mess_of_real_ones_and_no_more(outcome):
    found = {item.code for item in outcome.findings if item.source.file.startswith("vendors/")}
    assert found == MESS


def test_no_two_answers_say_the_same():
    """Hundreds of sentences, each about its own question: no filler."""
    written = Counter(row["explanation"] for slug in SLUGS for row in answers(slug).values())
    del written[""]
    assert len(written) > 1000
    repeated = {text for text, times in written.items() if times > 1}
    assert all(len(text.split()) <= 8 for text in repeated)
    assert max(written[text] for text in repeated) <= 5


def test_kade_is_silent_on_a_fifth_of_the_questions():
    silent = sum(code("kade-zaken", question.id) is AnswerCode.UNANSWERED for question in questions())
    assert 0.16 < silent / len(questions()) < 0.22


@pytest.mark.parametrize("slug", SLUGS)
def test_every_promise_has_a_date_in_the_future(outcome, submissions, slug):
    promises = [a for a in submissions[slug].answers.values() if a.code is AnswerCode.ROADMAP]
    assert promises
    assert all(promise.available > outcome.scan.project.reference_date for promise in promises)


def test_the_current_system_promises_most_after_the_newcomer_and_commits_to_its_archive():
    promised = {slug: [i for i in answers(slug) if code(slug, i) is AnswerCode.ROADMAP] for slug in SLUGS}
    ranked = sorted(SLUGS, key=lambda slug: -len(promised[slug]))
    assert ranked[:2] == ["zuiderzaak", "rx-enterprise"]
    committed = [i for i in promised["rx-enterprise"] if answers("rx-enterprise")[i]["committed"] == "ja"]
    assert committed == ["ARC-04", "ARC-08", "ARC-09", "ARC-13"]
    assert when("rx-enterprise", "ARC-08") == "april 2027"
    assert when("kade-zaken", "DVL-09") == "Q2 2028"


def test_municipalities_differ_in_who_is_first_and_two_vendors_are_close(outcome):
    first = {}
    for municipality, ranking in outcome.results.municipalities.items():
        leader, second, *rest = ranking.entries
        first[municipality] = leader.vendor
        assert {leader.vendor, second.vendor} == {"kade-zaken", "linde-gemeentecloud"}
        assert leader.low - second.low < 5
        assert rest[-1].vendor == "beemster-zaak"
    assert first == {
        "aalsmeer": "kade-zaken",
        "amstelveen": "linde-gemeentecloud",
        "diemen": "linde-gemeentecloud",
    }


@pytest.mark.parametrize("slug", SLUGS)
def test_every_workbook_says_it_is_invented(slug):
    for path in sorted((ROOT / "vendors" / slug).rglob("*.xlsx")):
        sheet = load_workbook(path)["Lees mij"]
        text = " ".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row)
        assert "Fictieve voorbeeldgegevens" in text
        assert "zijn verzonnen voor dit voorbeeld" in text


def test_vendors_and_assessors_are_those_of_the_project(outcome):
    project = outcome.scan.project
    assert sorted(project.invited) == SLUGS
    expected = [(name, m.slug) for m in project.municipalities for name in m.assessors]
    assert [(a.slug, a.municipality) for a in invented_assessors()] == expected
