"""How often each package takes each place, and at which weights: a second time, with draws of one's own."""

from collections import Counter
from math import log2
from statistics import NormalDist

import numpy as np
import pytest
from printed import background, dutch, percent, printed
from recomputed import keys, part_of_theme, points, products, programme, themes, vendors, weight
from test_independent_promises import _factor
from test_independent_recomputation import declared
from test_independent_sureness import NAMED, SLUGS, _share

from marktscan.domain.sureness import Scenario

pytestmark = pytest.mark.xdist_group("independent")
DRAWS, MARGIN = 40_000, 1.5
"""Own draws, not those of the program; the printed share may lie this many percentage points from theirs."""
MARGIN_BITS = 0.05
"""Of 40.000 draws the bits are known to about 0,01 (one standard deviation); nats lie much further away."""


@pytest.mark.parametrize("slug", SLUGS)
def test_shares_of_draws_come_out_the_same_with_draws_of_ones_own(slug: str) -> None:
    """Weights drawn anew in every scenario; marks that differ and promises as the method says."""
    shown = {row[0]: row[1:] for row in printed("stuurgroep").by_anchor[f"simulatie-{slug}"][1:]}
    base = np.array([[float(points(slug, v, t)) for t in themes()] for v in vendors()])
    drawn = [_drawn(slug, vendor, place) for place, vendor in enumerate(vendors())]
    judged, promised = (np.array([own[kind] for own in drawn]) for kind in (0, 1))
    for column, kind in enumerate(("uniform", "around", "ordinal", "around")):
        weights = _weights(slug, kind)
        scores = _scores(base, judged, weights)
        if column == 3:
            scores += np.einsum("vtd,dt->vd", promised, weights)
        shares = 100 * np.bincount(scores.argmax(axis=0), minlength=len(base)) / DRAWS
        for place, product in enumerate(products().values()):
            assert abs(_least(shown[product][column]) - shares[place]) < MARGIN, (product, kind)


def _least(said: str) -> float:
    """The printed share; "minder dan 1 %" or "< 1 %" and "meer dan 99 %" by the end they are near."""
    number = float(said.split(" ")[-2])
    return {"minder": 0.0, "<": 0.0, "meer": 100.0, ">": 100.0}.get(said.split(" ", maxsplit=1)[0], number)


def _weights(ranking: str, kind: str, seed: int = 5) -> np.ndarray:
    generator, own = np.random.default_rng(seed), np.array([float(_share(ranking, t)) for t in themes()])
    if kind == "around":
        return generator.dirichlet(declared()["simulation"]["concentration"] * own, size=DRAWS)
    uniform = generator.dirichlet(np.ones(len(own)), size=DRAWS)
    if kind == "uniform":
        return uniform
    ordered = np.empty_like(uniform)
    ordered[:, np.argsort(-own, kind="stable")] = -np.sort(-uniform, axis=1)
    for same in (np.flatnonzero(own == value) for value in set(own)):
        ordered[:, same] = ordered[:, same].mean(axis=1, keepdims=True)
    return ordered


