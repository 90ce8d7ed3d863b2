"""What the declared tender rules would do with the offers of this scan, under every formula."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType

from marktscan.domain.conventions import TenderRules
from marktscan.domain.costs import CeilingCheck, Place
from marktscan.domain.results import KnockOutState, Ranking, VendorScore
from marktscan.domain.tender import Award, Bid, LeftOut, OutReason
from marktscan.scoring.tender import award, can_be_used, rounded_to

Answers = Mapping[str, Mapping[str, Fraction]]
"""By vendor and requirement: a score (0–100) on one requirement."""
NO_ANSWERS: Answers = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Bidding:
    """The offers that take part, and those that do not, cheapest first."""

    bids: tuple[Bid, ...]
    left_out: tuple[LeftOut, ...]


def bidding(
    rules: TenderRules,
    ranking: Ranking,
    places: Sequence[Place],
    ceilings: Sequence[CeilingCheck],
    answers: Answers = NO_ANSWERS,
) -> Bidding:
    """Who could take part under these rules; the score (0–100) becomes points for quality."""
    over = {item.vendor for item in ceilings if item.state is KnockOutState.FAILED}
    reasons = {
        place.vendor: tuple(_reasons(rules, ranking.of(place.vendor), place, place.vendor in over))
        for place in places
    }
    bids = (
        _bid(rules, ranking.of(place.vendor), place, answers.get(place.vendor, {}))
        for place in places
        if not reasons[place.vendor]
    )
    left_out = (LeftOut(vendor, why) for vendor, why in reasons.items() if why)
    return Bidding(tuple(bids), tuple(left_out))


def awards(rules: TenderRules, bids: Sequence[Bid]) -> tuple[Award, ...]:
    """Every formula that can be used, the declared one first."""
    formulas = dict.fromkeys((rules.formula, *type(rules.formula)))
    return tuple(award(bids, formula, rules) for formula in formulas if can_be_used(formula, rules))


def quality_points(rules: TenderRules, entry: VendorScore) -> Fraction:
    """The score as points for quality, rounded per theme and in total only as far as declared."""
    points = (
        rounded_to(theme.weight * theme.low * rules.quality / 100, rules.theme_decimals, rules.rounding)
        for theme in entry.themes
    )
    return rounded_to(sum(points, Fraction(0)), rules.quality_decimals, rules.rounding)


def _bid(rules: TenderRules, entry: VendorScore, place: Place, answers: Mapping[str, Fraction]) -> Bid:
    """Scores on themes and on single requirements may break a tie."""
    assert place.cost is not None  # noqa: S101 (left out otherwise)
    themes = {theme.theme: theme.low for theme in entry.themes}
    return Bid(place.vendor, quality_points(rules, entry), place.cost, {**answers, **themes})


def _reasons(rules: TenderRules, entry: VendorScore, place: Place, over: bool) -> Iterator[OutReason]:
    if entry.low is None:
        yield OutReason.NO_SCORE
    elif _too_low(rules, entry):
        yield OutReason.TOO_LOW
    if not place.complete:
        yield OutReason.INCOMPLETE
    elif place.cost == 0:
        yield OutReason.FREE
    if over:
        yield OutReason.OVER_CEILING
    if rules.strict and entry.knock_out is KnockOutState.FAILED:
        yield OutReason.KNOCK_OUT


def _too_low(rules: TenderRules, entry: VendorScore) -> bool:
    """Whether the points for quality or the score on a theme lie below a declared minimum."""
    scores = {theme.theme: theme.low for theme in entry.themes}
    return quality_points(rules, entry) < rules.minimum_quality or any(
        scores.get(code, Fraction(0)) < minimum for code, minimum in rules.minimum_themes.items()
    )
