import pytest
from scan_factory import answer, requirement, requirement_list, scan, submission
from scan_factory import consensus as agreed
from scan_factory import mark as given

from marktscan.checking import assessors, consensus, marks, questions
from marktscan.domain.assessment import Consensus, Mark
from marktscan.domain.finding import Finding
from marktscan.domain.requirement import Kind, RequirementList

LISTS = (requirement_list(requirement("ARC-01", kind=Kind.WISH), requirement("ARC-02", row=3)),)


def found(*own: Mark, together: tuple[Consensus, ...] = (), code: str = "S") -> list[Finding]:
    """What the checks say about marks for the wish ARC-01; ARC-02 is an eis."""
    answers = (answer("ARC-01", code), answer("ARC-02", row=3))
    made = scan(LISTS, submissions=(submission(*answers, marks=own, consensus=together),))
    checks = (*assessors.CHECKS, *marks.CHECKS, *consensus.CHECKS)
    return [item for check in checks for item in check(made)]


def places(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(item.code.name, item.source.cell) for item in findings]


def test_motivated_mark_and_consensus() -> None:
    assert found(given("ARC-01", 8), together=(agreed("ARC-01", 8),)) == []


@pytest.mark.parametrize(
    ("item", "code", "cell"),
    [
        (given("ARC-01", 8, motivation=""), "MARK_WITHOUT_MOTIVATION", "I2"),
        (given("ARC-02", 8), "MARK_NOT_ASKED", "H2"),
        (given("ARC-99", 8), "MARK_NOT_ASKED", "H2"),
        (given("ARC-01", None), "MARK_MISSING", "H2"),
    ],
)
def test_mark_that_is_not_in_order(item: Mark, code: str, cell: str) -> None:
    assert places(found(item)) == [(code, cell)]


def test_empty_mark_for_an_eis_is_fine() -> None:
    assert found(given("ARC-02", None)) == []


def test_mark_twice() -> None:
    (item,) = found(given("ARC-01", 8), given("ARC-01", 6, row=9))
    assert (item.code.name, item.source.cell) == ("MARK_DOUBLE", "A9")
    assert dict(item.facts)["first"] == "vendors/zaak/assessments/aalsmeer-1.xlsx · Beoordeling!A2"


def test_second_row_without_a_mark_is_no_double() -> None:
    assert found(given("ARC-01", 8), given("ARC-01", None, row=9), together=(agreed("ARC-01", 8),)) == []


@pytest.mark.parametrize("code", ["R", "N", "O", "X"])
def test_mark_for_what_is_not_offered_today(code: str) -> None:
    (item,) = found(given("ARC-01", 6), code=code)
    assert (item.code.name, item.source.cell) == ("MARK_WITHOUT_OFFER", "H2")
    assert dict(item.facts)["answer"] == code


@pytest.mark.parametrize(("mark", "code"), [(0, "N"), (None, "N"), (6, "?"), (6, "M")])
def test_mark_that_fits_the_answer(mark: int | None, code: str) -> None:
    assert found(given("ARC-01", mark), code=code) == []


def test_mark_where_the_question_was_not_answered_at_all() -> None:
    made = scan(LISTS, submissions=(submission(answer("ARC-02"), marks=(given("ARC-01", 6),)),))
    (item,) = marks.mark_is_about_an_offer(made)
    assert dict(item.facts)["answer"] == "O"


def test_marks_say_nothing_about_answers_that_could_not_be_read() -> None:
    made = scan(LISTS, submissions=(submission(readable=False, marks=(given("ARC-01", 6),)),))
    assert list(marks.mark_is_about_an_offer(made)) == []


def test_what_was_not_asked_is_unknown_while_a_list_cannot_be_read() -> None:
    lost = RequirementList("diemen", "requirements/diemen.xlsx", readable=False)
    own = submission(answer("ARC-99"), marks=(given("ARC-99", 6),), consensus=(agreed("ARC-99", 6),))
    made = scan((*LISTS, lost), submissions=(own,))
    checks = (*questions.CHECKS, *marks.CHECKS, *consensus.CHECKS)
    assert [item for check in checks for item in check(made)] == []


def test_consensus_makes_a_missing_mark_fine() -> None:
    assert found(given("ARC-01", None), together=(agreed("ARC-01", 8),)) == []


def test_empty_consensus_does_not() -> None:
    assert places(found(given("ARC-01", None), together=(agreed("ARC-01", None),))) == [
        ("MARK_MISSING", "H2")
    ]


def test_assessor_nobody_appointed() -> None:
    items = found(given("ARC-01", 8), given("ARC-01", 8, assessor="piet"))
    assert [(i.code.name, str(i.source)) for i in items] == [
        ("ASSESSOR_UNKNOWN", "vendors/zaak/assessments/piet.xlsx")
    ]


def test_assessor_who_marked_nothing() -> None:
    (item,) = found()
    assert (item.code.name, str(item.source)) == (
        "ASSESSOR_MISSING",
        "vendors/zaak/assessments/aalsmeer-1.xlsx",
    )
    assert dict(item.facts)["municipality"] == "Aalsmeer"


def test_no_assessor_is_missed_for_a_vendor_without_answers() -> None:
    made = scan(LISTS, submissions=(submission(readable=False),))
    assert list(assessors.assessor_has_marked(made)) == []


@pytest.mark.parametrize(
    ("item", "code", "cell"),
    [
        (agreed("ARC-01", 8, motivation=""), "CONSENSUS_WITHOUT_MOTIVATION", "F2"),
        (agreed("ARC-02", 8), "CONSENSUS_NOT_ASKED", "E2"),
        (agreed("ARC-01", 10), "CONSENSUS_OUTSIDE_MARKS", "E2"),
        (agreed("ARC-01", 2), "CONSENSUS_OUTSIDE_MARKS", "E2"),
    ],
)
def test_consensus_that_is_not_in_order(item: Consensus, code: str, cell: str) -> None:
    own = (given("ARC-01", 8), given("ARC-01", 6, assessor="aalsmeer-1", row=3))
    assert (code, cell) in places(found(*own, together=(item,)))


def test_consensus_twice() -> None:
    items = found(given("ARC-01", 8), together=(agreed("ARC-01", 8), agreed("ARC-01", 8, row=4)))
    assert places(items) == [("CONSENSUS_DOUBLE", "A4")]
    assert dict(items[0].facts)["first"] == "vendors/zaak/consensus.xlsx · Consensus!A2"
