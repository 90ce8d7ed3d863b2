"""What the stamp of a questionnaire tells about rows that came back, or did not."""

from dataclasses import replace

from scan_factory import answer, requirement, requirement_list, scan, submission

from marktscan.checking import questions
from marktscan.domain.finding import Code
from marktscan.domain.scan import Submission


def told(given: Submission) -> list[tuple[Code, str]]:
    rows = (
        replace(requirement(key), text=f"Het systeem doet {key}.") for key in ("ARC-01", "ARC-02", "ARC-03")
    )
    one = scan((requirement_list(*rows),), submissions=(given,))
    return [(item.code, dict(item.facts)["requirement"]) for check in questions.CHECKS for item in check(one)]


def test_rows_that_are_missing_say_why() -> None:
    given = submission(answer("ARC-01"))
    assert told(given) == [(Code.ANSWER_ROW_MISSING, "ARC-02"), (Code.ANSWER_ROW_MISSING, "ARC-03")]
    sent = replace(given, round=1, asked={"ARC-01": "", "ARC-02": ""})
    assert told(sent) == [(Code.ROW_DELETED, "ARC-02"), (Code.QUESTION_LATER, "ARC-03")]


def test_a_row_that_the_vendor_added_is_told() -> None:
    given = submission(
        answer("ARC-01"), answer("ARC-02"), answer("ARC-03"), asked={"ARC-01": "", "ARC-02": ""}
    )
    assert told(given) == [(Code.ROW_ADDED, "ARC-03")]


def test_a_text_is_only_called_changed_when_the_vendor_changed_it() -> None:
    rest = (answer("ARC-02"), answer("ARC-03"))
    changed = answer("ARC-01", text="Iets anders")
    assert told(submission(changed, *rest)) == [(Code.QUESTION_CHANGED, "ARC-01")]
    assert told(submission(replace(changed, as_sent=True), *rest)) == []
