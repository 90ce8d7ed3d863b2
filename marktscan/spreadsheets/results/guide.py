"""Leeswijzer: what the result workbook is, sheet by sheet."""

from marktscan.domain.scan import Scan
from marktscan.spreadsheets.results.cells import Cell, Heading, Live, Table, span
from marktscan.spreadsheets.results.check import DIFFERENT, VERDICT
from marktscan.spreadsheets.results.layout import CHECK
from marktscan.spreadsheets.write import FICTITIOUS

GUIDE = "Leeswijzer"
SCORES = (
    ("Ranglijst", "De plaats en de score per leverancier: eerst per gemeente, daarna samen."),
    ("Scores per thema", "De score op elk thema, en welk deel van de hele score dat thema bepaalt."),
    ("Alle scores", "Elk antwoord per gemeente: punten, gewicht en bijdrage aan de score."),
    ("Gewichten", "Gewichten van thema's en eisen, punten per antwoord en verdeelsleutels."),
)
MONEY = (
    ("Kosten", "Wat elk pakket kost, per gemeente en samen. Wat ontbreekt, is niet € 0: het is ten minste."),
    (
        "Kosten en kwaliteit",
        "Van welk pakket er niets beters is voor hetzelfde geld, en wat een punt kost.",
    ),
    ("Kostenregels", "Elke prijs met zijn cel, het aantal en wat dat samen kost. Ook wat ontbreekt."),
    ("Aantallen", "Hoeveel elke gemeente nodig heeft, over hoeveel jaar, en hoe de kosten stijgen."),
)
AFTER = (
    ("Controle", "Elk cijfer uit een formule naast hetzelfde cijfer van marktscan."),
    ("Score", "0 tot 100 punten volgens uw eigen weging. Het is geen rapportcijfer."),
    ("Hoogste score", "De score als alles wat nog onbekend is, de meeste punten krijgt."),
    ("Knock-out", "Staat naast de score en telt er niet in mee. Niemand verdwijnt uit de lijst."),
)
LEFT_OUT = (
    "Plafonds, beloften, bewijs en de simulatie. Die ziet u met marktscan costs, promises, claims "
    "en stress, en in het rapport. Wat u hier verandert, rekent die uitkomsten niet opnieuw uit."
)
CHANGE = (
    "Verander op het blad Gewichten een geel vak. De scores en de plaatsen rekenen mee, zodat u ziet wat een "
    "andere weging doet. Op het blad Controle staat dan wat er verandert. Het rapport verandert niet mee: "
    "pas daarvoor de werkbladen van de gemeenten aan."
)
CHANGE_MONEY = " Op het blad Aantallen kan dat ook: dan rekenen de kosten mee."
READERS = "Dit werkblad is voor de gemeenten zelf. Geef het niet aan leveranciers."
READERS_MONEY = " Er staan prijzen in: geef het ook niet aan beoordelaars zolang zij nog cijfers geven."


def guide(scan: Scan, checks: int, *, money: bool) -> Table:
    """The first sheet; `checks` is how many figures are compared on Controle."""
    label = f"{FICTITIOUS}. Niets in dit werkblad is een feit over een echte partij. "
    rows: list[list[Cell]] = [
        [
            "Wat is dit?",
            f"{label if scan.project.fictitious else ''}Alle uitkomsten van de marktverkenning, met de "
            "berekening erbij.",
        ],
        ["Kloppen de cijfers?", _verdict(checks)],
        ["Wat kunt u doen?", CHANGE + (CHANGE_MONEY if money else "")],
        *([name, said] for name, said in (*SCORES, *(MONEY if money else ()), *AFTER)),
        ["Wat staat er niet in?", LEFT_OUT],
        ["Wie mag dit zien?", READERS + (READERS_MONEY if money else "")],
        ["Versie", f"{scan.project.version}, rapportdatum {scan.project.report_date:%d-%m-%Y}"],
    ]
    return Table(GUIDE, (Heading("Onderwerp", 24), Heading("Uitleg", 100)), rows)


def _verdict(checks: int) -> Cell:
    """One sentence that follows from Controle."""
    same = "Ja: elke formule geeft hetzelfde als marktscan."
    if not checks:
        return "Er zijn geen scores."
    verdicts = span(CHECK, (0, VERDICT), (checks - 1, VERDICT))
    other = "Er zijn verschillen: zie het blad Controle. Is er een geel vak veranderd, dan hoort dat zo."
    return Live(f'=IF(COUNTIF({verdicts},"{DIFFERENT}")=0,"{same}","{other}")', same)
