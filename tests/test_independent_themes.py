"""Scores, places and differences as they are printed: every digit, from the cells."""

from collections.abc import Iterator
from fractions import Fraction

import pytest
from printed import Rows, dutch, percent, printed, signed
from recomputed import (
    joint,
    joint_points,
    keys,
    places,
    points,
    products,
    programme,
    score,
    slugs,
    themes,
    vendors,
    weight,
)
from test_independent_costs import recomputed
from test_independent_recomputation import STRICTNESS, _state, again, declared

__all__ = ["recomputed"]
pytestmark = pytest.mark.xdist_group("independent")
REPORTS = ("stuurgroep", "gemeente-diemen")


def _incumbent() -> str:
    return declared()["vendors"]["incumbent"]


def _market(theme: str) -> dict[str, Fraction]:
    return {v: joint_points(v, theme) for v in vendors() if v != _incumbent()}


def _differences() -> dict[str, Fraction]:
    """By theme how far the current system lies above the best of the market."""
    return {t: joint_points(_incumbent(), t) - max(_market(t).values()) for t in themes()}


@pytest.mark.parametrize("slug", ["aalsmeer", "amstelveen", "diemen"])
def test_places_scores_and_what_is_answered(slug: str) -> None:
    scores = {vendor: score(slug, vendor) for vendor in vendors()}
    first = max(scores, key=lambda vendor: scores[vendor])
    title = f"{slug.title()}: {products()[first]} bovenaan met {dutch(scores[first])}"
    shown = [row[:4] for row in printed("stuurgroep").table(title)]
    assert len(shown) == len(scores)
    for vendor, place in places(scores).items():
        covered = percent(again()[slug, vendor][2])
        assert [str(place), products()[vendor], dutch(scores[vendor]), covered] in shown


def test_the_least_answered_is_told_with_the_figure_of_its_row() -> None:
    covered = {(slug, vendor): found[2] for (slug, vendor), found in again().items()}
    (_, vendor), least = min(covered.items(), key=lambda item: item[1])
    said = f"Het minst beantwoord is {products()[vendor]}: {percent(least)} van het gewicht."
    assert all(said in printed(report).words for report in REPORTS)


@pytest.mark.parametrize("report", REPORTS)
def test_the_heat_map(report: str) -> None:
    shown = [[word for word in row if word] for row in printed(report).table("Punten per thema Score")[1:]]
    own = _incumbent()
    order = [own, *sorted((v for v in vendors() if v != own), key=lambda v: products()[v])]
    rows = {row[0]: row[1:] for row in shown}
    spreads = []
    for theme, name in themes().items():
        scores = [joint_points(vendor, theme) for vendor in order]
        spreads.append((max(scores) - min(scores), name))
        weights = [dutch(100 * weight(slug, theme), 0) for slug in slugs()]
        assert rows[name] == [*weights, *(dutch(s, 0) for s in scores), dutch(spreads[-1][0], 0)]
    assert [row[0] for row in shown[: len(spreads)]] == [name for _, name in sorted(spreads, reverse=True)]
    for name, scores in _totals(order):
        assert rows[f"Totaal {name}"] == [*map(dutch, scores), dutch(max(scores) - min(scores))]


def _totals(order: list[str]) -> Iterator[tuple[str, list[Fraction]]]:
    for slug in slugs():
        yield slug.title(), [score(slug, vendor) for vendor in order]
    yield "Samen", [joint(lambda slug, v=vendor: score(slug, v)) for vendor in order]


@pytest.mark.parametrize("report", REPORTS)
def test_the_scores_per_theme_of_the_annex(report: str) -> None:
    names = sorted(vendors(), key=lambda v: products()[v])
    for slug in slugs():
        _held(printed(report).table(f"{slug.title()}: score per thema"), slug, names)
    together = {row[0]: row[1:] for row in printed(report).table("Samen: score per thema")}
    for theme, name in themes().items():
        share = joint(lambda slug, t=theme: weight(slug, t))
        assert together[name] == [percent(share, 1), *(dutch(joint_points(v, theme)) for v in names)]


