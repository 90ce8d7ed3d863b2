"""Chapter: what the current system has, promises and keeps missing, beside the market."""

from marktscan.domain.answer import Answer
from marktscan.domain.scan import Submission
from marktscan.reporting.anchors import requirement_anchor
from marktscan.reporting.chapters.answers import (
    MISSING,
    answer_bar,
    answer_numbers,
    missing_title,
    promise_chart,
    promise_title,
    promises,
    tally,
    tally_title,
    working_title,
)
from marktscan.reporting.chapters.guide import code_name
from marktscan.reporting.chapters.over_time import fit_over_time
from marktscan.reporting.chapters.promise_table import PROMISES, knock_out_at, promise_table
from marktscan.reporting.chapters.scenarios import scenario_parts
from marktscan.reporting.chapters.themes import Compared, compared, rivals
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import counted, shortened
from marktscan.reporting.view import (
    Block,
    Chapter,
    Column,
    Figure,
    Link,
    Part,
    Row,
    Table,
    cell,
    head,
    led,
    paragraph,
)
from marktscan.wording.formats import date_long, number, points

ANCHOR = "huidig-systeem"
BESIDE = "huidig-systeem-thema"
_LONGEST = 110


def incumbent(facts: Facts) -> Chapter:
    """The current system, or why there is nothing to say about it."""
    found = facts.incumbent
    if found is None or not found.readable:
        return Chapter(
            ANCHOR, "Huidig systeem", "Het huidige systeem is niet te beoordelen", (_absent(facts),)
        )
    name = facts.product(found.vendor.slug)
    parts = (
        _has(facts, found),
        *fit_over_time(facts),
        *scenario_parts(facts),
        _promised(facts, found),
        _missing(facts, found),
        _beside_market(facts, found),
    )
    title = tally_title(tally(facts, found))
    return Chapter(
        ANCHOR,
        f"{name} doorontwikkelen of vervangen",
        f"{name}: {title[:1].lower()}{title[1:]}",
        parts,
    )


def _absent(facts: Facts) -> Part:
    reason = (
        "daarvan zijn er geen bruikbare antwoorden"
        if facts.incumbent
        else "daarvan is er geen map met antwoorden"
    )
    return paragraph(f"De vraag van dit onderzoek gaat over het huidige systeem, maar {reason}.")


def _has(facts: Facts, found: Submission) -> Part:
    counted_answers = tally(facts, found)
    title = working_title(counted_answers)
    asked = f"{'gezamenlijke ' if facts.several else ''}eisen"
    subtitle = f"Aantal antwoorden per code op {number(counted_answers.total, 0)} {asked}"
    return Block(
        (
            Figure(
                title,
                subtitle,
                answer_bar(counted_answers),
                answer_numbers(facts),
            ),
        ),
        ruled=False,
    )


def _promised(facts: Facts, found: Submission) -> Part:
    vendor = found.vendor.slug
    chart = promise_chart(facts, vendor)
    title = promise_title(facts, vendor)
    own = promises(facts, vendor)
    if not own:
        return Block((paragraph(f"{title}: geen enkel antwoord is een R."),))
    subtitle = (
        f"Een dichte ruit staat in een contract. Start nieuw contract: {date_long(facts.project.go_live)}. "
        f"In de score nu: {facts.basis}."
    )
    figure = (
        (Figure(title, subtitle, chart, Link("Cijfers", PROMISES)),)
        if chart
        else (paragraph(f"{title}, maar geen enkele heeft een datum."),)
    )
    return Block((*figure, promise_table(facts, own)))


def _missing(facts: Facts, found: Submission) -> Part:
    answers = facts.answers_with(found.vendor.slug, MISSING)
    if not answers:
        return Block((paragraph("Er is geen eis waarvoor nu niets is en ook geen belofte."),))
    hard = any(knock_out_at(facts, a.requirement) for a in answers)
    columns = (
        Column("Eis", width=46),
        Column("Wat"),
        Column("Antwoord", width=78),
        *((Column("Knock-out bij", width=84),) if hard else ()),
    )
    rows = tuple(_missing_row(facts, a, hard=hard) for a in answers)
    none = "" if hard else " Geen daarvan is een knock-out."
    subtitle = f"Niet aangeboden, alleen als maatwerk, leeg of onduidelijk beantwoord.{none}"
    return Block((Table(missing_title(len(rows)), columns, rows, subtitle),))


def _missing_row(facts: Facts, answer: Answer, *, hard: bool) -> Row:
    """What is not there; who holds it as a knock-out only in a table where anybody does so."""
    row = answer.requirement
    held = (cell(knock_out_at(facts, row) or "–"),) if hard else ()
    said = cell(shortened(facts.text_of(row), _LONGEST))
    return Row((head(Link(row, requirement_anchor(row))), said, cell(code_name(answer.code)), *held))


def _beside_market(facts: Facts, found: Submission) -> Part:
    rows = compared(facts, found.vendor.slug)
    if not rows:
        return Block((paragraph("Er is geen pakket op de markt om per thema mee te vergelijken."),))
    columns = (
        Column("Thema"),
        Column(facts.product(found.vendor.slug), "num gap", 78),
        Column("Beste op de markt", "num gap", 86),
        Column("Welk pakket", width=112),
        Column("Verschil", "num", 54),
    )
    ahead = sum(row.difference > 0 for row in rows)
    themes = counted(ahead, "thema", "thema’s") if ahead else "geen enkel thema"
    title = f"{facts.product(found.vendor.slug)} staat op {themes} voor op de beste van de markt"
    subtitle = f"Punten per thema, 0–100, {facts.weighing}; {facts.basis}."
    body = tuple(_compared_row(facts, row) for row in rows)
    return Block((Table(title, columns, body, subtitle, anchor=BESIDE),))


def _compared_row(facts: Facts, found: Compared) -> Row:
    return Row(
        (
            head(found.theme.name),
            led(cell(number(found.own, 0), style="num gap"), facts.joint_anchor(found.theme.code)),
            led(cell(number(found.best, 0), style="num gap"), facts.joint_anchor(found.theme.code)),
            cell(rivals(facts, found)),
            cell(points(found.difference, 0), style="num strong"),
        )
    )
