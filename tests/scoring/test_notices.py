import pytest
from scoring.scans import asked, requirements, scan, submission

from marktscan.domain.finding import Code, Finding
from marktscan.scoring import score_scan

TABLE = """
    | id | thema | soort | gewicht | bijzonder |
    |---|---|---|---|---|
    | ARC-01 | ARC | eis | 8 | |
    | ARC-02 | ARC | eis | 2 | nvt |
    | ARC-03 | ARC | eis | 1 | KO |
    """
AALSMEER = requirements("aalsmeer", "ARC 100", TABLE)


def _findings(*answers: str, code: Code, **rules: object) -> list[tuple[str, dict[str, str]]]:
    vendors = [submission(slug, text) for slug, text in zip(("noord", "oost"), answers, strict=False)]
    found = score_scan(scan([AALSMEER], vendors, **rules))[1]
    return [_shown(item) for item in found if item.code is code]


def _shown(item: Finding) -> tuple[str, dict[str, str]]:
    return str(item.source), dict(item.facts)


def test_too_little_answered_is_a_finding_at_the_first_open_answer():
    answers = "ARC-01 S, ARC-02 O, ARC-03 S"
    facts = {"municipality": "Aalsmeer", "vendor": "NOORD", "percent": "80", "minimum": "90"}
    assert _findings(answers, code=Code.LOW_COVERAGE) == [("vendors/noord/answers.xlsx · Vragen!F3", facts)]
    assert _findings(answers, code=Code.LOW_COVERAGE, coverage=80) == []


@pytest.mark.parametrize(
    ("answered", "unanswered", "percent"),
    [(11, 2, "85"), (17, 2, "89"), (43, 5, "89")],
    ids=["up", "down", "never up to what was agreed"],
)
def test_what_is_answered_is_rounded_as_in_the_tables_of_the_report(answered, unanswered, percent):
    given = asked("aalsmeer", "ARC 100", f"ARC-01 eis {answered}", f"ARC-02 eis {unanswered}")
    found = score_scan(scan([given], [submission("noord", "ARC-01 S, ARC-02 O")]))[1]
    assert [dict(item.facts)["percent"] for item in found if item.code is Code.LOW_COVERAGE] == [percent]


def test_a_knock_out_without_an_answer_is_not_what_lowers_coverage():
    assert _findings("ARC-01 S, ARC-02 S, ARC-03 O", code=Code.LOW_COVERAGE) == []


def test_more_granted_for_one_than_for_another_is_a_finding():
    x, n = "ARC-01 S, ARC-02 X, ARC-03 S", "ARC-01 S, ARC-02 S, ARC-03 S"
    facts = {
        "municipality": "Aalsmeer",
        "vendor": "NOORD",
        "percent": "20",
        "other_vendor": "OOST",
        "other_percent": "0",
    }
    assert _findings(x, n, code=Code.GRANTED_GAP) == [("vendors/noord/answers.xlsx · Vragen!F3", facts)]
    assert _findings(x, n, code=Code.GRANTED_GAP, granted_gap=20) == []
    assert _findings(x, x, code=Code.GRANTED_GAP) == []


def test_a_knock_out_that_all_fail_is_a_finding_about_the_requirement():
    fails, meets = "ARC-01 S, ARC-02 S, ARC-03 N", "ARC-01 S, ARC-02 S, ARC-03 S"
    facts = {"municipality": "Aalsmeer", "requirement": "ARC-03"}
    expected = [("requirements/aalsmeer.xlsx · Eisen!H4", facts)]
    assert _findings(fails, fails, code=Code.KNOCK_OUT_ALL_FAIL) == expected
    assert _findings(fails, meets, code=Code.KNOCK_OUT_ALL_FAIL) == []


def test_when_all_are_equal_the_order_says_nothing_and_that_is_told():
    same, other = "ARC-01 S, ARC-02 S, ARC-03 S", "ARC-01 C, ARC-02 S, ARC-03 S"
    facts = {"municipality": "Aalsmeer", "count": "2"}
    assert _findings(same, same, code=Code.ALL_EQUAL) == [("requirements/aalsmeer.xlsx", facts)]
    assert _findings(same, other, code=Code.ALL_EQUAL) == []
    assert _findings(same, code=Code.ALL_EQUAL) == []
