"""Try the rules on simulated bids, before anybody has answered."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from marktscan.domain.conventions import TOGETHER
from marktscan.domain.project import JointKey
from marktscan.domain.rehearsal import Assumptions, Plan, Rehearsed, ThemeReach
from marktscan.domain.scan import Scan
from marktscan.rehearsal.bids import Bids, simulated
from marktscan.rehearsal.bounds import bounds
from marktscan.rehearsal.exact import (
    Own,
    Scores,
    Whole,
    Worth,
    joint_answer,
    joint_scores,
    own_of,
    scores_of,
    worth_of,
)
from marktscan.rehearsal.hard import fails, hard_requirements
from marktscan.rehearsal.market import Market
from marktscan.rehearsal.orders import Flags, ties
from marktscan.rehearsal.reach import idle_requirements, joint_reach, reach_of
from marktscan.rehearsal.tenders import tender_trial


def rehearse(scan: Scan, plan: Plan, assumptions: Assumptions) -> Rehearsed | None:
    """What the rules do; None when no requirement has a weight or is hard, so that there is nothing to try.

    Without any weight only what is hard is tried.
    """
    all_own = {item.municipality: own for item in scan.lists if (own := own_of(scan, item))}
    if not all_own and not any(row.knock_out for row in scan.programme.rows):
        return None
    bids = simulated(scan.programme, assumptions, plan)
    worth = worth_of(bids, assumptions, scan.project.rules)
    parts = {slug: scores_of(own, worth) for slug, own in all_own.items()}
    joint = dict(_joint(scan, parts))
    base = next(iter(joint.values()), None)
    answers = _answers(scan, all_own, worth, base[0]) if base else {}
    failed = fails(bids, assumptions, scan.programme.rows, scan.project.go_live)
    everything = {**parts, **{f"key:{key.code}": scores for key, scores in joint.values()}}
    reach = (
        *(item for slug, own in all_own.items() for item in reach_of(own, parts[slug])),
        *(item for key, scores in joint.values() for item in joint_reach(key, scores, all_own, parts)),
    )
    market = replace(_market(scan, bids, base, reach, failed), answers=answers) if base else None
    return Rehearsed(
        plan,
        assumptions,
        tuple(ties(name, scores) for name, scores in everything.items()),
        reach,
        tuple(item for own in all_own.values() for item in idle_requirements(own)),
        hard_requirements(failed, scan.programme.rows),
        bounds(market) if market else (),
        tender_trial(market) if market else None,
    )


def _joint(scan: Scan, parts: Mapping[str, Scores]) -> Iterator[tuple[str, tuple[JointKey, Scores]]]:
    for key in scan.project.keys:
        if scores := joint_scores(key, parts):
            yield key.code, (key, scores)


def _market(
    scan: Scan, bids: Bids, base: tuple[JointKey, Scores], reach: tuple[ThemeReach, ...], failed: Flags
) -> Market:
    """The rules of a tender with the scores under the first joint key.

    A simulated price is a whole total: a ceiling on some kinds of cost cannot be held against it.
    """
    key, scores = base
    weights = {item.theme: item.weight for item in reach if item.ranking == f"key:{key.code}"}
    costs = scan.project.costs
    ceiling = None if costs.under_ceiling else costs.ceilings.get(TOGETHER)
    return Market(scan.project.tender, ceiling, scores, weights, bids.prices, failed)


def _answers(scan: Scan, all_own: Mapping[str, Own], worth: Worth, key: JointKey) -> dict[str, Whole]:
    """The score of every bid on each requirement that breaks a tie, under this key."""
    asked = scan.project.tender.tie_break
    return {name: scores for name in asked if (scores := joint_answer(name, key, all_own, worth)) is not None}
