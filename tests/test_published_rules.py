"""A published set of tender rules from workbooks to award, with every rule in marktscan.toml alone.

VNG Realisatie tendered a renewed Softwarecatalogus in 2024: quality 70, price 30; six questions of 15, 15,
10, 10, 10 and 10 points; marks 10/8/6/2/0 worth 100/80/60/20/0 %; assessors alone first, then together; a
ceiling of € 250.000 on parts 1 and 2; costs over 48 months; price points (1 − (P − Pmin)/Pmin) × 30, rounded
half up to whole points; ties: lowest price, then question 1, then lot. The offers are invented, so that they
show how fragile such rules are. By hand, with part 3 free for everyone:

| | Noord | Oost | Zuid | West | Kade |
|---|---|---|---|---|---|
| V1 (15) | 10: 15 | 8: 12 | 2: 3 | 10: 15 | 10: 15 |
| V2 (15) | 10: 15 | 8: 12 | 2: 3 | 10: 15 | 10: 15 |
| V3 (10) | 10: 10 | 8: 8 | 6: 6 | 10: 10 | 10: 10 |
| V4 (10) | 10: 10 | 8: 8 | 2: 2 | 10: 10 | 10: 10 |
| V5 (10) | 10: 10 | 10: 10 | 6: 6 | 10: 10 | 10: 10 |
| V6 (10) | 8: 8 | 10: 10 | 0: 0 | 0: 0 | 10: 10 |
| **quality** | **68** | **60** | **20** | **60** | **70** |
| part 1, once | 50.000 | 40.000 | 40.000 | 40.000 | 60.000 |
| part 2, 4 × a year | 25.000 | 20.000 | 15.000 | 20.000 | 50.000 |
| **price** | **150.000** | **120.000** | **100.000** | **120.000** | 260.000: above the ceiling |
| price points | 30 × (1 − 50/100) = **15** | 30 × (1 − 20/100) = **24** | **30** | **24** | – |
| **outcome** | **83** | **84** | **50** | **84** | – |

Oost and West tie at one price; question 1 decides: West 15, Oost 12. With Noord and Oost alone Noord wins.
"""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from written_project import Written, write_project

from marktscan.cli import main

SETTINGS = """
[project]
title = "Softwarecatalogus"
question = "Wie wint volgens deze regels?"
status = "proef"
version = "1"
report_date = 2026-11-23
reference_date = 2026-11-01
go_live = 2028-07-01
fictitious = true

[[municipalities]]
slug = "vng"
name = "VNG"
assessors = ["vng-1", "vng-2"]

[vendors]
incumbent = "noord"
invited = ["kade", "noord", "oost", "west", "zuid"]

[keys.alleen]
name = "VNG"
weights = { vng = 1 }

[weights.alle.themes]
V1 = 15
V2 = 15
V3 = 10
V4 = 10
V5 = 10
V6 = 10

[weights.alle.requirements]
"VRA-01" = 1
"VRA-02" = 1
"VRA-03" = 1
"VRA-04" = 1
"VRA-05" = 1
"VRA-06" = 1

[points.answers]
S = 100
C = 100
P = 100
M = 100
R = 0 # een belofte telt niet
N = 0

[[points.marks]]
mark = 10
points = 100
label = "uitstekend"

[[points.marks]]
mark = 8
points = 80
label = "goed"

[[points.marks]]
mark = 6
points = 60
label = "voldoende"

[[points.marks]]
mark = 2
points = 20
label = "slecht"

[[points.marks]]
mark = 0
points = 0
label = "niets"

[rules]
knock_outs_in_score = false
reminder_sent = true # leeg is 0
coverage = 90
granted_gap = 10
standard_flag = 100

[price_sheet]
lines = [
  { kind = "Deel 1", unit = "vast", volume = "vast" },
  { kind = "Deel 2", unit = "vast", volume = "vast" },
  { kind = "Deel 3", unit = "vast", volume = "vast" },
]

[price_sheet.volumes]
vast = { vng = 1 }

[costs]
years = 4
ceilings = { samen = 250000 }
under_ceiling = ["Deel 1", "Deel 2"]

[tender]
formula = "lineair"
quality = 70
price = 30
decimals = 0
rounding = "naar boven"
tie_break = ["prijs", "VRA-01", "loting"]

[[themes]]
code = "V1"
name = "Vraag 1"

[[themes]]
code = "V2"
name = "Vraag 2"

[[themes]]
code = "V3"
name = "Vraag 3"

[[themes]]
code = "V4"
name = "Vraag 4"

[[themes]]
code = "V5"
name = "Vraag 5"

[[themes]]
code = "V6"
name = "Vraag 6"
"""
QUESTIONS = {
    "Eisen": """
    | Eis-ID | Thema | Eis                            | Soort | Prioriteit | Knock-out | Gewicht |
    |--------|-------|--------------------------------|-------|------------|-----------|---------|
    | VRA-01 | V1    | Beschrijf hoe u het bouwt.     | wens  | Must       | nee       |         |
    | VRA-02 | V2    | Beschrijf hoe u het beheert.   | wens  | Must       | nee       |         |
    | VRA-03 | V3    | Beschrijf het team.            | wens  | Must       | nee       |         |
    | VRA-04 | V4    | Beschrijf de planning.         | wens  | Must       | nee       |         |
    | VRA-05 | V5    | Beschrijf hoe u het overdraagt.| wens  | Must       | nee       |         |
    | VRA-06 | V6    | Beschrijf hoe u het test.      | wens  | Must       | nee       |         |
    """,
    "Thema's": "| Thema | Omschrijving | Gewicht |\n|-|-|-|\n| V1 | Bouw | |",
}
OFFERS = {
    "kade": ("10 10 10 10 10 10", 60_000, 50_000),
    "noord": ("10 10 10 10 10 8", 50_000, 25_000),
    "oost": ("8 8 8 8 10 10", 40_000, 20_000),
    "west": ("10 10 10 10 10 0", 40_000, 20_000),
    "zuid": ("2 2 6 2 6 0", 40_000, 15_000),
}
Ask = Callable[..., tuple[int, dict]]


