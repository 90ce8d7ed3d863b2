"""What the simulation says: the words of the method, and how often each package is first."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from marktscan.domain.project import Municipality
from marktscan.domain.sureness import Scenario, Shift, Sureness
from marktscan.reporting.anchors import Figures
from marktscan.reporting.chapters.acceptability import anchor, rank_bars
from marktscan.reporting.chapters.agreement import agreement_text
from marktscan.reporting.chapters.sureness import coverage_text, holds, leader
from marktscan.reporting.facts import Facts
from marktscan.reporting.view import (
    Block,
    Bullets,
    Column,
    Part,
    Row,
    Table,
    cell,
    head,
    traced,
)
from marktscan.wording.formats import number, thousands
from marktscan.wording.sureness import NO_CHANCE, share_of_draws, verdicts

HEADINGS = {
    Scenario.UNIFORM: "Elke verdeling",
    Scenario.AROUND: "Rond eigen verdeling",
    Scenario.ORDINAL: "Alleen de volgorde",
    Scenario.PROMISED: "Rond eigen verdeling, met beloften",
}


def simulated(facts: Facts) -> tuple[Part, ...]:
    """All of it; nothing when it was not computed."""
    found = facts.background.sureness if facts.background else None
    if found is None or not found.simulated:
        return ()
    shown = (facts.own,) if facts.own else facts.municipalities
    runs = {m: found.simulation(m.slug, Scenario.AROUND) for m in shown}
    own = [m for m, run in runs.items() if run and len(run.vendors) > 1]
    figures = (part for m in own for part in _of(facts, found, m))
    return (_words(facts, found), firmness_table(facts, found), *figures)


def _of(facts: Facts, found: Sureness, own: Municipality) -> Iterator[Part]:
    """The picture of the places, then how often first in every scenario."""
    run = found.simulation(own.slug, Scenario.AROUND)
    if run:
        yield Block((rank_bars(facts, own, run),), keep=True)
    yield _table(facts, found, own)


def _words(facts: Facts, found: Sureness) -> Bullets:
    """The words of the method, then how much is answered and what assessors must talk about.

    Where a ranking is provisional is said once: with how little is answered.
    """
    vendors = {s.vendor.slug: facts.product(s.vendor.slug) for s in facts.submissions}
    names = {m.slug: m.name for m in facts.municipalities}
    judged = replace(found.words, provisional=())
    said = (traced(words, facts.origin(Figures.DRAWS)) for words in verdicts(judged, vendors, names))
    agreed = agreement_text(facts)
    return Bullets((*said, coverage_text(facts, where=True), *((agreed,) if agreed else ())))


def firmness_table(facts: Facts, found: Sureness) -> Table:
    """Per municipality, and together under every key: who is first, how often, and what could change it."""
    columns = (
        Column("Gemeente", width=60),
        Column("Nu eerste", width=88),
        Column("Bovenaan", width=60),
        Column("Gelijk na", width=104),
        Column("Blijft eerste zolang"),
    )
    draws = thousands(facts.project.simulation.draws)
    subtitle = (
        f"Bovenaan: in zoveel van {draws} varianten rond de eigen weging. {NO_CHANCE} "
        "Gelijk na: zoveel gewicht moet ten minste verschuiven, en wie dan gelijk komt. Rechts: het thema "
        "dat de eerste plaats het snelst kan veranderen"
    )
    rows = tuple(_firmness(facts, found, *named) for named in facts.rankings.items())
    return Table(
        "Zo stevig is de eerste plaats",
        columns,
        rows,
        f"{subtitle}.",
        "keep spaced",
        source=facts.origin(Figures.DRAWS),
    )


def _firmness(facts: Facts, found: Sureness, ranking: str, name: str) -> Row:
    run = found.simulation(ranking, Scenario.AROUND)
    first = cell(share_of_draws(run.vendors[0].first) if run else "–")
    shifts = [shift for shift in found.shifts if shift.ranking == ranking]
    shift = cell(_shift(facts, min(shifts, key=_reach)) if shifts else "–")
    return Row((head(name), cell(leader(facts, ranking)), first, shift, cell(holds(facts, ranking))))


def _shift(facts: Facts, shift: Shift) -> str:
    """What it takes before the nearest rival comes level, and who that is."""
    if shift.least is None:
        return "geen enkele verschuiving"
    rival = facts.brief(shift.rival)
    return f"{number(100 * shift.least)} procentpunt: {rival}" if shift.least else f"nu al gelijk: {rival}"


def _reach(shift: Shift) -> tuple[bool, Fraction]:
    return shift.least is None, shift.least or Fraction(0)


def _table(facts: Facts, found: Sureness, own: Municipality) -> Table:
    runs = [run for scenario in Scenario if (run := found.simulation(own.slug, scenario))]
    columns = (
        Column("Pakket", width=126),
        *(Column(HEADINGS[run.scenario], "num gap") for run in runs),
    )
    rows = tuple(
        Row(
            (
                head(facts.product(vendor.vendor)),
                *(cell(share_of_draws(run.of(vendor.vendor).first), style="num gap") for run in runs),
            )
        )
        for vendor in runs[0].vendors
    )
    rules = facts.project.simulation
    subtitle = (
        f"Deel van {thousands(rules.draws)} varianten van de gewichten, startgetal {rules.seed}. Wat "
        "onbekend is en waar beoordelaars verschillen, is meegeloot; beloften alleen in de laatste kolom. "
        f"{NO_CHANCE}"
    )
    return Table(
        f"{own.name}: hoe vaak elk pakket bovenaan staat",
        columns,
        rows,
        subtitle,
        "keep spaced",
        anchor=anchor(own),
        source=facts.origin(Figures.DRAWS),
    )
