"""Ties, rounding and rank reversal under declared tender rules.

The published rule set (VNG Realisatie 2024): quality 70, price (1 − (P − Pmin)/Pmin) × 30, half up to whole
points. Quality 68 at 150 against 60 at 120: 68 + 30 × (1 − 30/120) = 68 + 22,5 → 91, and 60 + 30 = 90.
A third offer of quality 20 at 100 takes from both: 68 + 30 × ½ = 83 and 60 + 30 × 0,8 = 84. It comes last
itself, and turns the first two round (rangordeparadox: Commissie van Aanbestedingsexperts, advies 504).
"""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rehearsal.trial_scan import trial_scan

from marktscan.domain.conventions import CostRules, PriceFormula, Rounding, TenderRules
from marktscan.domain.rehearsal import Bound, Plan
from marktscan.domain.tender import Bid
from marktscan.rehearsal.assume import assumed
from marktscan.rehearsal.rehearse import rehearse
from marktscan.rehearsal.smallest import reversal, smallest
from marktscan.rehearsal.tenders import decides_without_winning, first_of
from marktscan.scoring.tender import award, ranked

LINEAR = TenderRules()
FULL = replace(
    LINEAR,
    lowest=Decimal(100),
    highest=Decimal(400),
    half_points_factor=Decimal(2),
    value_per_point=Decimal(3),
)


def bid(vendor: str, quality: int, price: int) -> Bid:
    return Bid(vendor, Fraction(quality), Decimal(price))


PUBLISHED = [bid("a", 68, 150), bid("b", 60, 120), bid("c", 20, 100)]


def test_the_published_rules_let_a_hopeless_bid_decide():
    found = reversal(PUBLISHED, "c", LINEAR)
    assert [(o.vendor, o.price_points, o.outcome) for o in found.together] == [
        ("b", 24, 84),
        ("a", 15, 83),
        ("c", 30, 50),
    ]
    assert [(o.vendor, o.price_points, o.outcome) for o in found.without] == [("a", 23, 91), ("b", 30, 90)]
    assert decides_without_winning(PUBLISHED, ("b",), LINEAR) == "c"


def test_half_even_makes_the_same_two_level():
    """22,5 goes to 22: 68 + 22 = 90, and the lowest price decides."""
    rules = replace(LINEAR, rounding=Rounding.HALF_EVEN)
    assert [(o.vendor, o.outcome) for o in ranked(PUBLISHED[:2], rules.formula, rules)] == [
        ("b", 90),
        ("a", 90),
    ]


def test_no_reversal_where_nothing_turns():
    assert reversal(PUBLISHED, "a", LINEAR) is None
    assert reversal(PUBLISHED, "c", replace(FULL, formula=PriceFormula.ABSOLUTE)) is None


def test_the_smallest_example_still_reverses_and_is_round():
    large = [bid("a", 68, 1_496_000), bid("b", 60, 1_197_000), bid("c", 20, 1_002_000)]
    crowd = [*large, bid("d", 5, 2_400_000)]
    found = smallest([(crowd, "c")], LINEAR)
    assert {item.vendor for item in found.bids} == {"a", "b", "c"}
    assert [int(item.price) for item in found.bids] == [1_500_000, 1_200_000, 1_000_000]
    assert reversal(list(found.bids), found.out, LINEAR) == found
    assert smallest([], LINEAR) is None


BIDS = st.lists(st.tuples(st.integers(0, 70), st.integers(50, 500)), min_size=2, max_size=5)


@settings(max_examples=80)
@given(BIDS, st.sampled_from(PriceFormula))
def test_only_the_cheapest_bid_can_decide_without_winning(offers, formula):
    rules = replace(FULL, formula=formula)
    bids = [bid("abcde"[place], quality, price) for place, (quality, price) in enumerate(offers)]
    made = award(bids, formula, rules)
    losers = {out for out in made.depends_on_others if out not in made.first}
    found = decides_without_winning(bids, made.first, rules)
    assert losers == ({found} if found else set())
    if formula in {PriceFormula.ABSOLUTE, PriceFormula.AFTER_VALUE}:
        assert found == ""


def trial(rules: TenderRules, **plan: int):
    scan = trial_scan(rules)
    return rehearse(
        scan, Plan(**{"rounds": 60, "vendors": 4, "seed": 3, **plan}), assumed(scan.project)
    ).tender


def test_a_trial_counts_what_each_round_shows():
    """The rates are those of the rounds counted one by one with the exact award."""
    rules = replace(LINEAR, quality=60, price=40)
    found = trial(rules)
    assert found.rounds == 60
    assert found.reversals > 0
    assert found.smallest is not None
    assert found.declared_part == Fraction(2, 5)
    assert 0 < found.price_part < 1
    assert 0 <= found.least < found.most == 40
    assert found.all_points >= Fraction(1, 4)


