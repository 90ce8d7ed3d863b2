import pytest
from freezing.agreed_project import EISEN, agreed_project, change, themes
from markdown_workbook import write_markdown


@pytest.fixture
def unanswered(project):
    return agreed_project(project, answered=False)


SMALL = ("--rounds", "40", "--vendors", "3")


def test_the_rules_are_tried_before_anybody_answers(unanswered, run):
    code, text, complaint = run("rehearse", *SMALL)
    lines = [" ".join(line.split()) for line in text.splitlines()]
    assert (code, complaint) == (0, "")
    assert lines[0].startswith("Droogloop: 40 rondes met 3 verzonnen aanbiedingen, startgetal 20261101.")
    assert "De mix is aangenomen; er is niets van uw leveranciers in gebruikt." in lines
    assert "Wat elk gewicht kan doen (samen (gelijk))" in lines
    assert any(line.startswith("ARC 55,0 % 55,0") for line in lines)
    assert "Er zijn geen knock-outs." in lines
    assert "Regels voor een latere aanbesteding (formule: lineair)" in lines
    assert any(line.startswith("rondes met minstens twee aanbiedingen 40") for line in lines)


def test_the_same_seed_shows_the_same(unanswered, run):
    assert run("rehearse", *SMALL, "--seed", "5") == run("rehearse", *SMALL, "--seed", "5")
    assert run("rehearse", *SMALL, "--seed", "5") != run("rehearse", *SMALL, "--seed", "6")


def test_as_many_bids_as_are_invited(unanswered, run_json):
    code, value = run_json("rehearse", "--rounds", "10")
    assert (code, value["rounds"], value["vendors"], value["seed"]) == (0, 10, 2, 20261101)


def test_the_example_can_be_redone_by_calculator(project, run, run_json):
    rows = [
        f"| ARC-{n:02} | ARC | Het pakket doet {n}. | eis | Must | nee | 3 | nee |" for n in range(10, 22)
    ]
    unanswered = agreed_project(project, "\n".join((EISEN.strip(), *rows)), answered=False)
    tender = '[tender]\nquality = 60\nprice = 40\n\n[[themes]]\ncode = "ARC"'
    change(unanswered, '[[themes]]\ncode = "ARC"', tender)
    words = ("rehearse", "--rounds", "300", "--vendors", "5")
    example = run_json(*words)[1]["tender"]["smallest"]
    everybody = {offer["vendor"]: offer for offer in example["together"]}
    lowest = min(float(offer["price"]) for offer in everybody.values())
    for offer in everybody.values():
        exact = 40 * (1 - (float(offer["price"]) - lowest) / lowest)
        assert int(offer["price_points_exact"].split("/")[0]) == int(max(0, exact) + 0.5)
    assert example["together"][0]["vendor"] != example["without"][0]["vendor"] != example["out"]
    text = run(*words)[1]
    assert f"Reken na: met {example['out']} wint {example['together'][0]['vendor']}, zonder" in text
    assert "O106" in text


def test_a_mix_from_the_answers_that_are_there(project, run, run_json):
    agreed_project(project)
    code, text, _ = run("rehearse", *SMALL, "--observed")
    assert (code, "De mix komt uit de map vendors." in text) == (0, True)
    given = run_json("rehearse", *SMALL, "--observed")[1]["assumptions"]
    assert given["observed"]
    assert given["answers"] == {"S": "1/2", "C": "1/4", "P": "1/4", "M": "0/1", "R": "0/1", "N": "0/1"}


def test_hard_requirements_are_listed(project, run):
    rows = [f"| ARC-{n:02} | ARC | Het pakket doet {n}. | eis | Must | ja | 3 | nee |" for n in range(10, 22)]
    agreed_project(project, "\n".join((EISEN.strip(), *rows)), answered=False)
    text = run("rehearse", *SMALL)[1]
    assert "Knock-outs: " in text
    assert "… en 2 meer; met --json krijgt u ze alle." in text


def test_what_is_only_hard_is_tried_without_any_weight(unanswered, run, run_json):
    rows = [f"| ARC-{n} | ARC | Het pakket doet {n}. | eis | Must | ja | 3 | nee |" for n in range(10, 22)]
    head = EISEN.strip().splitlines()[:2]
    for slug in ("aalsmeer", "diemen"):
        sheets = {"Thema's": themes(60, 40), "Eisen": "\n".join((*head, *rows))}
        write_markdown(unanswered / f"requirements/{slug}.xlsx", sheets)
    code, text, _ = run("rehearse", *SMALL)
    lines = text.splitlines()
    assert code == 0
    assert "Geen enkele eis heeft een gewicht. Alleen de knock-outs zijn te proberen." in lines
    assert any(line.startswith("Knock-outs: ") and "van de aanbiedingen voldoet" in line for line in lines)
    assert not any(said in text for said in ("Gelijke stand", "Wat elk gewicht", "latere aanbesteding"))
    found = run_json("rehearse", *SMALL)[1]
    assert (found["ties"], found["reach"], found["tender"]) == ([], [], None)
    assert {item["requirement"] for item in found["hard"]["items"]} == {f"ARC-{n}" for n in range(10, 22)}


def test_one_vendor_and_no_tender(unanswered, run, run_json):
    code, text, _ = run("rehearse", "--rounds", "10", "--vendors", "1")
    assert (code, "O410" in text, "Niet na te bootsen" in text) == (0, True, True)
    assert run_json("rehearse", "--rounds", "10", "--vendors", "1")[1]["tender"] is None


def test_a_weight_that_cannot_turn_an_order_is_named(unanswered, run):
    points = "C = 90\nP = 70\nM = 40"
    change(unanswered, points, "C = 0\nP = 0\nM = 0")
    for slug in ("aalsmeer", "diemen"):
        sheets = {"Thema's": themes(99, 1), "Eisen": EISEN}
        write_markdown(unanswered / f"requirements/{slug}.xlsx", sheets)
    assert "kan de volgorde niet omdraaien" in run("rehearse", *SMALL)[1]


def test_what_cannot_be_tried(unanswered, run):
    for slug in ("aalsmeer", "diemen"):
        (unanswered / f"requirements/{slug}.xlsx").unlink()
    code, _, complaint = run("rehearse")
    nothing = "Er is geen eis met een gewicht en geen knock-out, dus er is niets te proberen.\n"
    assert (code, complaint) == (2, nothing)
    change(unanswered, "C = 90", "C = 900")
    assert "marktscan.toml is niet te gebruiken" in run("rehearse")[2]


@pytest.mark.parametrize("words", [("--rounds", "0"), ("--vendors", "99"), ("--seed", "x")])
def test_numbers_that_cannot_be(unanswered, run, words):
    code, _, complaint = run("rehearse", *words)
    assert (code, complaint.count("\n")) == (2, 1)
