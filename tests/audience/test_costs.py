"""What follows of prices: from totals and their parts, from bounds of few offers and from price formulas."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from marktscan.audience import Material, Selection
from marktscan.audience.cost_relations import award_relations, cost_relations, price
from marktscan.audience.inference import Quantity, follows
from marktscan.audience.of_public import for_public
from marktscan.domain.background import Background
from marktscan.domain.classification import Audience, Reader
from marktscan.domain.conventions import TOGETHER, PriceFormula
from marktscan.domain.costs import Costs, CostTotal, VendorCosts
from marktscan.domain.sureness import (
    DecisiveAnswer,
    Dominance,
    LeftOut,
    Scenario,
    Shift,
    Simulated,
    Sureness,
    VendorShares,
    WithoutOne,
    Words,
)
from marktscan.domain.tender import Award, Awarded
from marktscan.leaks import Everything, hits, secrets_for
from marktscan.reporting.variants import Variant
from tests.audience.material import KADE, PUBLIC
from tests.reporting import small, test_costs


def total(one_off: int, yearly: int, exit_: int) -> CostTotal:
    parts = (Decimal(one_off), Decimal(yearly), Decimal(exit_))
    return CostTotal(*parts, Decimal(0), Decimal(0), sum(parts, Decimal(0)), ())


def costs(*vendors: str) -> Costs:
    totals = {"diemen": total(10, 20, 5), "uithoorn": total(1, 2, 3), TOGETHER: total(11, 22, 8)}
    return Costs(8, Decimal(0), tuple(VendorCosts(vendor, totals, ()) for vendor in vendors), (), ())


def known_from(*known: Quantity, vendors: tuple[str, ...] = ("kade",), fewest: int = 3) -> set[Quantity]:
    return set(follows(cost_relations(costs(*vendors), fewest), known))


def test_a_total_with_one_part_withheld_gives_that_part() -> None:
    whole, *parts = (price("kade", "diemen", part) for part in ("", "one_off", "yearly", "exit"))
    assert parts[2] in known_from(whole, *parts[:2])
    assert not known_from(whole, parts[0])


def test_a_joint_total_with_one_municipality_withheld_gives_that_one() -> None:
    assert known_from(price("kade", TOGETHER), price("kade", "diemen")) == {price("kade", "uithoorn")}


def test_bounds_of_few_offers_give_their_prices_and_of_enough_offers_none() -> None:
    bounds = (("bandwidth", "lowest"), ("bandwidth", "highest"))
    assert price("kade", TOGETHER) in known_from(*bounds, vendors=("kade", "oost"))
    assert price("kade", TOGETHER) in known_from(*bounds, vendors=("kade", "oost", "west"))
    assert not known_from(*bounds, vendors=("kade", "noord", "oost", "west"))


def award(formula: PriceFormula) -> Award:
    kade = Awarded("kade", 1, Fraction(60), Decimal(900), Fraction(30), Fraction(90))
    oost = Awarded("oost", 2, Fraction(57), Decimal(1100), Fraction(23), Fraction(80))
    offers = (kade, oost)
    return Award(formula, offers, {}, {}, {})


def points(formula: PriceFormula, vendor: str) -> Quantity:
    return "points", formula.value, vendor


@pytest.mark.parametrize(
    "formula", [PriceFormula.LINEAR, PriceFormula.RATIO, PriceFormula.LOGARITHMIC], ids=lambda f: f.name
)
def test_points_by_a_relative_formula_and_the_lowest_price_give_every_price(formula: PriceFormula) -> None:
    relations = list(award_relations(award(formula)))
    lowest, other = (price(vendor, TOGETHER) for vendor in ("kade", "oost"))
    assert follows(relations, [points(formula, "oost"), lowest]).keys() >= {other}
    assert other not in follows(relations, [points(formula, "oost")])


def test_points_by_an_absolute_formula_and_a_price_after_value_give_the_price_at_once() -> None:
    absolute, after = PriceFormula.ABSOLUTE, PriceFormula.AFTER_VALUE
    own = price("oost", TOGETHER)
    assert own in follows(award_relations(award(absolute)), [points(absolute, "oost")])
    assert own in follows(award_relations(award(after)), [("outcome", after.value, "oost")])


def test_an_outcome_gives_the_points_for_the_price() -> None:
    formula = PriceFormula.ABSOLUTE
    assert points(formula, "kade") in follows(
        award_relations(award(formula)), [("outcome", formula.value, "kade")]
    )


def priced() -> Material:
    """Three vendors with prices, of one of them a price is missing."""
    made = test_costs.facts(Variant("stuurgroep"))
    return Material(made.scan, made.results, small.NO_STRESS, (), made.background)


def test_nothing_follows_from_what_readers_outside_are_given_and_from_everything_prices_do() -> None:
    selection = Selection(priced())
    for reader in (PUBLIC, KADE):
        assert selection.inferred(selection.material_for(reader), reader) == {}
    found = selection.inferred(selection.whole, PUBLIC)
    assert price("polder", TOGETHER) in found
    assert selection.source(price("polder", TOGETHER), PUBLIC).file == "vendors/polder/answers.xlsx"


def among(fewest: int, made: Material | None = None) -> Material:
    """The three vendors, where one must hide among so many others."""
    given = made or priced()
    rules = replace(given.scan.project.classification, smallest_group=fewest)
    return replace(given, scan=replace(given.scan, project=replace(given.scan.project, classification=rules)))


def test_the_public_bandwidth_holds_every_total_and_no_vendor() -> None:
    given = Selection(among(2)).material_for(PUBLIC)
    found = given.shown.bandwidth
    assert found is not None
    assert (found.lowest, found.highest) == (Decimal(2300), Decimal(3700))
    assert given.background is not None
    assert given.background.costs.vendors == ()
    assert given.background.costs.awards == ()


def test_with_fewer_others_than_declared_there_is_no_bandwidth() -> None:
    """Every vendor knows its own price, so of three prices it would know which two the bounds are about."""
    assert Selection(among(3)).material_for(PUBLIC).shown.bandwidth is None


def test_offers_close_to_one_another_have_no_bandwidth() -> None:
    """Between € 2.400 and € 2.600 would nearly be the price of all."""
    made = among(2)
    assert made.background is not None
    costs = made.background.costs
    near = tuple(
        replace(
            v,
            totals={
                **v.totals,
                TOGETHER: replace(v.totals[TOGETHER], total=Decimal(2_400 + 90 * place), options=Decimal(0)),
            },
        )
        for place, v in enumerate(costs.vendors)
    )
    close = replace(made, background=replace(made.background, costs=replace(costs, vendors=near)))
    assert Selection(close).material_for(PUBLIC).shown.bandwidth is None


def sureness() -> Sureness:
    shares = VendorShares("kade-zaken", (Fraction(1),), {}, {"ZTC": Fraction(1, 3)}, None, Fraction(1))
    return Sureness(
        (Shift("diemen", "kade-zaken", "polder", Fraction(1, 7)),),
        (Dominance("diemen", "kade-zaken", "polder"),),
        (
            WithoutOne(LeftOut.ASSESSOR, "diemen-1", "diemen", ("polder",), True),
            WithoutOne(LeftOut.MUNICIPALITY, "diemen", "key:gelijk", ("polder",), True),
        ),
        (DecisiveAnswer("diemen", "polder", "ZTC-01", Fraction(1), ("kade-zaken",)),),
        tuple(
            Simulated("diemen", how, (shares,), Fraction(0)) for how in (Scenario.AROUND, Scenario.PROMISED)
        ),
        Words(None, (), ()),
    )


def test_everybody_reads_how_sure_it_is_but_not_by_which_weights_answers_or_assessors() -> None:
    made = priced()
    background = made.background
    assert isinstance(background, Background)
    whole = replace(made, background=replace(background, sureness=sureness()))
    given = for_public(whole, PUBLIC).background
    assert given is not None
    assert given.sureness is not None
    assert given.sureness.simulated[0].vendors[0].ranks == (Fraction(1),)
    assert given.sureness.simulated[0].vendors[0].central == {}
    assert given.sureness.decisive == ()
    assert (given.sureness.shifts, given.sureness.dominance) == ((), ())
    assert [run.scenario for run in given.sureness.simulated] == [Scenario.AROUND]
    assert [item.kind for item in given.sureness.without_one] == [LeftOut.MUNICIPALITY]


@pytest.mark.parametrize(
    "reader", [PUBLIC, Reader(Audience.VENDOR, "rx-enterprise")], ids=lambda r: r.audience
)
def test_what_was_added_up_from_prices_is_as_secret_as_they_are(reader: Reader) -> None:
    made = priced()
    secrets = secrets_for(Everything(made), Selection(made).material_for(reader), reader)
    (found,) = hits(secrets, "", b"Samen kost dat EUR 3.600 in twee jaar.")
    assert found.source.file == "vendors/kade-zaken/answers.xlsx"


def test_a_vendor_may_read_what_its_own_prices_add_up_to() -> None:
    made = priced()
    reader = Reader(Audience.VENDOR, "kade-zaken")
    secrets = secrets_for(Everything(made), Selection(made).material_for(reader), reader)
    assert hits(secrets, "", b"Samen kost dat EUR 3.600 in twee jaar.") == ()
