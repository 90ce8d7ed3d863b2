"""What rules of a later tender would do, and prices that turn out otherwise: a second time from the cells."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from math import log

import numpy as np
import pytest
from printed import dutch, printed
from recomputed import joint, products, score
from test_independent_costs import Sums, recomputed
from test_independent_draws import MARGIN, _least
from test_independent_recomputation import declared

__all__ = ["recomputed"]
pytestmark = pytest.mark.xdist_group("independent")
Costs = Mapping[tuple[str, str], Sums]
Points = Callable[[Fraction, Fraction], Fraction]
"""Of a price, beside the lowest of all."""
DRAWS = 200_000


def _rules() -> dict[str, Fraction]:
    """The numbers of the tender; whole ones in the example."""
    return {name: Fraction(value) for name, value in declared()["tender"].items() if type(value) is int}


def _logarithmic(price: Fraction, lowest: Fraction) -> Fraction:
    rules = _rules()
    halves = log(price / lowest) / log(rules["half_points_factor"])
    return rules["price"] * max(Fraction(1 - halves / 2), Fraction(0))


def _absolute(price: Fraction, _: Fraction) -> Fraction:
    rules = _rules()
    share = (rules["highest"] - price) / (rules["highest"] - rules["lowest"])
    return rules["price"] * min(max(share, Fraction(0)), Fraction(1))


FORMULAS: dict[str, Points] = {
    "lineair": lambda price, lowest: _rules()["price"] * max(2 - price / lowest, Fraction(0)),
    "absoluut": _absolute,
    "verhouding": lambda price, lowest: _rules()["price"] * lowest / price,
    "logaritmisch": _logarithmic,
}


@pytest.fixture
def bids(recomputed: Costs) -> dict[str, tuple[Fraction, Fraction]]:
    """By vendor quality and price, of who gave every amount and stays under the ceiling."""
    ceiling = declared()["costs"]["ceilings"]["samen"]
    found = {vendor: sums for (vendor, scope), sums in recomputed.items() if scope == "samen"}
    share = _rules()["quality"] / 100
    return {
        vendor: (share * joint(lambda slug, v=vendor: score(slug, v)), Fraction(sums.total))
        for vendor, sums in found.items()
        if not sums.missing and sums.total <= ceiling
    }


def _outcomes(
    bids: Mapping[str, tuple[Fraction, Fraction]], points: Points
) -> dict[str, tuple[Fraction, Fraction]]:
    """By vendor the whole points for its price, a half upward, and all its points."""
    lowest = min(price for _, price in bids.values())
    given = {vendor: (points(price, lowest) + Fraction(1, 2)) // 1 for vendor, (_, price) in bids.items()}
    return {vendor: (Fraction(got), bids[vendor][0] + got) for vendor, got in given.items()}


@pytest.mark.parametrize("formula", FORMULAS)
def test_every_outcome_under_a_formula_with_points(
    formula: str, bids: dict[str, tuple[Fraction, Fraction]]
) -> None:
    found = _outcomes(bids, FORMULAS[formula])
    without = [_outcomes({v: bid for v, bid in bids.items() if v != out}, FORMULAS[formula]) for out in bids]
    shown = {row[0]: row[1:] for row in printed("stuurgroep").table(f"Uitkomst: {formula}")}
    assert set(shown) == {products()[vendor] for vendor in bids}
    for vendor, (given, outcome) in found.items():
        cases = {outcome, *(case[vendor][1] for case in without if vendor in case)}
        reach = f"{dutch(min(cases))}–{dutch(max(cases))}" if len(cases) > 1 else "gelijk"
        place = 1 + sum(other > outcome for _, other in found.values())
        quality = dutch(bids[vendor][0])
        assert shown[products()[vendor]] == [str(place), quality, dutch(given, 0), dutch(outcome), reach]


def test_every_price_after_value(bids: dict[str, tuple[Fraction, Fraction]]) -> None:
    after = {v: price - quality * _rules()["value_per_point"] for v, (quality, price) in bids.items()}
    shown = {row[0]: row[1:] for row in printed("stuurgroep").table("Uitkomst: op waarde")}
    assert shown == {
        products()[v]: [
            str(1 + sum(other < after[v] for other in after.values())),
            dutch(bids[v][0]),
            dutch(bids[v][1], 0),
            dutch(after[v], 0),
            "gelijk",
        ]
        for v in bids
    }


def test_how_often_a_package_is_the_cheapest_when_prices_turn_out_otherwise(
    bids: dict[str, tuple[Fraction, Fraction]],
) -> None:
    """All prices of one vendor move together, evenly between a quarter below and a quarter above."""
    quality = np.array([float(bid[0]) for bid in bids.values()])[:, None]
    moved = np.random.default_rng(5).uniform(0.75, 1.25, (len(bids), DRAWS))
    prices = np.array([float(bid[1]) for bid in bids.values()])[:, None] * moved
    shown = {row[0]: row[1:] for row in printed("stuurgroep").table("Als prijzen anders uitvallen")}
    assert set(shown) == {products()[vendor] for vendor in bids}
    for place, vendor in enumerate(bids):
        others = [other for other in range(len(bids)) if other != place]
        cheapest = 100 * np.mean((prices[place] < prices[others]).all(axis=0))
        beaten = (prices[others] <= prices[place]) & (quality[others] >= quality[place])
        free = 100 * np.mean(~beaten.any(axis=0))
        for said, expected in zip(shown[products()[vendor]], (cheapest, free), strict=True):
            assert abs(_least(said) - expected) < MARGIN, vendor
