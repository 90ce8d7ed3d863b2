"""Chapters for everybody: how sure it is, how it was done, and what is not in this report and why."""

from collections.abc import Iterator
from fractions import Fraction

from marktscan.domain.classification import CellKind
from marktscan.domain.sureness import Scenario, Sureness
from marktscan.reporting.chapters.guide import marks_table, points_table
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import capital, counted
from marktscan.reporting.view import Bullets, Chapter, Column, Pairs, Row, Table, Text, cell, head, paragraph
from marktscan.wording.formats import date_long, list_of, percentage, thousands
from marktscan.wording.sureness import often_first, verdicts

SURE, METHOD, LEFT_OUT = "zekerheid", "methode", "niet-in-dit-rapport"


def public_certainty(facts: Facts) -> Chapter | None:
    """The words of the method, and how often the first of each municipality stays first."""
    found = facts.background.sureness if facts.background else None
    if found is None or not found.simulated:
        return None
    vendors = {s.vendor.slug: facts.product(s.vendor.slug) for s in facts.submissions}
    names = {m.slug: m.name for m in facts.municipalities}
    said = [*verdicts(found.words, vendors, names), *_first(facts, found, vendors)]
    return Chapter(
        SURE,
        "Hoe zeker het is",
        said[0].removesuffix("."),
        (paragraph(_how(facts)), Bullets(tuple((sentence,) for sentence in said[1:]))),
    )


def _first(facts: Facts, found: Sureness, vendors: dict[str, str]) -> Iterator[str]:
    for own in facts.municipalities:
        run = found.simulation(own.slug, Scenario.AROUND)
        if run:
            first = run.vendors[0]
            draws = facts.project.simulation.draws
            yield f"{own.name}: {often_first(draws, vendors[first.vendor], first.first)}"


def _how(facts: Facts) -> str:
    return (
        "Gewichten zijn een keuze. Daarom is uitgerekend wat er gebeurt als elke gemeente net iets anders "
        f"weegt, {thousands(facts.project.simulation.draws)} keer. Wat nog onbekend is, is meegeloot. "
        "Hoe vaak een pakket dan bovenaan staat, is geen kans dat het het beste is."
    )


def public_method(facts: Facts) -> Chapter:
    """Who asked what, when, and what an answer is worth."""
    return Chapter(
        METHOD,
        "Hoe het is gedaan",
        _asked(facts),
        (Pairs(_steps(facts)), points_table(facts), marks_table(facts)),
    )


def _asked(facts: Facts) -> str:
    asked = counted(len(facts.scan.programme.rows), "vraag", "vragen")
    packages = counted(len(facts.submissions), "leverancier", "leveranciers")
    return capital(f"{packages} {'kreeg' if len(facts.submissions) == 1 else 'kregen'} dezelfde {asked}")


def _steps(facts: Facts) -> tuple[tuple[str, Text], ...]:
    project = facts.project
    keys = list_of([f"‘{key.name.lower()}’" for key in project.keys])
    rule = percentage(Fraction(project.rules.coverage, 100))
    empty = "telt als 0 punten" if project.rules.reminder_sent else "is onbekend"
    several = "sleutels" if len(project.keys) > 1 else "sleutel"
    return (
        ("Vragen", ("Elke gemeente maakte een eigen lijst. Samen besloten zij wat dezelfde eis is.",)),
        ("Gewichten", ("Elke gemeente koos zelf hoe zwaar een eis en een thema tellen.",)),
        ("Antwoorden", (f"Elke leverancier vulde dezelfde vragenlijst in. Een leeg antwoord {empty}.",)),
        ("Beoordeling", ("Beoordelaars gaven eerst elk apart een cijfer. Prijzen zagen zij niet.",)),
        (
            "Peildatum",
            (f"{date_long(project.reference_date)}. Wat later klaar is, is een belofte en telt niet mee.",),
        ),
        ("Samen", (f"De gemeenten tellen samen volgens de {several} {keys}.",)),
        (
            "Voorlopig",
            (f"Zo heet een rangorde als minder dan {rule} is beantwoord.",),
        ),
    )


_WHY = {
    CellKind.PRICE: ("Prijzen", "zijn vertrouwelijk; alleen een ruime bandbreedte is openbaar"),
    CellKind.EXPLANATION: ("Uitleg en bewijs", "zijn de eigen woorden van een leverancier"),
    CellKind.ROADMAP: ("Data van beloften", "zijn plannen van een leverancier"),
    CellKind.ANSWER: ("Antwoorden", "zijn niet openbaar, of een leverancier noemt ze vertrouwelijk"),
    CellKind.WEIGHT: ("Gewichten", "zijn intern, zodat een latere aanbesteding eerlijk blijft"),
    CellKind.REMARK: ("Opmerkingen", "schreven gemeenten voor zichzelf"),
    CellKind.MARK: ("Motiveringen van cijfers", "zijn intern; de punten tellen wel mee"),
    CellKind.PERSON: ("Namen van personen", "komen in geen enkel rapport"),
    CellKind.QUESTION: ("Teksten van eisen", "zijn nog niet openbaar"),
}


def public_left_out(facts: Facts) -> Chapter:
    """Every kind of cell that is not in this report, how many there are, and why."""
    kinds = [kind for kind in _WHY if facts.shown.left_out.get(kind)]
    columns = (Column("Wat", width=130), Column("Hoeveel cellen", "num gap", 84), Column("Waarom niet"))
    rows = tuple(
        Row(
            (
                head(_WHY[kind][0]),
                cell(thousands(facts.shown.left_out[kind]), style="num gap"),
                cell(_WHY[kind][1]),
            )
        )
        for kind in kinds
    )
    words = (
        "Dit rapport is gemaakt uit gegevens waar deze cellen al uit waren gehaald. Daarna is het nog eens "
        "doorzocht. De gemeenten hebben alle gegevens; elk cijfer is daar terug te voeren tot de cel."
    )
    return Chapter(
        LEFT_OUT,
        "Wat niet in dit rapport staat",
        _left_out(kinds),
        (paragraph(words), Table("Wat is weggelaten", columns, rows, style="keep spaced")),
    )


def _left_out(kinds: list[CellKind]) -> str:
    """How many kinds of cells; nothing when nothing was left out."""
    if not kinds:
        return "Er is niets weggelaten"
    said = counted(len(kinds), "soort gegevens staat", "soorten gegevens staan")
    return f"{capital(said)} niet in dit rapport"
