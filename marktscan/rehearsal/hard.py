"""Hard requirements over all simulated bids: what each costs, and whether anybody is left."""

from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from marktscan.domain.answer import Answer, AnswerCode
from marktscan.domain.programme import JointRequirement
from marktscan.domain.rehearsal import Assumptions, HardRequirement, HardRequirements
from marktscan.domain.results import KnockOutState
from marktscan.domain.source import Origin
from marktscan.rehearsal.bids import Bids
from marktscan.rehearsal.orders import Flags, part_of
from marktscan.scoring.knock_outs import verdict

_NOWHERE = Origin("", "", 0)


def fails(bids: Bids, assumptions: Assumptions, rows: Sequence[JointRequirement], go_live: date) -> Flags:
    """Which bids fail which hard requirement, shape (rounds, vendors, hard requirements)."""
    places = [place for place, row in enumerate(rows) if row.knock_out]
    failing = np.array([_fails(code, go_live) for code in assumptions.answers], dtype=bool)
    failed: NDArray[np.bool_] = failing[bids.codes[:, :, places]]
    return failed


def hard_requirements(failed: Flags, rows: Sequence[JointRequirement]) -> HardRequirements:
    """What they do together and each alone, the one that most bids fail first."""
    names = [row.id for row in rows if row.knock_out]
    amount = failed.sum(axis=2)
    items = [
        HardRequirement(name, part_of(failed[:, :, place]), part_of(failed[:, :, place] & (amount == 1)))
        for place, name in enumerate(names)
    ]
    return HardRequirements(
        part_of(amount > 0),
        part_of((amount > 0).all(axis=1)),
        tuple(sorted(items, key=lambda item: (-item.fails, item.requirement))),
    )


def _fails(code: AnswerCode, go_live: date) -> bool:
    """With evidence, and a promise outside the contract."""
    state, _ = verdict(Answer("", code, _NOWHERE, evidence="bewijs", committed=False), go_live)
    return state is KnockOutState.FAILED
