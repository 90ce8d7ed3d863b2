"""Choosing together (method, section 6): when joint first place changes, how far the rankings agree."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from marktscan.domain.agreement import Concordance, ShareTippingPoint, Together
from marktscan.domain.project import JointKey
from marktscan.domain.results import Ranking, Results
from marktscan.domain.scan import Scan
from marktscan.robustness.agreement import kendall_w, mean_rank_correlation
from marktscan.robustness.assessors import six_decimals
from marktscan.robustness.profiles import Profile
from marktscan.robustness.tipping import points

TWO = 2


def together(scan: Scan, results: Results) -> Together:
    """What the declared keys hang on, and how far the municipalities agree."""
    found = (point for key in scan.project.keys for point in share_tipping_points(key, results))
    return Together(tuple(found), concordance(results.municipalities))


def share_tipping_points(key: JointKey, results: Results) -> Iterator[ShareTippingPoint]:
    """Per municipality the shares within which joint first place under this key holds.

    A joint score is a mean over municipalities as a score is one over themes, so t* = D / (D − d_k) again.
    Nothing for one municipality, or when a vendor in the joint ranking has no score in one of them.
    """
    own = {slug: _scores(results.municipalities[slug]) for slug in key.shares}
    vendors = [entry.vendor for entry in results.joint[key.code].scored]
    everywhere = all(vendor in scores for scores in own.values() for vendor in vendors)
    if len(own) < TWO or not vendors or not everywhere:
        return
    values = {vendor: {slug: scores[vendor] for slug, scores in own.items()} for vendor in vendors}
    for point in points(key.code, Profile(key.shares, values)):
        yield ShareTippingPoint(
            key=key.code,
            municipality=point.theme,
            share=point.weight,
            lower=point.lower,
            upper=point.upper,
            lower_vendor=point.lower_vendor,
            upper_vendor=point.upper_vendor,
        )


def concordance(municipalities: Mapping[str, Ranking]) -> Concordance | None:
    """Kendall's W over the vendors that have a score everywhere; None with fewer than two of either."""
    own = [_scores(found) for found in municipalities.values()]
    vendors = sorted(set.intersection(*map(set, own))) if own else []
    if len(own) < TWO or len(vendors) < TWO:
        return None
    w = kendall_w([_mid_ranks([scores[vendor] for vendor in vendors]) for scores in own])
    exact, mean = six_decimals(w), six_decimals(mean_rank_correlation(w, len(own)))
    if exact is None or mean is None:
        return None
    return Concordance(len(own), len(vendors), exact, mean)


def _scores(found: Ranking) -> dict[str, Fraction]:
    return {entry.vendor: entry.low for entry in found.scored if entry.low is not None}


def _mid_ranks(scores: list[Fraction]) -> list[float]:
    """Ranks from 1 for the highest; equal scores get the mean of the ranks they share."""
    return [
        sum(other > s for other in scores) + (sum(other == s for other in scores) + 1) / 2 for s in scores
    ]
