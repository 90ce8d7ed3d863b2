"""Rankings: per municipality first, then joint under every declared key."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from math import lcm

from marktscan.domain.project import JointKey
from marktscan.domain.requirement import RequirementList
from marktscan.domain.results import KnockOut, KnockOutState, Ranking, Regret, ThemeScore, VendorScore
from marktscan.domain.scan import Scan
from marktscan.scoring.formulas import ranks, regrets, weighted_sum
from marktscan.scoring.knock_outs import strictest
from marktscan.scoring.totals import Total

Totals = Mapping[tuple[str, str], Total]
Parts = Sequence[tuple[Fraction, VendorScore]]
States = Mapping[tuple[str, str], Sequence[KnockOutState]]
"""The states of the hard requirements, by municipality and vendor."""


def municipality_rankings(scan: Scan, totals: Totals, knock_outs: Sequence[KnockOut]) -> dict[str, Ranking]:
    """The ranking of every municipality, alphabetical; unscored where its list could not be used."""
    minimum = Fraction(scan.project.rules.coverage, 100)
    hard = defaultdict[tuple[str, str], list[KnockOutState]](list)
    for row in knock_outs:
        hard[row.municipality, row.vendor].append(row.state)
    return {
        item.municipality: ranking(_entries(scan, item, totals, hard), minimum)
        for item in sorted(scan.lists, key=lambda item: item.municipality)
    }


def joint_rankings(scan: Scan, municipalities: Mapping[str, Ranking]) -> dict[str, Ranking]:
    """The ranking under every key: never over fewer municipalities than the key names."""
    minimum = Fraction(scan.project.rules.coverage, 100)
    return {key.code: ranking(_joint_entries(key, municipalities), minimum) for key in scan.project.keys}


def ranking(entries: Iterable[VendorScore], minimum: Fraction) -> Ranking:
    """The entries with their rank, highest score first, equal ones alphabetical, unscored ones last."""
    found = tuple(entries)
    places = ranks(entry.low for entry in found if entry.low is not None)
    placed = [_placed(entry, places) for entry in found]
    ordered = sorted(placed, key=lambda entry: (entry.rank is None, entry.rank or 0, entry.vendor))
    provisional = any(entry.coverage < minimum for entry in found if entry.low is not None)
    return Ranking(tuple(ordered), provisional)


def regret_of_vendors(municipalities: Mapping[str, Ranking]) -> tuple[Regret, ...]:
    """What every vendor would cost each municipality, the smallest greatest regret first.

    A vendor that has no score in some municipality has no regret to compare.
    """
    given_up = {name: regrets(_scores(found)) for name, found in municipalities.items()}
    everywhere = set.intersection(*(set(scores) for scores in given_up.values())) if given_up else set()
    found = [_regret(vendor, given_up) for vendor in everywhere]
    return tuple(sorted(found, key=lambda regret: (regret.greatest, regret.vendor)))


def _scores(found: Ranking) -> dict[str, Fraction]:
    return {entry.vendor: entry.low for entry in found.entries if entry.low is not None}


def _regret(vendor: str, given_up: Mapping[str, Mapping[str, Fraction]]) -> Regret:
    by_municipality = {name: scores[vendor] for name, scores in given_up.items()}
    return Regret(vendor, by_municipality, max(by_municipality.values()))


def _placed(entry: VendorScore, places: Mapping[Fraction, int]) -> VendorScore:
    rank = None if entry.low is None else places[entry.low]
    return replace(entry, rank=rank)


def _entries(scan: Scan, item: RequirementList, totals: Totals, hard: States) -> Iterable[VendorScore]:
    """All vendors of one municipality, still without a rank."""
    for submission in scan.submissions:
        key = item.municipality, submission.vendor.slug
        usable = item.readable and submission.readable
        state = strictest(hard.get(key, ())) if usable else KnockOutState.TO_VERIFY
        yield _entry(submission.vendor.slug, totals.get(key), state)


def _entry(vendor: str, total: Total | None, knock_out: KnockOutState) -> VendorScore:
    if total is None:
        return _unscored(vendor, knock_out)
    return VendorScore(vendor, None, total.low, total.high, total.coverage, knock_out, total.themes)


def _unscored(vendor: str, knock_out: KnockOutState) -> VendorScore:
    return VendorScore(vendor, None, None, None, Fraction(0), knock_out, ())


def _joint_entries(key: JointKey, municipalities: Mapping[str, Ranking]) -> Iterable[VendorScore]:
    own = {name: {entry.vendor: entry for entry in found.entries} for name, found in municipalities.items()}
    counted = {name: share for name, share in key.shares.items() if share}
    for vendor in sorted({vendor for entries in own.values() for vendor in entries}):
        state = strictest(entries[vendor].knock_out for entries in own.values())
        yield _joint_entry(vendor, [(share, own[name][vendor]) for name, share in counted.items()], state)


def _joint_entry(vendor: str, parts: Parts, knock_out: KnockOutState) -> VendorScore:
    """Σ share × score over the municipalities; unscored as soon as one of them has no score."""
    low = _weighted([(share, entry.low) for share, entry in parts])
    high = _weighted([(share, entry.high) for share, entry in parts])
    if low is None or high is None:
        return _unscored(vendor, knock_out)
    coverage = weighted_sum([share for share, _ in parts], [entry.coverage for _, entry in parts])
    return VendorScore(vendor, None, low, high, coverage, knock_out, joint_themes(parts))


def _weighted(parts: Sequence[tuple[Fraction, Fraction | None]]) -> Fraction | None:
    known = [(share, score) for share, score in parts if score is not None]
    if not parts or len(known) < len(parts):
        return None
    return weighted_sum([share for share, _ in known], [score for _, score in known])


def joint_themes(parts: Parts) -> tuple[ThemeScore, ...]:
    """The joint themes: weight Σ share × weight, score Σ share × weight × score over that weight."""
    found = defaultdict[str, list[tuple[Fraction, ThemeScore]]](list)
    for share, entry in parts:
        for theme in entry.themes:
            found[theme.theme].append((share, theme))
    return tuple(_joint_theme(code, of_theme) for code, of_theme in found.items())


def _joint_theme(code: str, found: Sequence[tuple[Fraction, ThemeScore]]) -> ThemeScore:
    common = lcm(*(share.denominator * theme.weight.denominator for share, theme in found))
    weights = [
        share.numerator * theme.weight.numerator * (common // (share.denominator * theme.weight.denominator))
        for share, theme in found
    ]
    low = _mean(weights, [theme.low for _, theme in found])
    high = _mean(weights, [theme.high for _, theme in found])
    return ThemeScore(code, Fraction(sum(weights), common), low, high)


def _mean(weights: Sequence[int], values: Sequence[Fraction]) -> Fraction:
    """Σ weight × value over Σ weight: whole numbers are summed, and divided once."""
    common = lcm(*(value.denominator for value in values))
    pairs = zip(weights, values, strict=True)
    return Fraction(sum(w * v.numerator * (common // v.denominator) for w, v in pairs), common * sum(weights))