@pytest.mark.parametrize("formula", [PriceFormula.ABSOLUTE, PriceFormula.AFTER_VALUE])
def test_absolute_formulas_never_let_a_loser_decide(formula):
    rules = replace(
        LINEAR,
        formula=formula,
        lowest=Decimal(600_000),
        highest=Decimal(1_500_000),
        value_per_point=Decimal(20_000),
    )
    found = trial(rules)
    assert (found.reversals, found.smallest) == (0, None)


def test_without_points_for_price_only_quality_counts():
    found = trial(replace(LINEAR, quality=100, price=0))
    assert (found.reversals, found.rounding_flips, found.price_part, found.most) == (0, 0, 0, 0)


def test_coarse_rounding_flips_more_than_fine_rounding():
    coarse = trial(replace(LINEAR, quality=10, price=5), rounds=200)
    fine = trial(replace(LINEAR, quality=10, price=5, decimals=4), rounds=200)
    assert coarse.rounding_flips > 0.05
    assert fine.rounding_flips <= 0.01


def test_equal_quality_points_and_equal_price_points_tie():
    """Whole points for quality and price out of 3 and 1: ties everywhere, and only the lot is left."""
    rules = replace(LINEAR, quality=3, price=1, quality_decimals=0, tie_break=("loting",))
    found = trial(rules)
    assert found.ties > Fraction(1, 4)
    assert found.lots == found.ties


def test_a_requirement_can_break_ties():
    """ARC-01 parts some of what only a lot would part; a requirement that is not there parts nothing."""
    by_lot = replace(LINEAR, quality=3, price=1, quality_decimals=0, tie_break=("loting",))
    found = trial(replace(by_lot, tie_break=("ARC-01", "loting")))
    assert found.ties == trial(by_lot).ties
    assert found.lots < found.ties == trial(replace(by_lot, tie_break=("ARC-09", "loting"))).lots


def test_themes_are_rounded_by_themselves_when_declared():
    rules = replace(LINEAR, theme_decimals=0, tie_break=("ZTC", "loting"))
    whole = trial(rules)
    assert whole.rounds == 60
    assert trial(replace(rules, quality=3, price=1)).ties > trial(replace(LINEAR, quality=3, price=1)).ties


def test_who_may_not_take_part_does_not():
    assert trial(replace(LINEAR, minimum_quality=71)) is None
    assert trial(replace(LINEAR, minimum_themes={"ARC": 100})) is None
    assert trial(replace(LINEAR, strict=True)).rounds <= 60
    scan = trial_scan()
    costs = CostRules(ceilings={"samen": Decimal(1)})
    poor = replace(scan, project=replace(scan.project, costs=costs))
    given_ = replace(assumed(poor.project), lowest=Decimal(10_000), highest=Decimal(10_000))
    assert rehearse(poor, Plan(5, 3, 1), given_).tender is None


def bounds_of(rules: TenderRules, costs: CostRules) -> list[Bound]:
    made = trial_scan(rules)
    made = replace(made, project=replace(made.project, costs=costs))
    prices = replace(assumed(made.project), lowest=Decimal(10_000), highest=Decimal(10_000))
    return list(rehearse(made, Plan(60, 3, 1), prices).bounds)


def test_what_a_ceiling_and_every_minimum_keep_out():
    """Prices lie between 7.500 and 12.500, and nobody has more than 70 points for quality."""
    rules = replace(LINEAR, minimum_quality=71, minimum_themes={"ARC": 1, "ZZZ": 1})
    found = bounds_of(rules, CostRules(ceilings={"samen": Decimal(7_499), "diemen": Decimal(1)}))
    assert [item.rule for item in found] == [
        ("costs", "ceilings", "samen"),
        ("tender", "minimum_quality"),
        ("tender", "minimum_themes", "ARC"),
    ]
    assert [(item.keeps_out, item.leaves_nobody) for item in found[:2]] == [(1, 1), (1, 1)]
    (half,) = bounds_of(LINEAR, CostRules(ceilings={"samen": Decimal(10_000)}))
    assert 0 < half.leaves_nobody < half.keeps_out < 1
    assert bounds_of(LINEAR, CostRules()) == []


def test_a_ceiling_on_some_kinds_of_cost_is_not_held_against_a_whole_total():
    some = CostRules(ceilings={"samen": Decimal(1)}, under_ceiling=("Opleiding",))
    assert bounds_of(LINEAR, some) == []


def test_a_formula_without_its_values_cannot_be_tried():
    assert trial(replace(LINEAR, formula=PriceFormula.ABSOLUTE)) is None


def test_one_vendor_has_no_tender():
    assert trial(LINEAR, vendors=1) is None


def test_first_of_names_all_who_share_it():
    offers = ranked([bid("a", 50, 100), bid("b", 50, 100)], LINEAR.formula, LINEAR)
    assert first_of(offers) == ("a", "b")
