"""Findings that only show once there are scores. Percentages in their facts are whole, rounded down."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.results import KnockOut, KnockOutState, Ranking, State
from marktscan.domain.scan import Scan, Submission
from marktscan.domain.source import Source
from marktscan.scoring.formulas import weighted_sum
from marktscan.scoring.lines import Line, answer_cell
from marktscan.scoring.weights import theme_shares

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
                    percent=_percent(entry.coverage),
                    minimum=minimum,
                )


def granted_gap(scan: Scan, lines: Sequence[Line], rankings: Mapping[str, Ranking]) -> Iterator[Finding]:
    """Much more was granted as n.v.t. to one vendor than to another; the place is where it starts."""
    for municipality, ranking in rankings.items():
        granted = {
            entry.vendor: granted_share(scan, municipality, entry.vendor, lines) for entry in ranking.scored
        }
        if not granted:
            continue
        most, least = (pick(granted, key=lambda v: (granted[v], v)) for pick in (max, min))
        if 100 * (granted[most] - granted[least]) > scan.project.rules.granted_gap:
            yield finding(
                Code.GRANTED_GAP,
                _first_cell(scan, municipality, most, lines, (State.GRANTED,)),
                municipality=scan.project.municipality(municipality).name,
                vendor=_shown(scan, most),
                percent=_percent(granted[most]),
                other_vendor=_shown(scan, least),
                other_percent=_percent(granted[least]),
            )


def knock_outs_all_fail(scan: Scan, knock_outs: Sequence[KnockOut]) -> Iterator[Finding]:
    """A hard requirement that every vendor fails: then the requirement is the finding."""
    asked = dict.fromkeys((k.municipality, k.requirement) for k in knock_outs)
    for municipality, requirement in asked:
        rows = [k for k in knock_outs if (k.municipality, k.requirement) == (municipality, requirement)]
        if all(k.state is KnockOutState.FAILED for k in rows):
            yield finding(
                Code.KNOCK_OUT_ALL_FAIL,
                rows[0].sources[0],
                municipality=scan.project.municipality(municipality).name,
                requirement=requirement,
            )


def granted_share(scan: Scan, municipality: str, vendor: str, lines: Sequence[Line]) -> Fraction:
    """The part (0–1) of a municipality's stated weight that was granted as n.v.t. to a vendor."""
    raw, granted = Counter[str](), Counter[str]()
    for line in lines:
        if (line.position.municipality, line.vendor) == (municipality, vendor):
            raw[line.theme] += line.raw_weight
            granted[line.theme] += line.raw_weight - line.counted_weight
    stated = theme_shares(scan, scan.list_of(municipality))
    return weighted_sum(list(stated.values()), [Fraction(granted[code], raw[code]) for code in stated])


def _first_cell(
    scan: Scan, municipality: str, vendor: str, lines: Sequence[Line], states: Sequence[State]
) -> Source:
    """The answer's cell of the first row that counts and is in one of the states."""
    submission = _submission(scan, vendor)
    found = (
        answer_cell(submission, submission.answers.get(line.requirement))
        for line in lines
        if (line.position.municipality, line.vendor) == (municipality, vendor)
        and line.raw_weight
        and line.value.state in states
    )
    return next(found, Source(submission.answers_file))


def _submission(scan: Scan, vendor: str) -> Submission:
    return {submission.vendor.slug: submission for submission in scan.submissions}[vendor]


def _shown(scan: Scan, vendor: str) -> str:
    """What decision-makers know the vendor by."""
    return _submission(scan, vendor).vendor.product or vendor


def _percent(share: Fraction) -> int:
    return int(100 * share)
