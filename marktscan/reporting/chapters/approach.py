"""Chapter: who asked what of whom, and under which rules."""

from marktscan.domain.answer import AnswerCode
from marktscan.domain.project import Municipality
from marktscan.domain.requirement import Kind
from marktscan.domain.scan import Submission
from marktscan.reporting.anchors import Figures, vendor_anchor
from marktscan.reporting.chapters.amendments import amendments
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import capital, count, counted
from marktscan.reporting.view import (
    Chapter,
    Column,
    Heading,
    Link,
    Pairs,
    Row,
    Table,
    Text,
    cell,
    head,
    traced,
)
from marktscan.wording.formats import NO_BREAK_SPACE, date_long, number, percentage, thousands

ANCHOR = "aanpak"


def approach(facts: Facts) -> Chapter:
    """Municipalities, vendors, keys and rules."""
    return Chapter(
        ANCHOR,
        "Aanpak",
        _title(facts),
        (
            _municipalities(facts),
            _vendors(facts),
            *((_keys(facts),) if facts.several else ()),
            Heading("Afgesproken regels", style="next"),
            Pairs(_rules(facts)),
            *amendments(facts),
        ),
    )


def _title(facts: Facts) -> str:
    who = counted(len(facts.municipalities), "gemeente stelt", "gemeenten stellen samen")
    asked = counted(len(facts.scan.programme.rows), "eis", "eisen")
    if not facts.several:
        who = "één gemeente stelt"
    if not facts.submissions:
        return f"{capital(who)} {asked}; er zijn nog geen antwoorden"
    return f"{capital(who)} {asked} aan {counted(len(facts.submissions), 'pakket', 'pakketten')}"


def _municipalities(facts: Facts) -> Table:
    columns = (
        Column("Gemeente", width=84),
        Column("Eisen", "num gap", 48),
        Column("Wensen", "num gap", 54),
        Column("Knock-outs", "num gap", 66),
        Column("Inwoners", "num gap", 60),
        Column("Bestand"),
    )
    rows = tuple(_municipality(facts, m) for m in facts.municipalities)
    source = facts.origin(Figures.REQUIREMENTS)
    whose = "elke" if facts.several else "de"
    return Table(f"Wat {whose} gemeente vraagt", columns, rows, style="keep", source=source)


def _municipality(facts: Facts, municipality: Municipality) -> Row:
    own = facts.scan.list_of(municipality.slug)
    wishes = sum(r.kind is Kind.WISH for r in own.requirements)
    hard = sum(r.knock_out for r in own.requirements)
    counts = (len(own.requirements) - wishes, wishes, hard)
    people = "onbekend" if municipality.inhabitants is None else thousands(municipality.inhabitants)
    figures = (cell(number(amount, 0), style="num gap") for amount in counts)
    return Row((head(municipality.name), *figures, cell(people, style="num gap"), cell(own.file)))


def _vendors(facts: Facts) -> Table:
    columns = (
        Column("Pakket", width=126),
        Column("Leverancier", width=126),
        Column("Beantwoord", "num gap", 72),
        Column("Bestand"),
    )
    rows = tuple(_vendor(facts, s) for s in facts.submissions)
    source = facts.origin(Figures.ANSWERS)
    return Table("Wie antwoordde", columns, rows, style="keep spaced", source=source)


def _vendor(facts: Facts, submission: Submission) -> Row:
    vendor = submission.vendor
    name: Text = (Link(facts.full_product(vendor.slug), vendor_anchor(vendor.slug)),)
    return Row(
        (
            head(*name),
            cell(vendor.name),
            cell(answered(facts, submission), style="num gap"),
            cell(submission.answers_file),
        )
    )


def answered(facts: Facts, submission: Submission) -> str:
    """How many of the questions have an answer."""
    if not submission.readable:
        return "onleesbaar"
    empty = {AnswerCode.UNANSWERED, AnswerCode.UNCLEAR}
    given = sum(answer.code not in empty for answer in facts.answers(submission))
    return f"{number(given, 0)} van {number(len(facts.scan.programme.rows), 0)}"


def _keys(facts: Facts) -> Table:
    columns = (
        Column("Verdeelsleutel", width=156),
        *(Column(m.name, "num gap") for m in facts.municipalities),
    )
    rows = tuple(
        Row(
            (
                head(key.name),
                *(
                    cell(percentage(key.shares.get(m.slug, 0), 1), style="num gap")
                    for m in facts.municipalities
                ),
            )
        )
        for key in facts.project.keys
    )
    subtitle = "Hoe zwaar elke gemeente telt in de gezamenlijke score. De sleutels staan altijd naast elkaar."
    source = facts.origin(Figures.SETTINGS)
    return Table("Hoe de gemeenten samen tellen", columns, rows, subtitle, "keep spaced", source=source)


def _rules(facts: Facts) -> tuple[tuple[str, Text], ...]:
    project, rules = facts.project, facts.project.rules
    inside = "telt mee in de score" if rules.knock_outs_in_score else "staat naast de score, niet erin"
    reminder = "0 punten" if rules.reminder_sent else "onbekend: tussen 0 en 100 punten"
    settings = facts.origin(Figures.SETTINGS)
    return (
        ("Peildatum", (f"{date_long(project.reference_date)}. Wat later klaar is, heet een belofte.",)),
        ("Start nieuw contract", (f"{date_long(project.go_live)}.",)),
        ("Knock-out", (f"Een knock-out {inside}.{_strictest(facts)}",)),
        ("Leeg antwoord", traced(f"Een leeg antwoord is {reminder}.", settings)),
        ("Voorlopig", traced(_provisional(facts), settings)),
        ("Beoordelaars", (_assessors(facts),)),
        ("Gelijke score", ("Pakketten met een gelijke score delen een plaats.",)),
    )


def _assessors(facts: Facts) -> str:
    amount = sum(len(m.assessors) for m in facts.municipalities)
    if not amount:
        return "Er zijn nog geen beoordelaars aangewezen."
    if amount == 1:
        return "Eén beoordelaar geeft een cijfer voor elke wens en ziet de bedragen dan niet."
    who = f"{capital(count(amount))} beoordelaars"
    return f"{who} geven eerst elk apart een cijfer voor elke wens; bedragen zien zij dan niet."


def _provisional(facts: Facts) -> str:
    rule = f"{facts.project.rules.coverage}{NO_BREAK_SPACE}%"
    return f"Is minder dan {rule} van het gewicht beantwoord, dan heet een rangorde voorlopig."


def _strictest(facts: Facts) -> str:
    """Which municipality decides, when there are several."""
    return " De strengste gemeente bepaalt de gezamenlijke uitkomst." if facts.several else ""
