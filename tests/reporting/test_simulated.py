"""The simulation in chapter "Hoe zeker": sentences and tables follow from what was drawn."""

from dataclasses import replace
from fractions import Fraction

from marktscan.domain.conventions import SimulationRules
from marktscan.domain.results import Stress
from marktscan.domain.sureness import Scenario, Simulated, VendorShares
from marktscan.pipeline import background_of, sureness
from marktscan.reporting.chapters.acceptability import around, first_places, rank_bars
from marktscan.reporting.chapters.certainty import certainty
from marktscan.reporting.chapters.simulated import simulated
from marktscan.reporting.chapters.sureness import NOT_SIMULATED
from marktscan.reporting.compose import compose
from marktscan.reporting.facts import Facts
from marktscan.reporting.html import render
from marktscan.reporting.language import lower_first
from marktscan.reporting.variants import Variant
from marktscan.reporting.view import Block, Bullets, Figure, Table
from marktscan.wording.sureness import share_of_draws
from tests.reporting import page, small


def facts(own: str = "") -> Facts:
    made = small.scan()
    made = replace(made, project=replace(made.project, simulation=SimulationRules(draws=500, seed=7)))
    found = small.results(made)
    background = replace(background_of(made, found), sureness=sureness(made, found))
    return Facts(made, found, Stress((), ()), (), Variant(own or "stuurgroep", own), background)


def simulations(given: Facts) -> tuple[Simulated, ...]:
    assert given.background is not None
    assert given.background.sureness is not None
    return given.background.sureness.simulated


def with_simulations(given: Facts, runs: tuple[Simulated, ...]) -> Facts:
    assert given.background is not None
    assert given.background.sureness is not None
    drawn = replace(given.background.sureness, simulated=runs)
    return replace(given, background=replace(given.background, sureness=drawn))


def _first_in(vendor: VendorShares, share: Fraction) -> VendorShares:
    return replace(vendor, ranks=(min(vendor.first, share), *vendor.ranks[1:]))


def test_a_table_per_municipality_and_the_words_of_the_method() -> None:
    given = facts()
    bullets, firm, *tables = simulated(given)
    pictures = [part.parts[0] for part in tables if isinstance(part, Block)]
    behind = [figure.numbers for figure in pictures if isinstance(figure, Figure)]
    assert [table.caption for table in behind if isinstance(table, Table)] == [
        f"{m.name}: hoe vaak op welke plaats, rond de eigen weging" for m in given.municipalities
    ]
    assert isinstance(bullets, Bullets)
    assert "duidelijke koploper" in str(bullets.items[0])
    provisional = ["".join(map(str, item)) for item in bullets.items if "oorlopig" in str(item)]
    assert len(provisional) == 1
    assert "de rangorde in Amstelveen heet daarom voorlopig" in provisional[0]
    assert isinstance(firm, Table)
    assert "Dat is geen kans dat dit pakket het beste is." in firm.subtitle
    assert [table.caption for table in tables if isinstance(table, Table)] == [
        f"{m.name}: hoe vaak elk pakket bovenaan staat" for m in given.municipalities
    ]


def test_one_table_says_how_firm_every_first_place_is() -> None:
    given = facts()
    firm = next(p for p in simulated(given) if isinstance(p, Table))
    found = {str(row.cells[0].text[0]): [str(c.text[0]) for c in row.cells[1:]] for row in firm.rows}
    keys = given.project.keys
    together = ("Samen, elke gemeente even zwaar", f"Samen, {lower_first(keys[1].name)}")
    assert list(found) == [*(m.name for m in given.municipalities), *together]
    assert given.background and given.background.sureness
    names = (*(m.slug for m in given.municipalities), "key:gelijk", f"key:{keys[1].code}")
    runs = (given.background.sureness.simulation(name, Scenario.AROUND) for name in names)
    drawn = [share_of_draws(run.vendors[0].first) for run in runs if run]
    assert [said[1] for said in found.values()] == drawn
    assert [said[0] for said in found.values()] == ["Kade Zaken"] * 5
    assert all("procentpunt: " in said[2] or said[2] == "geen enkele verschuiving" for said in found.values())


