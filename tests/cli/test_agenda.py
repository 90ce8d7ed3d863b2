from dataclasses import replace

from cli.scored_scan import scored_outcome

from marktscan.domain.agreement import Assessed


def test_what_to_talk_about_with_both_sides(run, outcome):
    outcome(scored_outcome())
    code, text, _ = run("agenda")
    assert code == 0
    assert text.splitlines() == [
        "Van 2 beoordeelde wensen liggen de cijfers bij 1 meer dan één trede uit elkaar. "
        "Te bespreken, want een volgorde hangt ervan af: 1.",
        "",
        "1. noord · ARC-02 · 10,00 punten samen",
        "   Cijfers: a-1 10, a-2 2",
        "   Laagste: 2 van a-2: gezien",
        "   Hoogste: 10 van a-1: gezien",
        "   Volgorde die kan veranderen: aalsmeer (oost), samen: gelijk (oost)",
        "",
        "Overeenstemming per thema (alfa van Krippendorff: 1 is volledig, 0 is toeval)",
        "thema   alfa  binnen één trede",
        "ARC    −0,50              50 %",
        "Alleen over wensen die een leverancier nu aanbiedt.",
        "",
        "Hoe mild elke beoordelaar is: punten boven de anderen bij dezelfde wens",
        "beoordelaar  punten  wensen",
        "a-1           +40,0       2",
        "a-2           −40,0       2",
        "Dit wordt getoond en nergens verrekend.",
        "",
        "Bevindingen: 1 keer let op.",
    ]


def test_no_marks_yet(run, outcome):
    made = scored_outcome()
    empty = replace(made.background, assessed=Assessed((), (), (), ()))
    outcome(replace(made, background=empty))
    code, text, _ = run("agenda")
    assert code == 0
    assert text == (
        "Van 0 beoordeelde wensen liggen de cijfers bij 0 meer dan één trede uit elkaar. "
        "Te bespreken, want een volgorde hangt ervan af: 0.\n\nBevindingen: 1 keer let op.\n"
    )


def test_json(run_json, outcome):
    outcome(scored_outcome())
    _, value = run_json("agenda")
    [item] = value["agenda"]
    assert (item["vendor"], item["requirement"], item["steps"]) == ("noord", "ARC-02", 4)
    assert item["reach_exact"] == {"aalsmeer": "20/1", "key:gelijk": "10/1"}
    assert item["changes"][0] == {"ranking": "aalsmeer", "other": "oost"}
    assert [(mark["assessor"], mark["mark"]) for mark in item["marks"]] == [("a-1", 10), ("a-2", 2)]
    assert value["themes"][0]["within_one_step"] == 1
    assert value["leniency"][0] == {"assessor": "a-1", "compared": 2, "points_exact": "40/1"}
