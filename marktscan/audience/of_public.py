"""For everybody: the outcome and how sure it is, costs as a bandwidth, and the method."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from marktscan.audience.material import UNTOLD, UNTOLD_COVERAGE, Material, Shown
from marktscan.audience.of_project import for_outside
from marktscan.audience.of_vendor import asked, kept_answer, left_out
from marktscan.domain.agreement import Assessed, Together
from marktscan.domain.answer import AnswerCode, Vendor
from marktscan.domain.background import Background
from marktscan.domain.bandwidth import CostBandwidth, cost_bandwidth
from marktscan.domain.claims import Claims
from marktscan.domain.classification import Reader
from marktscan.domain.costs import Costs
from marktscan.domain.outlook import Outlook, Rankings
from marktscan.domain.requirement import RequirementList
from marktscan.domain.results import KnockOutState, Ranking, Results, Stress
from marktscan.domain.scan import InputFile, Scan, Submission
from marktscan.domain.sureness import LeftOut, Scenario, Simulated, Sureness, VendorShares

_CENT = Decimal("0.01")
_WIDE = Decimal("1.25")
"""So many times the lowest the highest amount is at least, or there is no bandwidth."""
_NOT_NAMED = ("assessments/", "consensus", "prices")
"""Inputs of which a public report does not even tell that they are there, by a part of their path."""


def for_public(nameless: Material, reader: Reader) -> Material:
    """What everybody may read of the scan."""
    scan = nameless.scan
    first = scan.project.keys[0].code
    results = nameless.results
    return Material(
        scan=Scan(
            for_outside(scan.project),
            tuple(RequirementList(item.municipality, item.file, item.readable) for item in scan.lists),
            (),
            asked(scan),
            tuple(map(_submission, scan.submissions)),
            tuple(filter(_may_be_named, scan.inputs)),
            scan.house,
        ),
        results=Results(
            {name: _ranking(ranking, themes=False) for name, ranking in results.municipalities.items()},
            {code: _ranking(ranking, themes=code == first) for code, ranking in results.joint.items()},
            (),
            (),
            results.regrets,
        ),
        stress=Stress((), nameless.stress.leave_one_out),
        background=_background(nameless.background),
        shown=Shown(
            bandwidth=_bandwidth(nameless),
            tallies=dict(_tallies(scan, reader)),
            knock_outs=dict(_knock_outs(nameless, reader)),
            left_out=left_out(scan, reader),
        ),
    )


def _submission(submission: Submission) -> Submission:
    vendor = submission.vendor
    return Submission(
        Vendor(vendor.slug, vendor.name, vendor.product), submission.answers_file, submission.readable
    )


def _may_be_named(item: InputFile) -> bool:
    return not any(part in item.file for part in _NOT_NAMED)


def _ranking(ranking: Ranking, *, themes: bool) -> Ranking:
    """The scores with their intervals; per theme only under the first key."""
    entries = (
        replace(
            entry,
            knock_out=UNTOLD,
            coverage=UNTOLD_COVERAGE,
            themes=entry.themes if themes else (),
        )
        for entry in ranking.entries
    )
    return replace(ranking, entries=tuple(entries))


def _bandwidth(whole: Material) -> CostBandwidth | None:
    """Between which amounts all offers lie, in two figures at most, and outward.

    None for too few offers, each of which knows its own price, and for offers so close to one another that
    the bounds would nearly be the price of all.
    """
    if whole.background is None:
        return None
    others = whole.scan.project.classification.smallest_group
    found = cost_bandwidth(whole.background.costs, fewest=others + 1)
    near = found is not None and found.highest < found.lowest * _WIDE
    return None if found is None or near else coarse(found)


def coarse(found: CostBandwidth) -> CostBandwidth:
    """The bounds moved outward to two figures of the highest, also when they are that round already.

    € 13.461.027 becomes at most € 14 miljoen, and € 14 miljoen at most € 15 miljoen.
    """
    step = Decimal(10) ** max(found.highest.adjusted() - 1, 0)
    apart = replace(found, lowest=max(found.lowest - _CENT, Decimal(0)), highest=found.highest + _CENT)
    return apart.outward(step)


def _tallies(scan: Scan, reader: Reader) -> Iterator[tuple[str, Counter[AnswerCode]]]:
    for submission in scan.submissions:
        rules = scan.project.classification
        kept = (kept_answer(a, submission.vendor.slug, reader, rules) for a in submission.answers.values())
        yield submission.vendor.slug, Counter(answer.code for answer in kept if answer)


def _knock_outs(whole: Material, reader: Reader) -> Iterator[tuple[tuple[str, str], KnockOutState]]:
    """States that rest on answers everybody may read; the others would tell what a confidential one says."""
    hidden = {
        (s.vendor.slug, answer.requirement)
        for s in whole.scan.submissions
        for answer in s.answers.values()
        if kept_answer(answer, s.vendor.slug, reader, whole.scan.project.classification) is None
    }
    rests = {
        (place, item.vendor)
        for item in whole.results.knock_outs
        if (item.vendor, item.requirement) in hidden
        for place in (item.municipality, "")
    }
    rankings = {**whole.results.municipalities, "": whole.results.joint[whole.scan.project.keys[0].code]}
    for place, ranking in rankings.items():
        for entry in ranking.entries:
            if (place, entry.vendor) not in rests:
                yield (place, entry.vendor), entry.knock_out


def _background(background: Background | None) -> Background | None:
    if background is None:
        return None
    nothing = Rankings({}, {})
    return Background(
        outlook=Outlook((), nothing, nothing, (), (), (), ()),
        claims=Claims((), ()),
        assessed=Assessed((), (), (), ()),
        together=Together((), background.together.concordance),
        costs=Costs(background.costs.years, background.costs.indexation, (), (), ()),
        sureness=_sureness(background.sureness),
    )


def _sureness(found: Sureness | None) -> Sureness | None:
    """How often who is first around the own weights; not what must move for that, nor who or what decides it.

    What the promises do to it would tell of promises.
    """
    if found is None:
        return None
    without = tuple(item for item in found.without_one if item.kind is LeftOut.MUNICIPALITY)
    around = tuple(_simulated(run) for run in found.simulated if run.scenario is Scenario.AROUND)
    return Sureness((), (), without, (), around, found.words)


def _simulated(run: Simulated) -> Simulated:
    vendors = tuple(VendorShares(v.vendor, v.ranks, {}, {}, None, Fraction(0)) for v in run.vendors)
    return Simulated(run.municipality, run.scenario, vendors, Fraction(0))
