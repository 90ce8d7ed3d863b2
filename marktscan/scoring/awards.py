"""What the declared tender rules would do with the offers of this scan, under every formula."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from marktscan.domain.costs import CeilingCheck, Place
from marktscan.domain.project import Project
from marktscan.domain.results import KnockOutState, Ranking
from marktscan.domain.tender import Award, Bid
from marktscan.scoring.tender import award, can_be_used


def awards(
    project: Project, ranking: Ranking, places: Sequence[Place], ceilings: Sequence[CeilingCheck]
) -> tuple[Award, ...]:
    """Every formula that can be used, the declared one first, on complete offers under the ceilings."""
    rules = project.tender
    over = {item.vendor for item in ceilings if item.state is KnockOutState.FAILED}
    bids = [bid for bid in _bids(ranking, places, rules.quality) if bid.vendor not in over]
    formulas = dict.fromkeys((rules.formula, *type(rules.formula)))
    return tuple(award(bids, formula, rules) for formula in formulas if can_be_used(formula, rules))


def _bids(ranking: Ranking, places: Sequence[Place], most: int) -> Iterator[Bid]:
    """The score (0–100) becomes points for quality; scores on themes may break a tie."""
    for place in places:
        if place.quality is not None and place.cost and place.complete:
            themes = {theme.theme: theme.low for theme in ranking.of(place.vendor).themes}
            yield Bid(place.vendor, place.quality * Fraction(most, 100), place.cost, themes)
