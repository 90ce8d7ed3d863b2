from cli.small_scan import RESULTS, SCAN, WARNING, unknown_code

from marktscan.pipeline import Outcome


def test_a_table_per_municipality_and_per_key(run, outcome):
    outcome(Outcome((WARNING,), SCAN, RESULTS))
    code, text, _ = run("score")
    assert code == 0
    assert text.splitlines()[:4] == [
        "Diemen (voorlopig: er is nog te weinig beantwoord)",
        "plaats  leverancier  score  bandbreedte  beantwoord  knock-out",
        "     1  kade          71,7    71,7–86,7        85 %  voldoet niet",
        "     –  leeg             –                           te verifiëren",
    ]
    assert "Samen, verdeelsleutel: Even zwaar (voorlopig" in text
    assert text.endswith("Bevindingen: 1 keer let op.\n")


def test_json_holds_exact_and_rounded_scores(run_json, outcome):
    outcome(Outcome((), SCAN, RESULTS))
    code, value = run_json("score")
    assert code == 0
    kade, leeg = value["municipalities"]["diemen"]["ranking"]
    assert (kade["vendor"], kade["rank"], kade["knock_out"]) == ("kade", 1, "voldoet niet")
    assert (kade["score"], kade["score_exact"]) == (71.6667, "215/3")
    assert (kade["score_high"], kade["score_high_exact"]) == (86.6667, "260/3")
    assert (kade["coverage"], kade["coverage_exact"]) == (0.85, "17/20")
    assert kade["themes"]["B"]["score_exact"] == "200/3"
    assert kade["themes"]["B"]["weight"] == 0.4
    assert kade["themes"]["B"]["weight_exact"] == "2/5"
    assert (leeg["rank"], leeg["score"], leeg["score_exact"], leeg["themes"]) == (None, None, None, {})
    assert value["municipalities"]["diemen"]["provisional"] is True
    assert value["joint"]["gelijk"]["ranking"][0] == kade
    assert value["knock_outs"] == [
        {
            "municipality": "diemen",
            "vendor": "kade",
            "requirement": "A-1",
            "state": "voldoet niet",
            "reason": "antwoord N",
            "sources": [{"file": "vendors/kade/answers.xlsx", "sheet": "Vragen", "cell": "F1"}],
        }
    ]
    assert value["findings"] == []


def test_a_project_that_cannot_be_scored(run, run_json, outcome):
    outcome(Outcome((unknown_code("F2"),)))
    code, text, _ = run("score")
    assert code == 1
    assert text.startswith("Er zijn geen scores")
    code, value = run_json("score")
    assert code == 1
    assert value.keys() == {"municipalities", "joint", "knock_outs", "findings"}
    assert value["municipalities"] == {}
