from dataclasses import replace
from fractions import Fraction

import pytest
from scoring.scans import RULES, requirements, scan, submission

from marktscan.domain.results import Contribution, State
from marktscan.scoring import score_scan, score_table
from marktscan.scoring.judged import judged_by_requirement

ONE, NONE = Fraction(1), Fraction(0)


def _row(kind: str, special: str, answer: str, given: str = "", agreed: str = "", **rules) -> Contribution:
    table = f"""
        | id | thema | soort | gewicht | bijzonder |
        |---|---|---|---|---|
        | ARC-01 | ARC | {kind} | 1 | {special} |
        | ARC-02 | ARC | eis | 1 | |
        """
    offered = submission("noord", f"{answer}, ARC-02 S", given, agreed)
    results, _ = score_scan(scan([requirements("aalsmeer", "ARC 100", table)], [offered], **rules))
    return results.contributions[0]


@pytest.mark.parametrize(
    ("answer", "state", "value", "reason"),
    [
        ("ARC-01 S", State.ANSWERED, ONE, "antwoord S: 100 punten"),
        ("ARC-01 C", State.ANSWERED, Fraction(9, 10), "antwoord C: 90 punten"),
        ("ARC-01 P", State.ANSWERED, Fraction(7, 10), "antwoord P: 70 punten"),
        ("ARC-01 M", State.ANSWERED, Fraction(2, 5), "antwoord M: 40 punten"),
        ("ARC-01 R", State.ANSWERED, NONE, "belofte: telt nu niet"),
        ("ARC-01 N", State.ANSWERED, NONE, "antwoord N: 0 punten"),
        ("ARC-01 X", State.CLAIMED, NONE, "niet van toepassing, maar dat mag hier niet: 0 punten"),
        ("ARC-01 O", State.UNANSWERED, NONE, "geen antwoord na de herinnering: 0 punten"),
        ("ARC-09 S", State.UNANSWERED, NONE, "geen antwoord na de herinnering: 0 punten"),
    ],
)
def test_an_answer_to_an_eis_is_worth_its_points(answer: str, state: State, value: Fraction, reason: str):
    row = _row("eis", "", answer)
    assert (row.state, row.low, row.high, row.reason) == (state, value, value, reason)


def test_before_the_reminder_an_empty_answer_is_unknown():
    row = _row("eis", "", "ARC-01 O", reminder_sent=False)
    assert (row.state, row.low, row.high) == (State.UNKNOWN, 0, 1)
    assert row.reason == "nog geen antwoord: tussen 0 en 100 punten"


def test_a_promise_with_points_of_its_own_is_an_answer_like_any_other():
    points = {code: 1 if code.value == "R" else value for code, value in RULES.answer_points.items()}
    row = _row("eis", "", "ARC-01 R", answer_points=points)
    assert (row.low, row.reason) == (Fraction(1, 100), "antwoord R: 1 punt")


@pytest.mark.parametrize(
    ("answer", "marks", "consensus", "value", "reason"),
    [
        ("ARC-01 S", "a ARC-01 6, b ARC-01 8", "ARC-01 10", ONE, "consensuscijfer 10: 100 punten"),
        ("ARC-01 S", "b ARC-01 6, a ARC-01 10", "", Fraction(4, 5), "gemiddelde van 2 cijfers: 10, 6"),
        ("ARC-01 S", "a ARC-01 6", "ARC-01 -", Fraction(3, 5), "één cijfer: 6"),
        ("ARC-01 S", "a ARC-01 -, b ARC-01 2", "", Fraction(1, 5), "één cijfer: 2"),
        (
            "ARC-01 S",
            "a ARC-01 6, a ARC-01 6, b ARC-01 2",
            "",
            Fraction(2, 5),
            "gemiddelde van 2 cijfers: 6, 2",
        ),
        ("ARC-01 S", "a ARC-01 6, a ARC-01 8, b ARC-01 2", "", Fraction(1, 5), "één cijfer: 2"),
        ("ARC-01 S", "b ARC-01 2", "ARC-01 6, ARC-01 8", Fraction(1, 5), "één cijfer: 2"),
        ("ARC-01 N", "a ARC-01 10", "ARC-01 10", NONE, "antwoord N: 0 punten"),
        ("ARC-01 R", "a ARC-01 10", "", NONE, "belofte: telt nu niet"),
    ],
)
def test_a_wens_is_worth_its_marks_unless_nothing_is_offered(
    answer: str, marks: str, consensus: str, value: Fraction, reason: str
):
    row = _row("wens", "", answer, marks, consensus)
    assert (row.state, row.low, row.high, row.reason) == (State.ANSWERED, value, value, reason)


