"""Who takes part in what declared tender rules would do, and how the score becomes points for quality.

ARC (60) and ZTC (40), one demand each. Noord answers C and P: ARC 90, ZTC 70, score 82. Oost answers P and N:
ARC 70, ZTC 0, score 42. Zuid answers S and S: 100.
"""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from scoring.scans import asked, scan, submission
from scoring.test_costs import price_lines

from marktscan.domain.conventions import CostRules, Rounding, TenderRules
from marktscan.domain.costs import Costs
from marktscan.domain.scan import Scan
from marktscan.domain.tender import OutReason
from marktscan.scoring import score_scan
from marktscan.scoring.costs import costs

LIST = asked("aalsmeer", "ARC 60, ZTC 40", "ARC-01 eis 1", "ZTC-01 eis 1", "ZTC-02 eis 1 KO")
ANSWERS = {
    "noord": "ARC-01 C, ZTC-01 P, ZTC-02 S",
    "oost": "ARC-01 P, ZTC-01 N, ZTC-02 N",
    "zuid": "ARC-01 S, ZTC-01 S, ZTC-02 S",
}
PRICES = {"noord": "200", "oost": "100", "zuid": "150"}


def made(rules: TenderRules, **prices: str) -> Scan:
    given = {**PRICES, **prices}
    vendors = [
        replace(submission(name, answers), prices=price_lines(f"| Licentie | | | | {given[name]} | | |"))
        for name, answers in ANSWERS.items()
    ]
    of = scan([LIST], vendors)
    return replace(of, project=replace(of.project, tender=rules, costs=CostRules(years=1)))


def costed(rules: TenderRules, **prices: str) -> Costs:
    of = made(rules, **prices)
    return costs(of, score_scan(of)[0])


def quality(rules: TenderRules) -> dict[str, Fraction]:
    """Points for quality alone, by looking at a price that earns nothing."""
    offers = costed(rules).awards[0].offers
    return {offer.vendor: offer.outcome - offer.price_points for offer in offers}


def out(rules: TenderRules, **prices: str) -> dict[str, tuple[OutReason, ...]]:
    return {item.vendor: item.reasons for item in costed(rules, **prices).left_out}


def test_the_score_is_a_share_of_the_points_for_quality() -> None:
    # 0,7 × 82, 42 and 100
    assert quality(TenderRules()) == {"noord": Fraction("57.4"), "oost": Fraction("29.4"), "zuid": 70}


def test_points_are_rounded_per_theme_and_in_total_only_as_declared() -> None:
    """Noord: ARC 0,42 × 90 = 37,8 and ZTC 0,28 × 70 = 19,6; per theme 38 + 20, in total 57,4 becomes 57."""
    assert quality(TenderRules(theme_decimals=0))["noord"] == 58
    assert quality(TenderRules(quality_decimals=0))["noord"] == 57
    cut = TenderRules(theme_decimals=0, quality_decimals=0, rounding=Rounding.CUT_OFF)
    assert quality(cut)["noord"] == 37 + 19


def test_a_minimum_for_quality_or_for_a_theme_leaves_out() -> None:
    """Oost has 29,4 points and ZTC 0; exactly at a minimum takes part."""
    assert out(TenderRules()) == {}
    assert out(TenderRules(minimum_quality=30)) == {"oost": (OutReason.TOO_LOW,)}
    assert out(TenderRules(minimum_quality=29)) == {}
    assert out(TenderRules(minimum_themes={"ARC": 90})) == {"oost": (OutReason.TOO_LOW,)}
    assert out(TenderRules(minimum_themes={"ZTC": 71})) == {
        "noord": (OutReason.TOO_LOW,),
        "oost": (OutReason.TOO_LOW,),
    }


def test_failing_a_knock_out_leaves_out_only_when_the_rules_are_strict() -> None:
    assert out(TenderRules(strict=True)) == {"oost": (OutReason.KNOCK_OUT,)}
    both = out(TenderRules(strict=True, minimum_quality=30))
    assert both == {"oost": (OutReason.TOO_LOW, OutReason.KNOCK_OUT)}


@pytest.mark.parametrize(("price", "reason"), [("", OutReason.INCOMPLETE), ("0", OutReason.FREE)])
def test_without_a_price_to_compare_an_offer_takes_no_part(price: str, reason: OutReason) -> None:
    assert out(TenderRules(), noord=price) == {"noord": (reason,)}


def test_without_a_score_an_offer_takes_no_part() -> None:
    of = made(TenderRules())
    blind = replace(
        of, submissions=tuple(replace(s, readable=s.vendor.slug != "noord") for s in of.submissions)
    )
    found = costs(blind, score_scan(blind)[0])
    assert [(item.vendor, item.reasons) for item in found.left_out] == [("noord", (OutReason.NO_SCORE,))]
    assert Decimal(200) == found.of("noord").totals["samen"].total


def test_when_nobody_takes_part_there_is_nothing_to_award() -> None:
    found = costed(TenderRules(minimum_quality=71))
    assert [award.offers for award in found.awards] == [(), ()]
    assert len(found.left_out) == 3


def test_a_requirement_breaks_a_tie_before_its_theme_is_looked_at() -> None:
    """Both have ARC 85, and so the same quality, at one price: ARC-01 is S for oost and P for noord."""
    lists = [asked("aalsmeer", "ARC 100", "ARC-01 eis 1", "ARC-02 eis 1")]
    vendors = [
        replace(submission(name, answers), prices=price_lines("| Licentie | | | | 100 | | |"))
        for name, answers in {"noord": "ARC-01 P, ARC-02 S", "oost": "ARC-01 S, ARC-02 P"}.items()
    ]
    of = scan(lists, vendors)

    def first(*ways: str) -> tuple[str, ...]:
        declared = replace(of, project=replace(of.project, tender=TenderRules(tie_break=ways)))
        return costs(declared, score_scan(declared)[0]).awards[0].first

    assert first("prijs", "ARC", "loting") == ("noord", "oost")
    assert first("prijs", "ARC-01", "loting") == ("oost",)
    assert first("prijs", "ARC", "ARC-02", "loting") == ("noord",)
    assert first("ARC-09", "loting") == ("noord", "oost")
