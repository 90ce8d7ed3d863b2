from cli.scored_scan import scored_outcome

from marktscan.pipeline import Outcome


def test_all_vendors_and_the_current_system_beside_the_market(run, outcome):
    outcome(scored_outcome())
    code, text, _ = run("promises")
    assert code == 0
    assert text.splitlines() == [
        "Beloften (antwoord R). Peildatum 1 november 2026, start van het contract 1 juli 2028.",
        "Punten zijn punten in de gezamenlijke score, verdeelsleutel: gelijk.",
        "",
        "leverancier  beloften  tellen gewogen mee  meeste op één datum  beloften  punten",
        "noord               2                   2  31 oktober 2027             1   +50,0",
        "oost                0                   0  –",
        "",
        "Het huidige systeem naast de markt, als elke belofte op haar datum uitkomt",
        "vanaf            noord  beste van de markt  verschil  wie",
        "1 november 2026   45,0                43,8      +1,3  oost",
        "31 oktober 2027   95,0                43,8     +51,3  oost",
        "",
        "Knock-outs waarop een belofte staat",
        "gemeente  leverancier  eis     beloofd voor   stand           reden",
        "Diemen    noord        ARC-03  30 april 2027  voorwaardelijk  belofte, contractueel toegezegd, "
        "uiterlijk bij de start",
        "",
        "Bevindingen: 1 keer let op.",
    ]


def test_one_vendor_from_date_to_date(run, outcome):
    outcome(scored_outcome())
    code, text, _ = run("promises", "noord")
    assert code == 0
    assert text.splitlines()[:10] == [
        "Beloften van noord: 2",
        "",
        "vanaf            aalsmeer  diemen  samen: gelijk  dan beloofd",
        "1 november 2026      90,0     0,0           45,0",
        "30 april 2027        90,0     0,0           45,0  ARC-03",
        "31 oktober 2027      90,0   100,0           95,0  ARC-04",
        "",
        "Elke belofte",
        "eis     voor             hoe zeker                  stand             telt mee  punten",
        "ARC-03  30 april 2027    in het contract toegezegd  telt gewogen mee    63,6 %     0,0",
    ]


def test_a_vendor_without_promises_and_one_that_is_not_there(run, outcome):
    outcome(scored_outcome())
    assert run("promises", "oost")[1].startswith("Beloften van oost: 0\n\nBevindingen: 1 keer let op.")
    code, _, complaint = run("promises", "west")
    assert (code, complaint.split(".")[0]) == (2, "De leverancier west bestaat niet")


def test_json(run_json, outcome):
    outcome(scored_outcome())
    code, value = run_json("promises", "noord")
    assert code == 0
    first, second = value["promises"]
    assert (first["requirement"], first["available"], first["credibility"], first["standing"]) == (
        "ARC-03",
        "2027-04-30",
        "in het contract toegezegd",
        "telt gewogen mee",
    )
    assert second["factor_exact"] == "9/20"
    assert second["gains_exact"] == {"diemen": "100/1", "key:gelijk": "50/1"}
    assert [release["available"] for release in value["releases"]] == ["2027-10-31", "2027-04-30"]
    curve = next(curve for curve in value["curves"] if curve["ranking"] == "key:gelijk")
    assert (curve["start_exact"], curve["steps"][1]["score_exact"]) == ("45/1", "95/1")
    assert value["comparisons"][0]["date"] == "2026-11-01"
    assert value["knock_outs"][0]["available"] == "2027-04-30"
    assert [item["code"] for item in value["findings"]] == ["A241"]


def test_a_project_that_cannot_be_scored(run, outcome):
    outcome(Outcome(()))
    code, _, complaint = run("promises")
    assert code == 2
    assert complaint.startswith("Er zijn geen scores")
