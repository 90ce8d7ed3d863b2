"""Prices that turn out otherwise, against chances that can be computed."""

from decimal import Decimal
from fractions import Fraction

import pytest

from marktscan.domain.conventions import SimulationRules
from marktscan.domain.costs import Costs, Frontier, Place, Worth
from marktscan.robustness.price_draws import price_shares

RULES = SimulationRules(draws=40_000, seed=7)


def _places(*offers: str) -> Costs:
    """Offers as "a 60 100": vendor, quality, euro; "a 60 100+" is a lower bound, "a - 100" has no score."""
    places = []
    for vendor, quality, cost in (offer.split() for offer in offers):
        quality_ = None if quality == "-" else Fraction(quality)
        complete = not cost.endswith("+")
        places.append(Place(vendor, quality_, Decimal(cost.rstrip("+")), complete, Worth.OPEN))
    return Costs(5, Decimal(0), (), (), (Frontier("key:gelijk", tuple(places), ()),))


def _shares(*offers: str) -> dict[str, tuple[float, float]]:
    found = price_shares(_places(*offers), RULES)
    return {own.vendor: (float(own.cheapest), float(own.efficient)) for own in found}


def test_two_offers_of_the_same_price():
    """Each is the cheapest in half; B is better, so A is beaten where B costs less: half; B never is."""
    found = _shares("a 60 100", "b 70 100")
    assert found["a"] == pytest.approx((0.5, 0.5), abs=0.01)
    assert found["b"] == pytest.approx((0.5, 1), abs=0.01)


def test_an_offer_a_fifth_dearer_by_geometry():
    """
    A 100·u and B 120·v with u and v even on ¾ to 5/4: A dearer where u > 1,2·v: v from 0,75 to 1,25/1,2.
    ∫ (1,25 − 1,2v) dv there is 0,6·(1,25/1,2 − 0,75)² = 0,0510, over an area of 0,25: **20,4 %**.
    """
    assert _shares("a 60 100", "b 70 120")["b"][0] == pytest.approx(0.2042, abs=0.008)


def test_more_than_a_quarter_up_and_a_quarter_down_never_meet():
    assert _shares("a 60 100", "b 70 167") == {"a": (1, 1), "b": (0, 1)}


def test_lower_bounds_and_offers_without_a_score_take_no_part():
    assert set(_shares("a 60 100", "b 70 120", "c 90 10+", "d - 10")) == {"a", "b"}
    assert _shares("a 60 100", "c 90 10+") == {}


def test_leaving_an_offer_out_changes_no_draw_of_another():
    with_c = price_shares(_places("a 60 100", "b 70 100", "c 80 1000"), RULES)
    assert with_c[:2] == price_shares(_places("a 60 100", "b 70 100"), RULES)
