import pytest
from scoring.scans import requirements, scan, submission

from marktscan.domain.results import KnockOut, KnockOutState, Results
from marktscan.scoring import score_scan

MET, CONDITIONAL, TO_VERIFY, FAILED = KnockOutState
TABLE = """
    | id | thema | soort | gewicht | bijzonder |
    |---|---|---|---|---|
    | ARC-01 | ARC | eis | 1 | {special} |
    | ARC-02 | ARC | eis | 1 | |
    """


def _results(answer: str, special: str = "KO") -> Results:
    item = requirements("aalsmeer", "ARC 100", TABLE.format(special=special))
    return score_scan(scan([item], [submission("noord", f"{answer}, ARC-02 S")]))[0]


def _knock_out(answer: str, special: str = "KO") -> KnockOut:
    return _results(answer, special).knock_outs[0]


@pytest.mark.parametrize(
    ("answer", "state", "reason"),
    [
        ("ARC-01 S", MET, "werkt nu, met bewijs"),
        ("ARC-01 C", MET, "werkt nu, met bewijs"),
        ("ARC-01 S!", TO_VERIFY, "werkt nu, zonder bewijs"),
        ("ARC-01 C!", TO_VERIFY, "werkt nu, zonder bewijs"),
        ("ARC-01 P", CONDITIONAL, "via een partner"),
        ("ARC-01 R 2028-07-01 ja", CONDITIONAL, "belofte, contractueel toegezegd, uiterlijk bij de start"),
        ("ARC-01 R 2028-07-02 ja", FAILED, "belofte, maar pas na de start"),
        ("ARC-01 R 2027-04-30 nee", FAILED, "belofte, niet contractueel toegezegd"),
        ("ARC-01 R 2027-04-30", FAILED, "belofte, niet contractueel toegezegd"),
        ("ARC-01 R - ja", FAILED, "belofte zonder datum"),
        ("ARC-01 M", FAILED, "alleen met maatwerk"),
        ("ARC-01 N", FAILED, "niet aangeboden"),
        ("ARC-01 O", TO_VERIFY, "geen antwoord"),
        ("ARC-09 S", TO_VERIFY, "geen antwoord"),
        ("ARC-01 ?", TO_VERIFY, "antwoord onduidelijk"),
        ("ARC-01 X", TO_VERIFY, "niet van toepassing, maar dat mag hier niet"),
    ],
)
def test_what_an_answer_means_for_a_hard_requirement(answer: str, state: KnockOutState, reason: str):
    found = _knock_out(answer)
    assert (found.state, found.reason) == (state, reason)
    assert _results(answer).municipalities["aalsmeer"].of("noord").knock_out is state


def test_granted_not_applicable_takes_the_knock_out_away():
    results = _results("ARC-01 X", "KO nvt")
    assert results.knock_outs == ()
    assert results.municipalities["aalsmeer"].of("noord").knock_out is MET


def test_a_knock_out_names_the_cells_that_decided_it():
    assert [source.cell for source in _knock_out("ARC-01 S").sources] == ["H2", "F2", "H2"]
    assert [source.cell for source in _knock_out("ARC-01 R").sources] == ["H2", "F2", "I2", "J2"]
    assert [source.cell for source in _knock_out("ARC-01 N").sources] == ["H2", "F2"]
    assert str(_knock_out("ARC-09 S").sources[-1]) == "vendors/noord/answers.xlsx"


def test_the_strictest_row_and_the_strictest_municipality_decide():
    table = TABLE.format(special="KO").replace("eis | 1 | |", "eis | 1 | KO |")
    plain = requirements("diemen", "ARC 100", TABLE.format(special="").replace("ARC-01", "ARC-03"))
    strict = requirements("aalsmeer", "ARC 100", table + "| ARC-04 | ARC | eis | 1 | |")
    vendor = submission("noord", "ARC-01 S, ARC-02 N, ARC-03 S, ARC-04 S")
    results, _ = score_scan(scan([strict, plain], [vendor]))
    assert results.municipalities["aalsmeer"].of("noord").knock_out is FAILED
    assert results.municipalities["diemen"].of("noord").knock_out is MET
    assert results.joint["gelijk"].of("noord").knock_out is FAILED
    assert results.municipalities["aalsmeer"].of("noord").low == 100