def _drawn(slug: str, vendor: str, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Per theme and draw what differing marks and kept promises add to the points of one package."""
    codes, common = list(themes()), np.random.default_rng(seed).standard_normal(DRAWS)
    settings, own = declared(), vendors()[vendor]
    worth = {level["mark"]: level["points"] for level in settings["points"]["marks"]}
    judged, promised = (np.zeros((len(codes), DRAWS)) for _ in range(2))
    for number, (id_, asked) in enumerate(programme().items()):
        generator = np.random.default_rng((seed, number))  # one draw for every municipality that asks it
        row, answer = asked.get(slug), own["answers"][id_]
        if row is None or (share := part_of_theme(slug, vendor, row)) is None:
            continue
        theme, marks = codes.index(row["Thema"]), [worth[mark] for mark in own["marks"][id_]]
        offered, agreed = settings["points"]["answers"].get(answer["Antwoord"]), id_ in own["consensus"]
        if answer["Antwoord"] == "R" and answer["Beschikbaar per"]:
            noise = (common + generator.standard_normal(DRAWS)) / 2**0.5
            if factor := float(_factor(answer, settings)):
                promised[theme] += 100 * float(share) * (noise < NormalDist().inv_cdf(factor))
        elif row["Soort"] == "wens" and offered and not agreed and len(set(marks)) > 1:
            judged[theme] += float(share) * (generator.choice(marks, DRAWS) - np.mean(marks))
    return judged, promised


@pytest.mark.parametrize("ranking", NAMED)
def test_who_beats_whom_and_all_places_together(ranking: str) -> None:
    rows = printed("stuurgroep").table(f"{NAMED[ranking]}: hoe vaak wie boven wie")
    shown = {row[0]: row[1:] for row in rows}
    _, values = _values(ranking, "around")
    order = list(shown)
    row = {product: place for place, product in enumerate(products().values())}
    places = np.argsort(np.argsort(-values, axis=0), axis=0)
    counts = len(values)
    harmonic = [sum(1 / rank for rank in range(first, counts + 1)) for first in range(1, counts + 1)]
    for own, product in enumerate(order):
        for other, rival in enumerate(order):
            if own != other:
                share = 100 * np.mean(values[row[product]] > values[row[rival]])
                assert abs(_least(shown[product][1 + other]) - share) < MARGIN
        whole = 100 * np.mean(np.array(harmonic)[places[row[product]]]) / harmonic[0]
        assert abs(_least(shown[product][0]) - whole) < MARGIN


@pytest.mark.parametrize("ranking", NAMED)
def test_how_far_the_orders_of_all_draws_differ(ranking: str) -> None:
    """Shannon's measure over complete orders, from own draws; and what is printed of it."""
    _, values = _values(ranking, "around")
    orders = Counter(map(bytes, np.argsort(-values, axis=0).astype(np.uint8).T))
    bits = -sum(times / DRAWS * log2(times / DRAWS) for times in orders.values())
    run = background().sureness.simulation(ranking, Scenario.AROUND)
    assert abs(float(run.entropy) - bits) < MARGIN_BITS
    caption = next(
        c for c in printed("stuurgroep").by_caption if c.startswith(f"{NAMED[ranking]}: hoe vaak wie")
    )
    assert f"De rangordes verschillen {dutch(run.entropy)} bits" in caption


@pytest.mark.parametrize("ranking", NAMED)
def test_how_often_each_package_takes_each_place(ranking: str) -> None:
    rows = printed("stuurgroep").table(f"{NAMED[ranking]}: hoe vaak op welke")
    shown = {row[0]: row[1:] for row in rows}
    _, values = _values(ranking, "around")
    places = np.argsort(np.argsort(-values, axis=0), axis=0)
    for row, product in enumerate(products().values()):
        for place, said in enumerate(shown[product]):
            assert abs(_least(said) - 100 * np.mean(places[row] == place)) < MARGIN, (product, place)


@pytest.mark.parametrize("ranking", NAMED)
def test_central_weights_and_the_confidence_at_them(ranking: str) -> None:
    """Only of packages that are first often enough for own draws to come near: eight times as many."""
    table = printed("stuurgroep").by_caption
    shown = next(
        rows
        for caption, rows in table.items()
        if caption.startswith(f"{NAMED[ranking]}: bij welke gewichten")
    )
    base, judged = _judged(ranking)
    sets = [_weights(ranking, "uniform", seed) for seed in range(8)]
    weights, values = (
        np.concatenate(sets),
        np.concatenate([_scores(base, judged, own) for own in sets], axis=1),
    )
    named = {product.split(" ")[0]: place for place, product in enumerate(products().values())}
    for column, name in enumerate(shown[0][2:], start=2):
        first = values.argmax(axis=0) == named[name]
        if first.mean() < 0.05:
            continue
        central = weights[first].mean(axis=0)
        for line, (code, said) in enumerate(themes().items(), start=1):
            assert shown[line][0] == said
            assert shown[line][1] == percent(_share(ranking, code), 1)
            assert (
                abs(float(shown[line][column].replace(",", ".").split(" ")[0]) - 100 * central[line - 1])
                < 0.5
            )
        at = base @ central[:, None] + np.einsum("vtd,t->vd", judged, central)
        share = 100 * np.mean(at.argmax(axis=0) == named[name])
        assert abs(_least(shown[-1][column]) - share) < 2 * MARGIN


def _judged(ranking: str) -> tuple[np.ndarray, np.ndarray]:
    if ranking in SLUGS:
        return _judged_by(ranking)
    held = keys()[ranking.removeprefix("key:")]
    shares = {s: np.array([float(p * weight(s, t)) for t in themes()]) for s, p in held.items()}
    whole, parts = sum(shares.values()), {slug: _judged_by(slug) for slug in shares}
    base = sum(share / whole * parts[slug][0] for slug, share in shares.items())
    return base, sum((share / whole)[:, None] * parts[slug][1] for slug, share in shares.items())


def _judged_by(slug: str) -> tuple[np.ndarray, np.ndarray]:
    base = np.array([[float(points(slug, v, t)) for t in themes()] for v in vendors()])
    return base, np.array([_drawn(slug, vendor, place)[0] for place, vendor in enumerate(vendors())])


def _values(ranking: str, kind: str) -> tuple[np.ndarray, np.ndarray]:
    """Weights drawn anew, and the scores of every package at them."""
    base, judged = _judged(ranking)
    weights = _weights(ranking, kind)
    return weights, _scores(base, judged, weights)


def _scores(base: np.ndarray, judged: np.ndarray, weights: np.ndarray) -> np.ndarray:
    return base @ weights.T + np.einsum("vtd,dt->vd", judged, weights)
