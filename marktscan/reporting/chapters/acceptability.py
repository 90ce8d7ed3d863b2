"""Pictures of the simulation: how often who is first, and how often each package takes each place."""

from collections.abc import Callable, Sequence
from fractions import Fraction

from marktscan.domain.project import Municipality
from marktscan.domain.sureness import Scenario, Simulated, VendorShares
from marktscan.reporting.anchors import Figures
from marktscan.reporting.chapters.numbers import numbers
from marktscan.reporting.charts import Segment, ShareRow, share_bars
from marktscan.reporting.charts.palette import PLACES, SHARES, Fill
from marktscan.reporting.facts import Facts
from marktscan.reporting.view import Figure, Link, Table
from marktscan.wording.formats import list_of, thousands
from marktscan.wording.sureness import NO_CHANCE, share_of_draws

_NAMED = Fraction(1, 20)
"""The smallest share that gets a name of its own."""
_PLACE_NAMED = Fraction(1, 10)


def around(facts: Facts, municipalities: Sequence[Municipality]) -> list[tuple[Municipality, Simulated]]:
    """The simulations around the stated weights, of the municipalities that have one."""
    found = facts.background.sureness if facts.background else None
    if found is None:
        return []
    return [(m, run) for m in municipalities if (run := found.simulation(m.slug, Scenario.AROUND))]


def first_places(facts: Facts, most: int, width: int = 324) -> Figure | None:
    """A bar per municipality, divided by who is first how often; the least sure ones when there are many.

    None without a simulation, and where there is nobody to be first instead.
    """
    found = sorted(around(facts, facts.municipalities), key=_surest)[:most]
    if not found or all(len(run.vendors) == 1 for _, run in found):
        return None
    runs = sorted(found, key=lambda pair: pair[0].name)
    fills = _fills(runs)
    rows = [ShareRow(m.name, _firsts(facts, run, fills)) for m, run in runs]
    spoken = "; ".join(f"{m.name}: {_spoken(facts, run)}" for m, run in runs)
    chart = share_bars(rows, alt=f"Hoe vaak een pakket bovenaan staat. {spoken}.", width=width)
    draws = thousands(facts.project.simulation.draws)
    subtitle = f"Hoe vaak bovenaan bij {draws} varianten rond de eigen weging? {NO_CHANCE}"
    behind = _numbers(facts, runs) if facts.own else Link("Cijfers", anchor(found[0][0]))
    return Figure(first_title(facts, found), subtitle, chart, behind)


def incumbent_first(facts: Facts) -> str:
    """Where the current system is first most often, and how often; empty where that was not computed."""
    vendor = facts.project.incumbent
    runs = [(m, run) for m, run in around(facts, facts.municipalities) if _has(run, vendor)]
    if not runs:
        return ""
    name, most = facts.product(vendor), max(run.of(vendor).first for _, run in runs)
    if not most:
        return f"{name} staat bij geen enkele variant bovenaan."
    if not facts.several:
        return f"{name} staat bij {share_of_draws(most)} van de varianten bovenaan."
    most_in = [m.name for m, run in runs if run.of(vendor).first == most]
    if len(most_in) == len(facts.municipalities):
        return f"{name} staat in elke gemeente bij {share_of_draws(most)} van de varianten bovenaan."
    where = list_of(most_in)
    return f"{name} staat het vaakst bovenaan in {where}: bij {share_of_draws(most)} van de varianten."


def _numbers(facts: Facts, runs: Sequence[tuple[Municipality, Simulated]]) -> Table:
    """The figures, for a report that has a chapter about one municipality only."""
    vendors = [s.vendor.slug for s in facts.submissions if any(_has(run, s.vendor.slug) for _, run in runs)]
    headings = ("Pakket", *(municipality.name for municipality, _ in runs))
    rows = (
        (
            facts.product(vendor),
            *(share_of_draws(run.of(vendor).first) if _has(run, vendor) else "–" for _, run in runs),
        )
        for vendor in vendors
    )
    return numbers(
        "eerste",
        "Hoe vaak elk pakket bovenaan staat, rond de eigen weging",
        headings,
        rows,
        source=facts.origin(Figures.DRAWS),
    )


def _has(run: Simulated, vendor: str) -> bool:
    return any(shares.vendor == vendor for shares in run.vendors)


def _surest(found: tuple[Municipality, Simulated]) -> Fraction:
    return max(vendor.first for vendor in found[1].vendors)


