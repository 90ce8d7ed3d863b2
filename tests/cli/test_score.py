from dataclasses import replace
from decimal import Decimal

from cli.small_scan import BACKGROUND, RESULTS, SCAN, WARNING, unknown_code
from scoring.scans import requirements, scan, submission

from marktscan.pipeline import Outcome, background_of
from marktscan.scoring import score_scan

HEAD = "| id | thema | soort | gewicht | bijzonder |\n|---|---|---|---|---|\n"


def test_a_table_per_municipality_and_per_key(run, outcome):
    outcome(Outcome((WARNING,), SCAN, RESULTS, background=BACKGROUND))
    code, text, _ = run("score")
    assert code == 0
    assert text.splitlines()[:4] == [
        "Diemen (voorlopig: er is nog te weinig beantwoord)",
        "plaats  leverancier  score nu  bandbreedte  gewogen  geleverd  beantwoord  knock-out",
        "     1  kade             71,7    71,7–86,7     71,7      71,7        85 %  voldoet niet",
        "     –  leeg                –                                              te verifiëren",
    ]
    assert "Samen, verdeelsleutel: Even zwaar (voorlopig" in text
    assert text.endswith("Bevindingen: 1 keer let op.\n")


def test_that_a_ceiling_is_a_knock_out_elsewhere_is_told_where_one_is_declared(run, outcome):
    """The report says "voldoet niet: plafond", this table does not: both are so, and this says why."""
    costs = replace(SCAN.project.costs, ceilings={"samen": Decimal(1)})
    made = replace(SCAN, project=replace(SCAN.project, costs=costs))
    outcome(Outcome((), made, RESULTS, background=BACKGROUND))
    assert "Bij knock-out staat hier geen plafond" in run("score")[1]
    outcome(Outcome((), SCAN, RESULTS, background=BACKGROUND))
    assert "plafond" not in run("score")[1]


def test_json_holds_exact_and_rounded_scores(run_json, outcome):
    outcome(Outcome((), SCAN, RESULTS, background=BACKGROUND))
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
    assert value["weighed"]["municipalities"]["diemen"]["ranking"][0] == kade
    assert value["delivered"]["joint"]["gelijk"]["ranking"][1] == leeg
    assert value["together"] == {
        "regrets": [],
        "tipping_points": [],
        "concordance": None,
    }


def test_what_choosing_together_does(run, run_json, outcome):
    """Aalsmeer: Noord 100, Oost 70; Diemen: Noord 40, Oost 90. First place tips at 5/8 for Aalsmeer."""
    lists = [
        requirements(slug, "ARC 100", f"{HEAD}| {id_} | ARC | eis | 1 | |")
        for slug, id_ in (("aalsmeer", "ARC-01"), ("diemen", "ARC-02"))
    ]
    of = scan(lists, [submission("noord", "ARC-01 S, ARC-02 M"), submission("oost", "ARC-01 P, ARC-02 C")])
    results = score_scan(of)[0]
    outcome(Outcome((), of, results, background=background_of(of, results)))
    _, text, _ = run("score")
    assert text.splitlines()[-10:] == [
        "Samen kiezen: wat elke gemeente inlevert op haar eigen eerste keus, in punten",
        "leverancier  aalsmeer  diemen  hoogstens",
        "oost             30,0     0,0       30,0",
        "noord             0,0    50,0       50,0",
        "",
        "Overeenstemming tussen de rangordes van 2 gemeenten: Kendalls W is 0,00 en de gemiddelde "
        "rangcorrelatie −1,00 (1 is dezelfde rangorde, 0 is geen verband).",
        "gelijk: telt Aalsmeer voor meer dan 62,5 % mee (nu 50,0 %), dan komt noord samen bovenaan.",
        "gelijk: telt Diemen voor minder dan 37,5 % mee (nu 50,0 %), dan komt noord samen bovenaan.",
        "",
        "Geen bevindingen.",
    ]
    found = run_json("score")[1]["together"]
    assert found["regrets"][0] == {
        "vendor": "oost",
        "greatest_exact": "30/1",
        "municipalities": {"aalsmeer": "30/1", "diemen": "0/1"},
    }
    assert found["tipping_points"][0]["upper_exact"] == "5/8"
    assert found["concordance"] == {"municipalities": 2, "vendors": 2, "w": 0.0, "mean_correlation": -1.0}


def test_a_project_that_cannot_be_scored(run, run_json, outcome):
    outcome(Outcome((unknown_code("F2"),)))
    code, text, _ = run("score")
    assert code == 1
    assert text.startswith("Er zijn geen scores")
    code, value = run_json("score")
    assert code == 1
    assert value.keys() == {"municipalities", "joint", "knock_outs", "rules", "findings"}
    assert value["municipalities"] == {}
