from dataclasses import replace

from cli.scored_scan import scored_outcome

from marktscan.domain.conventions import AssessorRules


def test_as_claimed_and_as_verified(run, outcome):
    outcome(scored_outcome())
    code, text, _ = run("claims")
    assert code == 0
    lines = text.splitlines()
    assert lines[:4] == [
        "Aalsmeer",
        "leverancier  geclaimd  gedocumenteerd  gedemonstreerd  bevestigd  nog te bewijzen",
        "noord            90,0            90,0             0,0        0,0                2",
        "oost             87,5            87,5             0,0        0,0                3",
    ]
    assert "Samen, verdeelsleutel: gelijk" in lines


def test_what_to_check_in_the_demo(run, outcome):
    outcome(scored_outcome())
    code, text, _ = run("claims", "oost")
    assert code == 0
    assert text.splitlines()[:6] == [
        "Na te gaan bij oost, zwaarste eerst: 3 beweringen, nog niet gedemonstreerd.",
        "",
        "eis     antwoord  bewezen tot     knock-out voor  aalsmeer  diemen  samen: gelijk  zelfde uitleg",
        "ARC-03  S         gedocumenteerd  diemen                 –    0,00           0,00",
        "ARC-01  C         gedocumenteerd                     67,50       –          33,75",
        "ARC-02  C         gedocumenteerd                     20,00       –          10,00",
    ]


def test_what_does_not_fit_in_a_demo_is_counted_and_can_be_seen(run, run_json, outcome):
    """The knock-out ARC-03 always; of the two others one fits, and ARC-02 weighs 10 points."""
    made = scored_outcome()
    short = replace(made.scan.project, assessing=AssessorRules(demo=1))
    outcome(replace(made, scan=replace(made.scan, project=short)))
    text = run("claims", "oost")[1]
    assert "ARC-01" in text
    assert "ARC-02" not in text
    assert "Niet getoond: 1 beweringen van elk hoogstens 10,00 punten samen." in text
    assert "ARC-02" in run("claims", "oost", "--all")[1]
    value = run_json("claims", "oost")[1]
    assert value["demo"] == {"oost": ["ARC-03", "ARC-01"]}
    assert len(value["to_check"]["oost"]) == 3


def test_json(run_json, outcome):
    outcome(scored_outcome())
    _, value = run_json("claims", "noord")
    assert list(value["verified"]) == ["gedocumenteerd", "gedemonstreerd", "bevestigd"]
    assert value["verified"]["gedemonstreerd"]["joint"]["gelijk"]["ranking"][0]["score"] == 0.0
    assert list(value["to_check"]) == ["noord"]
    first = value["to_check"]["noord"][0]
    assert (first["requirement"], first["answer"], first["level"]) == ("ARC-01", "S", "gedocumenteerd")
    assert first["stakes_exact"] == {"aalsmeer": "75/1", "key:gelijk": "75/2"}
    assert first["sources"][0] == {"file": "vendors/noord/answers.xlsx", "sheet": "Vragen", "cell": "F2"}
