"""Regret, the shares at which first place turns, and Kendall's W: once more, from the recomputed scores."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

import pytest
from test_independent_recomputation import outcome, recomputed, settings

from marktscan import pipeline

__all__ = ["outcome", "recomputed", "settings"]
pytestmark = pytest.mark.xdist_group("independent")
Scores = dict[str, dict[str, Fraction]]
"""By municipality, then by vendor."""


@pytest.fixture
def scores(recomputed: dict) -> Scores:
    found: Scores = {}
    for (slug, vendor), value in recomputed.items():
        found.setdefault(slug, {})[vendor] = value[0]
    return found


def test_every_regret_agrees_and_the_smallest_greatest_comes_first(
    scores: Scores, outcome: pipeline.Outcome
) -> None:
    expected = {
        vendor: {slug: max(own.values()) - own[vendor] for slug, own in scores.items()}
        for vendor in next(iter(scores.values()))
    }
    assert {item.vendor: dict(item.by_municipality) for item in outcome.results.regrets} == expected
    greatest = [max(expected[item.vendor].values()) for item in outcome.results.regrets]
    assert [item.greatest for item in outcome.results.regrets] == greatest == sorted(greatest)


def test_every_share_at_which_first_place_turns_agrees(
    scores: Scores, outcome: pipeline.Outcome, settings: dict
) -> None:
    for point in outcome.background.together.tipping_points:
        shares = _shares(settings["keys"][point.key], settings)
        turns = sorted(set(_ties(scores, shares, point.municipality)))
        now = shares[point.municipality]
        assert point.share == now
        assert point.lower == max((t for t in turns if 0 < t <= now), default=None)
        assert point.upper == min((t for t in turns if now <= t < 1), default=None)


def _shares(key: dict, settings: dict) -> dict[str, Fraction]:
    weights = key.get("weights") or {m["slug"]: m["inhabitants"] for m in settings["municipalities"]}
    return {slug: Fraction(weight, sum(weights.values())) for slug, weight in weights.items()}


def _joint(scores: Scores, shares: dict[str, Fraction], vendor: str) -> Fraction:
    return sum((share * scores[slug][vendor] for slug, share in shares.items()), Fraction(0))


def _ties(scores: Scores, shares: dict[str, Fraction], moved: str) -> Iterator[Fraction]:
    """Shares of one municipality at which today's first ties with another and nobody stands above them."""
    rest = {slug: share / (1 - shares[moved]) for slug, share in shares.items() if slug != moved}
    own = {v: (scores[moved][v], _joint(scores, rest, v)) for v in scores[moved]}
    first = max(own, key=lambda vendor: _joint(scores, shares, vendor))
    for vendor, (here, elsewhere) in own.items():
        slope = (own[first][0] - here) - (own[first][1] - elsewhere)
        if vendor != first and slope:
            yield (elsewhere - own[first][1]) / slope


def test_kendalls_w_and_the_mean_rank_correlation_agree(scores: Scores, outcome: pipeline.Outcome) -> None:
    """W from the spread of the rank sums; r̄ not from W, but as the mean of Spearman's over all pairs."""
    vendors = sorted(next(iter(scores.values())))
    ranks = [[sum(o > own[v] for o in own.values()) + 1 for v in vendors] for own in scores.values()]
    assert all(sorted(row) == list(range(1, len(vendors) + 1)) for row in ranks)
    m, n = len(ranks), len(vendors)
    sums = [sum(row[place] for row in ranks) for place in range(n)]
    spread = sum((Fraction(total) - Fraction(m * (n + 1), 2)) ** 2 for total in sums)
    w = 12 * spread / (m**2 * (n**3 - n))
    pairs = list(combinations(ranks, 2))
    rho = [
        1 - Fraction(6 * sum((a - b) ** 2 for a, b in zip(one, other, strict=True)), n**3 - n)
        for one, other in pairs
    ]
    found = outcome.background.together.concordance
    assert (found.municipalities, found.vendors) == (m, n)
    assert abs(found.w - w) < Fraction(1, 10**6)
    assert abs(found.mean_correlation - sum(rho) / len(pairs)) < Fraction(1, 10**6)
