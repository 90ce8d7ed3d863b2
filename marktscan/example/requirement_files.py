"""Writes requirements/: a workbook per municipality and samenvoeging.xlsx."""

from pathlib import Path

from marktscan.example.requirements import decision_rows, requirement_rows, theme_rows
from marktscan.example.settings import municipalities, themes
from marktscan.spreadsheets.choices import theme_choices
from marktscan.spreadsheets.columns import REQUIREMENTS, THEMES, decisions_form
from marktscan.spreadsheets.write import ReadMe, Sheet, write_workbook

MARK = "voorbeeldinvulling"
VERSION = "1.0, bevroren op 1 oktober 2026"


def write_requirements(directory: Path) -> tuple[Path, ...]:
    """Write the four workbooks into `directory`/requirements and name them."""
    folder = directory / "requirements"
    lists = tuple(_write_list(folder, slug, name) for slug, name in municipalities())
    return (*lists, _write_decisions(folder))


def _write_list(folder: Path, slug: str, name: str) -> Path:
    path = folder / f"{slug}.xlsx"
    sheets = (Sheet(REQUIREMENTS, requirement_rows(slug)), Sheet(THEMES, theme_rows(slug)))
    choices = {"themas": theme_choices(themes())}
    write_workbook(path, _list_readme(name), sheets, fictitious=True, choices=choices)
    return path


def _write_decisions(folder: Path) -> Path:
    path = folder / "samenvoeging.xlsx"
    sheet = Sheet(decisions_form(municipalities()), decision_rows())
    write_workbook(path, _decisions_readme(), (sheet,), fictitious=True)
    return path


def _list_readme(name: str) -> ReadMe:
    return ReadMe(
        title=f"Eisen aan het zaaksysteem: {name}",
        owner=f"Gemeente {name}",
        notice=f"Voorbeeldinvulling: dit zijn niet de eisen en gewichten van de gemeente {name}.",
        mark=MARK,
        purpose=(
            f"Hier staat wat {name} van een zaaksysteem vraagt en hoe zwaar elke eis weegt.",
            "De lijsten van Aalsmeer, Amstelveen en Diemen worden samen één programma van eisen.",
        ),
        filling_in=(
            "Vul per rij op het blad Eisen één eis in. Eén eis is één ding dat iemand kan nagaan.",
            "Kies bij Thema, Type, Soort, Prioriteit, Knock-out en Gewicht uit de lijst in de cel.",
            "Verdeel op het blad Thema's precies 100 punten.",
            "Zet een nieuwe eis onder de laatste rij, met een nieuw nummer. Gebruik geen nummer opnieuw.",
        ),
        returning=(
            "Bewaar het bestand onder dezelfde naam in de map requirements.",
            "Controleer het daarna met: marktscan check",
        ),
        contact="Projectleider marktverkenning van uw gemeente",
        deadline="30 september 2026",
        version=VERSION,
    )


def _decisions_readme() -> ReadMe:
    return ReadMe(
        title="Besluiten bij het samenvoegen van de eisen",
        owner="Projectgroep marktverkenning",
        notice="Voorbeeldinvulling: deze besluiten zijn niet door de gemeenten genomen.",
        mark=MARK,
        purpose=(
            "Hier staat wat mensen besloten over eisen die op elkaar lijken of elkaar tegenspreken.",
            "Eisen met hetzelfde nummer en dezelfde tekst hoeven hier niet in.",
        ),
        filling_in=(
            "Vul per rij de nummers in die de gemeenten zelf gebruiken.",
            "Kies een besluit. Verschillen de teksten, vul dan de tekst in die leveranciers krijgen.",
            "Vul in wie het besloot (een functie) en op welke dag.",
        ),
        returning=("Bewaar het bestand onder dezelfde naam in de map requirements.",),
        contact="Projectleider marktverkenning",
        deadline="30 september 2026",
        version=VERSION,
    )
