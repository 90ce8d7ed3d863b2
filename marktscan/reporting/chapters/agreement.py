"""How far assessors agree: in a sentence for the chapter, per theme in a table for the annex of scores."""

from fractions import Fraction

from marktscan.reporting.anchors import Figures
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import counted
from marktscan.reporting.view import Column, Link, Row, Table, Text, cell, head
from marktscan.wording.formats import number, percentage

ANCHOR = "overeenstemming"


def agreement_text(facts: Facts) -> Text:
    """What assessors must still talk about, and where their agreement stands; empty when not computed."""
    if facts.background is None or not facts.scored:
        return ()
    found = facts.background.assessed
    if not found.themes:
        return ("Er zijn nog geen cijfers van beoordelaars, dus ook geen overeenstemming te berekenen.",)
    said = (
        f"Over {counted(len(found.agenda), 'cijfer', 'cijfers')} moeten beoordelaars nog praten"
        if found.agenda
        else "Over geen enkel cijfer hoeven beoordelaars nog te praten"
    )
    return (f"{said}: zie ", Link("hun overeenstemming per thema", ANCHOR), ".")


def agreement_table(facts: Facts) -> tuple[Table, ...]:
    """Per theme; who marked what stays out of the report."""
    found = facts.background.assessed if facts.background and facts.scored else None
    if found is None or not found.themes:
        return ()
    rows = tuple(
        Row(
            (
                head(facts.project.theme(theme.theme).name),
                cell(_measure(theme.alpha), style="num gap"),
                cell(_share(theme.share_near), style="num gap"),
            )
        )
        for theme in found.themes
    )
    columns = (
        Column("Thema"),
        Column("Overeenstemming (alfa)", "num gap", 120),
        Column("Binnen één trede", "num gap", 96),
    )
    subtitle = (
        "Alfa van Krippendorff: 1 is volledige overeenstemming, 0 is toeval; alleen over wensen die een "
        "pakket nu heeft. Rechts: welk deel van de paren cijfers dicht bij elkaar ligt. Praten is alleen "
        "nodig over cijfers die te ver uiteenliggen en een volgorde kunnen veranderen. Wie welk cijfer gaf, "
        "staat niet in dit rapport"
    )
    title = "Hoe eens beoordelaars het zijn"
    source = facts.origin(Figures.MARKS)
    return (Table(title, columns, rows, subtitle, "keep", anchor=ANCHOR, source=source),)


def _measure(value: Fraction | None) -> str:
    return "niet te zeggen" if value is None else number(value, 2)


def _share(value: Fraction | None) -> str:
    return "één cijfer" if value is None else percentage(value)
