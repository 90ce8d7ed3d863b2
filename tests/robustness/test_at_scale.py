"""The paths that serve a scan of any size, held against computing everything once more."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from hypothesis import HealthCheck, given, settings
from scoring.drawn import HEAD, scans
from scoring.scans import requirements, scan, submission

from marktscan.domain.requirement import Kind
from marktscan.domain.results import LeaveOneOut, Results, State, TippingPoint
from marktscan.domain.scan import Scan
from marktscan.domain.sureness import DecisiveAnswer, Dominance, LeftOut
from marktscan.robustness.decisive import decisive_answers
from marktscan.robustness.formulas import break_even
from marktscan.robustness.leave_one_out import first_place, leave_one_out
from marktscan.robustness.profiles import Profile, named, profiles
from marktscan.robustness.scored_alone import leave_one_out_alone
from marktscan.robustness.sureness import dominance_in
from marktscan.robustness.tipping import points
from marktscan.robustness.without_one import without_assessor, without_theme
from marktscan.scoring import rankings_of, score_scan
from marktscan.scoring.sums import counting
from marktscan.scoring.worth import worth_of

FEW = settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])


def _alone(drawn: Scan, results: Results) -> list[LeaveOneOut]:
    asked = {item.municipality: counting(drawn, item) for item in drawn.lists}
    return [*leave_one_out_alone(drawn, results, worth_of(drawn), asked)]


@FEW
@given(scans())
def test_each_vendor_scored_alone_tells_what_leaving_it_out_does(drawn: Scan):
    results, _ = score_scan(drawn)
    assert _alone(drawn, results) == [*leave_one_out(drawn, results)]


def test_a_score_that_hangs_on_others_is_told():
    """C answers otherwise among all than alone: whoever is left out, that one has moved, except C itself."""
    lists = [requirements("aalsmeer", "ARC 100", f"{HEAD}| ARC-01 | ARC | eis | 1 | |")]
    made, other = (
        scan(lists, [submission(slug, f"ARC-01 {codes[slug]}") for slug in codes])
        for codes in ({"a": "S", "b": "M", "c": "P"}, {"a": "S", "b": "M", "c": "S"})
    )
    asked = {item.municipality: counting(made, item) for item in lists}
    found = leave_one_out_alone(made, score_scan(made)[0], worth_of(other), asked)
    assert {row.vendor for row in found if row.scores_changed} == {"a", "b"}


@FEW
@given(scans(least_vendors=1))
def test_without_an_assessor_is_what_scoring_again_gives(drawn: Scan):
    found = [*without_assessor(drawn)]
    again = [
        (LeftOut.ASSESSOR, assessor, name, first_place(ranking))
        for assessor in sorted({mark.assessor for s in drawn.submissions for mark in s.marks})
        for name, ranking in named(*rankings_of(_unmarked(drawn, assessor))).items()
    ]
    assert found == again


def _unmarked(drawn: Scan, assessor: str) -> Scan:
    others = (
        replace(s, marks=tuple(mark for mark in s.marks if mark.assessor != assessor))
        for s in drawn.submissions
    )
    return replace(drawn, submissions=tuple(others))


@FEW
@given(scans(least_vendors=2))
def test_decisive_answers_are_those_that_change_an_order_by_their_working(drawn: Scan):
    """Straight from the contribution of every answer: no threshold, no arrays."""
    results, _ = score_scan(drawn)
    found = sorted(
        _by_working(drawn, results), key=lambda a: (a.municipality, -abs(a.points), a.vendor, a.requirement)
    )
    assert [*decisive_answers(drawn, results)] == found


def _by_working(drawn: Scan, results: Results) -> Iterator[DecisiveAnswer]:
    kinds = {(slug, row.id): own.kind for row in drawn.programme.rows for slug, own in row.positions.items()}
    rules = drawn.project.rules
    points = {Kind.DEMAND: rules.answer_points.values(), Kind.WISH: rules.mark_points().values()}
    for row in results.contributions:
        scale = {Fraction(value, 100) for value in points[kinds[row.municipality, row.requirement]]}
        scores = {e.vendor: e.low for e in results.municipalities[row.municipality].scored}
        below = max((value for value in scale if value < row.low), default=row.low)
        above = min((value for value in scale if value > row.low), default=row.low)
        for value in (below, above):
            moved = 100 * row.weight * (value - row.low)
            own = scores[row.vendor]
            met = [
                v
                for v, s in scores.items()
                if v != row.vendor and min(own, own + moved) <= s <= max(own, own + moved)
            ]
            if row.state is State.ANSWERED and moved and met:
                yield DecisiveAnswer(row.municipality, row.vendor, row.requirement, moved, tuple(met))


@FEW
@given(scans(least_vendors=2))
def test_what_is_left_out_as_too_far_off_changes_nothing(drawn: Scan):
    """Tipping points, dominance and themes left out, over all vendors and by fractions alone."""
    results, _ = score_scan(drawn)
    own = profiles(drawn, results)
    assert [*dominance_in(own)] == [
        Dominance(name, vendor, over)
        for name, profile in own.items()
        for vendor, values in profile.values.items()
        for over, others in profile.values.items()
        if values != others and all(values[code] >= others[code] for code in values)
    ]
    best = {(name, code): first for _, code, name, first in without_theme(own)}
    for name, profile in own.items():
        for point in points(name, profile) if profile.values else ():
            assert point == _point(name, profile, point.theme)
            if point.weight != 1:
                assert best[name, point.theme] == _best_without(point.theme, profile)


def _point(name: str, profile: Profile, code: str) -> TippingPoint:
    first, *rivals = profile.values
    weights, k = [*profile.weights.values()], [*profile.weights].index(code)
    ties: dict[bool, list[tuple[Fraction, str]]] = {False: [], True: []}
    for rival in rivals:
        a, b = profile.values[first], profile.values[rival]
        share = break_even(weights, [*a.values()], [*b.values()], k)
        if share is not None and 0 < share < 1:
            rises = b[code] > a[code]
            ties[rises].append((share if rises else -share, rival))
    lower, upper = (min(ties[rises], default=None) for rises in (False, True))
    return TippingPoint(
        name,
        code,
        weights[k],
        -lower[0] if lower else None,
        upper[0] if upper else None,
        lower[1] if lower else "",
        upper[1] if upper else "",
    )


def _best_without(code: str, profile: Profile) -> tuple[str, ...]:
    scores = {
        vendor: sum(weight * values[other] for other, weight in profile.weights.items() if other != code)
        for vendor, values in profile.values.items()
    }
    return tuple(sorted(vendor for vendor, score in scores.items() if score == max(scores.values())))
