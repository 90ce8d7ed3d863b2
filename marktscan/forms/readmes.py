"""What sheet Lees mij says in each form that goes out."""

from datetime import date

from marktscan.domain.project import Project
from marktscan.spreadsheets.write import ReadMe
from marktscan.wording.formats import date_long

NO_DEADLINE = "nog niet afgesproken"


def answers_readme(project: Project, vendor: str, questions: int) -> ReadMe:
    """For the questionnaire of one vendor; without any municipality's name."""
    return ReadMe(
        title="Vragenlijst marktverkenning",
        owner=vendor,
        purpose=(
            "Hier antwoordt u op de vragen van de gemeenten die samen deze marktverkenning houden.",
            "Elke leverancier krijgt dezelfde vragen. Dit is een verkenning: niemand valt af.",
        ),
        filling_in=(
            "Vul eerst het blad Leverancier in.",
            "Kies op het blad Vragen per rij één antwoord. Wat elk antwoord betekent, staat hieronder.",
            'Schrijf uw uitleg en bewijs in de rij zelf. "Zie offerte" telt niet als antwoord.',
            "Onder Status ziet u per rij wat er nog ontbreekt. Hieronder ziet u hoe ver u bent.",
            "De vragen staan vast. Filteren en kolommen of rijen groter maken kan wel.",
        ),
        returning=(
            "Stuur het ingevulde bestand terug, onder dezelfde naam. Prijzen horen alleen in prices.xlsx.",
            "Een lege rij is geen nee: wij vragen er dan naar.",
        ),
        contact=_neutral(project, project.forms.contact),
        deadline=shown_day(project.forms.deadlines.answers),
        version=f"Ronde {project.forms.round}, {questions} vragen",
        round=project.forms.round,
    )


def prices_readme(project: Project, vendor: str) -> ReadMe:
    """For the price sheet of one vendor; municipalities have a letter, since only volumes matter here."""
    return ReadMe(
        title="Prijsblad marktverkenning",
        owner=vendor,
        purpose=(
            "Hier geeft u uw prijzen. Wie uw antwoorden beoordeelt, krijgt dit bestand niet te zien.",
            "Elke gemeente heeft een letter. Elke leverancier krijgt dezelfde aantallen.",
        ),
        filling_in=(
            "Vul op het blad Kosten per rij de prijs voor één eenheid in, in euro en zonder btw.",
            "Het aantal staat er al. Verander dat niet: wij rekenen het totaal uit.",
            "Kost iets niets, vul dan 0 in. Een lege cel is geen antwoord en telt nooit als 0.",
            "Kies ja bij Vertrouwelijk als een bedrag niet openbaar mag worden.",
        ),
        returning=("Stuur het ingevulde bestand terug, onder dezelfde naam en los van de vragenlijst.",),
        contact=_neutral(project, project.forms.contact),
        deadline=shown_day(project.forms.deadlines.answers),
        version=f"Ronde {project.forms.round}",
        round=project.forms.round,
    )


def marks_readme(project: Project, vendor: str, assessor: str) -> ReadMe:
    """For the sheet on which one assessor marks one vendor."""
    return ReadMe(
        title=f"Beoordeling van {vendor}",
        owner=f"Beoordelaar {assessor}",
        purpose=(
            "Hier geeft u cijfers voor de wensen: alleen, zonder prijzen of cijfers van anderen.",
            "Ook de harde eisen van uw eigen gemeente staan erin. Daarvoor kiest u alleen een niveau.",
        ),
        filling_in=(
            "Lees per rij de wens, het antwoord, de uitleg en het bewijs.",
            "Kies bij Niveau hoe ver het antwoord is bewezen.",
            "Kies bij een wens een cijfer en schrijf op waarom. Een ander moet het kunnen volgen.",
            "Beoordeel wat nu werkt. Een plan voor later krijgt geen punten.",
        ),
        returning=(
            "Lever het bestand in bij de projectleider, onder dezelfde naam.",
            "Praat nog niet met andere beoordelaars: eerst oordeelt ieder voor zich.",
        ),
        contact=project.forms.contact,
        deadline=shown_day(project.forms.deadlines.marks),
        version=f"Ronde {project.forms.round}",
        round=project.forms.round,
    )


def consensus_readme(project: Project, vendor: str) -> ReadMe:
    """For the meeting at which assessors agree on marks for one vendor."""
    return ReadMe(
        title=f"Gezamenlijk oordeel over {vendor}",
        owner="Beoordelaars van de gemeenten samen",
        purpose=(
            "Hier staan per wens alle cijfers met hun motivering. U spreekt samen één cijfer af.",
            "Spreekt u niets af, dan telt het gemiddelde van de eigen cijfers.",
        ),
        filling_in=(
            "Bespreek eerst de motiveringen, dan pas het cijfer.",
            "Vul alleen wensen in waarover u iets hebt afgesproken. De andere rijen blijven leeg.",
            "Schrijf altijd op waarom u samen op dit cijfer uitkomt.",
        ),
        returning=("Bewaar het bestand als consensus.xlsx in de map van de leverancier.",),
        contact=project.forms.contact,
        deadline=shown_day(project.forms.deadlines.marks),
        version=f"Ronde {project.forms.round}",
        round=project.forms.round,
    )


def shown_day(value: date | None) -> str:
    """A deadline in words."""
    return date_long(value) if value else NO_DEADLINE


def _neutral(project: Project, contact: str) -> str:
    """Whom to ask, without a municipality's name."""
    named = any(item.name in contact for item in project.municipalities)
    return "de projectleider van de marktverkenning" if named else contact


def requirements_readme(name: str) -> ReadMe:
    """For the empty list of one municipality."""
    return ReadMe(
        title=f"Eisen aan het zaaksysteem: {name}",
        owner=f"Gemeente {name}",
        purpose=(
            f"Hier vult {name} in wat het zaaksysteem moet kunnen en hoe zwaar elke eis weegt.",
            "De lijsten van alle gemeenten worden daarna samen één programma van eisen.",
        ),
        filling_in=(
            "Kies eisen op het blad Catalogus. Kopieer hele rijen en plak ze op het blad Eisen.",
            "Pas Soort, Prioriteit, Knock-out en Gewicht aan. In de catalogus staat alleen een voorstel.",
            "Voeg uw eigen eisen onderaan toe, elk met een nieuw nummer en over één ding.",
            "Noem in de tekst en in het nummer geen merk en geen gemeente: leveranciers zien beide.",
            "Verdeel op het blad Thema's precies 100 punten.",
        ),
        returning=(
            "Bewaar het bestand onder dezelfde naam in de map requirements.",
            "Controleer het daarna met: marktscan check",
        ),
        contact="Projectleider marktverkenning van uw gemeente",
        deadline=NO_DEADLINE,
        version="1.0",
    )


def decisions_readme() -> ReadMe:
    """For the workbook in which people decide which requirements are one, while it is still empty."""
    return ReadMe(
        title="Besluiten bij het samenvoegen van de eisen",
        owner="Projectgroep marktverkenning",
        purpose=("Hier besluit u samen welke eisen van de gemeenten dezelfde eis zijn.",),
        filling_in=(
            "Zijn de lijsten klaar? Typ dan: marktscan merge",
            "Dat maakt een voorstel in build. Besluit daarin en bewaar het over dit bestand heen.",
        ),
        returning=("Bewaar het bestand onder dezelfde naam in de map requirements.",),
        contact="Projectleider marktverkenning",
        deadline=NO_DEADLINE,
        version="1.0",
    )
