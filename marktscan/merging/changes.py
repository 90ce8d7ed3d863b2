"""What changed in the lists since people decided."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from marktscan.domain.programme import Decision, MergeDecision
from marktscan.domain.proposal import Change, ChangeKind
from marktscan.domain.requirement import Requirement
from marktscan.merging.likeness import ALIKE, likeness, words_of
from marktscan.merging.match import Match, RowKey, keys_of


def changes(
    decision: MergeDecision,
    rows: Mapping[RowKey, Requirement],
    undecided: Sequence[Match],
    readable: Collection[str],
) -> Iterator[Change]:
    """Texts that differ from the ones people had before them, rows that are gone, rows that came."""
    for slug, own_id in keys_of(decision):
        row = rows.get((slug, own_id))
        before = decision.texts.get(slug, "")
        if row is None and slug in readable:
            yield Change(ChangeKind.GONE, slug, own_id, before)
        elif row is not None and not decision.was_about(row):
            yield Change(ChangeKind.TEXT, slug, own_id, before, row.text)
    yield from _newcomers(decision, undecided)


def _newcomers(decision: MergeDecision, undecided: Sequence[Match]) -> Iterator[Change]:
    """Rows of other municipalities that look like what was decided."""
    if decision.decision is Decision.SEPARATE and len(decision.ids) == 1:
        return  # it was set apart from exactly these
    for match in undecided:
        for slug, row in match.positions.items():
            if slug not in decision.ids and _belongs(decision, row):
                yield Change(ChangeKind.NEW, slug, row.id, now=row.text)


def _belongs(decision: MergeDecision, row: Requirement) -> bool:
    texts = {decision.text, *decision.texts.values()} - {""}
    words = words_of(row.text)
    return row.id in decision.ids.values() or any(likeness(words_of(t), words) >= ALIKE for t in texts)
