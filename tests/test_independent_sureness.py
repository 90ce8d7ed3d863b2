"""What would change the first place, and how firm it is: a second time, from the recomputed scores."""

from fractions import Fraction
from itertools import permutations, product

import pytest
from printed import percent, printed
from recomputed import (
    joint,
    joint_points,
    points,
    products,
    score,
    themes,
    vendors,
    weight,
)

pytestmark = pytest.mark.xdist_group("independent")
SLUGS = ("aalsmeer", "amstelveen", "diemen")
KEYS = {"key:gelijk": "elke gemeente even zwaar", "key:inwoners": "naar inwoners"}
NAMED = {name: f"Alle gemeenten samen, {said}" for name, said in KEYS.items()}
NAMED |= {slug: slug.title() for slug in SLUGS}


def _first(slug: str) -> str:
    return max(vendors(), key=lambda vendor: score(slug, vendor))


def _leads(slug: str, rival: str) -> dict[str, Fraction]:
    first = _first(slug)
    return {theme: points(slug, first, theme) - points(slug, rival, theme) for theme in themes()}


def _turns(slug: str, theme: str) -> tuple[tuple[Fraction, str] | None, tuple[Fraction, str] | None]:
    """The nearest weight below and above today's at which somebody comes level, and who."""
    now, found = weight(slug, theme), []
    for rival in (vendor for vendor in vendors() if vendor != _first(slug)):
        lead = _leads(slug, rival)
        rest = sum(weight(slug, other) * lead[other] for other in themes() if other != theme) / (1 - now)
        if rest != lead[theme] and 0 < (at := rest / (rest - lead[theme])) < 1:
            found.append((at, rival))
    below, above = [t for t in found if t[0] < now], [t for t in found if t[0] > now]
    return max(below, default=None), min(above, default=None)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_tipping_point(slug: str) -> None:
    shown = {row[0]: row[1:] for row in printed("stuurgroep").by_anchor[f"omslagpunten-{slug}"][1:]}
    for theme, name in themes().items():
        below, above = _turns(slug, theme)
        said = [
            f"{side} {percent(turn[0], 1)}: {products()[turn[1]].split(' ')[0]}" if turn else "–"
            for side, turn in (("onder", below), ("boven", above))
        ]
        if below or above:
            assert shown.pop(name) == [percent(weight(slug, theme), 1), *said]
    assert not shown


@pytest.mark.parametrize("slug", SLUGS)
def test_the_least_shift_before_somebody_comes_level(slug: str) -> None:
    shifts = {rival: _shift(slug, rival) for rival in vendors() if rival != _first(slug)}
    rival = min((r for r in shifts if shifts[r] is not None), key=lambda r: shifts[r])
    least = percent(shifts[rival], 1).removesuffix(" %")
    shown = {row[0]: row[1:] for row in printed("stuurgroep").table("Zo stevig is de eerste plaats")}
    first, _, shift, _ = shown[slug.title()]
    assert first == products()[_first(slug)]
    assert shift == f"{least} procentpunt: {products()[rival].split(' ')[0]}"


@pytest.mark.parametrize("ranking", KEYS)
def test_how_firm_the_joint_first_place_is(ranking: str) -> None:
    """The same from joint scores and joint weights: a theme weighs the mean, with what each makes of it."""
    key = ranking.removeprefix("key:")
    shown = {row[0]: row[1:] for row in printed("stuurgroep").table("Zo stevig is de eerste plaats")}
    first, often, shift, _ = shown[f"Samen, {KEYS[ranking]}"]
    scores = {vendor: joint(lambda slug, v=vendor: score(slug, v), key) for vendor in vendors()}
    leading, rival = sorted(scores, key=lambda vendor: -scores[vendor])[:2]
    assert first == products()[leading]
    shares = {theme: joint(lambda slug, t=theme: weight(slug, t), key) for theme in themes()}
    worth = {
        (vendor, theme): joint(lambda slug, v=vendor, t=theme: weight(slug, t) * points(slug, v, t), key)
        / shares[theme]
        for vendor in (leading, rival)
        for theme in themes()
    }
    leads = {theme: worth[leading, theme] - worth[rival, theme] for theme in themes()}
    left, moved, best = scores[leading] - scores[rival], Fraction(0), min(leads.values())
    for theme in sorted(leads, key=lambda code: -leads[code]):
        part = min(shares[theme], max(left, 0) / (leads[theme] - best)) if leads[theme] > best else 0
        left, moved = left - part * (leads[theme] - best), moved + part
    assert shift == f"{percent(moved, 1).removesuffix(' %')} procentpunt: {products()[rival].split(' ')[0]}"
    assert (
        often
        == {row[0]: row[1] for row in printed("stuurgroep").table(f"{NAMED[ranking]}: hoe vaak op welke")}[
            first
        ]
    )


