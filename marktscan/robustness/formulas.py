"""The closed forms of docs/method.md, section 8, as bare functions: exact when given fractions."""

from collections.abc import Sequence
from fractions import Fraction
from math import inf

from marktscan.scoring.formulas import as_many, weighted_sum


def break_even(
    weights: Sequence[Fraction], values_a: Sequence[Fraction], values_b: Sequence[Fraction], k: int
) -> Fraction | None:
    """The share (0–1) of theme `k` at which A and B score the same, the other weights scaled along.

    One number per theme in each sequence; the weights need not add up to 1. With d = a − b per theme and D
    the weighted mean of the d of the other themes: t* = D / (D − d_k). None when no share in [0, 1] makes
    them equal, when every share does, or when the other themes have no weight. ValueError when the lengths
    differ, for a weight below 0, for a number that is not finite, and for a `k` that is no theme (from 0).
    Source: Triantaphyllou & Sánchez 1997 (Decision Sciences 28:151).
    """
    as_many(weights, values_a, values_b)
    ahead = [a - b for a, b in zip(values_a, values_b, strict=True)]
    lead = _lead(weights, ahead)
    if not 0 <= k < len(ahead):
        raise ValueError(f"there is no theme {k}: {len(ahead)} are given, counted from 0")
    return level_share(lead, weights[k], sum(weights, Fraction(0)) - weights[k], ahead[k])


def level_share(lead: Fraction, weight: Fraction, others: Fraction, own: Fraction) -> Fraction | None:
    """The same when the `lead` over all themes together is known: the `weight` of the theme, that of all
    `others` together, and the lead on the theme alone. D = (lead − weight · own) ÷ others."""
    rest = lead - weight * own
    if others == 0 or rest == others * own:
        return None
    share = rest / (rest - others * own)
    return share if 0 <= share <= 1 else None


def minimal_shift(
    weights: Sequence[Fraction], values_a: Sequence[Fraction], values_b: Sequence[Fraction]
) -> Fraction | None:
    """The least weight that must move between themes before B scores as much as A, in the unit of `weights`.

    One number per theme in each sequence. All of it moves to the theme where B does best against A, first
    from where A leads most; greedy is optimal, because the linear programme is a fractional knapsack.
    0 when B is not behind, None when B is behind on every theme. ValueError when lengths differ, for a
    weight below 0 and for a number that is not finite.
    Source: Dantzig 1957 (Operations Research 5:266).
    """
    as_many(weights, values_a, values_b)
    ahead = sorted(((a - b, w) for w, a, b in zip(weights, values_a, values_b, strict=True)), reverse=True)
    gap, moved = _lead([w for _, w in ahead], [d for d, _ in ahead]), Fraction(0)
    for lead, weight in ahead:
        gain = lead - ahead[-1][0]
        if gap <= weight * gain:
            return moved + gap / gain if gap > 0 else moved
        gap, moved = gap - weight * gain, moved + weight
    return None if gap > 0 else moved


def _lead(weights: Sequence[Fraction], ahead: Sequence[Fraction]) -> Fraction:
    """How far A leads over all themes; ValueError for a weight below 0 and for what is not finite."""
    if any(weight < 0 for weight in weights):
        raise ValueError("weights must be 0 or more")
    lead = weighted_sum(weights, ahead)
    if not -inf < lead < inf:
        raise ValueError("weights and values must be finite")
    return lead
