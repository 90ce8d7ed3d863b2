"""Bad input that touches scores or money: each has an outcome, a finding and a sentence in the report.

Two packages answer three municipalities: ARC-01 (eis), ARC-02 (wens) and ZTC-01 (knock-out). By hand, with
ARC 60 and ZTC 40, ARC-01 as heavy as ARC-02, and ZTC-02 alone in ZTC:
noord S, S marked 8 and 6 (70 points), S: 0,6 × (100 + 70)/2 + 0,4 × 100 = 91;
oost C, C marked 6 and 6 (60 points), P: 0,6 × (90 + 60)/2 + 0,4 × 70 = 73.
"""

import html
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from test_project_file import PROJECT
from written_project import Written, write_project

from marktscan import pipeline
from marktscan.domain.costs import CostTotal
from marktscan.domain.results import KnockOutState
from marktscan.pipeline import Outcome
from marktscan.reporting.variants import chosen
from marktscan.reporting.write import html_of

NAMES = ("Aalsmeer", "Amstelveen", "Diemen")
SETTINGS = """
[project]
title = "Proef"
question = "Wat past?"
status = "concept"
version = "1"
report_date = 2026-11-23
reference_date = 2026-11-01
go_live = 2028-07-01
fictitious = true

{municipalities}

[vendors]
incumbent = "noord"
invited = [{vendors}]

[keys.gelijk]
name = "Even zwaar"
weights = {{ {shares} }}

{points}

[[points.marks]]
mark = 10
points = 100
label = "goed"

[[points.marks]]
mark = 8
points = 80
label = "ruim"

[[points.marks]]
mark = 6
points = 60
label = "net"

{rules}

[simulation]
draws = 200
seed = 1
concentration = 80

[costs]
years = 2

[price_sheet]
lines = [
  {{ kind = "Licentie", unit = "vast", volume = "vast" }},
  {{ kind = "Extra", unit = "vast", volume = "vast", optional = true }},
]

[price_sheet.volumes]
vast = {{ {shares} }}

[[themes]]
code = "ARC"
name = "Archivering"

[[themes]]
code = "ZTC"
name = "Zaaktypen"
"""
ASKED = {
    "Eisen": """
    | Eis-ID | Thema | Eis                     | Soort | Prioriteit | Knock-out | Gevraagd bewijs | Gewicht |
    |--------|-------|-------------------------|-------|------------|-----------|-----------------|---------|
    | ARC-01 | ARC   | Bewaart een zaak.       | eis   | Must       | nee       | document        | 3       |
    | ARC-02 | ARC   | Toont wat bewaard is.   | wens  | Should     | nee       | document        | 3       |
    | ZTC-01 | ZTC   | Kent een zaaktype.      | eis   | Must       | ja        | document        | 3       |
    | ZTC-02 | ZTC   | Verandert een zaaktype. | eis   | Must       | nee       | document        | 3       |
    """,
    "Thema's": "| Thema | Omschrijving | Gewicht |\n|-|-|-|\n| ARC | Bewaren | 60 |\n| ZTC | Typen | 40 |",
}
ANSWERS = "| Eis-ID | Antwoord | Uitleg | Bewijs | Beschikbaar per | Contractueel toegezegd |\n|-|-|-|-|-|-|"
"""Below it a row per question."""
MARKS = "| Eis-ID | Niveau | Cijfer | Motivering |\n|-|-|-|-|\n| ARC-02 | geclaimd | {mark} | Gezien. |"
CONSENSUS = "| Eis-ID | Cijfer | Motivering |\n|-|-|-|\n| ARC-02 | {mark} | {why} |"
PRICES = "| Kostensoort | Gemeente | Eenmalig | Per jaar | Optioneel |\n|-|-|-|-|-|"


def answered(*codes: str) -> str:
    """Answers in the order ARC-01, ARC-02, ZTC-01, ZTC-02; "R/2027-05-01/ja" is a promise with a date."""
    ids = ("ARC-01", "ARC-02", "ZTC-01", "ZTC-02")
    parts = [(*code.split("/"), "", "")[:3] for code in codes]
    rows = [
        f"| {id_} | {code} | Zo werkt {id_} bij ons. | Bladzijde {at} | {day} | {sure} |"
        for at, (id_, (code, day, sure)) in enumerate(zip(ids, parts, strict=True), 1)
    ]
    return "\n".join((ANSWERS, *rows))


def priced(*lines: str) -> str:
    return "\n".join((PRICES, *lines))


def licences(amount: object, names: tuple[str, ...] = NAMES) -> list[str]:
    return [f"| Licentie | {name} | | {amount} | |" for name in names]


def marked(first: object, second: object) -> dict[str, str]:
    return {"aalsmeer-1": MARKS.format(mark=first), "diemen-1": MARKS.format(mark=second)}


