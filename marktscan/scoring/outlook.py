"""Promises together (method, section 4): weighed, delivered, and the fit over time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction

from marktscan.domain.answer import AnswerCode
from marktscan.domain.outlook import (
    Comparison,
    Curve,
    Outlook,
    Promise,
    PromisedKnockOut,
    Rankings,
    Release,
    Step,
)
from marktscan.domain.project import Project
from marktscan.domain.results import Contribution, Results
from marktscan.domain.scan import Scan
from marktscan.scoring.promises import IN_FULL, NOTHING, factor_of, promised, promises, with_promise
from marktscan.scoring.revalue import Bounds, revalued


def outlook(scan: Scan, results: Results) -> Outlook:
    """The outcome with promises weighed and with promises delivered, and the fit over time."""
    made = promises(scan, results)
    releases = tuple(sorted(_releases(made), key=lambda release: _most_first(release, scan.project)))
    curves = tuple(_curves(results, releases))
    return Outlook(
        promises=made,
        weighed=weighed(scan, results),
        delivered=_counted(scan, results, {(p.vendor, p.requirement): IN_FULL for p in made}),
        releases=releases,
        curves=curves,
        comparisons=tuple(_comparisons(scan.project, curves)),
        knock_outs=tuple(_promised_knock_outs(scan, results)),
    )


def weighed(scan: Scan, results: Results) -> Rankings:
    """The rankings with every promise counted by what it weighs now."""
    factors = {(vendor, own.requirement): factor_of(own, scan.project) for vendor, own in promised(scan)}
    return _counted(scan, results, factors)


def _counted(scan: Scan, results: Results, factors: Mapping[tuple[str, str], Fraction]) -> Rankings:
    """The rankings with every promise counted by its factor."""
    delivered = Fraction(scan.project.promises.delivered, 100)

    def value(row: Contribution) -> Bounds:
        return with_promise(row, delivered, factors.get((row.vendor, row.requirement), NOTHING))

    return revalued(scan, results, value)


def _releases(made: Iterable[Promise]) -> Iterator[Release]:
    """What a vendor promises for one date, taken together."""
    by_date = defaultdict[tuple[str, date], list[Promise]](list)
    for promise in made:
        if promise.available is not None and promise.expected:
            by_date[promise.vendor, promise.available].append(promise)
    for (vendor, available), found in by_date.items():
        yield Release(vendor, available, tuple(promise.requirement for promise in found), _gains(found))


def _gains(found: Sequence[Promise]) -> dict[str, Fraction]:
    names = dict.fromkeys(name for promise in found for name in promise.gains)
    return {name: sum((p.gains.get(name, NOTHING) for p in found), NOTHING) for name in names}


def _most_first(release: Release, project: Project) -> tuple[int, Fraction, date, str]:
    """Sort key: most promises, then most points under the first key, then the earliest date."""
    gain = release.gains.get(f"key:{project.keys[0].code}", NOTHING)
    return -len(release.requirements), -gain, release.available, release.vendor


def _curves(results: Results, releases: Sequence[Release]) -> Iterator[Curve]:
    """The curve of every vendor with a score, in every ranking."""
    by_vendor = defaultdict[str, list[Release]](list)
    for release in sorted(releases, key=lambda release: release.available):
        by_vendor[release.vendor].append(release)
    for name, ranking in Rankings(results.municipalities, results.joint).named().items():
        for entry in ranking.scored:
            if entry.low is not None:
                steps = tuple(_steps(name, entry.low, by_vendor[entry.vendor]))
                yield Curve(name, entry.vendor, entry.low, steps)


def _steps(name: str, start: Fraction, releases: Sequence[Release]) -> Iterator[Step]:
    """A step per release, whether or not it carries weight in this ranking."""
    score = start
    for release in releases:
        score += release.gains.get(name, NOTHING)
        yield Step(release.available, score, release.requirements)


def _comparisons(project: Project, curves: Sequence[Curve]) -> Iterator[Comparison]:
    """The current system beside the market on the reference date, every promised date and the start."""
    promised = {step.available for curve in curves for step in curve.steps}
    days = sorted({project.reference_date, project.go_live, *promised})
    for incumbent in (curve for curve in curves if curve.vendor == project.incumbent):
        others = [c for c in curves if c.ranking == incumbent.ranking and c is not incumbent]
        for day in days if others else ():
            best = max(curve.at(day) for curve in others)
            market = tuple(sorted(curve.vendor for curve in others if curve.at(day) == best))
            yield Comparison(incumbent.ranking, day, incumbent.at(day), best, market)


def _promised_knock_outs(scan: Scan, results: Results) -> Iterator[PromisedKnockOut]:
    """The hard requirements that are answered with a promise."""
    answers = {submission.vendor.slug: submission.answers for submission in scan.submissions}
    for item in results.knock_outs:
        answer = answers[item.vendor].get(item.requirement)
        if answer is not None and answer.code is AnswerCode.ROADMAP:
            yield PromisedKnockOut(item, answer.available)
