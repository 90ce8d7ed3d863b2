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

from marktscan.domain.answer import AnswerCode
from marktscan.domain.programme import JointRequirement, Programme
from marktscan.domain.project import Rules
from marktscan.domain.requirement import Kind, Requirement
from marktscan.domain.results import State
from marktscan.domain.scan import Scan, Submission
from marktscan.scoring.judged import NOT_JUDGED, Judged, judged_by_requirement
from marktscan.scoring.lines import code_of
from marktscan.scoring.values import Value, value_of

Whole = NDArray[Any]
"""Whole numbers: int64, or Python's own integers when a sum would not fit in those."""
Alike = tuple[int, AnswerCode, tuple[int | None, ...]]
"""All that the worth of an answer hangs on: the way the row is held, the code, and what assessors gave."""
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
    its weight; 0 where its weight goes to the rest of the theme; and 1 where there is an answer with a value.
    All are (ways, rows, vendors), and 0 for a way in which nobody holds the row."""

    unit: int
    vendors: tuple[str, ...]
    low: Whole
    high: Whole
    covered: Whole
    counted: Whole
    answered: Whole


def way_of(position: Requirement) -> int:
    """The number of the way in which a municipality holds a row."""
    return WISH * (position.kind is Kind.WISH) + position.not_applicable_allowed


@dataclass(frozen=True, slots=True)
class Held:
    """Per row of the programme the ways in which anyone holds it, and the heaviest weight anyone gives."""

    rows: Sequence[tuple[JointRequirement, Ways]]
    heaviest: int


def held_in(programme: Programme) -> Held:
    """The same whatever vendors answer, so that scoring some of them again need not look again."""
    rows = [(row, {way_of(own): own for own in row.positions.values()}) for row in programme.rows]
    weights = (own.scored_weight for row in programme.rows for own in row.positions.values())
    return Held(rows, max(weights, default=1))


def worth_of(scan: Scan, held: Held | None = None) -> Worth:
    """The worth of all answers of the vendors whose answers can be used, alphabetical; `held` where it is
    known already."""
    held = held or held_in(scan.programme)
    usable = [submission for submission in scan.submissions if submission.readable]
    ordered = sorted(usable, key=lambda submission: submission.vendor.slug)
    values: dict[Alike, Value] = {}
    numbers = np.zeros((WAYS, len(held.rows), len(ordered)), dtype=np.int64)
    for vendor, submission in enumerate(ordered):
        for way, row, alike in _values(held.rows, submission, values, scan.project.rules):
            numbers[way, row, vendor] = alike
    unit = 100 * lcm(*(value.marks for value in values.values()))
    different = [(0, 0, 0, 0, 0), *(_row(value, unit) for value in values.values())]
    table: Whole = np.array(different, _kind(held, unit))
    return Worth(unit, tuple(own.vendor.slug for own in ordered), *np.moveaxis(table[numbers], -1, 0))


def _row(value: Value, unit: int) -> tuple[int, ...]:
    """What stands in the tables for one value."""
    return (
        value.low.numerator * (unit // value.low.denominator),
        value.high.numerator * (unit // value.high.denominator),
        value.state in COVERED,
        value.state is not State.GRANTED,
        value.state is State.ANSWERED,
    )


def _kind(held: Held, unit: int) -> type:
    """The smallest kind of number in which a sum over all rows fits."""
    return np.int64 if unit * held.heaviest * len(held.rows) <= LARGEST else np.object_


def _values(
    rows: Sequence[tuple[JointRequirement, Ways]],
    submission: Submission,
    values: dict[Alike, Value],
    rules: Rules,
) -> Iterator[tuple[int, int, int]]:
    """Per way and row the number, from 1, of the value of this vendor's answer among all different `values`,
    to which it adds the new ones."""
    places = {alike: place for place, alike in enumerate(values, start=1)}
    judged: Mapping[str, Judged] = judged_by_requirement(submission)
    for number, (row, ways) in enumerate(rows):
        code, own = code_of(submission.answers.get(row.id)), judged.get(row.id, NOT_JUDGED)
        for way, position in ways.items():
            alike = way, code, own.numbers
            if alike not in places:
                values[alike] = value_of(position, code, own, rules)
                places[alike] = len(values)
            yield way, number, places[alike]
