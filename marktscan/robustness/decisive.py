"""The answers on which an order hangs: one step of the scale up or down, and two vendors change places."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from marktscan.domain.project import Rules
from marktscan.domain.requirement import Kind
from marktscan.domain.results import Contribution, Ranking, Results, State
from marktscan.domain.scan import Scan
from marktscan.domain.sureness import DecisiveAnswer

HUNDRED = 100


def decisive_answers(scan: Scan, results: Results) -> tuple[DecisiveAnswer, ...]:
    """By municipality, the answer that moves most points first."""
    kinds = {(slug, row.id): own.kind for row in scan.programme.rows for slug, own in row.positions.items()}
    scales = {kind: _scale(kind, scan.project.rules) for kind in Kind}
    found = (
        answer
        for row in results.contributions
        if row.weight and row.state is State.ANSWERED
        for answer in _steps(row, scales[kinds[row.municipality, row.requirement]], results)
    )
    return tuple(sorted(found, key=lambda a: (a.municipality, -abs(a.points), a.vendor, a.requirement)))


def _scale(kind: Kind, rules: Rules) -> list[Fraction]:
    """The values (0–1) an answer can have: of an eis those of the codes, of a wens those of the marks."""
    points = rules.answer_points.values() if kind is Kind.DEMAND else rules.mark_points().values()
    return sorted({Fraction(value, HUNDRED) for value in points})


def _steps(row: Contribution, scale: Sequence[Fraction], results: Results) -> Iterator[DecisiveAnswer]:
    ranking = results.municipalities[row.municipality]
    for value in _neighbours(row.low, scale):
        moved = HUNDRED * row.weight * (value - row.low)
        others = tuple(_met(row.vendor, moved, ranking))
        if others:
            yield DecisiveAnswer(row.municipality, row.vendor, row.requirement, moved, others)


def _neighbours(value: Fraction, scale: Sequence[Fraction]) -> list[Fraction]:
    """The next value below and above."""
    below, above = bisect_left(scale, value), bisect_right(scale, value)
    return [*scale[max(below - 1, 0) : below], *scale[above : above + 1]]


def _met(vendor: str, moved: Fraction, ranking: Ranking) -> Iterator[str]:
    """Whom the vendor comes level with or passes; who was level already is left behind or above."""
    scores: Mapping[str, Fraction] = {e.vendor: e.low for e in ranking.scored if e.low is not None}
    before, after = sorted((scores[vendor], scores[vendor] + moved))
    return (other for other, score in scores.items() if other != vendor and before <= score <= after)
