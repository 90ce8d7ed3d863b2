"""Why rows of different municipalities may be one requirement, and how much their texts look alike."""

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import combinations

from marktscan.domain.proposal import Likeness, Reason
from marktscan.domain.requirement import Requirement
from marktscan.domain.text import comparable
from marktscan.merging.likeness import likeness, words_of

NEARLY, PARTLY = 0.75, 0.45
"""Shares of words in common, in order, from which texts are nearly, and partly, the same."""


def kinship(positions: Mapping[str, Requirement]) -> tuple[Reason, Likeness | None]:
    """Why these rows, one per municipality, stand together, and how much their texts look alike."""
    rows = tuple(positions.values())
    if len(rows) < 2:  # noqa: PLR2004 - a pair
        return Reason.ALONE, None
    alike = _likeness(rows)
    return _reason(rows, alike), alike


def _reason(rows: Collection[Requirement], alike: Likeness) -> Reason:
    if len({row.id for row in rows}) == 1:
        return Reason.EQUAL if alike is Likeness.EQUAL else Reason.SAME_ID
    if alike is Likeness.EQUAL:
        return Reason.SAME_TEXT
    if alike is Likeness.NEARLY:
        return Reason.ALIKE
    return Reason.SAME_NORM if share_a_norm(rows) else Reason.BY_HAND


def _likeness(rows: Collection[Requirement]) -> Likeness:
    """How much the two texts that differ most look alike."""
    if len({comparable(row.text) for row in rows}) == 1:
        return Likeness.EQUAL
    return in_words(min(_shares(rows)))


def _shares(rows: Collection[Requirement]) -> Iterator[float]:
    texts = (words_of(row.text) for row in rows)
    return (likeness(a, b) for a, b in combinations(texts, 2))


def in_words(share: float) -> Likeness:
    """A share of words in common (0–1) for people; texts that are not equal are nearly so at most."""
    if share >= NEARLY:
        return Likeness.NEARLY
    return Likeness.PARTLY if share >= PARTLY else Likeness.HARDLY


def share_a_norm(rows: Collection[Requirement]) -> bool:
    """Whether all rows name the same norm in the same theme."""
    common = frozenset.intersection(*(norms_of(row) for row in rows))
    return bool(common) and len({row.theme for row in rows}) == 1


def norms_of(row: Requirement) -> frozenset[str]:
    """The norms a row names, as they can be compared."""
    parts = re.split(r"[;\n]", row.norm)
    return frozenset(comparable(part).casefold() for part in parts if part.strip())