def offer(agreed: str, once: int, a_year: int) -> Written:
    """A vendor with what two assessors thought alone, what they agreed on, and its prices."""
    marks = [int(mark) for mark in agreed.split()]
    return Written(
        "| Eis-ID | Antwoord | Uitleg | Bewijs |\n|-|-|-|-|\n"
        + "\n".join(f"| VRA-0{place} | S | Antwoord {place} | Bladzijde {place} |" for place in range(1, 7)),
        f"| Kostensoort | Gemeente | Eenmalig | Per jaar |\n|-|-|-|-|\n| Deel 1 | VNG | {once} | |\n"
        f"| Deel 2 | VNG | | {a_year} |\n| Deel 3 | VNG | 0 | |",
        {"vng-1": _alone([10] * 6), "vng-2": _alone([0] * 6)},
        "| Eis-ID | Cijfer | Motivering |\n|-|-|-|\n"
        + "\n".join(f"| VRA-0{place} | {mark} | Unaniem. |" for place, mark in enumerate(marks, 1)),
    )


def _alone(marks: list[int]) -> str:
    rows = (f"| VRA-0{place} | bevestigd | {mark} | Eerst alleen. |" for place, mark in enumerate(marks, 1))
    return "\n".join(("| Eis-ID | Niveau | Cijfer | Motivering |", "|-|-|-|-|", *rows))


def written(root: Path, *names: str, settings: str = SETTINGS) -> Path:
    return write_project(root, settings, {"vng": QUESTIONS}, {name: offer(*OFFERS[name]) for name in names})


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Ask:
    def carry_out(root: Path, *words: str) -> tuple[int, dict]:
        code = main(["--project", str(root), *words, "--json"])
        return code, json.loads(capsys.readouterr().out)

    return carry_out


@pytest.fixture(scope="module")
def everybody(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("gepubliceerd"), *OFFERS)


def linear(found: Mapping) -> list[tuple[str, int, str, str]]:
    award = found["tender"][0]
    assert award["formula"] == "lineair"
    return [(o["vendor"], o["rank"], o["price_points_exact"], o["outcome_exact"]) for o in award["offers"]]


def test_nothing_about_the_rules_is_found_wrong(everybody: Path, ask: Ask) -> None:
    code, found = ask(everybody, "check")
    assert (code, [item for item in found["findings"] if item["code"][0] in "PRK"]) == (0, [])


def test_the_agreed_marks_give_the_points_for_quality(everybody: Path, ask: Ask) -> None:
    code, found = ask(everybody, "score")
    scores = {e["vendor"]: e["score_exact"] for e in found["joint"]["alleen"]["ranking"]}
    assert code == 0
    assert scores == {
        "kade": "100/1",
        "noord": "680/7",  # 68 ÷ 70 × 100
        "oost": "600/7",
        "west": "600/7",
        "zuid": "200/7",
    }


def test_the_award_is_as_published_rounding_and_tie_break_included(everybody: Path, ask: Ask) -> None:
    _, found = ask(everybody, "costs")
    assert linear(found) == [
        ("west", 1, "24/1", "84/1"),
        ("oost", 2, "24/1", "84/1"),
        ("noord", 3, "15/1", "83/1"),
        ("zuid", 4, "30/1", "50/1"),
    ]


def test_only_parts_one_and_two_count_towards_the_ceiling(everybody: Path, ask: Ask) -> None:
    _, found = ask(everybody, "costs")
    assert {c["vendor"]: (c["amount"], c["state"]) for c in found["ceilings"]} == {
        "kade": ("260000.00", "voldoet niet"),
        "noord": ("150000.00", "voldoet"),
        "oost": ("120000.00", "voldoet"),
        "west": ("120000.00", "voldoet"),
        "zuid": ("100000.00", "voldoet"),
    }
    assert found["left_out"] == [{"vendor": "kade", "reasons": ["boven het plafond"]}]


