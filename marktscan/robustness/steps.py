"""What a drawn answer does to the value of its theme, in one municipality and in the joint ranking."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from marktscan.domain.project import JointKey
from marktscan.domain.requirement import RequirementList
from marktscan.domain.scan import Scan
from marktscan.robustness.profiles import Profile
from marktscan.robustness.uncertain import MARKED, UNKNOWN, Uncertain
from marktscan.scoring.sums import Counting, counting
from marktscan.scoring.worth import WISH, Worth

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Steps = Mapping[str, Floats]
"""Per vendor how far each of its drawn numbers moves the value on the theme of its answer: (answers,)."""
HUNDRED = 100


def themes_of(own: Uncertain, scan: Scan) -> Integers:
    """The theme of every uncertain answer, by its place in the project; 0 for a theme that is not in it."""
    order = {theme.code: number for number, theme in enumerate(scan.project.themes)}
    themes = {row.id: order.get(row.theme, 0) for row in scan.programme.rows}
    return np.array([themes[id_] for id_ in own.requirements], dtype=np.int64)


def steps_in(scan: Scan, item: RequirementList, worth: Worth, found: Sequence[Uncertain]) -> Steps:
    """Per vendor the steps in this municipality: 0 for what it does not ask or does not weigh."""
    asked = counting(scan, item)
    rows = {row.id: number for number, row in enumerate(scan.programme.rows)}
    here = np.full(len(rows), -1)
    here[asked.rows] = np.arange(len(asked.rows))
    steps = {}
    for vendor, own in enumerate(found):
        among = here[np.array([rows[id_] for id_ in own.requirements], dtype=np.int64)]
        steps[own.vendor] = np.zeros(len(among))
        weighed = among >= 0
        moves = _moves(own.kinds[weighed], _bounds(asked, worth, among[weighed], vendor), scan)
        steps[own.vendor][weighed] = _shares(asked, worth, vendor)[among[weighed]] * moves
    return steps


Bounds = tuple[Floats, Floats, NDArray[np.bool_]]
"""Low and high value (0–1), and whether the row is held as a wens."""


def _bounds(asked: Counting, worth: Worth, among: Integers, vendor: int) -> Bounds:
    ways, rows = asked.ways[among], asked.rows[among]
    low, high = (own[ways, rows, vendor].astype(np.float64) / worth.unit for own in (worth.low, worth.high))
    return low, high, ways >= WISH


def _shares(asked: Counting, worth: Worth, vendor: int) -> Floats:
    """The part of its theme that each weighed row decides for this vendor."""
    weights = (worth.counted[asked.ways, asked.rows, vendor] * asked.weights).astype(np.float64)
    whole = np.bincount(asked.themes, weights)[asked.themes]
    shares: Floats = np.divide(weights, whole, out=np.zeros_like(weights), where=whole > 0)
    return shares


def _moves(kinds: Integers, bounds: Bounds, scan: Scan) -> Floats:
    """How far the value (0–1) moves per unit drawn. Marks count only for who holds the row as a wens; what is
    unknown already goes from low to high, whatever else it is."""
    low, high, wish = bounds
    known = high == low
    promised = known * np.maximum(scan.project.promises.delivered / HUNDRED - low, 0)
    moves: Floats = np.select(
        [kinds == UNKNOWN, kinds == MARKED], [high - low, (known & wish).astype(np.float64)], promised
    )
    return moves


def joint_steps(
    key: JointKey,
    scan: Scan,
    own: Mapping[str, Profile],
    steps: Mapping[str, Steps],
    answers: Mapping[str, Integers],
) -> Steps:
    """Σ share × weight of the theme there × step there, over the joint weight of the theme."""
    joint = own[f"key:{key.code}"].weights
    found = {vendor: np.zeros(len(themes)) for vendor, themes in answers.items()}
    for slug, share in ((slug, share) for slug, share in key.shares.items() if share):
        parts = (share * own[slug].weights.get(t.code, 0) / joint.get(t.code, 1) for t in scan.project.themes)
        factors = np.array([float(part) for part in parts])
        for vendor, themes in answers.items():
            found[vendor] += factors[themes] * steps[slug][vendor]
    return found
