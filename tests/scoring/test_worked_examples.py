"""Three examples to redo with a pocket calculator; the points are S 100, C 90, P 70, M 40, R 0, N 0."""

from fractions import Fraction

from scoring.scans import asked, scan, submission

from marktscan.domain.results import KnockOutState, Results, State
from marktscan.scoring import score_scan


def _score(results: Results, municipality: str, vendor: str) -> Fraction | None:
    return results.municipalities[municipality].of(vendor).low


def _joint(results: Results, key: str, vendor: str) -> Fraction | None:
    return results.joint[key].of(vendor).low


def _theme(results: Results, municipality: str, vendor: str, theme: str) -> tuple[Fraction, Fraction]:
    found = results.municipalities[municipality].of(vendor).theme(theme)
    assert found is not None
    return found.weight, found.low


def test_two_levels_of_weights_with_knock_out_and_wont_beside_the_score():
    """
    | | gewicht | noord | punten | oost | punten |
    |---|---|---|---|---|---|
    | ARC-01 | 3 | S | 100 | C | 90 |
    | ARC-02 | 1 | P | 70 | S | 100 |
    | **ARC (60)** | 4 | 370 ÷ 4 | **92,5** | 370 ÷ 4 | **92,5** |
    | ZTC-01 | 2 | C | 90 | S | 100 |
    | ZTC-02 | knock-out | S | – | N | – |
    | ZTC-03 | Won't | S | – | N | – |
    | ZTC-04 | 3 | M | 40 | R | 0 |
    | **ZTC (40)** | 5 | 300 ÷ 5 | **60** | 200 ÷ 5 | **40** |
    | **score** | | 0,6 × 92,5 + 0,4 × 60 | **79,5** | 0,6 × 92,5 + 0,4 × 40 | **71,5** |
    """
    aalsmeer = asked(
        "aalsmeer",
        "ARC 60, ZTC 40",
        *("ARC-01 eis 3", "ARC-02 eis 1"),
        *("ZTC-01 eis 2", "ZTC-02 eis 2 KO", "ZTC-03 eis 5 Won't", "ZTC-04 eis 3"),
    )
    noord = submission("noord", "ARC-01 S, ARC-02 P, ZTC-01 C, ZTC-02 S, ZTC-03 S, ZTC-04 M")
    oost = submission("oost", "ARC-01 C, ARC-02 S, ZTC-01 S, ZTC-02 N, ZTC-03 N, ZTC-04 R")
    results, findings = score_scan(scan([aalsmeer], [noord, oost]))

    assert findings == ()
    assert _theme(results, "aalsmeer", "noord", "ARC") == (Fraction("0.6"), Fraction("92.5"))
    assert _theme(results, "aalsmeer", "noord", "ZTC") == (Fraction("0.4"), 60)
    assert _score(results, "aalsmeer", "noord") == Fraction("79.5")
    assert _score(results, "aalsmeer", "oost") == Fraction("71.5")
    ranking = results.municipalities["aalsmeer"]
    assert [(entry.vendor, entry.rank, entry.knock_out) for entry in ranking.entries] == [
        ("noord", 1, KnockOutState.MET),
        ("oost", 2, KnockOutState.FAILED),
    ]
    assert [(regret.vendor, regret.greatest) for regret in results.regrets] == [("noord", 0), ("oost", 8)]


def test_granted_not_applicable_gives_its_weight_to_the_others():
    """
    West antwoordt X op ARC-02 en WOO-01. In Diemen mag dat voor beide, in Aalsmeer alleen voor WOO-01.

    | | gewicht | punten in Diemen | punten in Aalsmeer |
    |---|---|---|---|
    | ARC-01 | 2 | C: 90 | C: 90 |
    | ARC-02 | 3 | telt niet mee | niet toegestaan: 0 |
    | **ARC (50)** | | 180 ÷ 2 = **90** | 180 ÷ 5 = **36** |
    | **ZTC (30)**: ZTC-01 | 4 | P: **70** | P: **70** |
    | **WOO (20)**: WOO-01 | 1 | telt niet mee | telt niet mee |

    WOO is leeg, dus ARC en ZTC verdelen de 100 als 50 staat tot 30: 5/8 en 3/8.
    Diemen 5/8 × 90 + 3/8 × 70 = **82,5**; Aalsmeer 5/8 × 36 + 3/8 × 70 = **48,75**; samen **65,625**.
    """
    weights, rest = "ARC 50, WOO 20, ZTC 30", ("WOO-01 eis 1 nvt", "ZTC-01 eis 4")
    diemen = asked("diemen", weights, "ARC-01 eis 2", "ARC-02 eis 3 nvt", *rest)
    aalsmeer = asked("aalsmeer", weights, "ARC-01 eis 2", "ARC-02 eis 3", *rest)
    west = submission("west", "ARC-01 C, ARC-02 X, WOO-01 X, ZTC-01 P")
    results, _ = score_scan(scan([aalsmeer, diemen], [west]))

    assert _theme(results, "diemen", "west", "ARC") == (Fraction(5, 8), 90)
    assert _theme(results, "aalsmeer", "west", "ARC") == (Fraction(5, 8), 36)
    assert results.municipalities["diemen"].of("west").theme("WOO") is None
    assert _score(results, "diemen", "west") == Fraction("82.5")
    assert _score(results, "aalsmeer", "west") == Fraction("48.75")
    assert _joint(results, "gelijk", "west") == Fraction("65.625")
    states = {(c.municipality, c.requirement): (c.state, c.weight) for c in results.contributions}
    assert states["diemen", "ARC-02"] == (State.GRANTED, 0)
    assert states["aalsmeer", "ARC-02"] == (State.CLAIMED, Fraction(5, 8) * Fraction(3, 5))
    assert results.municipalities["aalsmeer"].of("west").coverage == 1