def first_title(facts: Facts, runs: Sequence[tuple[Municipality, Simulated]]) -> str:
    """The municipality where first place is least sure."""
    municipality, run = min(runs, key=_surest)
    said = f"{_most_often(run, facts.brief)} bovenaan"
    if not facts.several:
        return f"In {municipality.name}: {said}"
    if len(runs) == len(facts.municipalities) and len({_most_often(r, facts.brief) for _, r in runs}) == 1:
        return f"In elke gemeente: {said}"
    where = "" if len(runs) == 1 else f" in {municipality.name}"
    return f"Het minst zeker{where}: {said}"


def _most_often(run: Simulated, name: Callable[[str], str]) -> str:
    """Who is first most often and how often; all of them when they share it."""
    most = max(vendor.first for vendor in run.vendors)
    names = [name(vendor.vendor) for vendor in run.vendors if vendor.first == most]
    return f"{list_of(names)}, {'elk ' if len(names) > 1 else ''}{share_of_draws(most)}"


def anchor(municipality: Municipality) -> str:
    """Where the table of one municipality stands."""
    return f"simulatie-{municipality.slug}"


def _fills(runs: Sequence[tuple[Municipality, Simulated]]) -> dict[str, Fill]:
    """A surface per package, the same in every bar; who is first most often comes first."""
    totals: dict[str, Fraction] = {}
    for _, run in runs:
        for vendor in run.vendors:
            totals[vendor.vendor] = totals.get(vendor.vendor, Fraction(0)) + vendor.first
    ordered = sorted(totals, key=lambda vendor: (-totals[vendor], vendor))
    return {vendor: SHARES[place % len(SHARES)] for place, vendor in enumerate(ordered)}


def _firsts(facts: Facts, run: Simulated, fills: dict[str, Fill]) -> tuple[Segment, ...]:
    """The packages that are ever first, those that are seldom so without a name."""
    order = list(fills)
    most = max(vendor.first for vendor in run.vendors)
    shown = sorted((v for v in run.vendors if v.first), key=lambda v: order.index(v.vendor))
    return tuple(_first(facts, vendor, fills[vendor.vendor], strong=vendor.first == most) for vendor in shown)


def _first(facts: Facts, vendor: VendorShares, fill: Fill, *, strong: bool) -> Segment:
    named = vendor.first >= _NAMED
    label = facts.product(vendor.vendor) if named else ""
    return Segment(label, share_of_draws(vendor.first) if named else "", vendor.first, fill, strong)


def _spoken(facts: Facts, run: Simulated) -> str:
    ordered = sorted((v for v in run.vendors if v.first), key=lambda v: -v.first)
    return ", ".join(f"{facts.product(v.vendor)} {share_of_draws(v.first)}" for v in ordered)


def rank_bars(facts: Facts, municipality: Municipality, run: Simulated) -> Figure:
    """A bar per package, divided by the places it takes: dark is high."""
    rows = [ShareRow(facts.product(v.vendor), _places(v)) for v in run.vendors]
    spoken = "; ".join(f"{facts.product(v.vendor)}: {_place_words(v)}" for v in run.vendors)
    chart = share_bars(rows, alt=f"Plaatsen in {municipality.name}. {spoken}.", width=492)
    title = f"{municipality.name}: {_most_often(run, facts.product)} bovenaan"
    subtitle = "Hoe vaak elk pakket op welke plaats eindigt, rond de eigen weging. Donker: plaats 1"
    headings = ("Pakket", *(f"Plaats {place}" for place, _ in enumerate(run.vendors, 1)))
    body = ((facts.product(v.vendor), *map(share_of_draws, v.ranks)) for v in run.vendors)
    caption = f"{municipality.name}: hoe vaak op welke plaats, rond de eigen weging"
    behind = numbers(
        f"plaatsen-{municipality.slug}", caption, headings, body, source=facts.origin(Figures.DRAWS)
    )
    return Figure(title, subtitle, chart, behind)


def _places(vendor: VendorShares) -> tuple[Segment, ...]:
    return tuple(
        Segment(
            f"{place}e" if share >= _PLACE_NAMED else "",
            share_of_draws(share) if share >= _PLACE_NAMED else "",
            share,
            PLACES[min(place, len(PLACES)) - 1],
            strong=place == 1,
        )
        for place, share in enumerate(vendor.ranks, 1)
    )


def _place_words(vendor: VendorShares) -> str:
    return ", ".join(
        f"{place}e {share_of_draws(share)}" for place, share in enumerate(vendor.ranks, 1) if share
    )
