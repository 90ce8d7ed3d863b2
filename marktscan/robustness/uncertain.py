"""Answers that are not certain, drawn along with the weights: the same draw for every municipality.

Unknown is anything from its lowest to its highest value. Where assessors differ and there is no consensus,
one of them is right. A promise comes true or not, with what it weighs as its probability; promises of one
vendor hang together (one-factor normal), since independent draws would average the risk away.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import chain
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from marktscan.domain.answer import AnswerCode
from marktscan.domain.results import Contribution, Results
from marktscan.domain.scan import Scan
from marktscan.scoring.promises import promises
from marktscan.scoring.spreads import points_of, spreads

Floats = NDArray[np.float64]
Answer = tuple[str, str]
"""A vendor and a requirement."""
Column = tuple[str, str, str]
"""A kind of uncertainty, a vendor and a requirement."""
UNKNOWN, PROMISED, MARKED = "unknown", "promised", "marked"
CORRELATION = 0.5
"""How much the promises of one vendor have in common."""
HUNDRED = 100


@dataclass(frozen=True)
class Uncertain:
    """The uncertain answers: `promised` holds probabilities, `marked` a shift in value (0–1) per assessor."""

    unknown: tuple[Answer, ...]
    promised: dict[Answer, float]
    marked: dict[Answer, tuple[float, ...]]

    @cached_property
    def columns(self) -> dict[Column, int]:
        """The column of each uncertain answer in what `draw` gives."""
        kinds = ((UNKNOWN, self.unknown), (PROMISED, self.promised), (MARKED, self.marked))
        named = chain.from_iterable(((kind, *answer) for answer in answers) for kind, answers in kinds)
        return {column: place for place, column in enumerate(named)}

    def draw(self, draws: int, seed: Sequence[int]) -> Floats:
        """Numbers of shape (draws, columns): for unknown 0 to 1, for a promise 0 or 1, for marks a shift."""
        generator = np.random.default_rng(seed)
        unknown = generator.random((draws, len(self.unknown)))
        return np.hstack((unknown, self._promises(draws, generator), self._marks(draws, generator)))

    def without_promises(self, drawn: Floats) -> Floats:
        """The same draws in which no promise comes true, as in the published score."""
        first = len(self.unknown)
        kept = drawn.copy()
        kept[:, first : first + len(self.promised)] = 0
        return kept

    def _promises(self, draws: int, generator: np.random.Generator) -> Floats:
        vendors = sorted({vendor for vendor, _ in self.promised})
        of_vendor = [vendors.index(vendor) for vendor, _ in self.promised]
        common = generator.standard_normal((draws, len(vendors)))[:, of_vendor]
        own = generator.standard_normal((draws, len(self.promised)))
        limits = [_normal_limit(probability) for probability in self.promised.values()]
        kept: Floats = (CORRELATION**0.5 * common + (1 - CORRELATION) ** 0.5 * own < limits).astype(float)
        return kept

    def _marks(self, draws: int, generator: np.random.Generator) -> Floats:
        counts = np.array([len(shifts) for shifts in self.marked.values()], dtype=np.int64)
        most = int(counts.max(initial=1))
        shifts = np.array([(*s, *[0.0] * (most - len(s))) for s in self.marked.values()]).reshape(-1, most)
        chosen = (generator.random((draws, len(counts))) * counts).astype(np.int64)
        picked: Floats = shifts[np.arange(len(counts)), chosen]
        return picked


def _normal_limit(probability: float) -> float:
    """Below this a standard normal number falls with this probability."""
    return NormalDist().inv_cdf(probability) if probability < 1 else float("inf")


def uncertain(scan: Scan, results: Results) -> Uncertain:
    """Everything that is not certain about the answers behind these results."""
    unknown = dict.fromkeys((c.vendor, c.requirement) for c in results.contributions if c.high != c.low)
    weighed = ((p.vendor, p.requirement, p.factor) for p in promises(scan, results))
    return Uncertain(
        tuple(unknown),
        {(vendor, id_): float(factor) for vendor, id_, factor in weighed if factor},
        dict(_marked(scan)),
    )


def column_of(
    found: Uncertain, row: Contribution, delivered: Fraction, *, wish: bool
) -> tuple[int, float] | None:
    """Which drawn number moves the value of this row, and how far (0–1) per unit; None when it is certain.

    Marks count only for who holds the requirement as a `wish`.
    """
    answer = (row.vendor, row.requirement)
    if row.high != row.low:
        return found.columns[UNKNOWN, *answer], float(row.high - row.low)
    if row.code is AnswerCode.ROADMAP and answer in found.promised and delivered > row.low:
        return found.columns[PROMISED, *answer], float(delivered - row.low)
    if wish and answer in found.marked:
        return found.columns[MARKED, *answer], 1.0
    return None


def _marked(scan: Scan) -> Iterator[tuple[Answer, tuple[float, ...]]]:
    """Wishes that count by the mean of marks which differ."""
    for spread in spreads(scan):
        points = [points_of(mark, scan.project.rules) / HUNDRED for mark in spread.marks]
        if len(set(points)) > 1 and not spread.settled:
            mean = sum(points, Fraction(0)) / len(points)
            yield (spread.vendor, spread.requirement), tuple(float(value - mean) for value in points)
