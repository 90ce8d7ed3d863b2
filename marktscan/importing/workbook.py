"""Write what was taken over as a requirement workbook, with a sheet for the rows that were not."""

from pathlib import Path

from marktscan.importing.take import LeftRow, Taken
from marktscan.spreadsheets.choices import Choice
from marktscan.spreadsheets.columns import NOT_TAKEN, REQUIREMENTS, THEMES
from marktscan.spreadsheets.sheet import Row
from marktscan.spreadsheets.write import ReadMe, Sheet, write_workbook
from marktscan.wording.findings import text_of

NO_THEMES = Choice("", "Vul hier de codes van uw thema's in.")
"""What the list of themes says when the source has none; an empty choice accepts every code."""


def write_taken(path: Path, source: str, taken: Taken) -> None:
    """Write the workbook; `source` is the name of the file that was read."""
    themes = tuple(dict.fromkeys(str(row["theme"]) for row in taken.rows if row.get("theme")))
    sheets = [Sheet(REQUIREMENTS, taken.rows), Sheet(THEMES, [{"theme": theme} for theme in themes])]
    if taken.left:
        sheets.append(Sheet(NOT_TAKEN, [_left_row(row) for row in taken.left]))
    choices = {"themas": [Choice(theme) for theme in themes] or [NO_THEMES]}
    write_workbook(path, _readme(source, taken), sheets, fictitious=False, choices=choices)


def _left_row(row: LeftRow) -> Row:
    place = row.reason.source
    return {"place": f"{place.sheet}!{place.cell}", "why": text_of(row.reason).title, "content": row.content}


def _readme(source: str, taken: Taken) -> ReadMe:
    left = len(taken.left)
    return ReadMe(
        title="Eisen overgenomen uit een bestaande lijst",
        owner="Uw gemeente",
        purpose=(
            f"Deze werkmap is gemaakt uit het bestand {source}.",
            f"Van de {taken.rows_in} rijen zijn er {len(taken.rows)} overgenomen en {left} niet.",
        ),
        filling_in=(
            "Kijk op het blad Eisen of alles goed is overgenomen, en vul aan wat leeg is.",
            "Op het blad Niet overgenomen staat elke andere rij, met de reden. Zet over wat u mist.",
            "Wat het programma niet begreep, staat bij Opmerking.",
            "Verdeel op het blad Thema's precies 100 punten.",
        ),
        returning=(
            "Bewaar het bestand in de map requirements onder de naam van uw gemeente.",
            "Controleer het daarna met: marktscan check",
        ),
        contact="Projectleider marktverkenning van uw gemeente",
        deadline="",
        version="concept",
    )
