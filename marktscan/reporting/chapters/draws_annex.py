"""Annex: what the simulation counts beside places: who beats whom, and which weights make a package first."""

from collections.abc import Iterator, Sequence

from marktscan.domain.project import Municipality
from marktscan.domain.sureness import Scenario, Simulated, VendorShares
from marktscan.reporting.anchors import Figures
from marktscan.reporting.chapters.acceptability import around
from marktscan.reporting.chapters.themes import weights_of
from marktscan.reporting.chapters.widths import name_width
from marktscan.reporting.facts import Facts
from marktscan.reporting.view import Cell, Chapter, Column, Part, Row, Table, cell, head, paragraph
from marktscan.wording.formats import number, percentage
from marktscan.wording.sureness import NO_CHANCE, share_of_draws

ANCHOR = "bijlage-simulatie"
_MOST = 8
"""Packages in a table: the highest of the ranking."""
_NARROWEST, _ALL, _GAP = 46, 56, 7
"""Points for a column of shares, for that of all places together, and between two columns."""
_SAME = "–"


def draws_annex(facts: Facts) -> Chapter | None:
    """Two tables per municipality; None where nothing was drawn, or nobody could be first instead."""
    shown = (facts.own,) if facts.own else facts.municipalities
    runs = [(m, run) for m, run in around(facts, shown) if len(run.vendors) > 1]
    if not runs:
        return None
    tables = (table for municipality, run in runs for table in _tables(facts, municipality, run))
    said = (
        "Hier staat wat de simulatie nog meer telt, per gemeente: hoe vaak het ene pakket boven het andere "
        f"eindigt, en bij welke gewichten een pakket bovenaan komt. {NO_CHANCE}"
    )
    parts: tuple[Part, ...] = (paragraph(said), *tables)
    title = "Wie boven wie eindigt, en bij welke gewichten"
    return Chapter(ANCHOR, "Simulatie in cijfers", title, parts, new_page=True, style="annex figures")


def _tables(facts: Facts, municipality: Municipality, run: Simulated) -> Iterator[Table]:
    yield _beats(facts, municipality, run)
    found = facts.background.sureness if facts.background else None
    uniform = found.simulation(municipality.slug, Scenario.UNIFORM) if found else None
    if uniform:
        yield _central(facts, municipality, uniform)


def _beats(facts: Facts, municipality: Municipality, run: Simulated) -> Table:
    """Pairwise winning, holistic acceptability and entropy, around the stated weights."""
    shown = run.vendors[:_MOST]
    columns = (Column("Pakket"), *_named(facts, shown), Column("Alle plaatsen", "num gap", _ALL))
    rows = tuple(
        Row(
            (
                head(facts.product(own.vendor)),
                *(_beaten(own, other) for other in shown),
                cell(share_of_draws(own.holistic), style="num gap"),
            )
        )
        for own in shown
    )
    subtitle = (
        f"Rond de eigen weging{_highest(run)}: hoe vaak het pakket in de rij boven dat in de kolom eindigt; "
        "gelijk telt half. Alle plaatsen: 100 % is altijd eerste. De rangordes verschillen "
        f"{number(run.entropy)} bits; 0 is steeds dezelfde rangorde"
    )
    caption = f"{municipality.name}: hoe vaak wie boven wie eindigt"
    return Table(caption, columns, rows, subtitle, "keep", source=facts.origin(Figures.DRAWS))


def _named(facts: Facts, vendors: Sequence[VendorShares]) -> Iterator[Column]:
    """A column per package, as wide as the longest word of its name."""
    for name in (facts.brief(own.vendor) for own in vendors):
        longest = max(map(name_width, name.split()), default=0)
        yield Column(name, "num gap", max(longest + _GAP, _NARROWEST))


def _beaten(own: VendorShares, other: VendorShares) -> Cell:
    share = own.beats.get(other.vendor)
    return cell(_SAME if share is None else share_of_draws(share), style="num gap")


def _highest(run: Simulated) -> str:
    return f", de {_MOST} hoogste van {len(run.vendors)} pakketten" if len(run.vendors) > _MOST else ""


def _central(facts: Facts, municipality: Municipality, run: Simulated) -> Table:
    """Central weights, and with what confidence they make a package first, under every weight."""
    shown = [own for own in run.vendors if own.central][:_MOST]
    columns = (Column("Thema"), Column("Nu", "num gap", _NARROWEST), *_named(facts, shown))
    weights = weights_of(facts, municipality.slug)
    rows = (
        Row(
            (
                head(theme.name),
                cell(percentage(weights.get(theme.code, 0), 1), style="num gap"),
                *(cell(percentage(own.central.get(theme.code, 0), 1), style="num gap") for own in shown),
            )
        )
        for theme in facts.themes
    )
    sure = (cell(_confidence(own), style="num gap strong") for own in shown)
    last = Row((head("Bij die gewichten bovenaan", style="strong"), cell(_SAME, style="num gap"), *sure))
    subtitle = (
        "Elke verdeling even mogelijk: het gemiddelde gewicht in de varianten waarin het pakket bovenaan "
        "staat. Wie nooit bovenaan staat, heeft geen kolom. Onderaan: hoe vaak het pakket bij die gewichten "
        "eerste is, als het onbekende en de cijfers van beoordelaars schuiven"
    )
    caption = f"{municipality.name}: bij welke gewichten een pakket bovenaan staat"
    return Table(caption, columns, (*rows, last), subtitle, "keep", source=facts.origin(Figures.DRAWS))


def _confidence(own: VendorShares) -> str:
    return _SAME if own.confidence is None else share_of_draws(own.confidence)
