"""Annex: what the simulation counts beside places: who beats whom, and which weights make a package first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from marktscan.domain.sureness import Scenario, Simulated, VendorShares
from marktscan.reporting.anchors import Figures, key_anchor
from marktscan.reporting.chapters.acceptability import around
from marktscan.reporting.chapters.numbers import numbers
from marktscan.reporting.chapters.themes import joint_weights, weights_of
from marktscan.reporting.chapters.widths import name_width
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import lower_first
from marktscan.reporting.view import Cell, Chapter, Column, Part, Row, Table, cell, head, paragraph
from marktscan.wording.formats import number, percentage
from marktscan.wording.sureness import NO_CHANCE, share_of_draws

ANCHOR = "bijlage-simulatie"
_MOST = 8
"""Packages of a municipality where all of them would make too much: the highest of its ranking."""
_CELLS = 20_000
"""Shares of who beats whom that one annex holds."""
_SHORT = 20
"""Rows that are held on one page."""
_NARROWEST, _ALL, _GAP = 46, 56, 7
"""Points for a column of shares, for that of all places together, and between two columns."""
_SAME = "–"


@dataclass(frozen=True, slots=True)
class _Ranking:
    """One ranking as it was drawn: its name, whose weights, those weights, and how many packages to show."""

    name: str
    weighing: str
    weights: Mapping[str, Fraction]
    run: Simulated
    most: int

    @property
    def shown(self) -> tuple[VendorShares, ...]:
        """The packages, the highest of the ranking first."""
        return self.run.vendors[: self.most]

    @property
    def highest(self) -> str:
        """Which packages these are, where they are not all; and where the others are."""
        of = len(self.run.vendors)
        return (
            f", de {self.most} hoogste van {of} pakketten (alle: marktscan stress --json)"
            if of > self.most
            else ""
        )


def draws_annex(facts: Facts) -> Chapter | None:
    """Tables per municipality and for all together; None where nothing was drawn, or nobody else could be
    first."""
    rankings = _rankings(facts)
    if not rankings:
        return None
    tables = (table for ranking in rankings for table in _tables(facts, ranking))
    said = (
        "Hier staat wat de simulatie nog meer telt: hoe vaak het ene pakket boven het andere "
        f"eindigt, en bij welke gewichten een pakket bovenaan komt. {NO_CHANCE}"
    )
    parts: tuple[Part, ...] = (paragraph(said), *tables)
    title = "Wie boven wie eindigt, en bij welke gewichten"
    return Chapter(ANCHOR, "Simulatie in cijfers", title, parts, style="annex figures")


def _rankings(facts: Facts) -> list[_Ranking]:
    """Every municipality of this report, then all together under every key; whole under the first."""
    shown = (facts.own,) if facts.own else facts.municipalities
    runs = around(facts, shown)
    own = (_ranking(m.name, "de eigen weging", weights_of(facts, m.slug), run) for m, run in runs)
    found = [item for item in (*own, *_joint(facts)) if len(item.run.vendors) > 1]
    base = facts.joint_name
    fits = sum(item.most**2 for item in found if item.run.municipality != base) <= _CELLS
    return [item if fits or item.run.municipality == base else replace(item, most=_MOST) for item in found]


def _ranking(name: str, weighing: str, weights: Mapping[str, Fraction], run: Simulated) -> _Ranking:
    return _Ranking(name, weighing, weights, run, len(run.vendors))


def _joint(facts: Facts) -> Iterator[_Ranking]:
    """What all choose together under every key, where there are several to do so."""
    for name, key in facts.joint_names.items() if facts.several else ():
        if run := _drawn(facts, name, Scenario.AROUND):
            said = f"Alle gemeenten samen, {lower_first(key.name)}"
            yield _ranking(said, "de gezamenlijke weging", joint_weights(facts, key), run)


def _drawn(facts: Facts, ranking: str, scenario: Scenario) -> Simulated | None:
    found = facts.background.sureness if facts.background else None
    return found.simulation(ranking, scenario) if found else None


def _tables(facts: Facts, ranking: _Ranking) -> Iterator[Table]:
    """Of all together also the places, which have no picture."""
    if ranking.run.municipality.startswith("key:"):
        yield _places(facts, ranking)
    yield _beats(facts, ranking)
    uniform = _drawn(facts, ranking.run.municipality, Scenario.UNIFORM)
    if uniform:
        yield _central(facts, ranking, uniform)


def _places(facts: Facts, ranking: _Ranking) -> Table:
    headings = ("Pakket", *(f"Plaats {place}" for place, _ in enumerate(ranking.run.vendors, 1)))
    body = (
        (facts.product(v.vendor), *(share_of_draws(rank, brief=True) for rank in v.ranks))
        for v in ranking.shown
    )
    caption = f"{ranking.name}: hoe vaak op welke plaats, rond {ranking.weighing}{ranking.highest}"
    name = f"plaatsen-{key_anchor(ranking.run.municipality.removeprefix('key:'))}"
    return numbers(name, caption, headings, body, source=facts.origin(Figures.DRAWS))


def _beats(facts: Facts, ranking: _Ranking) -> Table:
    """Pairwise winning, holistic acceptability and entropy, around the stated weights."""
    shown = ranking.shown
    columns = (Column("Pakket"), Column("Alle plaatsen", "num gap", _ALL), *_named(facts, shown))
    rows = tuple(
        Row(
            (
                head(facts.product(own.vendor)),
                cell(share_of_draws(own.holistic, brief=True), style="num gap"),
                *(_beaten(own, other) for other in shown),
            )
        )
        for own in shown
    )
    subtitle = (
        f"Rond {ranking.weighing}{ranking.highest}: hoe vaak het pakket in de rij boven dat in de kolom "
        "eindigt; gelijk telt half. Alle plaatsen: 100 % is altijd eerste. De rangordes verschillen "
        f"{number(ranking.run.entropy)} bits; 0 is steeds dezelfde rangorde"
    )
    caption = f"{ranking.name}: hoe vaak wie boven wie eindigt"
    return Table(caption, columns, rows, subtitle, _kept(rows), source=facts.origin(Figures.DRAWS))


def _kept(rows: Sequence[Row]) -> str:
    return "keep" if len(rows) <= _SHORT else ""


def _named(facts: Facts, vendors: Sequence[VendorShares]) -> Iterator[Column]:
    """A column per package, as wide as the longest word of its name."""
    for name in (facts.brief(own.vendor) for own in vendors):
        longest = max(map(name_width, name.split()), default=0)
        yield Column(name, "num gap", max(longest + _GAP, _NARROWEST))


def _beaten(own: VendorShares, other: VendorShares) -> Cell:
    share = own.beats.get(other.vendor)
    return cell(_SAME if share is None else share_of_draws(share, brief=True), style="num gap")


def _central(facts: Facts, ranking: _Ranking, run: Simulated) -> Table:
    """Central weights, and with what confidence they make a package first, under every weight."""
    shown = [own for own in run.vendors if own.central][: ranking.most]
    columns = (Column("Thema"), Column("Nu", "num gap", _NARROWEST), *_named(facts, shown))
    rows = (
        Row(
            (
                head(theme.name),
                cell(percentage(ranking.weights.get(theme.code, 0), 1), style="num gap"),
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
    caption = f"{ranking.name}: bij welke gewichten een pakket bovenaan staat"
    return Table(caption, columns, (*rows, last), subtitle, "keep", source=facts.origin(Figures.DRAWS))


def _confidence(own: VendorShares) -> str:
    return _SAME if own.confidence is None else share_of_draws(own.confidence, brief=True)
