"""The declared ways forward beside each other, on the same criteria; what nobody knows is called that."""

from collections.abc import Callable, Sequence
from fractions import Fraction

from marktscan.domain.conventions import TOGETHER
from marktscan.domain.results import KnockOutState
from marktscan.domain.scenario import Scenario, ScenarioFit, ScenarioKind, ScenarioOutcome
from marktscan.reporting.chapters.costs import may_see_prices
from marktscan.reporting.chapters.knock_out_tables import STYLES, SYMBOLS
from marktscan.reporting.chapters.over_time import whose_ranking
from marktscan.reporting.charts import Dot, DotRow, Shape, axis_for, dot_plot
from marktscan.reporting.facts import Facts
from marktscan.reporting.view import (
    Block,
    Cell,
    Column,
    Figure,
    Heading,
    Link,
    Part,
    Row,
    Table,
    cell,
    head,
    paragraph,
)
from marktscan.wording.formats import NO_BREAK_SPACE, date_long, euro, list_of, month, number, percentage

ANCHOR = "scenarios"
UNKNOWN = "niet bekend"
_SIDE_BY_SIDE = 5
_WITHOUT_A_PRICE = frozenset({ScenarioKind.NOTHING, ScenarioKind.COMPONENTS})

Criterion = tuple[str, Callable[[Facts, ScenarioOutcome], Cell]]


def scenario_parts(facts: Facts) -> tuple[Part, ...]:
    """Picture and table; a sentence when no scenario was declared or nothing was computed."""
    found = facts.background.scenarios if facts.background else ()
    if not found:
        said = "In het projectbestand staan geen scenario’s. Daarom staan hier alleen pakketten naast elkaar."
        return (Block((Heading("Geen scenario’s vastgelegd", ANCHOR), paragraph(said)), keep=True),)
    tables = tuple(
        _table(facts, found[at : at + _SIDE_BY_SIDE]) for at in range(0, len(found), _SIDE_BY_SIDE)
    )
    return (*_picture(facts, found), *tables)


def _fit(facts: Facts, outcome: ScenarioOutcome) -> ScenarioFit | None:
    """In the ranking this report looks at first."""
    return outcome.fits.get(facts.view)


def scenario_title(facts: Facts, found: Sequence[ScenarioOutcome]) -> str:
    """Which scenarios have most points now and at the start."""
    fits = [(item.scenario.name, fit) for item in found if (fit := _fit(facts, item))]
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


def _picture(facts: Facts, found: Sequence[ScenarioOutcome]) -> tuple[Part, ...]:
    """Points now, with weighed promises and at the start; nothing when none can be computed."""
    rows = tuple(DotRow(item.scenario.name, _dots(fit)) for item in found if (fit := _fit(facts, item)))
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


def _table(facts: Facts, found: Sequence[ScenarioOutcome]) -> Table:
    """A column per scenario, a row per criterion."""
    columns = (Column("Criterium", width=92), *(Column(item.scenario.name) for item in found))
    rows = tuple(Row((head(name), *(made(facts, item) for item in found))) for name, made in _criteria(facts))
    subtitle = (
        f"Punten, 0–100, {whose_ranking(facts)}. Wat de antwoorden niet vertellen, heet ‘{UNKNOWN}’. "
        "De gemeenten hebben zelf vastgelegd wie wat draagt"
    )
    return Table("Elk scenario op dezelfde criteria", columns, rows, subtitle, "spaced", anchor=ANCHOR)