def test_a_consensus_without_a_motivation_stands_in_nobodys_place():
    of = submission("noord", "ARC-01 S", "a ARC-01 6", "ARC-01 10")
    silent = replace(of, consensus=(replace(of.consensus[0], motivation="  "),))
    assert judged_by_requirement(of)["ARC-01"].consensus is not None
    assert judged_by_requirement(silent)["ARC-01"].consensus is None
    assert [mark.mark for mark in judged_by_requirement(silent)["ARC-01"].marks] == [6]


def test_a_wens_without_a_mark_is_unknown():
    row = _row("wens", "", "ARC-01 S")
    assert (row.state, row.low, row.high) == (State.UNKNOWN, 0, 1)
    assert row.reason == "nog geen cijfer: tussen 0 en 100 punten"


def test_marks_count_by_the_declared_table_even_when_it_is_not_a_straight_line():
    row = _row("wens", "", "ARC-01 S", "a ARC-01 8", marks=_table({10: 100, 8: 90, 6: 60, 2: 20, 0: 0}))
    assert row.low == Fraction(9, 10)


def _table(points: dict[int, int]) -> tuple:
    level = RULES.marks[0]
    return tuple(type(level)(mark, worth, "") for mark, worth in points.items())


@pytest.mark.parametrize(
    ("special", "rules", "weight", "reason"),
    [
        ("KO", {}, 0, "antwoord S: 100 punten; knock-out: staat naast de score"),
        ("KO", {"knock_outs_in_score": True}, 1, "antwoord S: 100 punten"),
        ("Won't", {}, 0, "antwoord S: 100 punten; Won't: weegt niet mee"),
        ("Won't KO", {"knock_outs_in_score": True}, 0, "antwoord S: 100 punten; Won't: weegt niet mee"),
    ],
)
def test_what_carries_no_weight_says_why(special: str, rules: dict, weight: int, reason: str):
    row = _row("eis", special, "ARC-01 S", **rules)
    assert (row.raw_weight, row.reason) == (weight, reason)


def test_the_cells_of_a_row_are_all_that_made_it():
    assert [source.cell for source in _row("eis", "nvt", "ARC-01 X").sources] == ["I2", "C2", "F2", "O2"]
    assert [source.cell for source in _row("eis", "KO", "ARC-01 S").sources] == ["I2", "H2", "C2", "F2"]
    assert [source.cell for source in _row("eis", "Won't", "ARC-01 S").sources] == ["I2", "G2", "C2", "F2"]
    assert [source.cell for source in _row("wens", "", "ARC-01 S", "", "ARC-01 8").sources][-1] == "E2"
    assert [str(source) for source in _row("eis", "", "ARC-09 S").sources][-1] == "vendors/noord/answers.xlsx"


def test_the_table_holds_whole_numbers_on_its_declared_unit():
    table = """
        | id | thema | soort | gewicht | bijzonder |
        |---|---|---|---|---|
        | ARC-01 | ARC | wens | 1 | |
        | ARC-02 | ARC | wens | 2 | |
        """
    marks = "a ARC-01 8, b ARC-01 8, c ARC-01 6, a ARC-02 8, b ARC-02 6"
    found = score_table(
        scan([requirements("aalsmeer", "ARC 100", table)], [submission("noord", "ARC-01 S, ARC-02 S", marks)])
    )
    assert found.attrs["unit"] == 600  # 100 × lcm(3, 2)
    assert found["points_low"].tolist() == [440, 420]
    assert found["marks"].tolist() == [3, 2]
    assert found["counted_weight"].tolist() == [1, 2]
    assert str(found.dtypes["points_high"]) == "int64"
