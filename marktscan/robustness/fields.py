"""One ranking as arrays, ready to be drawn: values by vendor and theme, and what uncertain answers change.

A municipality has its own; the joint ranking under a key has the joint weights and values, as its tipping
points have (method, sections 6 and 8).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from marktscan.domain.results import Results
from marktscan.domain.scan import Scan
from marktscan.robustness.steps import Steps, joint_steps, steps_in, themes_of
from marktscan.robustness.tipping import Profile, profiles
from marktscan.robustness.uncertain import Uncertain
from marktscan.scoring.worth import Worth

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Drawn = Mapping[str, Floats]
"""What was drawn for the uncertain answers of every vendor: (draws, answers)."""
HUNDRED = 100


@dataclass(frozen=True)
class Field:
    """One ranking as arrays: `base` values (vendors, themes) on 0–1 and what drawn answers change.

    `stated` are the weights by theme, `places` where those themes stand among `all_themes`, `themes` on which
    of them each drawn number of a vendor works; the first so many, as `judged` tells, are no promises.
    """

    name: str
    names: tuple[str, ...]
    stated: Mapping[str, Fraction]
    all_themes: int
    places: Integers
    base: Floats
    steps: Steps
    themes: Mapping[str, Integers]
    judged: Mapping[str, int]

    def values(self, drawn: Drawn, draws: int, *, promised: bool) -> Floats:
        """The values in each draw, with or without promises that come true: (draws, vendors, themes)."""
        values = np.repeat(self.base[None], draws, axis=0)
        for place, vendor in enumerate(self.names):
            counted = slice(None) if promised else slice(self.judged[vendor])
            steps = self.steps[vendor][counted]
            if steps.any():
                by_theme = np.zeros((len(steps), len(self.places)))
                by_theme[np.arange(len(steps)), self.themes[vendor][counted]] = steps
                values[:, place] += drawn[vendor][:, counted] @ by_theme
        return values


def fields(scan: Scan, results: Results, worth: Worth, found: Sequence[Uncertain]) -> Iterator[Field]:
    """Every municipality with a score, then every key under which anybody has one."""
    own = {name: profile for name, profile in profiles(scan, results).items() if profile.values}
    themes = {vendor.vendor: themes_of(vendor, scan) for vendor in found}
    judged = {vendor.vendor: vendor.judged for vendor in found}
    steps = {item.municipality: steps_in(scan, item, worth, found) for item in scan.lists}
    for key in scan.project.keys:
        if f"key:{key.code}" in own:
            steps[f"key:{key.code}"] = joint_steps(key, scan, own, steps, themes)
    codes = [theme.code for theme in scan.project.themes]
    for name, profile in own.items():
        yield _field(Ranked(name, profile, steps[name]), codes, themes, judged)


@dataclass(frozen=True)
class Ranked:
    """A ranking by theme, and what drawn answers change in it."""

    name: str
    profile: Profile
    steps: Steps


def _field(
    of: Ranked, codes: Sequence[str], themes: Mapping[str, Integers], judged: Mapping[str, int]
) -> Field:
    weighed = [number for number, code in enumerate(codes) if code in of.profile.weights]
    local = np.zeros(len(codes), dtype=np.int64)
    local[weighed] = np.arange(len(weighed))
    values = [[float(v) / HUNDRED for v in own.values()] for own in of.profile.values.values()]
    return Field(
        name=of.name,
        names=tuple(of.profile.values),
        stated=of.profile.weights,
        all_themes=len(codes),
        places=np.array(weighed, dtype=np.int64),
        base=np.array(values),
        steps=of.steps,
        themes={vendor: local[own] for vendor, own in themes.items()},
        judged=judged,
    )
