"""Step 5: everything that was read becomes scores, rankings, knock-outs and regrets."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cache

from marktscan.domain.finding import Finding
from marktscan.domain.results import Contribution, Ranking, Results
from marktscan.domain.scan import Scan
from marktscan.scoring import notices
from marktscan.scoring.knock_outs import knock_outs
from marktscan.scoring.lines import Line, lines_of
from marktscan.scoring.rankings import joint_rankings, municipality_rankings, regret_of_vendors
from marktscan.scoring.totals import Total, totals


def score_scan(scan: Scan) -> tuple[Results, tuple[Finding, ...]]:
    """The outcome per municipality and joint with its working, and what the scores tell to look at."""
    lines = lines_of(scan)
    results = results_of(scan, lines)
    return results, (
        *notices.low_coverage(scan, lines, results.municipalities),
        *notices.granted_gap(scan, lines, results.municipalities),
        *notices.knock_outs_all_fail(scan, results.knock_outs),
        *notices.all_equal(scan, results.municipalities),
        *notices.tie_break_weightless(scan),
    )


def results_of(scan: Scan, lines: Sequence[Line]) -> Results:
    """The outcome alone."""
    found = totals(scan)
    hard = knock_outs(scan)
    municipalities = municipality_rankings(scan, found, hard)
    return Results(
        municipalities=municipalities,
        joint=joint_rankings(scan, municipalities),
        knock_outs=hard,
        contributions=contributions(lines, found),
        regrets=regret_of_vendors(municipalities),
    )


def rankings_of(scan: Scan) -> tuple[dict[str, Ranking], dict[str, Ranking]]:
    """Only the rankings, per municipality and per key, from the answers on; for computing them once more."""
    municipalities = municipality_rankings(scan, totals(scan), knock_outs(scan))
    return municipalities, joint_rankings(scan, municipalities)


def contributions(lines: Sequence[Line], totals: Mapping[tuple[str, str], Total]) -> tuple[Contribution, ...]:
    """The lines with their part of the whole score; without a score there is nothing to be part of."""

    @cache
    def share(key: tuple[str, str], theme: str, counted_weight: int) -> Fraction:
        return totals[key].share(theme, counted_weight)

    return tuple(
        _contribution(line, share(key, line.asked.theme, line.counted_weight))
        for line in lines
        if (key := (line.municipality, line.vendor)) in totals
    )


def _contribution(line: Line, weight: Fraction) -> Contribution:
    asked, value = line.asked, line.value
    return Contribution(
        municipality=line.municipality,
        vendor=line.vendor,
        theme=asked.theme,
        requirement=asked.requirement,
        state=value.state,
        code=line.code,
        reason=line.reason,
        low=value.low,
        high=value.high,
        raw_weight=asked.raw_weight,
        weight=weight,
        sources=line.cells,
    )