def test_a_hopeless_offer_and_the_way_of_rounding_each_decide_who_wins(tmp_path: Path, ask: Ask) -> None:
    """Noord pays 30 above Oost's 120: 30 × (1 − 30/120) = 22,5 points for price."""
    _, found = ask(written(tmp_path / "boven", "noord", "oost"), "costs")
    assert linear(found) == [("noord", 1, "23/1", "91/1"), ("oost", 2, "30/1", "90/1")]
    even = SETTINGS.replace('"naar boven"', '"naar even"')
    _, found = ask(written(tmp_path / "even", "noord", "oost", settings=even), "costs")
    assert linear(found) == [("oost", 1, "30/1", "90/1"), ("noord", 2, "22/1", "90/1")]
    _, found = ask(written(tmp_path / "drie", "noord", "oost", "zuid"), "costs")
    assert linear(found)[:2] == [("oost", 1, "24/1", "84/1"), ("noord", 2, "15/1", "83/1")]
    assert found["tender"][0]["offers"][2]["first_without"] == ["noord"]


def test_a_lot_decides_when_price_and_question_one_are_equal(tmp_path: Path, ask: Ask) -> None:
    settings = SETTINGS.replace('["prijs", "VRA-01", "loting"]', '["prijs", "loting"]')
    _, found = ask(written(tmp_path, "oost", "west", settings=settings), "costs")
    assert [row[:2] for row in linear(found)] == [("oost", 1), ("west", 1)]


ONE_THEME = SETTINGS.replace(
    SETTINGS[SETTINGS.index("[weights.alle.themes]") : SETTINGS.index("[points.answers]")],
    """[weights.alle.themes]
KWA = 70

[weights.alle.requirements]
"VRA-01" = 15
"VRA-02" = 15
"VRA-03" = 10
"VRA-04" = 10
"VRA-05" = 10
"VRA-06" = 10

""",
)
ONE_THEME = ONE_THEME[: ONE_THEME.index("[[themes]]")] + '[[themes]]\ncode = "KWA"\nname = "De zes vragen"\n'
"""The same rules with the six questions as six rows of one theme, each with its points as its weight."""


def one_theme(root: Path, settings: str = ONE_THEME) -> Path:
    rows = QUESTIONS["Eisen"]
    for number in range(1, 7):
        rows = rows.replace(f"| V{number}    |", "| KWA   |")
    asked = {"Eisen": rows, "Thema's": "| Thema | Omschrijving | Gewicht |\n|-|-|-|\n| KWA | Vragen | |"}
    offers = {name: offer(*given) for name, given in OFFERS.items()}
    return write_project(root, settings, {"vng": asked}, offers)


def test_question_one_breaks_the_tie_also_when_it_is_a_row_among_six(tmp_path: Path, ask: Ask) -> None:
    """On the theme Oost and West are equal, 60 of 70; on question 1 West has 100 and Oost 80."""
    _, found = ask(one_theme(tmp_path / "eis"), "costs")
    assert linear(found) == [
        ("west", 1, "24/1", "84/1"),
        ("oost", 2, "24/1", "84/1"),
        ("noord", 3, "15/1", "83/1"),
        ("zuid", 4, "30/1", "50/1"),
    ]
    _, found = ask(one_theme(tmp_path / "thema", ONE_THEME.replace('"VRA-01", "lot', '"KWA", "lot')), "costs")
    assert [row[:2] for row in linear(found)][:2] == [("oost", 1), ("west", 1)]


def test_a_tie_break_that_does_not_exist_is_told_and_decides_nothing(tmp_path: Path, ask: Ask) -> None:
    root = written(tmp_path, "oost", "west", settings=SETTINGS.replace('"VRA-01", "lot', '"VRA-11", "lot'))
    code, found = ask(root, "check")
    said = [item for item in found["findings"] if item["code"] == "P125"]
    assert (code, len(said)) == (1, 1)
    assert '"VRA-11"' in said[0]["explanation"]
    _, found = ask(root, "costs")
    assert [row[:2] for row in linear(found)] == [("oost", 1), ("west", 1)]


def test_the_frozen_rules_and_the_dry_run_say_what_breaks_a_tie(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_project(tmp_path, SETTINGS, {"vng": QUESTIONS}, {})
    assert main(["--project", str(root), "rehearse"]) == 0
    assert "beslist de laagste prijs, dan de hoogste score op VRA-01, dan het lot." in capsys.readouterr().out
    assert main(["--project", str(root), "freeze", "--name", "Inkoop", "--date", "2026-11-20"]) == 0
    assert "| tender.tie_break | prijs, VRA-01, loting |" in (root / "rules/vastgesteld.md").read_text()
