"""What every answer is worth, as whole numbers in arrays: once per vendor, for all municipalities together.

The worth of an answer hangs on the vendor and on the way a municipality holds the row: as eis or as wens,
with or without n.v.t. allowed. So every answer has at most four values, however many municipalities ask.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import lcm
from typing import Any

import numpy as np
from numpy.typing import NDArray

from marktscan.domain.programme import JointRequirement
from marktscan.domain.project import Rules
from marktscan.domain.requirement import Kind, Requirement
from marktscan.domain.results import State
from marktscan.domain.scan import Scan, Submission
from marktscan.scoring.judged import NOT_JUDGED, Judged, judged_by_requirement
from marktscan.scoring.lines import code_of
from marktscan.scoring.values import Value, value_of

Whole = NDArray[Any]
"""Whole numbers: int64, or Python's own integers when a sum would not fit in those."""
Ways = Mapping[int, Requirement]
"""For every way in which someone holds a row, one municipality's row that is held so."""
COVERED = (State.ANSWERED, State.CLAIMED)
LARGEST = 2**63 - 1
WAYS = 4
WISH = 2
"""The ways from here on are those of a wens."""


@dataclass(frozen=True, slots=True)
class Worth:
    """Per way, row of the programme and vendor: the value, low and high, in 1/unit; 1 where the answer covers
    its weight; and 0 where its weight goes to the rest of the theme. All are (ways, rows, vendors)."""

    unit: int
    vendors: tuple[str, ...]
    low: Whole
    high: Whole
    covered: Whole
    counted: Whole


def way_of(position: Requirement) -> int:
    """The number of the way in which a municipality holds a row."""
    return WISH * (position.kind is Kind.WISH) + position.not_applicable_allowed


def worth_of(scan: Scan) -> Worth:
    """The worth of all answers of the vendors whose answers can be used, alphabetical."""
    usable = [submission for submission in scan.submissions if submission.readable]
    ordered = sorted(usable, key=lambda submission: submission.vendor.slug)
    rows = [(row, _ways(row)) for row in scan.programme.rows]
    values = [list(_values(rows, submission, scan.project.rules)) for submission in ordered]
    unit = 100 * lcm(*(value.marks for own in values for _, _, value in own))
    found = _nothing(unit, [submission.vendor.slug for submission in ordered], scan.programme.rows)
    for vendor, own in enumerate(values):
        for way, row, value in own:
            place = way, row, vendor
            found.low[place] = value.low.numerator * (unit // value.low.denominator)
            found.high[place] = value.high.numerator * (unit // value.high.denominator)
            found.covered[place] = value.state in COVERED
            found.counted[place] = value.state is not State.GRANTED
    return found


def _nothing(unit: int, vendors: Sequence[str], rows: Sequence[JointRequirement]) -> Worth:
    """Everything 0, in the smallest kind of number in which a sum over all rows fits."""
    heaviest = max((own.scored_weight for row in rows for own in row.positions.values()), default=1)
    kind = np.int64 if unit * heaviest * len(rows) <= LARGEST else np.object_
    low, high, covered, counted = np.zeros((4, WAYS, len(rows), len(vendors)), dtype=kind)
    return Worth(unit, tuple(vendors), low, high, covered, counted)


def _ways(row: JointRequirement) -> Ways:
    return {way_of(position): position for position in row.positions.values()}


def _values(
    rows: Sequence[tuple[JointRequirement, Ways]], submission: Submission, rules: Rules
) -> Iterator[tuple[int, int, Value]]:
    """The value of every answer of one vendor, in each way that a municipality holds the row."""
    judged: Mapping[str, Judged] = judged_by_requirement(submission)
    for number, (row, ways) in enumerate(rows):
        code = code_of(submission.answers.get(row.id))
        for way, position in ways.items():
            yield way, number, value_of(position, code, judged.get(row.id, NOT_JUDGED), rules)
