"""Answers that are not certain, drawn along with the weights: the same draw for every municipality.

Unknown is anything from its lowest to its highest value. Where assessors differ and there is no consensus,
one of them is right. A promise comes true or not, with what it weighs as its probability; promises of one
vendor hang together (one-factor normal), since independent draws would average the risk away. Every vendor
has draws of its own, so that leaving another one out changes none of them.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from statistics import NormalDist
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from marktscan.domain.answer import Answer, AnswerCode
from marktscan.domain.scan import Scan
from marktscan.scoring.promises import factor_of
from marktscan.scoring.spreads import points_of, spreads
from marktscan.scoring.worth import Worth

Floats = NDArray[np.float64]
UNKNOWN, MARKED, PROMISED = 0, 1, 2
"""The kinds of uncertainty."""
CORRELATION = 0.5
"""How much the promises of one vendor have in common."""
HUNDRED = 100


@dataclass(frozen=True)
class Uncertain:
    """The uncertain answers of one vendor by requirement: `marked` holds a shift in value (0–1) per assessor,
    `promised` a probability."""

    vendor: str
    unknown: tuple[str, ...] = ()
    marked: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    promised: Mapping[str, float] = field(default_factory=dict)

    @property
    def requirements(self) -> tuple[str, ...]:
        """What each column of what is drawn is about."""
        return (*self.unknown, *self.marked, *self.promised)

    @property
    def kinds(self) -> NDArray[np.int64]:
        """The kind of uncertainty in each column."""
        return np.repeat(
            [UNKNOWN, MARKED, PROMISED], [len(self.unknown), len(self.marked), len(self.promised)]
        )

    @property
    def judged(self) -> int:
        """How many columns of what is drawn are no promises: they come first."""
        return len(self.unknown) + len(self.marked)

    def draw(self, draws: int, seed: Sequence[int]) -> Floats:
        """Numbers of shape (answers, draws): for unknown 0 to 1, for marks a shift, for a promise 0 or 1."""
        generator = np.random.default_rng((*seed, crc32(self.vendor.encode())))
        found = np.empty((len(self.kinds), draws))
        unknown, marked, promised = np.split(found, [len(self.unknown), self.judged])
        generator.random(out=unknown)
        for row, shifts in zip(marked, self.marked.values(), strict=True):
            np.take(shifts, generator.integers(len(shifts), size=draws), out=row)
        self._promise(promised, generator)
        return found

    def _promise(self, kept: Floats, generator: np.random.Generator) -> None:
        """1 for each promise that comes true."""
        common = generator.standard_normal(kept.shape[1])
        generator.standard_normal(out=kept)
        kept *= (1 - CORRELATION) ** 0.5
        kept += CORRELATION**0.5 * common
        limits = np.array([_normal_limit(chance) for chance in self.promised.values()])[:, None]
        np.less(kept, limits, out=kept)


def _normal_limit(probability: float) -> float:
    """Below this a standard normal number falls with this probability."""
    return NormalDist().inv_cdf(probability) if probability < 1 else float("inf")


def uncertain(scan: Scan, worth: Worth) -> tuple[Uncertain, ...]:
    """Everything that is not certain about the answers, per vendor whose answers count."""
    marked = defaultdict[str, dict[str, tuple[float, ...]]](dict)
    for vendor, requirement, shifts in _marked(scan):
        marked[vendor][requirement] = shifts
    open_ = (worth.high != worth.low).any(axis=0)
    answers = {submission.vendor.slug: submission.answers for submission in scan.submissions}
    return tuple(
        Uncertain(
            vendor,
            tuple(row.id for number, row in enumerate(scan.programme.rows) if open_[number, place]),
            marked[vendor],
            dict(_promised(scan, answers[vendor])),
        )
        for place, vendor in enumerate(worth.vendors)
    )


def _promised(scan: Scan, answers: Mapping[str, Answer]) -> Iterator[tuple[str, float]]:
    """The promises that can come true, each with what it weighs."""
    for row in scan.programme.rows:
        answer = answers.get(row.id)
        if answer is not None and answer.code is AnswerCode.ROADMAP:
            factor = factor_of(answer, scan.project)
            if factor:
                yield row.id, float(factor)


def _marked(scan: Scan) -> Iterator[tuple[str, str, tuple[float, ...]]]:
    """Wishes that count by the mean of marks which differ."""
    for spread in spreads(scan):
        points = [points_of(mark, scan.project.rules) / HUNDRED for mark in spread.marks]
        if len(set(points)) > 1 and not spread.settled:
            mean = sum(points, Fraction(0)) / len(points)
            yield spread.vendor, spread.requirement, tuple(float(value - mean) for value in points)
