"""Try the rules on simulated bids, before anybody has answered."""

from collections.abc import Iterator, Mapping

from marktscan.domain.project import JointKey
from marktscan.domain.rehearsal import Assumptions, Plan, Rehearsed, TenderTrial, ThemeReach
from marktscan.domain.scan import Scan
from marktscan.rehearsal.bids import Bids, simulated
from marktscan.rehearsal.exact import Scores, joint_scores, own_of, scores_of
from marktscan.rehearsal.hard import fails, hard_requirements
from marktscan.rehearsal.orders import Flags, ties
from marktscan.rehearsal.reach import idle_requirements, joint_reach, reach_of
from marktscan.rehearsal.tenders import tender_trial


def rehearse(scan: Scan, plan: Plan, assumptions: Assumptions) -> Rehearsed | None:
    """What the rules do; None when no requirement has a weight, so that there is nothing to try."""
    all_own = {item.municipality: own for item in scan.lists if (own := own_of(scan, item))}
    if not all_own:
        return None
    bids = simulated(scan.programme, assumptions, plan)
    parts = {slug: scores_of(own, bids, assumptions, scan.project.rules) for slug, own in all_own.items()}
    joint = dict(_joint(scan, parts))
    failed = fails(bids, assumptions, scan.programme.rows, scan.project.go_live)
    everything = {**parts, **{f"key:{key.code}": scores for key, scores in joint.values()}}
    reach = (
        *(item for slug, own in all_own.items() for item in reach_of(own, parts[slug])),
        *(item for key, scores in joint.values() for item in joint_reach(key, scores, all_own, parts)),
    )
    return Rehearsed(
        plan,
        assumptions,
        tuple(ties(name, scores) for name, scores in everything.items()),
        reach,
        tuple(item for own in all_own.values() for item in idle_requirements(own)),
        hard_requirements(failed, scan.programme.rows),
        None if not joint else _tender(scan, bids, next(iter(joint.values())), reach, failed),
    )


def _joint(scan: Scan, parts: Mapping[str, Scores]) -> Iterator[tuple[str, tuple[JointKey, Scores]]]:
    for key in scan.project.keys:
        if scores := joint_scores(key, parts):
            yield key.code, (key, scores)


def _tender(
    scan: Scan, bids: Bids, base: tuple[JointKey, Scores], reach: tuple[ThemeReach, ...], failed: Flags
) -> TenderTrial | None:
    """The rules of a tender on the scores under the first joint key."""
    key, scores = base
    weights = {item.theme: item.weight for item in reach if item.ranking == f"key:{key.code}"}
    return tender_trial(scan.project, scores, weights, bids.prices, failed)
