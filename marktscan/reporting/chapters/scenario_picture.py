"""Scenarios as a picture: points now, with weighed promises and at the start."""

from collections.abc import Sequence
from fractions import Fraction

from marktscan.domain.scenario import ScenarioFit, ScenarioOutcome
from marktscan.reporting.chapters.over_time import whose_ranking
from marktscan.reporting.charts import Dot, DotRow, Shape, axis_for, dot_plot
from marktscan.reporting.facts import Facts
from marktscan.reporting.view import (
    Block,
    Figure,
    Link,
    Part,
)
from marktscan.wording.formats import list_of, number

ANCHOR = "scenarios"
"""The table of all scenarios, which holds the figures of the picture."""


def scenario_title(facts: Facts, found: Sequence[ScenarioOutcome]) -> str:
    """Which scenarios have most points now and at the start."""
    fits = [(item.scenario.name, fit) for item in found if (fit := fit_of(facts, item))]
    if not fits:
        return "Geen enkel scenario is nu te berekenen"
    now = _highest([(name, fit.now) for name, fit in fits])
    start = _highest([(name, fit.at_start) for name, fit in fits])
    if now == start:
        return f"{now}: de meeste punten, nu en met alle beloften bij de start"
    return f"Nu de meeste punten: {now}; met alle beloften: {start}"


def _highest(points: Sequence[tuple[str, Fraction]]) -> str:
    most = max(value for _, value in points)
    return list_of([name for name, value in points if value == most])


def scenario_figure(facts: Facts, found: Sequence[ScenarioOutcome]) -> tuple[Part, ...]:
    """Points now, with weighed promises and at the start; nothing when none can be computed."""
    rows = tuple(DotRow(item.scenario.name, _dots(fit)) for item in found if (fit := fit_of(facts, item)))
    if not rows:
        return ()
    axis = axis_for([dot.position for row in rows for dot in row.dots])
    begin = "" if axis.low == 0 else f"; de as begint bij {axis.low}"
    spoken = "; ".join(
        f"{row.title}: {', '.join(f'{dot.label} {dot.value}' for dot in row.dots if dot.value)}"
        for row in rows
    )
    chart = dot_plot(rows, axis, alt=f"Punten per scenario. {spoken}.")
    subtitle = (
        f"Punten per scenario, 0–100, {whose_ranking(facts)}{begin}. Rond: nu. Streep: met gewogen beloften. "
        "Open: met elke belofte die op tijd is"
    )
    return (Block((Figure(scenario_title(facts, found), subtitle, chart, Link("Cijfers", ANCHOR)),)),)


def _dots(fit: ScenarioFit) -> tuple[Dot, ...]:
    now = Dot("nu", number(fit.now), fit.now, Shape.SUBJECT)
    if fit.at_start == fit.now:
        return (now,)
    return (
        now,
        Dot("", "", fit.weighed, Shape.WEIGHED),
        Dot("bij de start", number(fit.at_start), fit.at_start, Shape.PROMISED),
    )


def fit_of(facts: Facts, outcome: ScenarioOutcome) -> ScenarioFit | None:
    """In the ranking this report looks at first."""
    return outcome.fits.get(facts.view)
