from collections.abc import Iterator
from datetime import date

import pytest
from scan_factory import answer, requirement, requirement_list, scan, submission

from marktscan.checking import answers, promises, questions
from marktscan.domain.answer import Answer
from marktscan.domain.finding import Finding

FILE = "vendors/zaak/answers.xlsx"
CHECKS = (*questions.CHECKS, *answers.CHECKS, *promises.CHECKS)


def found(*given: Answer, not_applicable_allowed: bool = False) -> list[Finding]:
    """What the checks say about these answers to ARC-01, asked by two municipalities."""
    rows = (
        requirement("ARC-01", "aalsmeer", not_applicable_allowed=not_applicable_allowed),
        requirement("ARC-01", "diemen", not_applicable_allowed=True),
    )
    lists = tuple(requirement_list(row) for row in rows)
    return list(_all(lists, *given))


def _all(lists: tuple, *given: Answer) -> Iterator[Finding]:
    made = scan(lists, submissions=(submission(*given),))
    return (item for check in CHECKS for item in check(made))


def places(findings: list[Finding]) -> list[tuple[str, str]]:
    """Without the flag for all standard, which one answer always raises."""
    return [(i.code.name, i.source.cell) for i in findings if i.code.name != "ALMOST_ALL_STANDARD"]


IN_TIME = {"available": date(2027, 6, 30), "available_text": "Q2 2027", "committed": True}


@pytest.mark.parametrize(
    "given",
    [
        answer(code="S"),
        answer(code="C"),
        answer(code="P", evidence="", surcharge="in de prijs"),
        answer(code="R", evidence="", **IN_TIME),
        answer(code="M", surcharge="€ 5.000"),
        answer(code="N", explanation="", evidence=""),
        answer(code="?", explanation="", evidence=""),
        answer(confidential=True, confidential_reason="Prijsafspraak met een partner."),
        answer(available=date(2020, 1, 1), available_text="2020"),
        answer(text=f" {requirement('ARC-01').text}\n"),
    ],
)
def test_answer_that_is_complete(given: Answer) -> None:
    assert places(found(given)) == []


@pytest.mark.parametrize(
    ("given", "code", "cell"),
    [
        (answer(code="O", explanation="", evidence=""), "ANSWER_EMPTY", "F2"),
        (answer(code="S", evidence=""), "ANSWER_WITHOUT_EVIDENCE", "H2"),
        (answer(code="C", evidence=""), "ANSWER_WITHOUT_EVIDENCE", "H2"),
        (answer(code="R", committed=False), "ROADMAP_WITHOUT_DATE", "I2"),
        (
            answer(code="R", **{**IN_TIME, "available": date(2026, 10, 31), "available_text": "okt 2026"}),
            "ROADMAP_PAST",
            "I2",
        ),
        (answer(code="R", **{**IN_TIME, "available": date(2028, 7, 2)}), "ROADMAP_AFTER_GO_LIVE", "I2"),
        (answer(code="R", **{**IN_TIME, "committed": None}), "ROADMAP_COMMITMENT_MISSING", "J2"),
        (answer(code="P", explanation="", surcharge="0"), "PARTNER_WITHOUT_NAME", "G2"),
        (answer(code="P"), "PARTNER_WITHOUT_PRICE", "K2"),
        (answer(code="M"), "CUSTOM_WITHOUT_PRICE", "K2"),
        (answer(code="X"), "NOT_APPLICABLE_NOT_ALLOWED", "F2"),
        (answer(confidential=True), "CONFIDENTIAL_WITHOUT_REASON", "M2"),
        (answer(code="S", available=date(2027, 6, 30)), "ANSWER_CONTRADICTS", "I2"),
        (answer(explanation="Zie bijlage 3."), "SEE_OFFER", "G2"),
        (answer(text="Heel iets anders."), "QUESTION_CHANGED", "C2"),
    ],
)
def test_answer_that_lacks_something(given: Answer, code: str, cell: str) -> None:
    assert places(found(given)) == [(code, cell)]


@pytest.mark.parametrize("day", [date(2026, 11, 1), date(2028, 7, 1)])
def test_promise_on_the_reference_date_or_on_the_first_day_is_in_time(day: date) -> None:
    assert places(found(answer(code="R", **{**IN_TIME, "available": day}))) == []


