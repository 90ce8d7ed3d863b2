"""Proposals for joining the lists. Nothing here joins anything: people decide, in samenvoeging.xlsx."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from marktscan.domain.programme import MergeDecision
from marktscan.domain.project import Project
from marktscan.domain.proposal import Likeness, Proposal, Reason
from marktscan.domain.requirement import Requirement, RequirementList
from marktscan.domain.text import comparable
from marktscan.merging.changes import changes
from marktscan.merging.kinship import PARTLY, in_words, kinship, norms_of
from marktscan.merging.likeness import apart, likeness, words_of
from marktscan.merging.match import Match, RowKey, free_id, keys_of, match_undecided, rows_of
from marktscan.merging.merge import natural, theme_places

_STRENGTH = (Reason.SAME_TEXT, Reason.ALIKE, Reason.SAME_NORM)
"""Reasons to put different ids together, strongest first."""
_SHARED = 0.9 * PARTLY
"""Share of different words that texts share when they can be partly the same; some words come twice."""


@dataclass(frozen=True, slots=True)
class _Link:
    """Two matches, by place, that may be one requirement."""

    strength: int
    share: float
    a: int
    b: int


def propose(
    project: Project, lists: Sequence[RequirementList], decisions: Sequence[MergeDecision]
) -> tuple[Proposal, ...]:
    """Everything people wrote, with what changed since, and a proposal for all rows that may be one.

    First what is still open, then decisions to look at again, then the others; each by theme and id.
    Rows with the same id and the same text are one requirement by themselves and are not proposed.
    """
    rows = rows_of(lists)
    written = {key for decision in decisions for key in keys_of(decision)}
    matches = match_undecided({key: row for key, row in rows.items() if key not in written})
    readable = {item.municipality for item in lists if item.readable}
    kept = [_kept(decision, rows, matches, readable) for decision in decisions]
    fresh = _fresh(matches, {decision.joint_id for decision in decisions})
    return tuple(sorted((*fresh, *kept), key=lambda item: _order(project, item)))


def _kept(
    decision: MergeDecision,
    rows: Mapping[RowKey, Requirement],
    matches: Sequence[Match],
    readable: set[str],
) -> Proposal:
    """What people wrote, unaltered, beside what stands in the lists today."""
    positions = {key[0]: rows[key] for key in keys_of(decision) if key in rows}
    since = tuple(changes(decision, rows, matches, readable))
    return Proposal(decision.joint_id, positions, *kinship(positions), decision, since)


def _fresh(matches: Sequence[Match], taken: set[str]) -> Iterator[Proposal]:
    reserved = set(taken)
    for group in _groups(matches):
        positions = dict(sorted(pair for match in group for pair in match.positions.items()))
        if len(group) > 1 or group[0].conflict:
            joint_id = _joint_id(group, reserved)
            reserved.add(joint_id)
            yield Proposal(joint_id, positions, *kinship(positions))


def _joint_id(group: Sequence[Match], reserved: set[str]) -> str:
    """The id that most municipalities use already."""
    most = max(group, key=lambda match: len(match.positions))
    return free_id(most, reserved) if most.id in reserved else most.id


def _groups(matches: Sequence[Match]) -> list[list[Match]]:
    """The matches put together along their strongest links, never two rows of one municipality."""
    group_of = {place: [match] for place, match in enumerate(matches)}
    for link in sorted(_links(matches), key=lambda item: (item.strength, -item.share, item.a, item.b)):
        a, b = group_of[link.a], group_of[link.b]
        if a is not b and all(apart(x, y) for x in a for y in b):
            a.extend(b)
            group_of |= {place: a for place, group in group_of.items() if group is b}
    return list({id(group): group for group in group_of.values()}.values())


def _links(matches: Sequence[Match]) -> Iterator[_Link]:
    words = [words_of(match.first.text) for match in matches]
    for a, b in _worth_comparing([frozenset(text) for text in words]):
        if apart(matches[a], matches[b]):
            share = likeness(words[a], words[b])
            reason = _reason(matches[a].first, matches[b].first, share)
            if reason is not None:
                yield _Link(_STRENGTH.index(reason), share, a, b)


def _worth_comparing(texts: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """The pairs of texts, by place, with enough words in common: comparing their order is slow."""
    places: dict[str, list[int]] = {}
    for b, words in enumerate(texts):
        shared = Counter(chain.from_iterable(places.get(word, ()) for word in words))
        for a, common in sorted(shared.items()):
            if common >= _SHARED * (len(texts[a]) + len(words)) / 2:
                yield a, b
        for word in words:
            places.setdefault(word, []).append(b)


def _reason(a: Requirement, b: Requirement, share: float) -> Reason | None:
    if comparable(a.text) == comparable(b.text):
        return Reason.SAME_TEXT
    alike = in_words(share)
    if alike is Likeness.NEARLY:
        return Reason.ALIKE
    same_norm = a.theme == b.theme and not norms_of(a).isdisjoint(norms_of(b))
    return Reason.SAME_NORM if same_norm and alike is Likeness.PARTLY else None


def _order(project: Project, item: Proposal) -> tuple[int, int, list[tuple[int, str]]]:
    urgency = 0 if item.decided is None else 1 if item.to_review else 2
    theme = next((row.theme for row in item.positions.values()), "")
    return urgency, theme_places(project).get(theme, len(project.themes)), natural(item.joint_id)
