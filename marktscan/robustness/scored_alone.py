"""Leaving one vendor out of a scan of any size: every vendor scored with nobody else beside it.

Scored alone it has the very numbers that it has among all, or its score hangs on who else takes part. Where
none does, leaving any vendor out moves no score, and first place goes to the best of the others.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np

from marktscan.domain.results import LeaveOneOut, Ranking, Results
from marktscan.domain.scan import Scan
from marktscan.robustness.leave_one_out import first_place
from marktscan.robustness.profiles import named
from marktscan.scoring.sums import Counting, Tables, tables
from marktscan.scoring.worth import Whole, Worth, held_in, worth_of


def leave_one_out_alone(
    scan: Scan, results: Results, worth: Worth, asked: Mapping[str, Counting]
) -> Iterator[LeaveOneOut]:
    """What leaving each vendor out does to every ranking; `asked` is what carries weight, by municipality."""
    moved = dict(_moved(scan, worth, asked))
    rankings = named(results.municipalities, results.joint)
    counts = {
        f"key:{key.code}": {slug for slug, share in key.shares.items() if share} for key in scan.project.keys
    }
    for vendor in sorted(submission.vendor.slug for submission in scan.submissions):
        others = {slug for other, slugs in moved.items() if other != vendor for slug in slugs}
        for name, ranking in rankings.items():
            first = _first_without(vendor, ranking)
            scores_moved = not others.isdisjoint(counts.get(name, {name}))
            yield LeaveOneOut(name, vendor, first, first != first_place(ranking), scores_moved)


def _moved(scan: Scan, worth: Worth, asked: Mapping[str, Counting]) -> Iterator[tuple[str, list[str]]]:
    """Per vendor the municipalities in which its numbers are others when it is scored alone."""
    held = held_in(scan.programme)
    among_all = {slug: tables(scan, own, worth) for slug, own in asked.items()}
    submissions = {submission.vendor.slug: submission for submission in scan.submissions}
    for place, vendor in enumerate(worth.vendors):
        alone = worth_of(replace(scan, submissions=(submissions[vendor],)), held)
        yield (
            vendor,
            [
                slug
                for slug, own in asked.items()
                if not np.array_equal(
                    _numbers(tables(scan, own, alone), 0, worth.unit),
                    _numbers(among_all[slug], place, alone.unit),
                )
            ],
        )


def _numbers(sums: Tables, vendor: int, other_unit: int) -> Whole:
    """All whole numbers of one vendor, those of points brought on a unit that both sides share."""
    points = np.stack((sums.low, sums.high))[:, :, vendor] * other_unit
    return np.vstack((sums.weight[:, vendor], sums.covered[:, vendor], points))


def _first_without(vendor: str, ranking: Ranking) -> tuple[str, ...]:
    """Who is first among the others, by the scores that they have."""
    others = [entry for entry in ranking.scored if entry.vendor != vendor]
    best = max((entry.low for entry in others if entry.low is not None), default=None)
    return tuple(sorted(entry.vendor for entry in others if entry.low == best))
