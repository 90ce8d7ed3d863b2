"""The whole example computed a second time, straight from the cells, and compared exactly.

Nothing of marktscan takes part in `recomputed`: openpyxl, fractions and docs/method.md only. It is written as
someone would check the outcome who has the workbooks and the method, and not this program.
"""

import tomllib
from collections import defaultdict
from fractions import Fraction
from functools import cache
from pathlib import Path

import openpyxl
import pytest

from marktscan import pipeline

ROOT = Path(__file__).parents[1]
STRICTNESS = ["voldoet", "voorwaardelijk", "te verifiëren", "voldoet niet"]


pytestmark = pytest.mark.xdist_group("independent")
"""One process for everything that is held against the recomputed example, so that it is scored once."""


@cache
def declared() -> dict:
    return tomllib.loads((ROOT / "marktscan.toml").read_text(encoding="utf-8"))


@cache
def again() -> dict:
    settings = declared()
    slugs = sorted(municipality["slug"] for municipality in settings["municipalities"])
    joint_ids = _joint_ids(slugs)
    vendors = {folder.name: _vendor(folder) for folder in (ROOT / "vendors").iterdir() if folder.is_dir()}
    lists = {slug: _list(slug, joint_ids) for slug in slugs}
    return {
        (slug, name): _outcome(*lists[slug], vendor, settings)
        for slug in slugs
        for name, vendor in vendors.items()
    }


@cache
def scored() -> pipeline.Outcome:
    return pipeline.score(ROOT)


@pytest.fixture
def settings() -> dict:
    return declared()


@pytest.fixture
def recomputed() -> dict:
    return again()


@pytest.fixture
def outcome() -> pipeline.Outcome:
    return scored()


def test_every_score_coverage_and_knock_out_agrees_exactly(recomputed: dict, outcome: pipeline.Outcome):
    found = {
        (slug, entry.vendor): (entry.low, entry.high, entry.coverage, str(entry.knock_out))
        for slug, ranking in outcome.results.municipalities.items()
        for entry in ranking.entries
    }
    assert {key: value[:4] for key, value in recomputed.items()} == found


def test_every_theme_agrees_exactly(recomputed: dict, outcome: pipeline.Outcome):
    found = {
        (slug, entry.vendor): {theme.theme: (theme.weight, theme.low, theme.high) for theme in entry.themes}
        for slug, ranking in outcome.results.municipalities.items()
        for entry in ranking.entries
    }
    assert {key: value[4] for key, value in recomputed.items()} == found


def test_every_rank_agrees(recomputed: dict, outcome: pipeline.Outcome):
    for slug, ranking in outcome.results.municipalities.items():
        lows = [value[0] for (own, _), value in recomputed.items() if own == slug]
        for entry in ranking.entries:
            assert entry.rank == 1 + sum(low > recomputed[slug, entry.vendor][0] for low in lows)


def test_every_joint_score_agrees_exactly(recomputed: dict, outcome: pipeline.Outcome, settings: dict):
    inhabitants = {m["slug"]: m["inhabitants"] for m in settings["municipalities"]}
    parts = {code: inhabitants if "by" in key else key["weights"] for code, key in settings["keys"].items()}
    assert set(outcome.results.joint) == set(parts)
    for code, weights in parts.items():
        for entry in outcome.results.joint[code].entries:
            for place, value in enumerate((entry.low, entry.high, entry.coverage)):
                total = sum(w * recomputed[slug, entry.vendor][place] for slug, w in weights.items())
                assert value == total / sum(weights.values())


def _rows(file: Path, sheet: str) -> list[dict]:
    """The rows of a sheet by heading, without the empty ones."""
    head, *body = openpyxl.load_workbook(file)[sheet].iter_rows(values_only=True)
    names = [str(name).removesuffix(" (invullen)") for name in head]
    return [dict(zip(names, cells, strict=True)) for cells in body if cells[0] or cells[1]]


def _joint_ids(slugs: list[str]) -> dict[tuple[str, str], str]:
    """What people decided: the joint id by municipality and own id."""
    found = {}
    for row in _rows(ROOT / "requirements/samenvoeging.xlsx", "Besluiten"):
        own = {slug: row[f"ID {slug.title()}"] for slug in slugs if row[f"ID {slug.title()}"]}
        apart = row["Besluit"] == "aparte eisen"
        for place, (slug, id_) in enumerate(own.items()):
            found[slug, id_] = f"{row['Gezamenlijk ID']}-{'ABC'[place]}" if apart else row["Gezamenlijk ID"]
    return found


