"""Ceilings as knock-outs beside the others: only in a report whose reader may see prices."""

from collections.abc import Sequence
from dataclasses import replace

from marktscan.domain.costs import CeilingCheck
from marktscan.domain.results import STRICTNESS, KnockOutState, Ranking, VendorScore


def held_against(ranking: Ranking, checks: Sequence[CeilingCheck]) -> Ranking:
    """The ranking with every vendor's state at least as strict as its ceilings; scores stay what they are."""
    if not checks:
        return ranking
    return replace(ranking, entries=tuple(_held(entry, checks) for entry in ranking.entries))


def _held(entry: VendorScore, checks: Sequence[CeilingCheck]) -> VendorScore:
    states = [check.state for check in checks if check.vendor == entry.vendor]
    return replace(entry, knock_out=strictest([entry.knock_out, *states]))


def strictest(states: Sequence[KnockOutState]) -> KnockOutState:
    """The strictest of some states."""
    return max(states, key=STRICTNESS.index, default=KnockOutState.MET)
