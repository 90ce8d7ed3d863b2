"""A heading that was renamed in a workbook is a few findings, however many rows stand under it."""

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from freezing.agreed_project import EISEN, agreed_project, themes
from markdown_workbook import write_markdown
from openpyxl import load_workbook

from marktscan import fixing, pipeline
from marktscan.domain.finding import Code
from marktscan.domain.source import Source
from marktscan.fixing import Fixing

ROOT = Path(__file__).parents[1]
AALSMEER, DECISIONS = "requirements/aalsmeer.xlsx", "requirements/samenvoeging.xlsx"
BESLUITEN = """
| Gezamenlijk ID | ID Aalsmeer | ID Diemen | Voorstel | Besluit | Gekozen tekst | Door | Datum |
|-|-|-|-|-|-|-|-|
| GEZ-01 | ARC-01 | ARC-01 | | zelfde eis | Het pakket bewaart zaken. | Groep | 2026-09-01 |
"""
OTHER_WORDS = {
    "Thema's": themes(60, 40),
    "Eisen": EISEN.replace("bewaart zaken tien jaar", "houdt zaken tien jaar vast"),
}


def agreed(root: Path, *, answered: bool) -> None:
    agreed_project(root, answered=answered)
    write_markdown(root / AALSMEER, OTHER_WORDS)
    write_markdown(root / DECISIONS, {"Besluiten": BESLUITEN})


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Rules and a decision, fixed before anybody answered, and then the answers."""
    agreed(tmp_path, answered=False)
    assert fixing.freeze(tmp_path, Fixing("Stuurgroep", date(2026, 9, 30))).freeze is not None
    agreed(tmp_path, answered=True)
    return tmp_path


def more(root: Path, file: str, sheets: Mapping[str, str]) -> list[str]:
    """The codes that come when a workbook is written like this."""
    before = {(item.code, item.source.file) for item in pipeline.check(root).findings}
    write_markdown(root / file, sheets)
    found = pipeline.check(root).findings
    return [item.code.number for item in found if (item.code, item.source.file) not in before]


def test_a_column_of_requirements_that_may_be_absent(root: Path) -> None:
    """Both priorities are other than agreed: one finding; and what all changes do together."""
    eisen = OTHER_WORDS["Eisen"].replace("Prioriteit", "Xyzzy")
    assert more(root, AALSMEER, {**OTHER_WORDS, "Eisen": eisen}) == ["F211", "F207", "V204"]


def test_the_weights_of_themes(root: Path) -> None:
    weights = OTHER_WORDS["Thema's"].replace("Gewicht", "Xyzzy")
    assert more(root, AALSMEER, {**OTHER_WORDS, "Thema's": weights}) == ["F204", "F207"]


def test_the_decisions(root: Path) -> None:
    assert more(root, DECISIONS, {"Besluiten": BESLUITEN.replace("| Besluit |", "| Xyzzy |")}) == [
        *("F204", "F207"),
    ]


def test_decisions_that_were_taken_out_are_no_follow_ons(root: Path) -> None:
    empty = "\n".join(BESLUITEN.strip().splitlines()[:2])
    assert {"M102", "V203"} <= set(more(root, DECISIONS, {"Besluiten": empty}))


@pytest.mark.parametrize(
    ("heading", "follows"),
    [
        ("ID Aalsmeer", ["A201", "A228", "M106", "V203"]),
        ("Gekozen tekst (invullen)", ["A226", "M108", "V201"]),
    ],
)
def test_a_column_of_decisions_in_the_example(tmp_path: Path, heading: str, follows: list[str]) -> None:
    """Eight decisions and six vendors: every consequence once, at the sheet that lacks the column."""
    for part in ("marktscan.toml", "requirements", "rules", "vendors"):
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
        copy(ROOT / part, tmp_path / part)
    before = {(item.code, item.source) for item in pipeline.check(tmp_path).findings}
    _rename(tmp_path / DECISIONS, heading)
    found = [item for item in pipeline.check(tmp_path).findings if (item.code, item.source) not in before]
    told = [item for item in found if item.code in {Code.COLUMN_ABSENT_ERRORS, Code.COLUMN_ABSENT_WARNINGS}]
    assert sorted(str(dict(item.facts)["follows"]) for item in told) == follows
    assert {item.source for item in told} == {Source(DECISIONS, "Besluiten")}
    assert len(found) <= len(follows) + 3


def _rename(file: Path, heading: str) -> None:
    book = load_workbook(file)
    (cell,) = (cell for cell in book["Besluiten"][1] if cell.value == heading)
    cell.value = "Xyzzy"
    book.save(file)
