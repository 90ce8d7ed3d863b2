from collections.abc import Iterator
from dataclasses import replace
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scoring.drawn import scans

from marktscan.domain.answer import Answer, AnswerCode
from marktscan.domain.requirement import RequirementList
from marktscan.domain.results import Ranking, Results, VendorScore
from marktscan.domain.scan import Scan, Submission
from marktscan.scoring import score_scan

FEW = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
OFFERED = [AnswerCode(code) for code in ("N", "R", "M", "P", "C", "S")]


def _rankings(results: Results) -> dict[str, Ranking]:
    return {**results.municipalities, **{f"key:{code}": found for code, found in results.joint.items()}}


def _entries(results: Results) -> Iterator[VendorScore]:
    return (entry for found in _rankings(results).values() for entry in found.scored)


@FEW
@given(scans())
def test_scores_lie_between_0_and_100_and_low_never_exceeds_high(drawn: Scan):
    for entry in _entries(score_scan(drawn)[0]):
        assert 0 <= entry.low <= entry.high <= 100
        assert 0 <= entry.coverage <= 1
        assert all(0 <= theme.low <= theme.high <= 100 for theme in entry.themes)


@FEW
@given(scans())
def test_every_score_is_the_sum_of_its_themes(drawn: Scan):
    for entry in _entries(score_scan(drawn)[0]):
        assert sum(theme.weight for theme in entry.themes) == 1
        assert sum(theme.weight * theme.low for theme in entry.themes) == entry.low
        assert sum(theme.weight * theme.high for theme in entry.themes) == entry.high


@FEW
@given(scans())
def test_every_score_of_a_municipality_is_the_sum_of_its_contributions(drawn: Scan):
    results, _ = score_scan(drawn)
    for name, found in results.municipalities.items():
        for entry in found.scored:
            rows = results.contributions_of(name, entry.vendor)
            assert sum(row.weight for row in rows) == 1
            assert sum(row.score for row in rows) == entry.low
            assert sum(100 * row.weight * row.high for row in rows) == entry.high
            assert all(row.sources for row in rows)


@FEW
@given(scans())
def test_a_joint_score_is_the_weighted_mean_of_the_municipalities(drawn: Scan):
    results, _ = score_scan(drawn)
    for key in drawn.project.keys:
        for entry in results.joint[key.code].entries:
            own = {name: found.of(entry.vendor).low for name, found in results.municipalities.items()}
            if None in own.values():
                assert entry.low is None
            else:
                assert entry.low == sum(key.shares[name] * score for name, score in own.items())


@FEW
@given(scans(), st.randoms(use_true_random=False))
def test_the_order_of_the_input_never_matters(drawn: Scan, random: Random):
    shuffled = replace(
        drawn,
        lists=_shuffled(drawn.lists, random),
        submissions=tuple(_mixed(s, random) for s in _shuffled(drawn.submissions, random)),
    )
    assert score_scan(shuffled) == score_scan(drawn)


def _shuffled(items: tuple, random: Random) -> tuple:
    return tuple(random.sample(items, len(items)))


def _mixed(submission: Submission, random: Random) -> Submission:
    return replace(
        submission,
        answers=dict(_shuffled(tuple(submission.answers.items()), random)),
        marks=_shuffled(submission.marks, random),
        consensus=_shuffled(submission.consensus, random),
    )


@FEW
@given(scans())
def test_doubling_all_weights_changes_nothing(drawn: Scan):
    doubled = replace(drawn, lists=tuple(map(_doubled, drawn.lists)))
    rows = tuple(replace(row, positions=_positions(row.positions)) for row in drawn.programme.rows)
    doubled = replace(doubled, programme=replace(drawn.programme, rows=rows))
    again, before = score_scan(doubled)[0], score_scan(drawn)[0]
    assert _rankings(again) == _rankings(before)
    assert [row.weight for row in again.contributions] == [row.weight for row in before.contributions]


def _doubled(item: RequirementList) -> RequirementList:
    weights = tuple(replace(row, weight=2 * row.weight) for row in item.theme_weights)
    return replace(item, theme_weights=weights)


def _positions(positions: dict) -> dict:
    return {slug: replace(row, weight=row.weight and 2 * row.weight) for slug, row in positions.items()}


@FEW
@given(scans(least_vendors=2))
def test_leaving_a_vendor_out_changes_no_score(drawn: Scan):
    before = _rankings(score_scan(drawn)[0])
    after = _rankings(score_scan(replace(drawn, submissions=drawn.submissions[1:]))[0])
    for name, found in after.items():
        for entry in found.entries:
            assert replace(before[name].of(entry.vendor), rank=entry.rank) == entry


@FEW
@given(scans(least_vendors=2), st.data())
def test_a_better_answer_never_lowers_a_rank(drawn: Scan, data: st.DataObject):
    first, *rest = drawn.submissions
    offered = sorted(id_ for id_, answer in first.answers.items() if answer.code in OFFERED)
    if not offered:
        return
    id_ = data.draw(st.sampled_from(offered))
    better = data.draw(st.sampled_from(OFFERED[OFFERED.index(first.answers[id_].code) :]))
    improved = replace(first, answers={**first.answers, id_: _with_code(first.answers[id_], better)})
    before = _rankings(score_scan(drawn)[0])
    after = _rankings(score_scan(replace(drawn, submissions=(improved, *rest)))[0])
    for name, found in after.items():
        old, new = before[name].of(first.vendor.slug), found.of(first.vendor.slug)
        assert (old.rank is None) == (new.rank is None)
        assert new.rank is None or (new.rank <= old.rank and new.low >= old.low)


def _with_code(answer: Answer, code: AnswerCode) -> Answer:
    return replace(answer, code=code)


@FEW
@given(scans())
def test_ranks_follow_scores_and_equal_scores_share_a_rank(drawn: Scan):
    for found in _rankings(score_scan(drawn)[0]).values():
        for entry in found.entries:
            if entry.low is None:
                assert entry.rank is None and entry.high is None and not entry.themes
            else:
                assert entry.rank == 1 + sum(other.low > entry.low for other in found.scored)
        assert [e.rank for e in found.scored] == sorted(e.rank for e in found.scored)
