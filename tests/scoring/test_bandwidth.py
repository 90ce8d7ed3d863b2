"""The bandwidth of costs on small price sheets: amounts that can be read off the tables."""

from decimal import Decimal

from scoring.test_costs import WHOLE, costed, made

from marktscan.domain.bandwidth import CostBandwidth, cost_bandwidth
from marktscan.domain.conventions import CostRules

ONE_YEAR = CostRules(years=1)
OPTION = "\n| Extra | Diemen | | | 40 | | ja |"
DEAR = WHOLE.replace("200", "999900")
PARTLY = "| Licentie | Aalsmeer | | | | 7 | |"


def test_from_the_lowest_without_options_to_the_highest_with_them() -> None:
    # noord 100 + 200, option 40; zuid 100 + 999.900
    found = costed(made(ONE_YEAR, noord=WHOLE + OPTION, zuid=DEAR + OPTION))
    assert cost_bandwidth(found) == CostBandwidth(
        Decimal(300), Decimal(1_000_040), offers=2, incomplete=0, unknown=0
    )
    assert cost_bandwidth(found, "aalsmeer") == CostBandwidth(Decimal(100), Decimal(100), 2, 0, 0)


def test_what_is_missing_is_counted_and_makes_it_uncertain() -> None:
    found = cost_bandwidth(costed(made(ONE_YEAR, noord=WHOLE, oost=PARTLY, zuid="")))
    assert found == CostBandwidth(Decimal(7), Decimal(300), offers=2, incomplete=1, unknown=1)
    assert not found.certain


def test_bounds_move_outward_to_whole_hundred_thousands() -> None:
    found = CostBandwidth(Decimal("6167856.61"), Decimal("14790183.01"), 6, 0, 0).outward()
    assert (found.lowest, found.highest) == (6_100_000, 14_800_000)
    exact = CostBandwidth(Decimal(200_000), Decimal(300_000), 6, 0, 0)
    assert exact.outward() == exact
    assert exact.certain


def test_too_few_offers_tell_nothing_in_public() -> None:
    two = costed(made(ONE_YEAR, noord=WHOLE, oost=WHOLE, zuid=""))
    assert cost_bandwidth(two, fewest=3) is None
    three = costed(made(ONE_YEAR, noord=WHOLE, oost=WHOLE, zuid=WHOLE))
    assert cost_bandwidth(three, fewest=3) is not None


def test_without_any_price_or_vendor_there_is_no_bandwidth() -> None:
    assert cost_bandwidth(costed(made(ONE_YEAR, noord=""))) is None
    assert cost_bandwidth(costed(made(ONE_YEAR))) is None
