"""Chapter: how to read this report, and what it is not."""

from marktscan.domain.answer import AnswerCode
from marktscan.domain.results import State
from marktscan.reporting.anchors import Figures
from marktscan.reporting.facts import Facts
from marktscan.reporting.style.prose import prose
from marktscan.reporting.view import (
    Chapter,
    Column,
    Heading,
    Row,
    SideBySide,
    Table,
    cell,
    head,
    paragraph,
)
from marktscan.wording.formats import number

ANCHOR = "leeswijzer"

CODES = {
    AnswerCode.STANDARD: ("Standaard", "werkt nu, in de aangeboden licentie, bij ten minste één gemeente"),
    AnswerCode.CONFIGURATION: ("Configuratie", "werkt nu; een beheerder stelt het in zonder programmeren"),
    AnswerCode.PARTNER: ("Via partner", "werkt nu met een genoemd ander product dat al is gekoppeld"),
    AnswerCode.ROADMAP: ("Belofte", "nog niet beschikbaar, wel gepland"),
    AnswerCode.CUSTOM: ("Maatwerk", "alleen door te programmeren voor deze klant"),
    AnswerCode.NONE: ("Niet", "wordt niet aangeboden"),
}
NO_POINTS = {
    AnswerCode.NOT_APPLICABLE: "Niet van toepassing",
    AnswerCode.UNANSWERED: "Leeg",
    AnswerCode.UNCLEAR: "Onduidelijk",
}


def code_name(code: AnswerCode) -> str:
    """What an answer code is called."""
    return CODES[code][0] if code in CODES else NO_POINTS[code]


def guide(facts: Facts) -> Chapter:
    """Scale, points, empty answers and limits."""
    return Chapter(
        ANCHOR,
        "Leeswijzer",
        "Een score is een optelsom van uw eigen weging, geen rapportcijfer",
        (_words(facts), points_table(facts), marks_table(facts), _empty_table(facts)),
        new_page=True,
    )


def _words(facts: Facts) -> SideBySide:
    own = facts.scan.house.prose
    return SideBySide(
        (
            (6, (Heading("Wat een score zegt"), *map(paragraph, prose("leeswijzer-score", own)))),
            (6, (Heading("Wat dit rapport niet is"), *map(paragraph, prose("leeswijzer-grenzen", own)))),
        ),
        ruled=False,
    )


def points_table(facts: Facts) -> Table:
    """What each answer means and is worth."""
    points = facts.project.rules.answer_points
    columns = (
        Column("Antwoord", width=52),
        Column("Naam", width=84),
        Column("Betekenis"),
        Column("Punten", "num", 44),
    )
    rows = tuple(
        Row((head(code.value), cell(name), cell(meaning), cell(number(points[code], 0), style="num")))
        for code, (name, meaning) in CODES.items()
        if code in points
    )
    subtitle = "Zo telt een antwoord op een eis. Een wens telt alleen als er nu iets is, met het cijfer."
    source = facts.origin(Figures.SETTINGS)
    return Table("Punten per antwoord", columns, rows, subtitle, "keep spaced", source=source)


def marks_table(facts: Facts) -> Table:
    """What each mark means and is worth."""
    columns = (Column("Cijfer", width=52), Column("Betekenis"), Column("Punten", "num", 44))
    rows = tuple(
        Row((head(number(level.mark, 0)), cell(level.label), cell(number(level.points, 0), style="num")))
        for level in facts.project.rules.marks
    )
    subtitle = "Beoordelaars geven eerst ieder een cijfer. Is er samen een cijfer vastgesteld, dan telt dat."
    source = facts.origin(Figures.SETTINGS)
    return Table("Punten per cijfer voor een wens", columns, rows, subtitle, "keep spaced", source=source)


def _empty_table(facts: Facts) -> Table:
    columns = (
        Column("Toestand", width=114),
        Column("Wat het is"),
        Column("Punten", width=84),
        Column("Gewicht", width=100),
    )
    empty = "0" if facts.project.rules.reminder_sent else "tussen 0 en 100"
    rows = (
        (State.ANSWERED.value, "er is een antwoord dat te gebruiken is", "zie hierboven", "telt mee"),
        (State.UNANSWERED.value, "de cel is leeg of de rij is weg", empty, "telt mee"),
        (State.UNKNOWN.value, "onduidelijk antwoord, of nog geen cijfer", "tussen 0 en 100", "telt mee"),
        (State.GRANTED.value, "de gemeente staat het hier toe", "geen", "naar de rest van het thema"),
        (State.CLAIMED.value, "de leverancier zegt het, de gemeente niet", "0", "telt mee"),
    )
    body = tuple(Row((head(first), *map(cell, rest))) for first, *rest in rows)
    subtitle = "Een leeg antwoord is niet hetzelfde als ‘nee’; elke toestand heeft een eigen regel."
    source = facts.origin(Figures.SETTINGS)
    return Table("Leeg is niet nul", columns, body, subtitle, "keep spaced", source=source)
