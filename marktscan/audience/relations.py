"""How the figures of a scan hang together: the formulas of the method, which anybody may know."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import chain

from marktscan.audience.cost_relations import award_relations, cost_relations
from marktscan.audience.inference import Quantity, Relation, relation, tells
from marktscan.audience.material import Material
from marktscan.domain.requirement import Kind
from marktscan.domain.results import Contribution, KnockOutState, Ranking, Results, State, ThemeScore
from marktscan.domain.scan import Scan


def score(ranking: str, vendor: str, theme: str = "") -> Quantity:
    """A vendor's score in a ranking ("key:" and a code for a joint one), on one theme or in all."""
    return ("score", ranking, vendor, theme)


def value(row: Contribution, marked: frozenset[tuple[str, str]]) -> Quantity:
    """What an answer is worth: by its code, or by the marks for a wish that is offered now."""
    by_marks = (row.municipality, row.requirement) in marked
    return ("mark" if by_marks else "value", row.vendor, row.requirement)


def wishes(scan: Scan) -> frozenset[tuple[str, str]]:
    """Municipality and requirement of every wish."""
    rows = scan.programme.rows
    return frozenset((m, row.id) for row in rows for m, own in row.positions.items() if own.kind is Kind.WISH)


def relations(whole: Material) -> Iterator[Relation]:
    """Every formula by which one figure of this scan follows from others."""
    yield from _scores(whole)
    yield from _gaps(whole)
    yield from _knock_outs(whole)
    yield from _bests(whole)
    if whole.background:
        yield from cost_relations(whole.background.costs, whole.scan.project.classification.smallest_group)
        yield from chain.from_iterable(map(award_relations, whole.background.costs.awards))


def _scores(whole: Material) -> Iterator[Relation]:
    results, keys = whole.results, whole.scan.project.keys
    by_municipality = _rows_by(whole, [(slug, slug) for slug in results.municipalities])
    pairs = [(slug, f"key:{key.code}") for key in keys for slug in results.municipalities]
    by_key = _rows_by(whole, pairs)
    for slug, ranking in results.municipalities.items():
        yield from ranking_relations(slug, ranking)
        yield from _row_relations(slug, ranking, by_municipality)
    for code, ranking in results.joint.items():
        name = f"key:{code}"
        yield from ranking_relations(name, ranking)
        yield from _row_relations(name, ranking, by_key)
        for entry in ranking.scored:
            own = (score(slug, entry.vendor) for slug in results.municipalities)
            yield relation("joint score = Σ share × score", (score(name, entry.vendor), *own))
            yield relation("joint interval = Σ share × interval", _reaches(name, entry.vendor, results))


def _reaches(name: str, vendor: str, results: Results) -> Iterator[Quantity]:
    """The interval of a joint score and those it is made of; where nothing is unknown there is none."""
    yield "reach", name, vendor
    for slug, ranking in results.municipalities.items():
        entry = ranking.of(vendor)
        if entry.high != entry.low:
            yield "reach", slug, vendor


Rows = Mapping[tuple[str, str, str], Mapping[Quantity, Fraction]]
"""By ranking, vendor and theme: the value (0–1) of every answer that counts."""


def _rows_by(whole: Material, rankings: Sequence[tuple[str, str]]) -> Rows:
    """The answers that count, by each ranking their municipality counts in."""
    found: dict[tuple[str, str, str], dict[Quantity, Fraction]] = defaultdict(dict)
    names: dict[str, list[str]] = defaultdict(list)
    for slug, ranking in rankings:
        names[slug].append(ranking)
    marked = wishes(whole.scan)
    for row in filter(lambda row: row.weight, whole.results.contributions):
        for ranking in names[row.municipality]:
            found[ranking, row.vendor, row.theme][value(row, marked)] = row.low
    return found


def _row_relations(name: str, ranking: Ranking, rows: Rows) -> Iterator[Relation]:
    for entry in ranking.scored:
        for theme in entry.themes:
            own = rows.get((name, entry.vendor, theme.theme), {})
            yield from theme_relations(name, score(name, entry.vendor, theme.theme), theme.low / 100, own)


