"""Annex: the words of this report."""

from marktscan.reporting.facts import Facts
from marktscan.reporting.view import Chapter, Column, Row, Table, cell, head

ANCHOR = "bijlage-begrippen"

TERMS = (
    ("bandbreedte", "De laagste en de hoogste score die mogelijk zijn zolang nog niet alles bekend is."),
    (
        "belofte",
        "Een antwoord R: de leverancier heeft het nu niet, maar wel gepland. Een belofte telt nu voor 0.",
    ),
    ("dekking", "Het deel van het gewicht waarop een leverancier echt antwoord heeft gegeven."),
    ("doorontwikkelen", "Het huidige systeem houden en verder laten uitbouwen."),
    ("eis", "Wat een gemeente vraagt en wat met het antwoord van de leverancier wordt gescoord."),
    (
        "knock-out",
        "Een harde eis. In een aanbesteding zou een pakket erop kunnen afvallen; deze verkenning sluit niemand uit.",
    ),
    ("marktverkenning", "Onderzoek naar wat er te koop is. Er wordt niets gekocht en niets gegund."),
    ("omslagpunt", "Het gewicht van een thema waarbij een ander pakket bovenaan komt."),
    ("peildatum", "De dag waarop de stand is opgemaakt. Wat later klaar is, geldt als belofte."),
    ("spijt", "Het aantal punten dat een gemeente inlevert als zij niet haar eigen hoogste pakket krijgt."),
    ("verdeelsleutel", "Hoe zwaar elke gemeente telt in de gezamenlijke score."),
    ("wens", "Wat een gemeente graag ziet; beoordelaars geven er een cijfer voor."),
    (
        "zaaksysteem",
        "Het programma waarmee een gemeente zaken, zoals aanvragen en meldingen, behandelt en bewaart.",
    ),
)


def terms(facts: Facts) -> Chapter:
    """The glossary."""
    columns = (Column("Begrip", width=114), Column("Betekenis"))
    rows = tuple(Row((head(term, style="strong"), cell(meaning))) for term, meaning in TERMS)
    table = Table("Begrippen in dit rapport", columns, rows)
    return Chapter(ANCHOR, "Begrippen", "Wat de woorden in dit rapport betekenen", (table,))
