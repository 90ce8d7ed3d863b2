"""Put the result workbook together: Leeswijzer first, then the sheets with numbers."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from xlsxwriter import Workbook

from marktscan.domain.results import Results
from marktscan.domain.scan import Scan
from marktscan.spreadsheets.draft import Draft
from marktscan.spreadsheets.look import Look
from marktscan.spreadsheets.results.cells import Cell, Heading, Live, Table, span, write_sheet
from marktscan.spreadsheets.results.check import DIFFERENT, VERDICT, check
from marktscan.spreadsheets.results.layout import CHECK, Layout
from marktscan.spreadsheets.results.rankings import rankings
from marktscan.spreadsheets.results.rows import all_rows
from marktscan.spreadsheets.results.themes import themes
from marktscan.spreadsheets.results.weights import weights
from marktscan.spreadsheets.write import CREATED, FICTITIOUS, SAFE, save
from marktscan.spreadsheets.write_language import in_dutch
from marktscan.spreadsheets.write_readme import ReadMe
from marktscan.spreadsheets.write_value import clean_text

RESULTS_FILE = "build/results.xlsx"
GUIDE = "Leeswijzer"
MOST_ROWS, MOST_MUNICIPALITIES = 1_048_575, 100
"""What a sheet holds below its headings, and what one formula can add up."""


def fits(results: Results) -> bool:
    """Whether the outcome goes into one workbook."""
    return len(results.contributions) <= MOST_ROWS and len(results.municipalities) <= MOST_MUNICIPALITIES


def write_results(root: Path, scan: Scan, results: Results, stated: Mapping[str, Mapping[str, int]]) -> Path:
    """Write the outcome to build/results.xlsx in one move and give that path, relative to `root`.

    `stated` are the theme weights that count, by municipality and theme. Same input, same bytes. Only what
    `fits` can be written.
    """
    layout = Layout(scan, results, stated)
    content = BytesIO()
    with Workbook(content, SAFE) as book:
        book.set_properties({"title": clean_text(_title(scan)), "author": "", "created": CREATED})
        draft = Draft(book, Look(book), _readme(scan).print_texts(_label(scan)), {}, locked=True)
        control = check(layout)
        write_sheet(draft, _guide(scan, len(control.rows)))
        for make in (rankings, themes, all_rows, weights):
            write_sheet(draft, make(layout))
        write_sheet(draft, control)
    save(root / RESULTS_FILE, in_dutch(content.getvalue()))
    return Path(RESULTS_FILE)


def _title(scan: Scan) -> str:
    return f"Uitkomsten: {scan.project.title}"


def _label(scan: Scan) -> str:
    return FICTITIOUS if scan.project.fictitious else ""


def _readme(scan: Scan) -> ReadMe:
    return ReadMe(_title(scan), "Alle gemeenten samen", (), (), (), "", "", scan.project.version)


def _guide(scan: Scan, checks: int) -> Table:
    """Leeswijzer: what this workbook is, sheet by sheet."""
    label = (
        f"{_label(scan)}. Niets in dit werkblad is een feit over een echte partij. " if _label(scan) else ""
    )
    rows: list[list[Cell]] = [
        ["Wat is dit?", f"{label}Alle uitkomsten van de marktverkenning, met de berekening erbij."],
        ["Kloppen de cijfers?", _verdict(checks)],
        ["Wat kunt u doen?", CHANGE],
        ["Ranglijst", "De plaats en de score per leverancier: eerst per gemeente, daarna samen."],
        ["Scores per thema", "De score op elk thema, en welk deel van de hele score dat thema bepaalt."],
        ["Alle scores", "Elk antwoord per gemeente: punten, gewicht en bijdrage aan de score."],
        ["Gewichten", "Gewichten van thema's en eisen, punten per antwoord en verdeelsleutels."],
        ["Controle", "Elk cijfer uit een formule naast hetzelfde cijfer van marktscan."],
        ["Score", "0 tot 100 punten volgens uw eigen weging. Het is geen rapportcijfer."],
        ["Hoogste score", "De score als alles wat nog onbekend is, de meeste punten krijgt."],
        ["Knock-out", "Staat naast de score en telt er niet in mee. Niemand verdwijnt uit de lijst."],
        ["Wat staat er niet in?", LEFT_OUT],
        ["Wie mag dit zien?", "Dit werkblad is voor de gemeenten zelf. Geef het niet aan leveranciers."],
        ["Versie", f"{scan.project.version}, rapportdatum {scan.project.report_date:%d-%m-%Y}"],
    ]
    return Table(GUIDE, (Heading("Onderwerp", 24), Heading("Uitleg", 100)), rows)


LEFT_OUT = (
    "Prijzen, plafonds, beloften, bewijs en de simulatie. Die ziet u met marktscan costs, promises, claims "
    "en stress, en in het rapport. Wat u hier verandert, rekent die uitkomsten niet opnieuw uit."
)
CHANGE = (
    "Verander op het blad Gewichten een geel vak. De scores en de plaatsen rekenen mee, zodat u ziet wat een "
    "andere weging doet. Op het blad Controle staat dan wat er verandert. Het rapport verandert niet mee: "
    "pas daarvoor de werkbladen van de gemeenten aan."
)


def _verdict(checks: int) -> Cell:
    """One sentence that follows from Controle."""
    same = "Ja: elke formule geeft hetzelfde als marktscan."
    if not checks:
        return "Er zijn geen scores."
    verdicts = span(CHECK, (0, VERDICT), (checks - 1, VERDICT))
    other = "Er zijn verschillen: zie het blad Controle. Is er een gewicht veranderd, dan hoort dat zo."
    return Live(f'=IF(COUNTIF({verdicts},"{DIFFERENT}")=0,"{same}","{other}")', same)
