from fractions import Fraction

import pytest
from cli.small_scan import RESULTS, SCAN, unknown_code

from marktscan.cli.derivation import plain
from marktscan.pipeline import Outcome

WHOLE = """\
Diemen · kade
  Score 71,7 van de 100 (exact 215/3), plaats 1.
  Met alles wat nog onbekend is op 100 punten: 86,7 (exact 260/3).
  Beantwoord: 85 % van het gewicht. Knock-outs: voldoet niet.

    thema  gewicht          × score  = punten
    A          0,6               75   45,0000
    B          0,4  66,6667 (200/3)   26,6667
    samen        1                    71,6667

  A
    A-1: gewicht 3 × 100 punten = 300 · antwoord S
      ← vendors/kade/answers.xlsx · Vragen!F1
    A-2: gewicht 1 × 0 (hoogstens 100) punten = 0 · antwoord ?
      ← vendors/kade/answers.xlsx · Vragen!F2
    A-3: telt niet mee · antwoord X
      ← vendors/kade/answers.xlsx · Vragen!F3
    Themascore: 300 ÷ 4 = 75, over alle rijen van dit thema
    In de score: 0,6 × 75 = 45,0000

  B
    B-1: gewicht 1 × 66,6667 (200/3) punten = 66,6667 (200/3) · antwoord S
      ← vendors/kade/answers.xlsx · Vragen!F1
    Themascore: 66,6667 (200/3) ÷ 1 = 66,6667 (200/3), over alle rijen van dit thema
    In de score: 0,4 × 66,6667 (200/3) = 26,6667

  Knock-out A-1: voldoet niet · antwoord N
      ← vendors/kade/answers.xlsx · Vragen!F1

Samen, verdeelsleutel Even zwaar: 1 × 71,6667 = 71,7 (exact 215/3)

Punten per antwoord: S = 100, N = 0. Punten per cijfer: 10 = 100, 5 = 50.
Geen bevindingen.
"""


@pytest.fixture(autouse=True)
def _scored(outcome):
    outcome(Outcome((), SCAN, RESULTS))


def test_the_whole_derivation_can_be_redone_by_hand(run):
    assert run("explain", "kade") == (0, WHOLE, "")


def test_one_requirement_of_one_municipality(run):
    _, text, _ = run("explain", "KADE", "a-2", "--municipality", "Diemen")
    assert "A-2: gewicht 1" in text
    assert "A-1: gewicht" not in text
    assert "B-1" not in text
    assert "Knock-out A-1" not in text
    assert "Samen" not in text


def test_a_vendor_without_score(run):
    code, text, _ = run("explain", "leeg")
    assert code == 0
    assert "Geen score" in text


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["kado"], "De leverancier kado bestaat niet. Bedoelde u kade?"),
        (["kade", "A-9"], "De eis A-9 bestaat niet. Bedoelde u A-3 of A-2 of A-1?"),
        (["kade", "--municipality", "dieman"], "De gemeente dieman bestaat niet. Bedoelde u diemen?"),
        (["qqqq"], "De leverancier qqqq bestaat niet. Bedoelde u kade of leeg?"),
    ],
)
def test_an_unknown_name_is_wrong_use_with_a_suggestion(run, words, sentence):
    assert run("explain", *words) == (2, "", sentence + "\n")


def test_json_holds_the_same_rows(run_json):
    code, value = run_json("explain", "kade", "B-1")
    assert code == 0
    diemen = value["municipalities"]["diemen"]
    assert diemen["score"]["score_exact"] == "215/3"
    assert diemen["rows"] == [
        {
            "requirement": "B-1",
            "theme": "B",
            "state": "beantwoord",
            "answer": "S",
            "reason": "antwoord S",
            "raw_weight": 1,
            "weight_exact": "2/5",
            "value_exact": "2/3",
            "value_high_exact": "2/3",
            "points_exact": "80/3",
            "sources": [{"file": "vendors/kade/answers.xlsx", "sheet": "Vragen", "cell": "F1"}],
        }
    ]
    assert diemen["knock_outs"] == []
    assert value["joint"]["gelijk"]["score_exact"] == "215/3"


def test_without_scores_there_is_nothing_to_explain(run, outcome):
    outcome(Outcome((unknown_code("F2"),)))
    code, text, complaint = run("explain", "kade")
    assert (code, text) == (2, "")
    assert complaint.startswith("Er zijn geen scores")


def test_a_number_is_printed_without_loss():
    assert [plain(Fraction(*pair)) for pair in ((75, 1), (3, 8), (200, 3), (1, 128))] == [
        "75",
        "0,375",
        "66,6667 (200/3)",
        "0,0078 (1/128)",
    ]
