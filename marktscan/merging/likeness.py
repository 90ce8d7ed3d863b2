"""Rows of different municipalities that look so alike that people should decide about them."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.project import Project
from marktscan.merging.match import Match

ALIKE = 0.85
"""Share of words two texts have in common, in order, from which they are nearly the same."""
_SHARED = 0.7
"""Share of different words two texts must have in common before their order is compared, which is slow."""
_COMPARED = 200
"""Words of a text that are compared: a cell may hold a whole document."""


def nearly_the_same(project: Project, undecided: Sequence[Match]) -> Iterator[Finding]:
    """Different municipalities that ask nearly the same have decided whether it is one requirement."""
    texts = [words_of(match.first.text) for match in undecided]
    different = [frozenset(words) for words in texts]
    for a, b in combinations(range(len(undecided)), 2):
        if (
            apart(undecided[a], undecided[b])
            and _overlap(different[a], different[b])
            and likeness(texts[a], texts[b]) >= ALIKE
        ):
            yield _alike_finding(project, undecided[a], undecided[b])


def words_of(text: str) -> list[str]:
    """The words of a text that are compared, in order."""
    return re.findall(r"\w+", text.casefold())[:_COMPARED]


def apart(a: Match, b: Match) -> bool:
    """Whether no municipality holds both: one that does, told them apart itself."""
    return a.positions.keys().isdisjoint(b.positions)


def _overlap(a: frozenset[str], b: frozenset[str]) -> bool:
    return len(a & b) >= _SHARED * max(len(a), len(b), 1)


def likeness(a: Sequence[str], b: Sequence[str]) -> float:
    """The share (0–1) of words that two texts have in common, in order."""
    return SequenceMatcher(None, a, b, autojunk=False).ratio()


def _alike_finding(project: Project, a: Match, b: Match) -> Finding:
    return finding(
        Code.NEARLY_THE_SAME,
        a.first.origin.cell("text"),
        requirement=a.id,
        municipality=project.municipality(a.first.municipality).name,
        other=b.id,
        other_municipality=project.municipality(b.first.municipality).name,
        other_place=b.first.origin.cell("text"),
    )
