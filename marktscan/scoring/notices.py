"""Findings that only show once there are scores. Percentages in their facts are whole."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.results import KnockOut, KnockOutState, Ranking, State
from marktscan.domain.scan import Scan, Submission
from marktscan.domain.source import Source
from marktscan.scoring.asked import theme_shares
from marktscan.scoring.lines import Line, answer_cell
from marktscan.scoring.tie_breaks import weightless

OPEN = (State.UNANSWERED, State.UNKNOWN)


def low_coverage(scan: Scan, lines: Sequence[Line], rankings: Mapping[str, Ranking]) -> Iterator[Finding]:
    """A vendor answered too little of the weight for a firm ranking; the place is its first open answer."""
    minimum = scan.project.rules.coverage
    for municipality, ranking in rankings.items():
        for entry in ranking.scored:
            if 100 * entry.coverage < minimum:
                yield finding(
                    Code.LOW_COVERAGE,
                    _first_cell(scan, municipality, entry.vendor, lines, OPEN),
                    municipality=scan.project.municipality(municipality).name,
                    vendor=_shown(scan, entry.vendor),
                    percent=_percent_below(entry.coverage, minimum),
                    minimum=minimum,
                )


def granted_gap(scan: Scan, lines: Sequence[Line], rankings: Mapping[str, Ranking]) -> Iterator[Finding]:
    """Much more was granted as n.v.t. to one vendor than to another; the place is where it starts."""
    granted = granted_shares(scan, lines)
    for municipality, ranking in rankings.items():
        vendors = sorted(entry.vendor for entry in ranking.scored)
        most = max(vendors, key=lambda vendor: granted[municipality, vendor], default="")
        least = min(vendors, key=lambda vendor: granted[municipality, vendor], default="")
        gap = granted[municipality, most] - granted[municipality, least]
        if 100 * gap > scan.project.rules.granted_gap:
            yield finding(
                Code.GRANTED_GAP,
                _first_cell(scan, municipality, most, lines, (State.GRANTED,)),
                municipality=scan.project.municipality(municipality).name,
                vendor=_shown(scan, most),
                percent=_percent(granted[municipality, most]),
                other_vendor=_shown(scan, least),
                other_percent=_percent(granted[municipality, least]),
            )


def all_equal(scan: Scan, rankings: Mapping[str, Ranking]) -> Iterator[Finding]:
    """All vendors have one and the same score, so that the order says nothing."""
    for municipality, ranking in rankings.items():
        scored = ranking.scored
        if len(scored) > 1 and len({entry.low for entry in scored}) == 1:
            item = scan.list_of(municipality)
            name = scan.project.municipality(municipality).name
            yield finding(Code.ALL_EQUAL, Source(item.file), municipality=name, count=len(scored))


def knock_outs_all_fail(scan: Scan, knock_outs: Sequence[KnockOut]) -> Iterator[Finding]:
    """A hard requirement that every vendor fails: then the requirement is the finding."""
    asked = defaultdict[tuple[str, str], list[KnockOut]](list)
    for row in knock_outs:
        asked[row.municipality, row.requirement].append(row)
    for (municipality, requirement), rows in asked.items():
        if all(row.state is KnockOutState.FAILED for row in rows):
            yield finding(
                Code.KNOCK_OUT_ALL_FAIL,
                rows[0].sources[0],
                municipality=scan.project.municipality(municipality).name,
                requirement=requirement,
            )


def tie_break_weightless(scan: Scan) -> Iterator[Finding]:
    """A step between equal offers that never decides: what it looks at weighs nothing."""
    for way in weightless(scan):
        place = Source(scan.project.source.file, "tender", "tie_break")
        yield finding(Code.TIE_BREAK_WEIGHTLESS, place, idle=way)


def granted_shares(scan: Scan, lines: Sequence[Line]) -> dict[tuple[str, str], Fraction]:
    """The part (0–1) of each municipality's stated weight granted as n.v.t. to each vendor, 0 when none."""
    stated = {item.municipality: theme_shares(scan, item) for item in scan.lists}
    raw, granted = Counter[tuple[str, str, str]](), defaultdict[tuple[str, str], Fraction](Fraction)
    for line in lines:
        raw[line.municipality, line.vendor, line.asked.theme] += line.asked.raw_weight
    for line in lines:
        if line.value.state is State.GRANTED and line.asked.raw_weight:
            share = stated[line.municipality].get(line.asked.theme, Fraction(0))
            part = Fraction(line.asked.raw_weight, raw[line.municipality, line.vendor, line.asked.theme])
            granted[line.municipality, line.vendor] += share * part
    return granted


def _first_cell(
    scan: Scan, municipality: str, vendor: str, lines: Sequence[Line], states: Sequence[State]
) -> Source:
    """The answer's cell of the first row that counts and is in one of the states."""
    submission = _submission(scan, vendor)
    found = (
        answer_cell(submission, submission.answers.get(line.asked.requirement))
        for line in lines
        if (line.municipality, line.vendor) == (municipality, vendor)
        and line.asked.raw_weight
        and line.value.state in states
    )
    return next(found, Source(submission.answers_file))


def _submission(scan: Scan, vendor: str) -> Submission:
    return {submission.vendor.slug: submission for submission in scan.submissions}[vendor]


def _shown(scan: Scan, vendor: str) -> str:
    """What decision-makers know the vendor by."""
    return _submission(scan, vendor).vendor.product or vendor


def _percent_below(share: Fraction, minimum: int) -> int:
    """Half up, as the tables of the report print it, unless that would be the minimum itself."""
    rounded = _percent(share + Fraction(1, 200))
    return rounded if rounded < minimum else _percent(share)


def _percent(share: Fraction) -> int:
    """Rounded down."""
    return int(100 * share)
