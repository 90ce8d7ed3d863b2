"""What would change the first place, and how firm it is: a second time, from the recomputed scores."""

from fractions import Fraction

import pytest
from printed import percent, printed
from recomputed import (
    joint,
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
    first, often, shift, until = shown[f"Samen, {KEYS[ranking]}"]
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
    assert "weegt (nu" in until


def _shift(slug: str, rival: str) -> Fraction | None:
    """Weight goes to where the rival does best, first from where it does worst; None if that falls short."""
    lead = _leads(slug, rival)
    left, moved, best = score(slug, _first(slug)) - score(slug, rival), Fraction(0), min(lead.values())
    for theme in sorted(lead, key=lambda code: -lead[code]):
        if left > 0 and lead[theme] > best:
            part = min(weight(slug, theme), left / (lead[theme] - best))
            left, moved = left - part * (lead[theme] - best), moved + part
    return moved if left <= 0 else None
