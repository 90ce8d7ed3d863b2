"""What the simulation says: the words of the method, and how often each package is first."""

from collections.abc import Iterator
from fractions import Fraction

from marktscan.domain.project import Municipality
from marktscan.domain.sureness import Scenario, Shift, Sureness
from marktscan.reporting.chapters.acceptability import anchor, rank_bars
from marktscan.reporting.facts import Facts
from marktscan.reporting.view import Block, Bullets, Column, Part, Row, Table, cell, head
from marktscan.wording.formats import thousands
from marktscan.wording.sureness import NO_CHANCE, least_shift, often_first, share_of_draws, verdicts

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
    return (_sentences(facts, found, own), *(part for m in own for part in _of(facts, found, m)))


def _of(facts: Facts, found: Sureness, own: Municipality) -> Iterator[Part]:
    """The picture of the places, then how often first in every scenario."""
    run = found.simulation(own.slug, Scenario.AROUND)
    if run:
        yield Block((rank_bars(facts, own, run),), keep=True)
    yield _table(facts, found, own)


def _sentences(facts: Facts, found: Sureness, shown: list[Municipality]) -> Bullets:
    vendors = {s.vendor.slug: facts.product(s.vendor.slug) for s in facts.submissions}
    names = {m.slug: m.name for m in facts.municipalities}
    said = [*verdicts(found.words, vendors, names)]
    said += [sentence for m in shown for sentence in _about(facts, found, m, vendors)]
    return Bullets(tuple((sentence,) for sentence in said))


def _about(facts: Facts, found: Sureness, own: Municipality, vendors: dict[str, str]) -> Iterator[str]:
    """How often the first of a municipality is first, and the least shift that ends it."""
    run = found.simulation(own.slug, Scenario.AROUND)
    if run:
        first = run.vendors[0]
        draws = facts.project.simulation.draws
        yield f"{own.name}: {often_first(draws, vendors[first.vendor], first.first)}"
    shifts = [shift for shift in found.shifts if shift.ranking == own.slug]
    if shifts:
        yield f"{own.name}: {least_shift(min(shifts, key=_reach), vendors)}"


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
    )
