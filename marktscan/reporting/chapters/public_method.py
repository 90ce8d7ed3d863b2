"""Chapters for everybody: how sure it is, how it was done, and what is not in this report and why."""

from collections.abc import Iterator
from fractions import Fraction

from marktscan.domain.classification import CellKind
from marktscan.domain.sureness import Scenario, Sureness
from marktscan.reporting.chapters.guide import marks_table, points_table
from marktscan.reporting.chapters.sureness import NO_SECOND, ONE_PACKAGE
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import capital, counted, lower_first
from marktscan.reporting.view import Bullets, Chapter, Column, Pairs, Row, Table, Text, cell, head, paragraph
from marktscan.wording.formats import date_long, list_of, percentage, thousands
from marktscan.wording.sureness import leading, often_first, verdicts

SURE, METHOD, LEFT_OUT = "zekerheid", "methode", "niet-in-dit-rapport"
_CERTAINTY = "Hoe zeker het is"


def public_certainty(facts: Facts) -> Chapter | None:
    """The words of the method, and how often the first of each municipality stays first."""
    found = facts.background.sureness if facts.background else None
    if found is None or not found.simulated:
        return None
    if len(facts.joint.scored) == 1:
        return Chapter(SURE, _CERTAINTY, NO_SECOND.removesuffix("."), (paragraph(ONE_PACKAGE),))
    vendors = {s.vendor.slug: facts.product(s.vendor.slug) for s in facts.submissions}
    names = {m.slug: m.name for m in facts.municipalities}
    title = leading(found.words, vendors).removesuffix(".")
    said = [*verdicts(found.words, vendors, names), *_first(facts, found, vendors)]
    return Chapter(
        SURE,
        _CERTAINTY,
        title,
        (paragraph(_how(facts)), Bullets(tuple((sentence,) for sentence in said if sentence != f"{title}."))),
    )


def _first(facts: Facts, found: Sureness, vendors: dict[str, str]) -> Iterator[str]:
    for own in facts.municipalities:
        run = found.simulation(own.slug, Scenario.AROUND)
        if run:
            first = run.vendors[0]
            draws = facts.project.simulation.draws
            said = often_first(draws, vendors[first.vendor], first.first)
            yield f"{own.name}: {lower_first(said)}"


def _how(facts: Facts) -> str:
    each = "elke" if facts.several else "de"
    return (
        f"Gewichten zijn een keuze. Daarom is uitgerekend wat er gebeurt als {each} gemeente net iets anders "
        f"weegt, {thousands(facts.project.simulation.draws)} keer. Wat nog onbekend is, is meegeloot. "
        "Hoe vaak een pakket dan bovenaan staat, is geen kans dat dit pakket het beste is."
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
    received = "kreeg" if len(facts.submissions) == 1 else "kregen dezelfde"
    return capital(f"{packages} {received} {asked}")


def _steps(facts: Facts) -> tuple[tuple[str, Text], ...]:
    project = facts.project
    rule = percentage(Fraction(project.rules.coverage, 100))
    empty = "telt als 0 punten" if project.rules.reminder_sent else "is onbekend"
    day = date_long(project.reference_date)
    return (
        *_asking(facts),
        ("Antwoorden", (f"Elke leverancier kreeg dezelfde vragenlijst. Een leeg antwoord {empty}.",)),
        *_assessing(facts),
        ("Peildatum", (f"{day}. Wat later klaar is, is een belofte; {facts.basis}.",)),
        *_together(facts),
        ("Voorlopig", (f"Zo heet een rangorde als minder dan {rule} is beantwoord.",)),
    )


def _asking(facts: Facts) -> tuple[tuple[str, Text], ...]:
    several = facts.several
    shared = " Samen besloten zij wat dezelfde eis is." if several else ""
    each = "Elke" if several else "De"
    return (
        ("Vragen", (f"{each} gemeente maakte een eigen lijst.{shared}",)),
        ("Gewichten", (f"{each} gemeente koos zelf hoe zwaar een eis en een thema tellen.",)),
    )


def _assessing(facts: Facts) -> tuple[tuple[str, Text], ...]:
    """Where marks were given; who gave them, and mostly the marks themselves, are not in this report."""
    if not (facts.shown.left_out.get(CellKind.MARK) or any(s.marks for s in facts.submissions)):
        return ()
    return (("Beoordeling", ("Beoordelaars gaven eerst elk apart een cijfer. Prijzen zagen zij niet.",)),)


def _together(facts: Facts) -> tuple[tuple[str, Text], ...]:
    """The keys by name, where there is more than one municipality to add up."""
    if not facts.several:
        return ()
    keys = [f"‘{key.name.lower()}’" for key in facts.project.keys]
    several = "sleutels" if len(keys) > 1 else "sleutel"
    return (("Samen", (f"De gemeenten tellen samen volgens de {several} {list_of(keys)}.",)),)


_WHY = {
    CellKind.PRICE: ("Prijzen", "zijn vertrouwelijk; alleen een ruime bandbreedte is openbaar"),
    CellKind.EXPLANATION: ("Uitleg en bewijs", "zijn de eigen woorden van een leverancier"),
    CellKind.ROADMAP: ("Data van beloften", "zijn plannen van een leverancier"),
    CellKind.ANSWER: ("Antwoorden", "zijn niet openbaar, of een leverancier noemt ze vertrouwelijk"),
    CellKind.WEIGHT: ("Gewichten", "zijn intern, zodat een latere aanbesteding eerlijk blijft"),
    CellKind.REMARK: ("Opmerkingen", "schreven gemeenten voor zichzelf"),
    CellKind.MARK: ("Motiveringen van cijfers", "zijn intern; de punten tellen wel mee"),
    CellKind.PERSON: ("Namen en functies van personen", "komen in geen enkel rapport"),
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
