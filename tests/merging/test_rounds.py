"""Answers on an earlier round: an unchanged question keeps its answer, a changed one does not."""

from dataclasses import replace

from scan_factory import answer, requirement, requirement_list, scan, submission

from marktscan.domain.answer import AnswerCode
from marktscan.domain.finding import Code
from marktscan.domain.scan import Scan, Submission
from marktscan.merging import on_this_round


def example() -> Scan:
    rows = (
        replace(requirement("ARC-01"), text="Het systeem bewaart zaken."),
        replace(requirement("ARC-02"), text="Het systeem zoekt in zaken."),
        replace(requirement("ARC-03"), text="Het systeem telt zaken."),
    )
    return scan((requirement_list(*rows),))


def returned(round_number: int) -> Submission:
    """A vendor that answered the first question as it is, the second as it was, and never saw the third."""
    return submission(
        answer("ARC-01", text="Het  systeem bewaart zaken.", as_sent=True),
        answer("ARC-02", text="Het systeem zoekt.", row=3, as_sent=True),
        round=round_number,
        asked={"ARC-01": "", "ARC-02": ""},
    )


def test_an_earlier_round_is_compared_with_the_current_one() -> None:
    (compared,), found = on_this_round(example().programme, [returned(1)], 2)
    assert {key: item.code for key, item in compared.answers.items()} == {
        "ARC-01": AnswerCode.STANDARD,
        "ARC-02": AnswerCode.UNCLEAR,
    }
    old, changed = found
    assert (old.code, old.source.file) == (Code.ROUND_OLD, "vendors/zaak/answers.xlsx")
    assert dict(old.facts) == {
        **{"vendor": "Zaak", "round": "1", "current": "2"},
        **{"same": "1", "changed": "1", "new": "1"},
    }
    assert (changed.code, changed.source.cell) == (Code.QUESTION_OF_OLD_ROUND, "C3")
    assert dict(changed.facts) == {"vendor": "Zaak", "requirement": "ARC-02", "text": "Het systeem zoekt."}


def test_a_round_that_the_project_does_not_know_is_told() -> None:
    (compared,), (newer, changed) = on_this_round(example().programme, [returned(3)], 2)
    assert (newer.code, newer.source.file) == (Code.ROUND_NEWER, "vendors/zaak/answers.xlsx")
    assert dict(newer.facts) == {
        **{"vendor": "Zaak", "round": "3", "current": "2"},
        **{"same": "1", "changed": "1", "new": "1"},
    }
    assert changed.code is Code.QUESTION_OF_OLD_ROUND
    assert compared.answers["ARC-01"].code is AnswerCode.STANDARD


def test_a_question_that_changed_within_a_round_is_told_alone() -> None:
    (compared,), found = on_this_round(example().programme, [returned(2)], 2)
    assert [item.code for item in found] == [Code.QUESTION_OF_OLD_ROUND]
    assert compared.answers["ARC-02"].code is AnswerCode.UNCLEAR


def test_without_a_stamp_nothing_is_compared() -> None:
    given = submission(answer("ARC-01", text="Iets anders"), answer("ZZZ-01"))
    assert on_this_round(example().programme, [given], 2) == ((given,), ())


def test_a_text_that_the_vendor_changed_keeps_its_answer() -> None:
    given = submission(answer("ARC-01", text="Iets anders", as_sent=False), round=2)
    assert on_this_round(example().programme, [given], 2) == ((given,), ())