def test_one_municipality_has_nothing_together() -> None:
    made = small.scan(small.project(("Diemen",)))
    made = replace(made, project=replace(made.project, simulation=SimulationRules(draws=50, seed=7)))
    found = small.results(made)
    background = replace(background_of(made, found), sureness=sureness(made, found))
    given = Facts(made, found, Stress((), ()), (), Variant("stuurgroep"), background)
    firm = next(p for p in simulated(given) if isinstance(p, Table))
    assert [str(row.cells[0].text[0]) for row in firm.rows] == ["Diemen"]
    assert "Samen" not in firm.subtitle


def test_a_rival_that_is_level_already_is_said_to_be() -> None:
    made = small.scan(answers={"a": "S" * 10, "b": "S" * 10, "rx-enterprise": "N" * 10})
    made = replace(made, project=replace(made.project, simulation=SimulationRules(draws=50, seed=7)))
    found = small.results(made)
    background = replace(background_of(made, found), sureness=sureness(made, found))
    given = Facts(made, found, Stress((), ()), (), Variant("stuurgroep"), background)
    firm = next(p for p in simulated(given) if isinstance(p, Table))
    assert {str(row.cells[3].text[0]).split(":")[0] for row in firm.rows} == {"nu al gelijk"}


def test_a_municipality_sees_its_own() -> None:
    given = facts()
    own = given.municipalities[0]
    _, _, picture, table = simulated(facts(own.slug))
    assert isinstance(picture, Block)
    assert isinstance(table, Table)


def test_the_picture_in_the_summary_leads_to_figures_that_are_in_the_same_report() -> None:
    for own in ("", "aalsmeer", "amstelveen", "diemen"):
        report = page.read(render(compose(facts(own))))
        assert {link[1:] for link in report.links} <= set(report.ids)


def test_the_summary_shows_where_first_place_is_least_sure() -> None:
    given = facts()
    unsure = given.municipalities[1]
    runs = tuple(
        replace(run, vendors=tuple(_first_in(vendor, Fraction(1, 2)) for vendor in run.vendors))
        if run.municipality == unsure.slug
        else run
        for run in simulations(given)
    )
    found = first_places(with_simulations(given, runs), 3)
    assert found is not None
    assert found.title.startswith(f"Het minst zeker in {unsure.name}: ")
    assert all(m.name in found.chart.alt for m in given.municipalities)


def test_where_first_place_is_as_sure_everywhere_the_summary_names_no_municipality() -> None:
    given = facts()
    shares = {share_of_draws(run.vendors[0].first) for _, run in around(given, given.municipalities)}
    assert len(shares) == 1
    found = first_places(given, 3)
    assert found is not None
    assert found.title == f"In elke gemeente: Kade, {shares.pop()} bovenaan"


def test_the_places_of_a_package_fill_its_bar() -> None:
    given = facts()
    for municipality, run in around(given, given.municipalities):
        figure = rank_bars(given, municipality, run)
        assert isinstance(figure.numbers, Table)
        assert len(figure.numbers.columns) == 1 + len(run.vendors)
        assert all(sum(vendor.ranks) == 1 for vendor in run.vendors)


def test_without_a_simulation_there_is_no_picture() -> None:
    given = facts()
    assert first_places(replace(given, background=None), 3) is None


def test_without_a_simulation_the_chapter_says_so() -> None:
    given = facts()
    assert given.background is not None
    before = replace(given, background=replace(given.background, sureness=None))
    assert simulated(before) == ()
    assert NOT_SIMULATED in str(certainty(before).parts[0])
    assert NOT_SIMULATED not in str(certainty(given).parts)


def test_a_picture_of_places_never_says_all_draws() -> None:
    given = facts()
    own = given.municipalities[0]
    run = around(given, [own])[0][1]
    ranks = (Fraction(999, 1000), Fraction(1, 1000), *run.vendors[0].ranks[2:])
    always = replace(run, vendors=(replace(run.vendors[0], ranks=ranks), *run.vendors[1:]))
    drawn = str(rank_bars(given, own, always).chart.svg).replace("\xa0", " ")
    assert "meer dan 99 %" in drawn
    assert "100 %" not in drawn
