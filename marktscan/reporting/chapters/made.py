"""How every kind of figure is made, in words that hold for any scan."""

from collections.abc import Mapping

from marktscan.reporting.anchors import Figures

HOW: Mapping[Figures, tuple[str, str]] = {
    Figures.SCORES: (
        "Score en plaats",
        "Punten maal gewicht, opgeteld per thema en dan over de thema’s. Samen: naar de verdeelsleutel.",
    ),
    Figures.COVERAGE: ("Beantwoord deel", "Gewicht van wat is beantwoord, gedeeld door al het gewicht."),
    Figures.DIFFERENCES: (
        "Verschil en spijt",
        "De ene score min de andere; daarna pas afgerond. Spijt: de hoogste score min de eigen.",
    ),
    Figures.REQUIREMENTS: (
        "Aantal eisen, wensen en knock-outs",
        "Rijen geteld. Eisen die mensen hebben samengevoegd, tellen samen als één.",
    ),
    Figures.ANSWERS: ("Aantal antwoorden", "Cellen geteld, per soort antwoord."),
    Figures.KNOCK_OUTS: (
        "Knock-outs",
        "Elke harde eis getoetst aan antwoord, bewijs, datum en toezegging. De strengste uitkomst telt.",
    ),
    Figures.PROMISES: ("Aantal beloften", "Antwoorden R geteld, met de datum en de toezegging in hun rij."),
    Figures.OVER_TIME: (
        "Score met beloften",
        "De score nu, plus wat beloften erbij geven. Gewogen: maal geloofwaardigheid en halveringstijd.",
    ),
    Figures.SCENARIOS: (
        "Scenario’s",
        "Per thema de punten van wie het draagt, maal het gewicht. Open: wat leeg of beloofd is.",
    ),
    Figures.PROOF: (
        "Bewijs en demo",
        "Ja-antwoorden geteld naar het laagste niveau van beoordelaars, anders naar het bewijs ernaast.",
    ),
    Figures.MARKS: (
        "Overeenstemming",
        "Alfa van Krippendorff per thema (ordinaal) en het deel van de paren binnen één trede.",
    ),
    Figures.TIPPING: (
        "Omslagpunt en verschuiving",
        "Het gewicht van één thema waarbij twee scores gelijk worden; het minste dat moet verschuiven.",
    ),
    Figures.DRAWS: (
        "Deel van de varianten",
        "Bij elke loting andere gewichten en onzekere antwoorden; geteld wie op welke plaats eindigt.",
    ),
    Figures.TOGETHER: (
        "Gemeenten samen",
        "Kendalls W over de plaatsen; en het aandeel van een gemeente waarbij twee scores gelijk worden.",
    ),
    Figures.TENDER: ("Proef met tenderregels", "De gezamenlijke score en de kosten, door de regels geteld."),
    Figures.RULES: ("Regels en wijzigingen", "Wat is vastgesteld, naast wat nu geldt; beide doorgerekend."),
    Figures.SETTINGS: ("Afspraken", "Getallen die de gemeenten zelf hebben vastgelegd."),
}