def theme_relations(
    ranking: str, of: Quantity, share: Fraction, values: Mapping[Quantity, Fraction]
) -> Iterator[Relation]:
    """A theme score and its answers: one answer, all at one end of the scale, or two kinds of answers."""
    if len(values) == 1 or share in {0, 1}:
        yield from (tells("one requirement, or all at one end", single, of) for single in values)
    groups: dict[Fraction, list[Quantity]] = defaultdict(list)
    for single, worth in values.items():
        groups[worth].append(single)
    weights = [_group_weight(ranking, of, members) for members in groups.values()]
    if len(weights) > 1:
        yield relation("theme score = Σ weight × value, Σ weight = 1", (of, *values, *weights), 2)
    else:
        yield tells("all worth the same", of, *values)
    for group, members in zip(weights, groups.values(), strict=True):
        own = [("weight", ranking, single[-1]) for single in members]
        if own != [group]:
            yield tells("group weight = Σ weight", group, *own)


def _group_weight(ranking: str, of: Quantity, members: Sequence[Quantity]) -> Quantity:
    """The weight of answers that are worth the same; of one answer it is that requirement's own."""
    if len(members) == 1:
        return ("weight", ranking, members[0][-1])
    return ("weights", *of, *(single[-1] for single in members))


def ranking_relations(name: str, ranking: Ranking) -> Iterator[Relation]:
    """A total is made of theme scores; with enough vendors the theme weights follow, 1 together."""
    weights = frozenset(("weight", name, theme.theme) for e in ranking.scored for theme in e.themes)
    own = [frozenset(score(name, e.vendor, code) for code in ("", *_codes(e.themes))) for e in ranking.scored]
    for scores in own:
        yield relation("score = Σ weight × theme score", scores if len(weights) == 1 else (*scores, *weights))
    if weights:
        yield Relation("as many scores as weights", weights, 1, rows=tuple(own))


def _codes(themes: Iterable[ThemeScore]) -> list[str]:
    return [theme.theme for theme in themes]


def _gaps(whole: Material) -> Iterator[Relation]:
    """Who knows all answers knows the weight of the only open one, by coverage or interval."""
    empty: dict[tuple[str, str], list[str]] = defaultdict(list)
    unknown: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in filter(lambda row: row.weight, whole.results.contributions):
        if row.state in {State.UNANSWERED, State.UNKNOWN}:
            empty[row.municipality, row.vendor].append(row.requirement)
        if row.low != row.high:
            unknown[row.municipality, row.vendor].append(row.requirement)
    for what, gaps in (("coverage", empty), ("reach", unknown)):
        for (place, vendor), rows in gaps.items():
            if len(rows) == 1:
                weight = ("weight", place, rows[0])
                yield tells(
                    f"one answer open in the {what}", weight, (what, place, vendor), ("answers", vendor)
                )


def _knock_outs(whole: Material) -> Iterator[Relation]:
    """A state tells of every hard requirement when all are met, and of the only one in any case."""
    by_place: dict[tuple[str, str], list[tuple[str, KnockOutState]]] = defaultdict(list)
    for item in whole.results.knock_outs:
        for place in (item.municipality, ""):
            by_place[place, item.vendor].append((item.requirement, item.state))
    for (place, vendor), rows in by_place.items():
        if len(rows) == 1 or all(state is KnockOutState.MET for _, state in rows):
            for requirement, _ in rows:
                yield tells("knock-out", ("value", vendor, requirement), ("knock-out", place, vendor))


def _bests(whole: Material) -> Iterator[Relation]:
    """The best of too few others points at each of them."""
    keys = whole.scan.project.keys
    ranking = whole.results.joint[keys[0].code]
    fewest = whole.scan.project.classification.smallest_group
    for theme in whole.scan.project.themes:
        having = [entry.vendor for entry in ranking.scored if entry.theme(theme.code)]
        for reader in (s.vendor.slug for s in whole.scan.submissions):
            others = [vendor for vendor in having if vendor != reader]
            if len(others) < fewest:
                best = ("best", reader, theme.code)
                names = (score(f"key:{keys[0].code}", other, theme.code) for other in others)
                yield from (tells("best of few others", other, best) for other in names)
