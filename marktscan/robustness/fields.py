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
from marktscan.robustness.steps import Steps, joint_steps, steps_in, themes_of
from marktscan.robustness.tipping import Profile, profiles
from marktscan.robustness.uncertain import Uncertain
from marktscan.scoring.worth import Worth

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Drawn = Mapping[str, Floats]
"""What was drawn for the uncertain answers of every vendor: (answers, draws)."""
HUNDRED = 100


@dataclass(frozen=True)
class Field:
    """One ranking as arrays: `base` values (vendors, themes) on 0–1 and what drawn answers change.

    `names` are the vendors in the order of all arrays, which is that of what is drawn, `ranked` in that of
    the ranking. `stated` are the weights by theme, `places` where those themes stand among `all_themes`,
    `themes` on which of them each drawn number of a vendor works; the first so many, as `judged` tells, are
    no promises.
    """

    name: str
    names: tuple[str, ...]
    ranked: tuple[str, ...]
    stated: Mapping[str, Fraction]
    all_themes: int
    places: Integers
    base: Floats
    steps: Steps
    themes: Mapping[str, Integers]
    judged: Mapping[str, int]

    def by_theme(self, vendor: str) -> Floats:
        """How far each drawn number moves each theme here: (themes, answers); 0 for who takes no part."""
        steps = self.steps[vendor]
        found = np.zeros((len(self.places), len(steps)))
        if vendor in self.names:
            found[self.themes[vendor], np.arange(len(steps))] = steps
        return found


@dataclass(frozen=True)
class Shifts:
    """How far the values of one field shift in each draw, without promises and by those that come true alone:
    both (vendors, themes, draws)."""

    judged: Floats
    promised: Floats


def shifts_of(block: Sequence[Field], drawn: Drawn, draws: int) -> list[Shifts]:
    """The shifts of some fields at once: one product per vendor, since all meet the same draws."""
    ends = np.cumsum([len(own.places) for own in block]).tolist()
    judged, promised = np.empty((2, len(drawn), ends[-1], draws))
    for vendor, (name, numbers) in enumerate(drawn.items()):
        steps = np.vstack([own.by_theme(name) for own in block])
        until = block[0].judged[name]
        np.matmul(steps[:, :until], numbers[:until], out=judged[vendor])
        np.matmul(steps[:, until:], numbers[until:], out=promised[vendor])
    starts = [end - len(own.places) for own, end in zip(block, ends, strict=True)]
    return [
        Shifts(*(_of_names(part[:, start:end], own.names, [*drawn]) for part in (judged, promised)))
        for own, start, end in zip(block, starts, ends, strict=True)
    ]


def _of_names(shifts: Floats, names: Sequence[str], drawn: Sequence[str]) -> Floats:
    """The rows of these vendors; nothing is copied when that is all of them."""
    return shifts if len(names) == len(drawn) else shifts[[drawn.index(name) for name in names]]


def fields(
    scan: Scan, results: Results, worth: Worth, found: Sequence[Uncertain], only: Collection[str] = ()
) -> Iterator[Field]:
    """Every municipality with a score, then every key under which anybody has one; `only` names some."""
    keys = tuple(key for key in scan.project.keys if not only or f"key:{key.code}" in only)
    needed = {*(only or results.municipalities), *(slug for key in keys for slug in key.shares)}
    asked = _only(scan, results, needed, keys)
    own = {name: profile for name, profile in profiles(*asked).items() if profile.values}
    themes = {vendor.vendor: themes_of(vendor, scan) for vendor in found}
    judged = {vendor.vendor: vendor.judged for vendor in found}
    steps = {item.municipality: steps_in(scan, item, worth, found) for item in asked[0].lists}
    for key in keys:
        if f"key:{key.code}" in own:
            steps[f"key:{key.code}"] = joint_steps(key, scan, own, steps, themes)
    codes = [theme.code for theme in scan.project.themes]
    for name, profile in own.items():
        if not only or name in only:
            yield _field(Ranked(name, profile, steps[name]), codes, themes, judged)


def _only(
    scan: Scan, results: Results, slugs: Collection[str], keys: tuple[JointKey, ...]
) -> tuple[Scan, Results]:
    """The lists and rankings of these municipalities and keys."""
    lists = tuple(item for item in scan.lists if item.municipality in slugs)
    own = {slug: ranking for slug, ranking in results.municipalities.items() if slug in slugs}
    return replace(scan, lists=lists, project=replace(scan.project, keys=keys)), replace(
        results, municipalities=own
    )


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
    names = tuple(vendor for vendor in themes if vendor in of.profile.values)
    values = [[float(value) / HUNDRED for value in of.profile.values[name].values()] for name in names]
    return Field(
        name=of.name,
        names=names,
        ranked=tuple(of.profile.values),
        stated=of.profile.weights,
        all_themes=len(codes),
        places=np.array(weighed, dtype=np.int64),
        base=np.array(values),
        steps=of.steps,
        themes={vendor: local[own] for vendor, own in themes.items()},
        judged=judged,
    )
