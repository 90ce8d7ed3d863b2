"""What sheet Lees mij says in each of the workbooks about a vendor."""

from dataclasses import replace

from marktscan.example.submission_files import InventedVendor
from marktscan.spreadsheets.write import ReadMe

MARK = "voorbeeldinvulling"
ABOUT = "Alle antwoorden, prijzen en cijfers over"
CONTACT = "Projectleider marktverkenning"
ROUND = "Ronde 1, vragen bevroren op 1 oktober 2026"


def answers_readme(vendor: InventedVendor) -> ReadMe:
    """For answers.xlsx."""
    return replace(
        _common(vendor),
        title=f"Vragenlijst zaaksysteem: {vendor.product}",
        purpose=(
            "Hier antwoordt de leverancier op de vragen van de deelnemende gemeenten.",
            "Elke leverancier krijgt dezelfde vragen. Dit is een verkenning: niemand valt af.",
        ),
        filling_in=(
            "Kies op het blad Vragen per rij één code. Op Keuzelijsten staat wat elke code betekent.",
            "Schrijf uw uitleg in de rij zelf. Noem bij S en C het bewijs.",
            "Noem bij P de partner en de prijs en bij M de prijs.",
            "Noem bij R de datum, en of u die in het contract toezegt.",
            "Verander de nummers en de teksten van de vragen niet.",
        ),
        returning=("Stuur het ingevulde bestand terug aan de projectleider. Prijzen horen in prices.xlsx.",),
        deadline="30 oktober 2026",
    )


def prices_readme(vendor: InventedVendor) -> ReadMe:
    """For prices.xlsx."""
    return replace(
        _common(vendor),
        title=f"Prijsblad zaaksysteem: {vendor.product}",
        purpose=("Hier geeft de leverancier zijn prijzen. Beoordelaars krijgen dit bestand niet te zien.",),
        filling_in=(
            "Vul op het blad Kosten per rij de prijs voor één eenheid in, zonder btw.",
            "Elke gemeente heeft een letter. Het aantal staat er al: verander dat niet.",
            "Kost iets niets, vul dan 0 in. Een lege cel is geen antwoord.",
        ),
        returning=("Stuur het ingevulde bestand terug aan de projectleider, los van de vragenlijst.",),
        deadline="30 oktober 2026",
    )


def marks_readme(vendor: InventedVendor, assessor: str) -> ReadMe:
    """For assessments/<assessor>.xlsx."""
    return replace(
        _common(vendor),
        title=f"Beoordeling van {vendor.product}",
        owner=f"Beoordelaar {assessor}",
        purpose=(
            "Hier geeft één beoordelaar cijfers voor de wensen, alleen en zonder de prijzen te kennen.",
            "Ook de harde eisen van de eigen gemeente staan erin. Die krijgen alleen een niveau.",
        ),
        filling_in=(
            "Kies bij Niveau hoe ver het antwoord is bewezen.",
            "Kies bij een wens een cijfer uit de lijst en schrijf op waarom.",
            "Beoordeel wat nu werkt. Een plan voor later krijgt een 0.",
        ),
        returning=("Bewaar het bestand onder dezelfde naam. Praat nog niet met andere beoordelaars.",),
        deadline="13 november 2026",
    )


def consensus_readme(vendor: InventedVendor) -> ReadMe:
    """For consensus.xlsx."""
    return replace(
        _common(vendor),
        title=f"Consensus over {vendor.product}",
        owner="Beoordelaars van de drie gemeenten",
        purpose=(
            "Hier staat het gezamenlijke cijfer voor wensen waarover de beoordelaars sterk verschilden.",
            "Voor de andere wensen geldt het gemiddelde van de eigen cijfers.",
        ),
        filling_in=(
            "Bespreek eerst de motiveringen, dan pas het cijfer.",
            "Schrijf altijd op waarom u samen op dit cijfer uitkomt.",
        ),
        returning=("Bewaar het bestand in de map van de leverancier. Verander de eigen cijfers niet meer.",),
        deadline="20 november 2026",
    )


def _common(vendor: InventedVendor) -> ReadMe:
    """What every workbook about a vendor says, also that no real vendor, least of all that of an existing
    product, said any of it."""
    return ReadMe(
        title="",
        owner=vendor.name,
        purpose=(),
        filling_in=(),
        returning=(),
        contact=CONTACT,
        deadline="",
        version=ROUND,
        notice=f"{ABOUT} {vendor.product} zijn verzonnen voor dit voorbeeld.",
        mark=MARK,
        round=1,
    )
