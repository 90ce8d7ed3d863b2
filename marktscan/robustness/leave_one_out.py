"""Leaving one vendor out: on absolute scales no other score may move, proved on the data themselves."""

from collections.abc import Iterator
from dataclasses import replace

from marktscan.domain.results import LeaveOneOut, Ranking, Results
from marktscan.domain.scan import Scan
from marktscan.robustness.profiles import named
from marktscan.scoring import rankings_of


def leave_one_out(scan: Scan, results: Results) -> tuple[LeaveOneOut, ...]:
    """For every ranking and vendor what leaving that vendor out does, computed again from the answers."""
    return tuple(found for vendor in sorted(_vendors(scan)) for found in _without(vendor, scan, results))


def _vendors(scan: Scan) -> list[str]:
    return [submission.vendor.slug for submission in scan.submissions]


def _without(vendor: str, scan: Scan, results: Results) -> Iterator[LeaveOneOut]:
    others = tuple(submission for submission in scan.submissions if submission.vendor.slug != vendor)
    after = named(*rankings_of(replace(scan, submissions=others)))
    for name, before in named(results.municipalities, results.joint).items():
        first = first_place(after[name])
        yield LeaveOneOut(name, vendor, first, first != first_place(before), _moved(before, after[name]))


def first_place(found: Ranking) -> tuple[str, ...]:
    """Who share first place; nobody when nobody has a score."""
    return tuple(entry.vendor for entry in found.entries if entry.rank == 1)


def _moved(before: Ranking, after: Ranking) -> bool:
    """Whether any score that remains differs, on any theme, low or high."""
    scores = {entry.vendor: (entry.low, entry.high, entry.themes) for entry in before.entries}
    return any(scores[entry.vendor] != (entry.low, entry.high, entry.themes) for entry in after.entries)