def _held(rows: Rows, slug: str, names: list[str]) -> None:
    shown = {row[0]: [row[1].split(" (")[0], *row[2:]] for row in rows}
    for theme, name in themes().items():
        scores = (dutch(points(slug, vendor, theme)) for vendor in names)
        assert shown[name] == [percent(weight(slug, theme), 1), *scores]
    assert shown["Score"][1:] == [dutch(score(slug, vendor)) for vendor in names]


@pytest.mark.parametrize("report", REPORTS)
def test_the_current_system_beside_the_best_of_the_market(report: str) -> None:
    shown = {row[0]: row[1:] for row in printed(report).by_anchor["huidig-systeem-thema"][1:]}
    for theme, apart in _differences().items():
        best = max(_market(theme).values())
        names = " en ".join(products()[v] for v, found in _market(theme).items() if found == best)
        own = dutch(joint_points(_incumbent(), theme), 0)
        assert shown[themes()[theme]] == [own, dutch(best, 0), names, signed(apart, 0)]


def test_the_five_widest_differences_of_the_summary() -> None:
    widest = sorted(_differences().items(), key=lambda item: -abs(item[1]))[:5]
    behind = sum(apart < 0 for _, apart in widest)
    assert (behind, len(widest) - behind) == (4, 1)
    assert "Vier achterstanden, één voorsprong" in printed("stuurgroep").words
    spoken = printed("stuurgroep").pictures
    for theme, apart in widest:
        assert any(themes()[theme] in said and signed(apart, 0) in said for said in spoken), theme


@pytest.mark.parametrize("report", REPORTS)
def test_joint_scores_and_regret(report: str) -> None:
    page = printed(report)
    regret = {row[0]: row[1:] for row in page.table("Met ")}
    best = {slug: max(score(slug, vendor) for vendor in vendors()) for slug in slugs()}
    for vendor, product in products().items():
        given_up = [best[slug] - score(slug, vendor) for slug in slugs()]
        assert regret[product] == [*map(dutch, given_up), dutch(max(given_up))]
    shown = {row[0]: row[1:] for row in page.table("Samen staat")}
    for place, key in enumerate(keys()):
        scores = {v: joint(lambda slug, v=v: score(slug, v), key) for v in vendors()}
        for vendor, rank in places(scores).items():
            assert shown[products()[vendor]][place] == f"{dutch(scores[vendor])} ({rank})"


def test_which_knock_out_costs_which_package() -> None:
    """Every cell of the table, by the strictest municipality that asks it; and how many there are."""
    words = {"voldoet": "ja", "voorwaardelijk": "voorw.", "te verifiëren": "nagaan", "voldoet niet": "nee"}
    shown = {row[0]: row[3:] for row in printed("stuurgroep").table("Welke knock-out welk pakket kost")}
    hard = [id_ for id_, own in programme().items() if any(r["Knock-out"] == "ja" for r in own.values())]
    assert [id_ for id_ in shown if id_ != "Plafond"] == hard
    for id_ in hard:
        found = [
            _state(vendors()[v]["answers"][id_], declared()) for v in sorted(vendors(), key=products().get)
        ]
        assert [cell.split(" ")[1] for cell in shown[id_]] == [words[state] for state in found]
    assert set(words) == set(STRICTNESS)


def test_who_is_first_without_those_that_fail(recomputed: dict) -> None:
    """Somewhere below the strictest, or jointly above the ceiling."""
    ceiling = declared()["costs"]["ceilings"]["samen"]
    dear = {v for (v, scope), sums in recomputed.items() if scope == "samen" and sums.total > ceiling}
    failing = {slug: {v for v in vendors() if again()[slug, v][3] == STRICTNESS[-1]} for slug in slugs()}
    rankings = {slug.title(): ({v: score(slug, v) for v in vendors()}, failing[slug]) for slug in slugs()}
    for key, said in {"gelijk": "elke gemeente even zwaar", "inwoners": "naar inwoners"}.items():
        scores = {v: joint(lambda slug, v=v: score(slug, v), key) for v in vendors()}
        rankings[f"Samen, {said}"] = scores, dear.union(*failing.values())
    shown = {row[0]: row[1:] for row in printed("stuurgroep").table("Wat knock-outs met de eerste plaats")}
    assert shown == {
        name: [products()[max(some, key=scores.__getitem__)] for some in (scores, set(scores) - out)]
        for name, (scores, out) in rankings.items()
    }