def test_promise_with_a_date_that_cannot_be_read_is_the_finding_of_the_reader() -> None:
    assert places(found(answer(code="R", available_text="binnenkort", committed=True))) == []


def test_late_promise_names_both_dates() -> None:
    late = answer(code="R", available=date(2029, 3, 31), available_text="Q1 2029", committed=True)
    (item,) = found(late)
    assert dict(item.facts) == {
        "requirement": "ARC-01",
        "vendor": "Zaak",
        "available": "Q1 2029",
        "go_live": "1-7-2028",
    }


def test_not_applicable_names_who_does_not_allow_it() -> None:
    (item,) = found(answer(code="X"))
    assert dict(item.facts)["municipalities"] == "Aalsmeer"


def test_not_applicable_where_everyone_allows_it() -> None:
    assert places(found(answer(code="X"), not_applicable_allowed=True)) == []


def test_not_applicable_without_explanation() -> None:
    unexplained = answer(code="X", explanation="")
    assert places(found(unexplained, not_applicable_allowed=True)) == [
        ("NOT_APPLICABLE_WITHOUT_REASON", "G2")
    ]


@pytest.mark.parametrize(
    ("explanation", "refers"),
    [
        ("zie offerte", True),
        ("Zie bijlage B, par. 4.2", True),
        ("Conform onze aanbieding", True),
        ("Wij verwijzen naar de documentatie op onze website.", True),
        ("Zie bijlage 3: zaaktypen zijn per gemeente in te stellen.", False),
        ("De beheerder stelt dit in; zie ook bijlage 3.", False),
        ("Zie je de zaak, dan zie je ook de termijn.", False),
        ("Zie bijlage 3 voor de schermen waarin de beheerder per zaaktype de termijn kan instellen.", False),
        ("", False),
    ],
)
def test_explanation_that_only_refers(explanation: str, refers: bool) -> None:
    assert (("SEE_OFFER", "G2") in places(found(answer(explanation=explanation)))) is refers


def test_question_that_was_never_asked() -> None:
    assert places(found(answer(), answer("ARC-99", row=3))) == [("ANSWER_NOT_ASKED", "A3")]


def test_question_that_is_gone() -> None:
    given = found(answer("ARC-99"))
    assert ("ANSWER_ROW_MISSING", f"{FILE} · Vragen") in [(i.code.name, str(i.source)) for i in given]


def test_file_without_any_row() -> None:
    assert [(i.code.name, str(i.source)) for i in found()] == [("ANSWER_ROW_MISSING", FILE)]


def test_unreadable_answers_are_not_called_unanswered() -> None:
    lists = (requirement_list(requirement()),)
    made = scan(lists, submissions=(submission(readable=False),))
    assert [item for check in CHECKS for item in check(made)] == []


@pytest.mark.parametrize(("others", "flagged"), [(0, True), (1, False)])
def test_more_than_95_percent_standard(others: int, flagged: bool) -> None:
    """20 of 20 is above 95 %, 19 of 20 is exactly 95 % and is not."""
    given = [answer(f"ARC-{n:02}", row=n, code="N" if n <= others else "S") for n in range(1, 21)]
    flags = [item for item in found(*given) if item.code.name == "ALMOST_ALL_STANDARD"]
    assert [dict(item.facts)["percent"] for item in flags] == (["100"] if flagged else [])


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (["Ja, dat kan."] * 4 + [f"Uitleg {n}" for n in range(12)], ["4"]),
        (["Ja, dat kan."] * 3 + ["ja,  DAT kan."] + [f"Uitleg {n}" for n in range(12)], ["4"]),
        (["Ja, dat kan."] * 4 + [f"Uitleg {n}" for n in range(16)], []),
        (["Ja, dat kan."] * 3, []),
        ([""] * 16, []),
    ],
)
def test_one_explanation_for_many_answers(texts: list[str], told: list[str]) -> None:
    """Four of sixteen is above 20 %, four of twenty is exactly that; three is never many; no text is none."""
    given = [answer(f"ARC-{n:02}", row=n, explanation=text) for n, text in enumerate(texts, start=2)]
    flags = [item for item in found(*given) if item.code.name == "ONE_EXPLANATION"]
    assert [dict(item.facts)["count"] for item in flags] == told
    assert all(item.source.cell == "G2" for item in flags)
