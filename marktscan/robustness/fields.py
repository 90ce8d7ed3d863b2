"""One ranking as arrays, ready to be drawn: values by vendor and theme, and what uncertain answers change.

A municipality has its own; the joint ranking under a key has the joint weights and values, as its tipping
points have (method, sections 6 and 8).
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from marktscan.domain.project import JointKey
from marktscan.domain.results import Results
from marktscan.domain.scan import Scan
from marktscan.robustness.profiles import Profile, profiles
from marktscan.robustness.steps import Steps, joint_steps, steps_in, themes_of
from marktscan.robustness.uncertain import Uncertain
from marktscan.scoring.worth import Worth

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
HUNDRED = 100


@dataclass(frozen=True)
class Field:
    """One ranking as arrays: `base` values (vendors, themes) on 0–1 and what drawn answers change.

    `vendors` are all that are drawn, in the order of all arrays: who takes no part has only zeros. `rows`
    tells where those that do stand, `ranked` names them in the order of the ranking. Themes are all those of
    the project; `stated` are the weights of those that count here and `places` where they stand. `steps` has
    per vendor how far each of its drawn numbers moves the value on its theme.
    """

    name: str
    vendors: tuple[str, ...]
    rows: tuple[int, ...]
    ranked: tuple[str, ...]
    stated: Mapping[str, Fraction]
    places: Integers
    base: Floats
    steps: Steps


def fields(
    scan: Scan, results: Results, worth: Worth, found: Sequence[Uncertain], only: Collection[str] = ()
) -> Iterator[Field]:
    """Every municipality with a score, then every key under which anybody has one; `only` names some."""
    keys = tuple(key for key in scan.project.keys if not only or f"key:{key.code}" in only)
    needed = {*(only or results.municipalities), *(slug for key in keys for slug in key.shares)}
    asked = _only(scan, results, needed, keys)
    own = {name: profile for name, profile in profiles(*asked).items() if profile.values}
    themes = {vendor.vendor: themes_of(vendor, scan) for vendor in found}
    steps = {item.municipality: steps_in(scan, item, worth, found) for item in asked[0].lists}
    for key in keys:
        if f"key:{key.code}" in own:
            steps[f"key:{key.code}"] = joint_steps(key, scan, own, steps, themes)
    codes = [theme.code for theme in scan.project.themes]
    for name, profile in own.items():
        if not only or name in only:
            yield _field(name, profile, steps[name], codes)


def _only(
    scan: Scan, results: Results, slugs: Collection[str], keys: tuple[JointKey, ...]
) -> tuple[Scan, Results]:
    """The lists and rankings of these municipalities and keys."""
    lists = tuple(item for item in scan.lists if item.municipality in slugs)
    own = {slug: ranking for slug, ranking in results.municipalities.items() if slug in slugs}
    return replace(scan, lists=lists, project=replace(scan.project, keys=keys)), replace(
        results, municipalities=own
    )


def _field(name: str, profile: Profile, steps: Steps, codes: Sequence[str]) -> Field:
    values = [profile.values.get(vendor, {}) for vendor in steps]
    return Field(
        name=name,
        vendors=tuple(steps),
        rows=tuple(place for place, vendor in enumerate(steps) if vendor in profile.values),
        ranked=tuple(profile.values),
        stated=profile.weights,
        places=np.array([place for place, code in enumerate(codes) if code in profile.weights], np.int64),
        base=np.array([[float(own.get(code, 0)) / HUNDRED for code in codes] for own in values]),
        steps={vendor: own * (vendor in profile.values) for vendor, own in steps.items()},
    )
