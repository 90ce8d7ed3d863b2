"""Weights that can never matter, proved by a bound and checked against everything that can be answered."""

from fractions import Fraction
from itertools import product
from math import gcd

from hypothesis import given, settings
from hypothesis import strategies as st
from rehearsal.trial_scan import trial_scan

from marktscan.domain.rehearsal import Plan
from marktscan.rehearsal.assume import assumed
from marktscan.rehearsal.bids import simulated
from marktscan.rehearsal.exact import Scores, own_of, scores_of, worth_of
from marktscan.rehearsal.orders import ties
from marktscan.rehearsal.reach import Part, idle_parts
from marktscan.rehearsal.rehearse import rehearse


def test_by_hand():
    """Six questions worth 15, 15, 10, 10, 10 and 10 in marks of 20 % move in steps of 1 point.

    A seventh of at most half a point, added to them, can only part offers that are equal without it.
    """
    points = {"V1": 15, "V2": 15, "V3": 10, "V4": 10, "V5": 10, "V6": 10}
    parts = [Part(name, 100 * most, 100 * most // 5) for name, most in points.items()]
    assert idle_parts(parts) == set()
    assert idle_parts([*parts, Part("V7", 50, 10)]) == {"V7"}
    assert idle_parts([*parts, Part("V7", 100, 20)]) == set()


def test_what_gives_nothing_is_idle_and_what_is_alone_is_not():
    assert idle_parts([Part("a", 0, 0), Part("b", 10, 5)]) == {"a"}
    assert idle_parts([Part("b", 10, 5)]) == set()
    assert idle_parts([Part("a", 0, 0)]) == {"a"}
    assert idle_parts([]) == set()


SCALES = st.lists(
    st.tuples(st.integers(1, 30), st.sampled_from([(0, 1), (0, 2, 4), (0, 3), (1, 1)])),
    min_size=1,
    max_size=4,
)


@settings(max_examples=60)
@given(SCALES)
def test_no_answers_at_all_let_an_idle_part_turn_an_order(scales):
    parts = [
        Part(str(place), factor * (max(values) - min(values)), factor * gcd(*(v - values[0] for v in values)))
        for place, (factor, values) in enumerate(scales)
    ]
    differences = [
        sorted({factor * (one - two) for one, two in product(values, repeat=2)}) for factor, values in scales
    ]
    for idle in map(int, idle_parts(parts)):
        others = [own for place, own in enumerate(differences) if place != idle]
        for rest in map(sum, product(*others)):
            assert not any(rest > 0 > rest + own or rest < 0 < rest + own for own in differences[idle])


def whole(rows):
    import numpy as np

    return np.array(rows, dtype=object)


def test_ties_by_hand():
    """Scores over 100: 71,24 and 71,16 print as 71,2; 71,25 prints as 71,3; the third round is a real tie."""
    scores = Scores(100, {"A": whole([[7124, 7116, 10], [7125, 7124, 10], [5000, 5000, 1]])})
    found = ties("diemen", scores)
    assert (found.at_first, found.hidden_by_print) == (Fraction(1, 3), Fraction(1, 3))
    assert ties("diemen", Scores(100, {"A": whole([[7124], [1]])})).at_first == 0


def test_every_theme_tells_its_weight_and_what_it_can_do():
    """Aalsmeer: ARC 60 %, ZTC 40 %. Together, equal: ARC (60 + 30)/2 = 45 %. Scales run from 0 to 100."""
    scan = trial_scan()
    found = rehearse(scan, Plan(200, 3, 5), assumed(scan.project))
    reach = {(item.ranking, item.theme): item for item in found.themes}
    assert reach["aalsmeer", "ARC"].weight == Fraction(3, 5)
    assert reach["key:gelijk", "ARC"].weight == Fraction(9, 20)
    assert reach["key:veel", "ZTC"].weight == Fraction(1, 5) * Fraction(2, 5) + Fraction(4, 5) * Fraction(
        7, 10
    )
    assert all(item.most == 100 * item.weight for item in found.themes)
    assert all(0 < item.changes_first < 1 and not item.idle for item in found.themes)
    assert found.idle == ()


def test_leaving_out_a_theme_gives_its_weight_to_the_others():
    """Without ARC both municipalities look at ZTC alone: together the mean of their scores on it."""
    scan = trial_scan()
    plan, mix = Plan(100, 3, 5), assumed(scan.project)
    changes = {(item.ranking, item.theme): item.changes_first for item in rehearse(scan, plan, mix).themes}
    bids = simulated(scan.programme, mix, plan)
    worth = worth_of(bids, mix, scan.project.rules)
    parts = {i.municipality: scores_of(own_of(scan, i), worth) for i in scan.lists}
    lone = {slug: found.themes["ZTC"] for slug, found in parts.items()}
    aalsmeer, diemen = lone["aalsmeer"], lone["diemen"]
    units = [
        parts[slug].unit * share
        for slug, share in (("aalsmeer", Fraction(2, 5)), ("diemen", Fraction(7, 10)))
    ]
    differing = {"aalsmeer": 0, "key:gelijk": 0}
    for number in range(plan.rounds):
        totals = [
            sum(Fraction(part.total[number, place], part.unit) for part in parts.values())
            for place in range(3)
        ]
        without = [
            Fraction(aalsmeer[number, p]) / units[0] + Fraction(diemen[number, p]) / units[1]
            for p in range(3)
        ]
        differing["key:gelijk"] += firsts(totals) != firsts(without)
        differing["aalsmeer"] += firsts(parts["aalsmeer"].total[number]) != firsts(aalsmeer[number])
    for ranking, amount in differing.items():
        assert changes[ranking, "ARC"] == Fraction(amount, plan.rounds)


def firsts(scores):
    return [place for place, score in enumerate(scores) if score == max(scores)]