NOORD = Written(answered("S", "S", "S", "S"), priced(*licences(1000)), marked(8, 6))
OOST = Written(answered("C", "C", "S", "P"), priced(*licences(500)), marked(6, 6))


def settings(names: tuple[str, ...], vendors: tuple[str, ...]) -> str:
    slugs = [name.lower() for name in names]
    parts = (
        f'[[municipalities]]\nslug = "{slug}"\nname = "{name}"\nassessors = ["{slug}-1"]'
        for slug, name in zip(slugs, names, strict=True)
        if slug != "amstelveen"
    )
    third = '[[municipalities]]\nslug = "amstelveen"\nname = "Amstelveen"' if "Amstelveen" in names else ""
    return SETTINGS.format(
        points=_part("points.answers"),
        rules=_part("rules"),
        municipalities="\n\n".join((*parts, third)),
        vendors=", ".join(f'"{vendor}"' for vendor in vendors),
        shares=", ".join(f"{slug} = 1" for slug in slugs),
    )


def _part(name: str) -> str:
    """One table of a good project file."""
    start = PROJECT.index(f"[{name}]")
    return PROJECT[start : PROJECT.index("\n[", start)]


def run(root: Path, names: tuple[str, ...] = NAMES, **vendors: Written) -> Outcome:
    """The outcome of a project with these vendors, with how sure it is."""
    lists = {name.lower(): ASKED for name in names}
    own = "".join(f" ID {name} |" for name in names)
    decided = {"Besluiten": f"| Gezamenlijk ID |{own} Besluit | Door |\n|-|{'-|' * len(names)}-|-|"}
    write_project(
        root, settings(names, tuple(vendors) or ("noord",)), {**lists, "samenvoeging": decided}, vendors
    )
    outcome = pipeline.score(root)
    assert outcome.scan is not None
    assert outcome.results is not None
    assert outcome.background is not None
    sure = pipeline.sureness(outcome.scan, outcome.results)
    return replace(outcome, background=replace(outcome.background, sureness=sure))


def report(outcome: Outcome, name: str = "stuurgroep") -> str:
    """The words of one report, without its markup."""
    assert outcome.scan is not None
    assert outcome.results is not None
    assert outcome.stress is not None
    (variant,) = chosen(outcome.scan.project, (name,))
    page = html_of(
        outcome.scan, outcome.results, outcome.stress, outcome.findings, variant, outcome.background
    )
    shown = re.sub(r"<(style|svg)\b.*?</\1>", " ", page, flags=re.DOTALL)
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", shown)))


def score(outcome: Outcome, vendor: str, municipality: str = "aalsmeer") -> Fraction | None:
    assert outcome.results is not None
    return outcome.results.municipalities[municipality].of(vendor).low


def total(outcome: Outcome, vendor: str, scope: str = "samen") -> CostTotal:
    assert outcome.background is not None
    return outcome.background.costs.of(vendor).totals[scope]


@dataclass(frozen=True)
class Case:
    """What is wrong, which finding tells it, what holds, and words of the report that say it."""

    vendors: Mapping[str, Written]
    code: str
    holds: Callable[[Outcome], bool]
    says: str
    names: tuple[str, ...] = NAMES


def both(noord: Written = NOORD, oost: Written = OOST) -> dict[str, Written]:
    return {"noord": noord, "oost": oost}


def promise(when: str) -> Written:
    return replace(NOORD, answers=answered(f"R/{when}/ja", "S", "S", "S"))


def with_prices(*lines: str) -> dict[str, Written]:
    return both(replace(NOORD, prices=priced(*lines)))


def first_shared(outcome: Outcome) -> bool:
    assert outcome.results is not None
    return [entry.rank for entry in outcome.results.joint["gelijk"].entries] == [1, 1]


def all_fail(outcome: Outcome) -> bool:
    assert outcome.results is not None
    entries = outcome.results.joint["gelijk"].entries
    return {entry.knock_out for entry in entries} == {KnockOutState.FAILED} and entries[0].rank == 1


