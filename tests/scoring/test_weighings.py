from fractions import Fraction

from hypothesis import HealthCheck, given, settings
from scoring.drawn import scans
from scoring.scans import requirements, scan, submission

from marktscan.domain.scan import Scan
from marktscan.scoring import score_scan
from marktscan.scoring.weighings import weighings

LIST = """
    | id | thema | soort | gewicht | bijzonder |
    |---|---|---|---|---|
    | ARC-01 | ARC | eis | 3 | |
    | ARC-02 | ARC | eis | 1 | |
    | DVL-01 | DVL | eis | 2 | nvt |
    | ZTC-01 | ZTC | eis | 5 | Won't |
    """


def test_weights_and_values_stand_apart() -> None:
    """ARC: 3 × S and 1 × M is (300 + 40) / 4; DVL is granted: no value; ZTC has no row that counts."""
    made = scan(
        [requirements("diemen", "ARC 60, DVL 40, ZTC 9", LIST)],
        [submission("noord", "ARC-01 S, ARC-02 M, DVL-01 X, ZTC-01 S", "", "")],
    )
    (found,) = weighings(made)
    assert found.weights == {"ARC": 60, "DVL": 40}
    assert {theme: value.low for theme, value in found.values["noord"].items()} == {"ARC": Fraction(85)}


def test_a_theme_without_a_weight_can_be_tried() -> None:
    made = scan([requirements("diemen", "ARC 60", LIST)], [submission("noord", "DVL-01 C", "", "")])
    (found,) = weighings(made)
    assert found.weights == {"ARC": 60, "DVL": 0}
    assert found.values["noord"]["DVL"].low == 90


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(scans())
def test_the_stated_weights_give_the_published_scores(drawn: Scan) -> None:
    results = score_scan(drawn)[0]
    for item in weighings(drawn):
        for entry in results.municipalities[item.municipality].scored:
            counting = {
                t: (item.weights[t], v) for t, v in item.values[entry.vendor].items() if item.weights[t]
            }
            total = sum(weight for weight, _ in counting.values())
            for name, published in (("low", entry.low), ("high", entry.high), ("covered", entry.coverage)):
                summed = sum(weight * getattr(value, name) for weight, value in counting.values())
                assert summed / total == published
