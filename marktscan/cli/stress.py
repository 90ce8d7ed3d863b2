"""`marktscan stress`: how sure the outcome is, exactly and by simulation."""

from collections.abc import Iterator, Mapping, Sequence

import typer

from marktscan.cli.findings import as_json, exit_code, summary
from marktscan.cli.options import AsJson
from marktscan.cli.scored import Scored, scored
from marktscan.cli.stress_records import first_layer, record
from marktscan.cli.terminal import columns, show, show_json
from marktscan.domain.sureness import PriceShares, Scenario, Shift, Simulated, Sureness
from marktscan.wording.formats import list_of, number, thousands
from marktscan.wording.sureness import NO_CHANCE, least_shift, share_of_draws, verdicts

NONE = "–"
SHORT = {
    Scenario.UNIFORM: "elke verdeling",
    Scenario.AROUND: "rond uw verdeling",
    Scenario.ORDINAL: "alleen de volgorde",
    Scenario.PROMISED: "en met beloften",
}
"""The scenarios as headings on the screen."""
MOST_DECISIVE = 10
"""Rows on the screen; JSON has all."""


def stress(context: typer.Context, json: AsJson = False) -> int:
    """Bepaal hoe zeker de uitkomst is, ook bij andere gewichten."""
    from marktscan import pipeline

    found = scored(context, quiet=json)
    sure = pipeline.sureness(found.scan, found.results)
    rules = found.scan.project.simulation
    prices = pipeline.price_shares(found.background.costs, rules)
    if json:
        told = {**first_layer(found.stress), **record(sure, prices, rules)}
        show_json({**told, "findings": as_json(found.findings)})
    else:
        show(*_lines(found, sure), *_prices(found, prices), summary(found.findings))
    return exit_code(found.findings)


def _lines(found: Scored, sure: Sureness) -> Iterator[str]:
    names = {m.slug: m.name for m in found.scan.project.municipalities}
    joint = {f"key:{key.code}": f"Samen: {key.code}" for key in found.scan.project.keys}
    vendors = {vendor: vendor for vendor in found.vendors("")}
    yield from (*verdicts(sure.words, vendors, names), "")
    for ranking, name in {**names, **joint}.items():
        yield from _simulation(name, {s: sure.simulation(ranking, s) for s in Scenario})
        yield from _shift(sure, ranking, vendors)
    rules = found.scan.project.simulation
    yield f"{thousands(rules.draws)} varianten, startgetal {rules.seed}. {NO_CHANCE}"
    yield from ("", *_left_out(sure, names, found), "", *_decisive(sure, names), "")


def _simulation(name: str, runs: Mapping[Scenario, Simulated | None]) -> Iterator[str]:
    """How often each vendor is first, a column per scenario."""
    found = {scenario: run for scenario, run in runs.items() if run}
    if not found:
        yield from (f"{name}: geen scores", "")
        return
    yield f"{name}: hoe vaak bovenaan"
    header = ("leverancier", *(SHORT[scenario] for scenario in found))
    first, *_ = found.values()
    rows = (
        (v.vendor, *(share_of_draws(run.of(v.vendor).first) for run in found.values())) for v in first.vendors
    )
    yield from columns(header, rows, range(1, len(header)))


def _shift(sure: Sureness, ranking: str, vendors: Mapping[str, str]) -> Iterator[str]:
    """The rival that needs least weight to come level."""
    own = [shift for shift in sure.shifts if shift.ranking == ranking]
    if own:
        yield from (least_shift(min(own, key=_reach), vendors), "")


def _reach(shift: Shift) -> tuple[bool, object]:
    return (shift.least is None, shift.least or 0)


def _left_out(sure: Sureness, names: Mapping[str, str], found: Scored) -> Iterator[str]:
    """Only what changes the first place."""
    titles = {**names, **{f"key:{key.code}": f"samen: {key.code}" for key in found.scan.project.keys}}
    changed = [item for item in sure.without_one if item.first_changed]
    if not changed:
        yield "Geen enkele gemeente, beoordelaar of thema beslist alleen over de eerste plaats."
        return
    yield "Zonder dit ene staat een ander bovenaan"
    rows = (
        (item.kind.value, names.get(item.name, item.name), titles[item.ranking], list_of(item.first) or NONE)
        for item in changed
    )
    yield from columns(("weggelaten", "naam", "ranglijst", "dan bovenaan"), rows)


def _decisive(sure: Sureness, names: Mapping[str, str]) -> Iterator[str]:
    yield f"Antwoorden die met één stap hoger of lager een volgorde veranderen: {len(sure.decisive)}"
    if sure.decisive:
        rows = (
            (names[d.municipality], d.vendor, d.requirement, number(d.points, 2), list_of(d.others))
            for d in sorted(sure.decisive, key=lambda d: -abs(d.points))[:MOST_DECISIVE]
        )
        yield from columns(("gemeente", "leverancier", "eis", "punten", "haalt in of zakt onder"), rows, (3,))


def _prices(found: Scored, prices: Sequence[PriceShares]) -> Iterator[str]:
    """Cheapest and on the frontier, for all together under the first key."""
    ranking = f"key:{found.scan.project.keys[0].code}"
    own = [shares for shares in prices if shares.ranking == ranking]
    if own:
        yield "Als prijzen tot een kwart hoger of lager uitvallen, voor alle gemeenten samen"
        rows = ((s.vendor, share_of_draws(s.cheapest), share_of_draws(s.efficient)) for s in own)
        yield from columns(("leverancier", "het goedkoopst", "door niemand verslagen"), rows, (1, 2))
        yield ""