def _list(slug: str, joint_ids: dict) -> tuple[dict[str, int], list[dict]]:
    file = ROOT / f"requirements/{slug}.xlsx"
    themes = {row["Thema"]: row["Gewicht"] for row in _rows(file, "Thema's")}
    rows = _rows(file, "Eisen")
    return themes, [{**row, "id": joint_ids.get((slug, row["Eis-ID"]), row["Eis-ID"])} for row in rows]


def _vendor(folder: Path) -> dict:
    marks = defaultdict(list)
    for file in (folder / "assessments").glob("*.xlsx"):
        for row in _rows(file, "Beoordeling"):
            if row["Cijfer"] is not None:
                marks[row["Eis-ID"]].append(row["Cijfer"])
    agreed = _rows(folder / "consensus.xlsx", "Consensus")
    return {
        "answers": {row["Eis-ID"]: row for row in _rows(folder / "answers.xlsx", "Vragen")},
        "marks": marks,
        "consensus": {row["Eis-ID"]: row["Cijfer"] for row in agreed if row["Cijfer"] is not None},
    }


def _value(row: dict, vendor: dict, settings: dict) -> tuple[Fraction, Fraction, bool] | None:
    """Lowest and highest points, and whether it is answered; None for n.v.t. that was granted."""
    code = vendor["answers"].get(row["id"], {}).get("Antwoord")
    if code == "X":
        return None if row["Niet van toepassing toegestaan"] == "ja" else (Fraction(0), Fraction(0), True)
    if code is None:
        top = 0 if settings["rules"]["reminder_sent"] else 100
        return Fraction(0), Fraction(top), False
    points = settings["points"]["answers"][code]
    if row["Soort"] == "wens" and points:
        return _marked(vendor, row["id"], settings)
    return Fraction(points), Fraction(points), True


def _marked(vendor: dict, id_: str, settings: dict) -> tuple[Fraction, Fraction, bool]:
    worth = {level["mark"]: level["points"] for level in settings["points"]["marks"]}
    marks = [vendor["consensus"][id_]] if id_ in vendor["consensus"] else vendor["marks"][id_]
    if not marks:
        return Fraction(0), Fraction(100), False
    mean = sum(Fraction(worth[mark]) for mark in marks) / len(marks)
    return mean, mean, True


def _outcome(weights: dict, rows: list[dict], vendor: dict, settings: dict) -> tuple:
    sums = defaultdict(lambda: [Fraction(0)] * 4)
    for row in rows:
        value = _value(row, vendor, settings)
        if value is None or row["Knock-out"] == "ja" or row["Prioriteit"] == "Won't":
            continue
        low, high, answered = value
        weight = row["Gewicht"]
        added = (weight, weight * low, weight * high, weight * answered)
        sums[row["Thema"]] = [old + new for old, new in zip(sums[row["Thema"]], added, strict=True)]
    total = sum(weights[theme] for theme in sums)
    shares = {theme: Fraction(weights[theme], total) for theme in sums if weights[theme]}
    low, high, covered = (sum(s * sums[t][n] / sums[t][0] for t, s in shares.items()) for n in (1, 2, 3))
    themes = {t: (s, sums[t][1] / sums[t][0], sums[t][2] / sums[t][0]) for t, s in shares.items()}
    return low, high, covered, _knock_out(rows, vendor, settings), themes


def _knock_out(rows: list[dict], vendor: dict, settings: dict) -> str:
    hard = [row for row in rows if row["Knock-out"] == "ja"]
    answers = [(row, vendor["answers"].get(row["id"], {})) for row in hard]
    granted = [
        r for r, a in answers if a.get("Antwoord") == "X" and r["Niet van toepassing toegestaan"] == "ja"
    ]
    states = [_state(answer, settings) for row, answer in answers if row not in granted]
    return max(states, key=STRICTNESS.index, default=STRICTNESS[0])


def _state(answer: dict, settings: dict) -> str:
    code = answer.get("Antwoord")
    if code in ("S", "C"):
        return "voldoet" if answer["Bewijs/verwijzing"] else "te verifiëren"
    if (
        code == "R"
        and answer["Contractueel toegezegd"] == "ja"
        and _in_time(answer["Beschikbaar per"], settings)
    ):
        return "voorwaardelijk"
    return {"P": "voorwaardelijk", None: "te verifiëren", "X": "te verifiëren"}.get(code, "voldoet niet")


def _in_time(available: object, settings: dict) -> bool:
    """A date, or words that end in a year, such as "Q3 2027": the example promises none in the last year."""
    go_live = settings["project"]["go_live"]
    if isinstance(available, str):
        assert int(available[-4:]) != go_live.year, "this second computation does not read months"
        return int(available[-4:]) < go_live.year
    return available.date() <= go_live
