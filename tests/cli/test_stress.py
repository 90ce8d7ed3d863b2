"""`marktscan stress` on small scans: sentences, tables and JSON."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from scoring.scans import requirements, scan, submission

from marktscan.domain.conventions import SimulationRules
from marktscan.domain.requirement import RequirementList
from marktscan.pipeline import Outcome, background_of
from marktscan.robustness import stress
from marktscan.scoring import score_scan

TABLE = """
    | id | thema | soort | gewicht | bijzonder |
    |---|---|---|---|---|
    | ARC-01 | ARC | eis | 1 | |
    | DVL-01 | DVL | eis | 1 | |
    """
VENDORS = (submission("noord", "ARC-01 S, DVL-01 N"), submission("oost", "ARC-01 N, DVL-01 S"))
JSON_PAGE = Path(__file__).parents[2] / "docs" / "json.md"


def _outcome(*lists: RequirementList) -> Outcome:
    made = scan(lists, VENDORS)
    few = replace(made, project=replace(made.project, simulation=SimulationRules(draws=2000, seed=7)))
    results, _ = score_scan(few)
    return Outcome((), few, results, stress(few, results), background=background_of(few, results))


@pytest.fixture
def clear(outcome):
    outcome(_outcome(requirements("aalsmeer", "ARC 90, DVL 10", TABLE)))


@pytest.fixture
def torn(outcome):
    lists = [
        requirements("aalsmeer", "ARC 70, DVL 30", TABLE),
        requirements("diemen", "ARC 49, DVL 51", TABLE),
    ]
    unreadable = RequirementList("amstelveen", "requirements/amstelveen.xlsx", readable=False)
    outcome(_outcome(*lists, unreadable))


def test_a_clear_leader_is_called_so(run, clear):
    code, text, _ = run("stress")
    assert code == 0
    lines = text.splitlines()
    assert lines[:4] == [
        "noord is een duidelijke koploper. Het staat bovenaan bij ten minste 80 % van de varianten. "
        "Dat blijft zo zolang er minder dan 10 procentpunt gewicht verschuift.",
        "",
        "Aalsmeer: hoe vaak bovenaan",
        "leverancier  elke verdeling  rond uw verdeling  alleen de volgorde  en met beloften",
    ]
    # half of all weights, give or take what 2.000 draws leave open
    assert re.fullmatch(
        r"noord +(4[789]|5[0-3]) %      meer dan 99 %       meer dan 99 %    meer dan 99 %", lines[4]
    )
    assert "Samen: gelijk: hoe vaak bovenaan" in text
    assert (
        "Pas als u ten minste 40,0 procentpunt van het gewicht anders verdeelt, komt oost naast noord."
        in text
    )
    assert "2.000 varianten, startgetal 7. Dat is geen kans dat dit pakket het beste is." in text
    assert "thema       ARC   Aalsmeer       oost" in text


def test_nobody_leads_clearly_where_municipalities_differ(run, torn):
    _, text, _ = run("stress")
    assert text.startswith(
        "Geen enkel pakket is een duidelijke koploper.\nIn Diemen zijn oost en noord gelijk"
    )
    assert "Amstelveen: geen scores\n" in text
    assert "Antwoorden die met één stap hoger of lager een volgorde veranderen: 2" in text


def test_json_holds_everything_and_its_page_names_every_key(run_json, torn):
    code, value = run_json("stress")
    assert code == 0
    assert value["words"]["level"] == [{"municipality": "diemen", "vendors": ["oost", "noord"]}]
    assert value["simulation"]["draws"] == 2000
    assert {run["scenario"] for run in value["simulation"]["runs"]} == {
        "uniform",
        "around",
        "ordinal",
        "promised",
    }
    assert {(row["ranking"], row["vendor"]) for row in value["without_vendor"]} >= {("diemen", "noord")}
    assert not any(row["scores_changed"] for row in value["without_vendor"])
    assert {row["ranking"] for row in value["tipping_points"]} == {"aalsmeer", "diemen"}
    own = value["simulation"]["runs"][0]["vendors"][0]
    assert sum(own["rank_acceptability"]) == pytest.approx(1)
    assert value["shifts"][0]["least_exact"] == "1/5"
    page = JSON_PAGE.read_text(encoding="utf-8")
    names = {"aalsmeer", "diemen", "noord", "oost", "ARC", "DVL"}
    assert {key for key in _keys(value) - names if not re.search(rf'[`"]{key}[`"]', page)} == set()


def _keys(value: object) -> set[str]:
    if isinstance(value, dict):
        return {*value, *(key for inner in value.values() for key in _keys(inner))}
    return {key for inner in value for key in _keys(inner)} if isinstance(value, list) else set()
