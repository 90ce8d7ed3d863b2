"""Every finding that reading can give has its facts: no sentence shows an open place."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_workbook import write_markdown
from scan_factory import project

from marktscan.domain.finding import Finding
from marktscan.spreadsheets.read_decisions import read_decisions
from marktscan.spreadsheets.read_requirements import read_requirements
from marktscan.spreadsheets.read_submissions import read_submissions
from marktscan.wording.findings import text_of

MESS = (
    *(
        "",
        "S",
        "ja",
        "Ja, mits",
        "x",
        "3",
        "3,5",
        '"1.234"',
        "€ 1.250,00",
        "-5",
        "2027-07-01",
        "Q3 2027",
        "eind 2027",
    ),
    *("=1+1", "#N/A", "WAAR", "wens", "Must", "ARC", "geclaimd", "zelfde eis", "  spatie ", "0.35", "A-1"),
)
COLUMNS: Mapping[str, Mapping[str, str]] = {
    "requirements/aalsmeer.xlsx": {
        "Eisen": "Eis-ID|Thema|Eis|Type|Soort|Prioriteit|Knock-out|Gewicht|Norm|Vreemd",
        "Thema's": "Thema|Omschrijving|Gewicht",
    },
    "requirements/samenvoeging.xlsx": {
        "Besluiten": "Gezamenlijk ID|ID Aalsmeer|Besluit|Gekozen tekst|Door|Datum"
    },
    "vendors/zaak/answers.xlsx": {
        "Leverancier": "Gegeven|Waarde",
        "Vragen": "Eis-ID|Antwoord|Uitlegg|Beschikbaar per|Toegezegd|Meerprijs|Vertrouwelijk",
    },
    "vendors/zaak/prices.xlsx": {"Kosten": "Kostensoort|Gemeente|Aantal|Eenmalig|Per jaar|Optioneel"},
    "vendors/zaak/assessments/aalsmeer-1.xlsx": {"Beoordeling": "Eis-ID|Niveau|Cijfer|Motivering"},
    "vendors/zaak/consensus.xlsx": {"Consensus": "Eis-ID|Cijfer|Motivering"},
}


def table(heading: str, rows: list[list[str]]) -> str:
    width = heading.count("|") + 1
    lines = [f"| {' | '.join((row * width)[:width])} |" for row in rows]
    return "\n".join((f"| {heading} |", "|" + "-|" * width, *lines))


def read_everything(root: Path, rows: list[list[str]]) -> tuple[Finding, ...]:
    for file, sheets in COLUMNS.items():
        write_markdown(root / file, {name: table(heading, rows) for name, heading in sheets.items()})
    scan = project("aalsmeer", invited=("zaak",))
    readers = (read_requirements, read_decisions, read_submissions)
    return tuple(item for read in readers for item in read(root, scan)[1])


@settings(max_examples=25)
@given(rows=st.lists(st.lists(st.sampled_from(MESS), min_size=3, max_size=7), max_size=6))
def test_whatever_stands_in_the_cells_is_read_or_told(
    rows: list[list[str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    for item in read_everything(tmp_path_factory.mktemp("mess"), rows):
        text = text_of(item)
        sentences = f"{text.title} {text.explanation} {text.action}"
        shown = {value for _, value in item.facts if "…" in value}
        assert shown or "…" not in sentences, item
        assert not re.search(r"[{}]", sentences), item
