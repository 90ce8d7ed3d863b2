"""Behind the picture of scores over time: every step of every line, and which promises it takes."""

from collections.abc import Iterator, Sequence
from datetime import date

from marktscan.domain.outlook import Curve, Step
from marktscan.reporting.anchors import Figures, requirement_anchor
from marktscan.reporting.facts import Facts
from marktscan.reporting.view import Column, Inline, Link, Row, Table, Text, cell, head, joined
from marktscan.wording.formats import date_long, number

_SHORT = 20
"""Rows that are held on one page."""


def course_table(facts: Facts, curves: Sequence[Curve], whose: str) -> Table:
    """A row per package for the reference date, every date on which promises fall due, and the start."""
    columns = (
        Column("Pakket", width=112),
        Column("Vanaf", width=92),
        Column("Score", "num gap", 48),
        Column("Welke beloften dan moeten uitkomen"),
    )
    promised = any(curve.steps for curve in curves)
    leading = ". Een eis leidt naar het antwoord met de belofte" if promised else ""
    rows = tuple(row for curve in curves for row in _rows(facts, curve))
    return Table(
        f"Score over de tijd, {whose}",
        columns,
        rows,
        f"Elke stap van elke lijn{leading}",
        "keep" if len(rows) <= _SHORT else "",
        anchor="cijfers-verloop",
        source=facts.origin(Figures.OVER_TIME),
    )


def _rows(facts: Facts, curve: Curve) -> Iterator[Row]:
    """The days in order; a day on which nothing falls due stands there as the day it is."""
    steps = {step.available: step for step in curve.steps}
    known = {facts.project.reference_date: "peildatum", facts.project.go_live: "start contract"}
    for day in sorted({*known, *steps}):
        yield Row(
            (
                head(facts.product(curve.vendor)),
                cell(date_long(day)),
                cell(number(curve.at(day)), style="num gap"),
                cell(*_said(steps.get(day), known, day)),
            )
        )


def _said(step: Step | None, known: dict[date, str], day: date) -> Text:
    names = step.requirements if step else ()
    due: list[tuple[Inline, ...]] = [(Link(name, requirement_anchor(name)),) for name in names]
    return joined([*due, *([(known[day],)] if day in known else [])], ", ")