def _share(ranking: str, theme: str) -> Fraction:
    """What a theme weighs in a municipality, or for all together under a key."""
    if ranking in SLUGS:
        return weight(ranking, theme)
    return joint(lambda slug: weight(slug, theme), ranking.removeprefix("key:"))


def _worth(ranking: str, vendor: str) -> dict[str, Fraction]:
    """The points of a package on every theme there."""
    if ranking in SLUGS:
        return {theme: points(ranking, vendor, theme) for theme in themes()}
    return {theme: joint_points(vendor, theme, ranking.removeprefix("key:")) for theme in themes()}


@pytest.mark.parametrize("ranking", NAMED)
def test_until_when_first_place_holds(ranking: str) -> None:
    """The theme that has to move least, which way, until where, and who is first beyond it."""
    shares, worth = {t: _share(ranking, t) for t in themes()}, {v: _worth(ranking, v) for v in vendors()}
    first = max(worth, key=lambda vendor: sum(shares[t] * worth[vendor][t] for t in themes()))
    turns = []
    for theme, rival in product(themes(), set(vendors()) - {first}):
        lead = {t: worth[first][t] - worth[rival][t] for t in themes()}
        rest = sum(shares[t] * lead[t] for t in themes() if t != theme) / (1 - shares[theme])
        if rest != lead[theme] and 0 < (at := rest / (rest - lead[theme])) < 1:
            turns.append((abs(at - shares[theme]), theme, at, rival))
    _, theme, at, rival = min(turns)
    way, now = "meer" if at < shares[theme] else "minder", percent(shares[theme], 1)
    shown = {row[0]: row[4] for row in printed("stuurgroep").table("Zo stevig is de eerste plaats")}
    said = shown[ranking.title() if ranking in SLUGS else f"Samen, {KEYS[ranking]}"]
    words, _, rest = said.partition(f" {way} dan ")
    assert words in themes()[theme].lower()
    assert rest == f"{percent(at, 1)} weegt (nu {now}); daarna {products()[rival]}"


def test_who_is_above_whom_whatever_the_weights() -> None:
    """On no theme below and on one above, in this ranking."""
    found: dict[tuple[str, str], list[str]] = {}
    for ranking, (over, vendor) in product((*SLUGS, *KEYS), permutations(vendors(), 2)):
        lead = [a - b for a, b in zip(*(_worth(ranking, v).values() for v in (vendor, over)), strict=True)]
        if min(lead) >= 0 and max(lead) > 0:
            found.setdefault((products()[over], products()[vendor]), []).append(ranking.title())
    shown = printed("stuurgroep").table("Wat bij geen enkele weging van de thema’s verandert")
    assert {(row[0], row[1]): row[2] for row in shown} == {k: " en ".join(v) for k, v in found.items()}


def _shift(slug: str, rival: str) -> Fraction | None:
    """Weight goes to where the rival does best, first from where it does worst; None if that falls short."""
    lead = _leads(slug, rival)
    left, moved, best = score(slug, _first(slug)) - score(slug, rival), Fraction(0), min(lead.values())
    for theme in sorted(lead, key=lambda code: -lead[code]):
        if left > 0 and lead[theme] > best:
            part = min(weight(slug, theme), left / (lead[theme] - best))
            left, moved = left - part * (lead[theme] - best), moved + part
    return moved if left <= 0 else None