def test_marks_unknown_answers_and_two_keys():
    """
    DVL-01 is in Amstelveen een wens: cijfers 8, 8 en 6 zijn 80, 80 en 60 punten, gemiddeld 220 ÷ 3.
    Voor Diemen is DVL-01 een eis: antwoord C is 90 punten. Het antwoord op DVL-02 is onduidelijk: 0 tot 100.
    GEB-01 is een wens met cijfer 8, maar het antwoord is een belofte (R): nu 0.

    Amstelveen laag: (2 × 220/3 + 1 × 0) ÷ 3 = 440/9 = **48,89**; hoog: (440/3 + 100) ÷ 3 = 740/9 = **82,22**.
    Diemen: 0,7 × 90 + 0,3 × 0 = **63**.
    Even zwaar: (440/9 + 63) ÷ 2 = 1007/18 = **55,94**.
    Diemen driemaal zo zwaar: (440/9 + 3 × 63) ÷ 4 = **59,47**.
    """
    amstelveen = asked("amstelveen", "DVL 100", "DVL-01 wens 2", "DVL-02 eis 1")
    diemen = asked("diemen", "DVL 70, GEB 30", "DVL-01 eis 1", "GEB-01 wens 1")
    zuid = submission(
        "zuid",
        "DVL-01 C, DVL-02 ?, GEB-01 R",
        "amstelveen-1 DVL-01 8, amstelveen-2 DVL-01 8, diemen-1 DVL-01 6, diemen-1 GEB-01 8",
    )
    keys = {"gelijk": "amstelveen 1/2, diemen 1/2", "zwaar": "amstelveen 1/4, diemen 3/4"}
    results, findings = score_scan(scan([amstelveen, diemen], [zuid], keys))

    found = results.municipalities["amstelveen"].of("zuid")
    assert (found.low, found.high) == (Fraction(440, 9), Fraction(740, 9))
    assert found.coverage == Fraction(2, 3)
    assert results.municipalities["amstelveen"].provisional
    assert [item.code.number for item in findings] == ["A221"]
    assert _score(results, "diemen", "zuid") == 63
    assert not results.municipalities["diemen"].provisional
    assert _joint(results, "gelijk", "zuid") == Fraction(1007, 18)
    assert _joint(results, "zwaar", "zuid") == Fraction(440, 36) + Fraction(3 * 63, 4)
    reasons = {(c.municipality, c.requirement): c.reason for c in results.contributions}
    assert reasons == {
        ("amstelveen", "DVL-01"): "gemiddelde van 3 cijfers: 8, 8, 6",
        ("amstelveen", "DVL-02"): "antwoord onduidelijk: tussen 0 en 100 punten",
        ("diemen", "DVL-01"): "antwoord C: 90 punten",
        ("diemen", "GEB-01"): "belofte: telt nu niet",
    }
    first = next(c for c in results.contributions if c.requirement == "DVL-01")
    assert [str(source) for source in first.sources] == [
        "requirements/amstelveen.xlsx · Eisen!I2",
        "requirements/amstelveen.xlsx · Thema's!C2",
        "vendors/zuid/answers.xlsx · Vragen!F2",
        "vendors/zuid/assessments/amstelveen-1.xlsx · Beoordeling!G2",
        "vendors/zuid/assessments/amstelveen-2.xlsx · Beoordeling!G3",
        "vendors/zuid/assessments/diemen-1.xlsx · Beoordeling!G4",
    ]
