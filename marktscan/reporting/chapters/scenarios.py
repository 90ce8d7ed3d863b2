"""The declared ways forward beside each other, on the same criteria; what nobody knows is called that."""

from collections.abc import Callable, Sequence
from fractions import Fraction

from marktscan.domain.conventions import TOGETHER
from marktscan.domain.results import KnockOutState
from marktscan.domain.scenario import Scenario, ScenarioFit, ScenarioKind, ScenarioOutcome
from marktscan.reporting.anchors import Figures, cost_anchor
from marktscan.reporting.ceilings import strictest
from marktscan.reporting.chapters.cost_tables import TOTAL
from marktscan.reporting.chapters.costs import may_see_prices
from marktscan.reporting.chapters.knock_out_tables import STYLES, SYMBOLS
from marktscan.reporting.chapters.over_time import whose_ranking
from marktscan.reporting.chapters.scenario_picture import ANCHOR, fit_of, scenario_figure
from marktscan.reporting.facts import Facts
from marktscan.reporting.view import (
    Block,
    Cell,
    Column,
    Heading,
    Part,
    Row,
    Table,
    cell,
    head,
    led,
    paragraph,
)
from marktscan.wording.formats import NO_BREAK_SPACE, date_long, euro, list_of, month, number, percentage

UNKNOWN = "niet bekend"
_SIDE_BY_SIDE = 5
_WITHOUT_A_PRICE = frozenset({ScenarioKind.NOTHING, ScenarioKind.COMPONENTS})

_DECIDES = {"Punten nu": 60, "Bij de start, alles op tijd": 114, "Kosten": 126, "Knock-outs": 90}
"""The criteria that the conclusion repeats, in its order, with the width of their columns (points)."""

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
    return (*scenario_figure(facts, found), *tables)


def _table(facts: Facts, found: Sequence[ScenarioOutcome]) -> Table:
    """A column per scenario, a row per criterion."""
    columns = (Column("Criterium", width=92), *(Column(item.scenario.name) for item in found))
    rows = tuple(Row((head(name), *(made(facts, item) for item in found))) for name, made in _criteria(facts))
    who = "gemeenten hebben" if facts.several else "gemeente heeft"
    subtitle = (
        f"Punten, 0–100, {whose_ranking(facts)}. Wat de antwoorden niet vertellen, heet ‘{UNKNOWN}’. "
        f"De {who} zelf vastgelegd wie wat draagt"
    )
    return Table(
        "Elk scenario op dezelfde criteria",
        columns,
        rows,
        subtitle,
        "spaced",
        anchor=ANCHOR,
        source=facts.origin(Figures.SCENARIOS),
    )


def scenarios_in_short(facts: Facts) -> tuple[Table, ...]:
    """A row per scenario with what decides; nothing when none was declared."""
    found = facts.background.scenarios if facts.background else ()
    if not found:
        return ()
    made = dict(_criteria(facts))
    wanted = [name for name in _DECIDES if name in made]
    columns = (Column("Scenario"), *(Column(name, width=_DECIDES[name]) for name in wanted))
    rows = tuple(Row((head(o.scenario.name), *(made[name](facts, o) for name in wanted))) for o in found)
    more = "Alle criteria staan in het hoofdstuk over het huidige systeem"
    subtitle = f"Punten, 0–100, {whose_ranking(facts)}. {more}"
    source = facts.origin(Figures.SCENARIOS)
    return (Table("De scenario’s in het kort", columns, rows, subtitle, "keep spaced", source=source),)


def _criteria(facts: Facts) -> tuple[Criterion, ...]:
    prices: tuple[Criterion, ...] = (("Kosten", _cost),) if may_see_prices(facts) else ()
    return (
        ("Soort", lambda _, item: cell(item.scenario.kind.value)),
        ("Wie het draagt", _carriers),
        ("Begin", _begin),
        ("Punten nu", lambda facts, item: _points(fit_of(facts, item), lambda fit: fit.now)),
        ("Met gewogen beloften", lambda facts, item: _points(fit_of(facts, item), lambda fit: fit.weighed)),
        (
            "Bij de start, alles op tijd",
            lambda facts, item: _points(fit_of(facts, item), lambda fit: fit.at_start),
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
    fit = fit_of(facts, outcome)
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
    found = strictest((state, *_ceilings(facts, outcome.scenario)))
    return cell(f"{SYMBOLS[found]}{NO_BREAK_SPACE}{found.value}", style=STYLES[found])


def _ceilings(facts: Facts, scenario: Scenario) -> tuple[KnockOutState, ...]:
    """How the costs stand against every ceiling; where nobody knows them, that is still to verify."""
    asked = [check for check in facts.ceilings if facts.own is None or check.scope == facts.own.slug]
    if scenario.kind in _WITHOUT_A_PRICE:
        return (KnockOutState.TO_VERIFY,) if asked else ()
    return tuple(check.state for check in asked if check.vendor == scenario.vendor)


def _cost(facts: Facts, outcome: ScenarioOutcome) -> Cell:
    """What the one package that carries everything costs; in steps at least that."""
    scenario = outcome.scenario
    if facts.background is None or scenario.kind in _WITHOUT_A_PRICE or not facts.has(scenario.vendor):
        return cell(UNKNOWN, style="quiet")
    total = facts.background.costs.of(scenario.vendor).totals[facts.own.slug if facts.own else TOGETHER]
    if total.total is None:
        return cell(UNKNOWN, style="quiet")
    least = not total.complete or scenario.kind is ScenarioKind.PHASED
    shown = cell(f"{'ten minste ' if least else ''}{euro(total.total)}")
    return led(shown, cost_anchor(scenario.vendor, TOTAL))