def _criteria(facts: Facts) -> tuple[Criterion, ...]:
    prices: tuple[Criterion, ...] = (("Kosten", _cost),) if may_see_prices(facts) else ()
    return (
        ("Soort", lambda _, item: cell(item.scenario.kind.value)),
        ("Wie het draagt", _carriers),
        ("Begin", _begin),
        ("Punten nu", lambda facts, item: _points(_fit(facts, item), lambda fit: fit.now)),
        ("Met gewogen beloften", lambda facts, item: _points(_fit(facts, item), lambda fit: fit.weighed)),
        (
            "Bij de start, alles op tijd",
            lambda facts, item: _points(_fit(facts, item), lambda fit: fit.at_start),
        ),
        ("Open deel van het gewicht", _open),
        ("Grootste spijt nu", _regret),
        ("Knock-outs", _knock_outs),
        *prices,
        ("Risico’s", lambda _, item: cell(item.scenario.risks)),
    )


def _points(fit: ScenarioFit | None, of: Callable[[ScenarioFit], Fraction]) -> Cell:
    return cell(UNKNOWN, style="quiet") if fit is None else cell(number(of(fit)), style="strong")


def _carriers(facts: Facts, outcome: ScenarioOutcome) -> Cell:
    scenario = outcome.scenario
    others = [
        f"{_themes_of(facts, scenario, vendor)}: {_name(facts, vendor)}"
        for vendor in dict.fromkeys(scenario.themes.values())
    ]
    return cell("; ".join([_name(facts, scenario.vendor), *others]))


def _themes_of(facts: Facts, scenario: Scenario, vendor: str) -> str:
    """The themes this vendor takes over."""
    return list_of([facts.short(t) for t in facts.project.themes if scenario.themes.get(t.code) == vendor])


def _name(facts: Facts, vendor: str) -> str:
    """The product, or the name in the project file when nothing was handed in."""
    return facts.product(vendor) if facts.has(vendor) else vendor


def _begin(facts: Facts, outcome: ScenarioOutcome) -> Cell:
    scenario = outcome.scenario
    if not scenario.counts_promises:
        return cell("–")
    if not scenario.starts:
        return cell(date_long(facts.project.go_live))
    return cell("; ".join(_begins(facts, scenario)))


def _begins(facts: Facts, scenario: Scenario) -> list[str]:
    """Every municipality with its date."""
    days = {m.name: scenario.starts.get(m.slug, facts.project.go_live) for m in facts.municipalities}
    return [f"{name} {month(day)}" for name, day in days.items()]


def _open(facts: Facts, outcome: ScenarioOutcome) -> Cell:
    fit = _fit(facts, outcome)
    return cell(UNKNOWN, style="quiet") if fit is None else cell(percentage(fit.open))


def _regret(facts: Facts, outcome: ScenarioOutcome) -> Cell:
    """Of the municipality that gives up most, or of the one this report is for."""
    asked = (facts.own,) if facts.own else facts.municipalities
    own = {m.name: outcome.regrets[m.slug] for m in asked if m.slug in outcome.regrets}
    if len(own) < len(asked):
        return cell(UNKNOWN, style="quiet")
    most = max(own.values())
    return cell(
        f"{number(most)} ({list_of([name for name in own if own[name] == most])})" if most else "geen"
    )


def _knock_outs(facts: Facts, outcome: ScenarioOutcome) -> Cell:
    state = (
        outcome.knock_outs.get(facts.own.slug, KnockOutState.TO_VERIFY) if facts.own else outcome.knock_out
    )
    return cell(f"{SYMBOLS[state]}{NO_BREAK_SPACE}{state.value}", style=STYLES[state])


def _cost(facts: Facts, outcome: ScenarioOutcome) -> Cell:
    """What the one package that carries everything costs; in steps at least that."""
    scenario = outcome.scenario
    if facts.background is None or scenario.kind in _WITHOUT_A_PRICE or not facts.has(scenario.vendor):
        return cell(UNKNOWN, style="quiet")
    total = facts.background.costs.of(scenario.vendor).totals[facts.own.slug if facts.own else TOGETHER]
    if total.total is None:
        return cell(UNKNOWN, style="quiet")
    least = not total.complete or scenario.kind is ScenarioKind.PHASED
    return cell(f"{'ten minste ' if least else ''}{euro(total.total)}")
