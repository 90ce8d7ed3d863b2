"""Two municipalities, two vendors and three numbers to compute with, written to disk.

Aalsmeer: theme A 60, B 40. Diemen: A 50, B 50. Each theme has one requirement.
Noord answers S and P, oost C and S; S is worth 100 points, C 90 and P 70.
Aalsmeer: noord 60 + 40 × 0,7 = 88, oost 60 × 0,9 + 40 = 94. Diemen: noord 85, oost 95.
Together: noord 86,5 and oost 94,5.
"""

from pathlib import Path

from markdown_workbook import write_markdown
from written_project import Written, write_project

SETTINGS = """
[project]
title = "Proef"
question = "Wat past?"
status = "concept"
version = "0.1"
report_date = 2026-11-23
reference_date = 2026-11-01
go_live = 2028-07-01
fictitious = true

[[municipalities]]
slug = "aalsmeer"
name = "Aalsmeer"
assessors = ["a-1"]

[[municipalities]]
slug = "diemen"
name = "Diemen"

[vendors]
incumbent = "noord"
invited = ["noord", "oost"]

[keys.gelijk]
name = "Even zwaar"
weights = { aalsmeer = 1, diemen = 1 }

[points.answers]
S = 100
C = 90
P = 70
M = 40
R = 0
N = 0

[[points.marks]]
mark = 10
points = 100
label = "goed"

[rules]
knock_outs_in_score = false
reminder_sent = true
coverage = 90
granted_gap = 10
standard_flag = 95

[[themes]]
code = "ARC"
name = "Archief"

[[themes]]
code = "ZTC"
name = "Zaaktypen"
"""

EISEN = """
| Eis-ID | Thema | Eis | Soort | Prioriteit | Knock-out | Gewicht | Niet van toepassing toegestaan |
|-|-|-|-|-|-|-|-|
| ARC-01 | ARC | Het pakket bewaart zaken tien jaar. | eis | Must | nee | 3 | nee |
| ZTC-01 | ZTC | Het pakket kent twintig zaaktypen. | eis | Must | nee | 1 | nee |
"""
BESLUITEN = """
| Gezamenlijk ID | ID Aalsmeer | ID Diemen | Voorstel | Besluit | Gekozen tekst | Door | Datum |
|-|-|-|-|-|-|-|-|
"""
VRAGEN = """
| Eis-ID | Antwoord | Uitleg | Bewijs |
|-|-|-|-|
| ARC-01 | {} | Zo werkt het. | bijlage 1 |
| ZTC-01 | {} | Zo werkt dat. | bijlage 2 |
"""


def agreed_project(root: Path, eisen: str = EISEN, *, answered: bool = True) -> Path:
    """The project on disk; `eisen` are Aalsmeer's requirements."""
    write_markdown(root / "requirements/samenvoeging.xlsx", {"Besluiten": BESLUITEN})
    vendors = {"noord": ("S", "P"), "oost": ("C", "S")} if answered else {}
    return write_project(
        root,
        SETTINGS,
        {
            "aalsmeer": {"Thema's": themes(60, 40), "Eisen": eisen},
            "diemen": {"Thema's": themes(50, 50), "Eisen": EISEN},
        },
        {slug: Written(VRAGEN.format(*codes)) for slug, codes in vendors.items()},
    )


def themes(archive: int, types: int) -> str:
    head = "| Thema | Omschrijving | Gewicht |\n|-|-|-|"
    return f"{head}\n| ARC | Archief | {archive} |\n| ZTC | Types | {types} |"


def change(root: Path, before: str, after: str) -> None:
    """Change a setting as people do."""
    file = root / "marktscan.toml"
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")
