"""A published set of tender rules as one worked example, and how fragile it is.

VNG Realisatie tendered a renewed Softwarecatalogus in 2024: quality 70, price 30; six questions of 15, 15,
10, 10, 10 and 10 points; marks 10/8/6/2/0 worth 100/80/60/20/0 %; costs over 48 months under a ceiling of
€ 250.000; price points (1 − (P − Pmin)/Pmin) × 30, rounded half up to whole points; ties: lowest price, then
question 1, then lot. From workbooks to award it is worked in tests/test_published_rules.py.
"""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marktscan.domain.conventions import PriceFormula, Rounding, TenderRules
from marktscan.domain.tender import Bid
from marktscan.scoring.tender import award, can_be_used, ranked

LINEAR = PriceFormula.LINEAR
ALL = TenderRules(
    lowest=Decimal(100),
    highest=Decimal(200),
    half_points_factor=Decimal(2),
    value_per_point=Decimal(1),
)


@pytest.fixture
def rules() -> TenderRules:
    return TenderRules(LINEAR, 70, 30, 0, Rounding.HALF_UP, ("prijs", "ARC", "loting"))


def bid(vendor: str, quality: int, price: int, first_question: int = 0) -> Bid:
    return Bid(vendor, Fraction(quality), Decimal(price), {"ARC": Fraction(first_question)})


def outcomes(bids: list[Bid], rules: TenderRules, formula: PriceFormula = LINEAR) -> dict[str, Fraction]:
    return {offer.vendor: offer.outcome for offer in ranked(bids, formula, rules)}


def test_price_points_of_900_and_1100_are_30_and_23(rules: TenderRules) -> None:
    points = {
        offer.vendor: offer.price_points
        for offer in ranked([bid("a", 0, 900), bid("b", 0, 1100)], LINEAR, rules)
    }
    assert points == {"a": 30, "b": 23}


def test_the_way_a_half_is_rounded_decides_who_wins(rules: TenderRules) -> None:
    bids = [bid("a", 68, 150), bid("b", 60, 120)]
    assert outcomes(bids, rules) == {"a": 91, "b": 90}
    assert outcomes(bids, replace(rules, rounding=Rounding.HALF_EVEN)) == {"a": 90, "b": 90}


def test_a_hopeless_third_offer_turns_the_order_round(rules: TenderRules) -> None:
    bids = [bid("a", 68, 150), bid("b", 60, 120), bid("c", 20, 100)]
    found = award(bids, LINEAR, rules)
    assert {offer.vendor: offer.outcome for offer in found.offers} == {"a": 83, "b": 84, "c": 50}
    assert found.first == ("b",)
    assert found.first_without == {"a": ("b",), "b": ("a",), "c": ("a",)}
    assert found.depends_on_others == ("c",)
    assert (found.lowest["a"], found.highest["a"]) == (83, 91)


def test_ties_fall_to_the_lowest_price_then_the_first_question_then_a_lot(rules: TenderRules) -> None:
    even = replace(rules, rounding=Rounding.HALF_EVEN)
    assert award([bid("a", 68, 150), bid("b", 60, 120)], LINEAR, even).first == ("b",)
    assert award([bid("a", 60, 120, 12), bid("b", 60, 120, 15)], LINEAR, rules).first == ("b",)
    assert award([bid("a", 60, 120, 12), bid("b", 60, 120, 12)], LINEAR, rules).first == ("a", "b")


def test_every_formula_on_the_same_offers() -> None:
    bids = [bid("a", 60, 100), bid("b", 70, 150)]
    found = {formula: outcomes(bids, ALL, formula) for formula in PriceFormula}
    assert found == {
        PriceFormula.ABSOLUTE: {"a": 90, "b": 85},
        PriceFormula.RATIO: {"a": 90, "b": 90},
        PriceFormula.LINEAR: {"a": 90, "b": 85},
        PriceFormula.LOGARITHMIC: {"a": 90, "b": 91},
        PriceFormula.AFTER_VALUE: {"a": 40, "b": 80},
    }
    assert award(bids, PriceFormula.AFTER_VALUE, ALL).first == ("a",)


def test_a_formula_needs_what_it_is_declared_with() -> None:
    usable = {formula for formula in PriceFormula if can_be_used(formula, TenderRules())}
    assert usable == {PriceFormula.RATIO, PriceFormula.LINEAR}
    assert all(can_be_used(formula, ALL) for formula in PriceFormula)


def test_no_offer_and_one_offer() -> None:
    assert award([], LINEAR, ALL).offers == ()
    alone = award([bid("a", 60, 100)], LINEAR, ALL)
    assert (alone.first, alone.first_without, alone.depends_on_others) == (("a",), {"a": ()}, ())


@given(st.lists(st.tuples(st.integers(0, 70), st.integers(1, 400)), min_size=2, max_size=6))
def test_without_another_offer_absolute_outcomes_stay(given_: list[tuple[int, int]]) -> None:
    bids = [bid(str(i), quality, price) for i, (quality, price) in enumerate(given_)]
    for formula in (PriceFormula.ABSOLUTE, PriceFormula.AFTER_VALUE):
        found = award(bids, formula, ALL)
        assert found.lowest == found.highest