CASES = {
    "a mark outside the scale": Case(
        both(replace(NOORD, marks=marked(7, 6))),
        "B101",
        # only the 6 counts: 0,6 × (100 + 60)/2 + 40
        lambda outcome: score(outcome, "noord") == 88,
        "Cijfer niet op de schaal: het telt niet mee.",
    ),
    "a consensus without motivation": Case(
        both(replace(NOORD, consensus=CONSENSUS.format(mark=10, why=""))),
        "B107",
        # the marks 8 and 6 stay
        lambda outcome: score(outcome, "noord") == 91,
        "Consensus zonder motivering: de eigen cijfers blijven tellen.",
    ),
    "a promise in the past": Case(
        both(promise("2026-05-01")),
        "A208",
        # 0,6 × (0 + 70)/2 + 40, and weighing it adds nothing
        lambda outcome: (score(outcome, "noord"), weighed(outcome)) == (61, 61),
        "Beloofde datum is al voorbij: de belofte weegt niet mee.",
    ),
    "a promise without a date": Case(
        both(promise("")),
        "A207",
        lambda outcome: (score(outcome, "noord"), weighed(outcome)) == (61, 61),
        "Belofte zonder datum.",
    ),
    "a negative price": Case(
        with_prices("| Licentie | Aalsmeer | | -5 | |", *licences(1000, NAMES[1:])),
        "K103",
        lambda outcome: (total(outcome, "noord").total, total(outcome, "noord").complete) == (4000, False),
        "Negatieve prijs: de regel telt niet mee.",
    ),
    "a euro sign typed before a number": Case(
        with_prices('| Licentie | Aalsmeer | | "€ 1.250,50" | |', *licences(1000, NAMES[1:])),
        "F308",
        # 2 × (1.250,50 + 1.000 + 1.000)
        lambda outcome: total(outcome, "noord").total == Decimal(6501),
        "6.501",
    ),
    "an option called no option": Case(
        with_prices(*licences(1000), *[f"| Extra | {name} | 50 | | nee |" for name in NAMES]),
        "K110",
        lambda outcome: (total(outcome, "noord").total, total(outcome, "noord").options) == (6000, 150),
        "Opties tellen niet mee in het totaal",
    ),
    "a row that adds up the others": Case(
        with_prices(*licences(1000), "| Totaal | | | 3000 | |"),
        "F320",
        lambda outcome: total(outcome, "noord").total == 6000,
        "Rij met een totaal is overgeslagen.",
    ),
    "a price for two of three municipalities": Case(
        with_prices(*licences(1000, NAMES[:2])),
        "K106",
        lambda outcome: (
            (total(outcome, "noord").total, total(outcome, "noord", "diemen").total) == (4000, None)
        ),
        "Noord: Licentie – regel ontbreekt (Diemen).",
    ),
    "one vendor": Case(
        {"noord": NOORD},
        "A102",
        lambda outcome: score(outcome, "noord") == 91,
        "Maar één leverancier: een rangorde zegt dan niets.",
    ),
    "one municipality": Case(
        both(
            replace(
                NOORD, prices=priced(*licences(1000, NAMES[2:])), marks={"diemen-1": MARKS.format(mark=8)}
            ),
            replace(OOST, prices=priced(*licences(500, NAMES[2:])), marks={"diemen-1": MARKS.format(mark=6)}),
        ),
        "M121",
        # 0,6 × (100 + 80)/2 + 40, in Diemen and in the joint score alike
        lambda outcome: (score(outcome, "noord", "diemen"), joint(outcome, "noord")) == (94, 94),
        "Maar één gemeente: er is niets samen te voegen.",
        NAMES[2:],
    ),
    "all vendors equal": Case(
        both(oost=NOORD),
        "A241",
        first_shared,
        "Alle leveranciers gelijk: de rangorde zegt niets.",
    ),
    "all failing one knock-out": Case(
        both(
            replace(NOORD, answers=answered("S", "S", "N", "S")),
            replace(OOST, answers=answered("C", "C", "N", "P")),
        ),
        "A222",
        all_fail,
        "Aan ZTC-01 voldoet geen enkel pakket.",
    ),
    "no marks yet": Case(
        both(replace(NOORD, marks={}), replace(OOST, marks={})),
        "B106",
        # ARC-02 is worth 0 to 100: 0,6 × 100/2 + 40 = 70, at most 100
        lambda outcome: score(outcome, "noord") == 70,
        "Er zijn nog geen cijfers van beoordelaars",
    ),
    "nobody at all": Case({}, "A101", lambda outcome: outcome.results is not None, "Er is nog geen uitslag"),
}


def weighed(outcome: Outcome) -> Fraction | None:
    assert outcome.background is not None
    return outcome.background.outlook.weighed.municipalities["aalsmeer"].of("noord").low


def joint(outcome: Outcome, vendor: str) -> Fraction | None:
    assert outcome.results is not None
    return outcome.results.joint["gelijk"].of(vendor).low


def test_what_all_cases_start_from(tmp_path: Path) -> None:
    outcome = run(tmp_path, **both())
    assert (score(outcome, "noord"), score(outcome, "oost")) == (91, 73)
    assert (total(outcome, "noord").total, total(outcome, "oost").total) == (6000, 3000)
    assert {item.code.number for item in outcome.findings} & {case.code for case in CASES.values()} == set()


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_it_has_an_outcome_a_finding_and_a_sentence(case: Case, tmp_path: Path) -> None:
    outcome = run(tmp_path, case.names, **case.vendors)
    assert case.holds(outcome)
    assert case.code in {item.code.number for item in outcome.findings}
    words = report(outcome)
    assert case.says in words.replace("\N{NO-BREAK SPACE}", " ")
    assert re.findall(r"\b(?:nan|NaN|inf|Infinity|None)\b", words) == []
