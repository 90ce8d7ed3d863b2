"""The invented vendors and assessors as data: who they are, what they write and what they ask for it."""

import csv
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_FOLDER = files("marktscan.example") / "submissions"


@dataclass(frozen=True, slots=True)
class InventedVendor:
    """One invented vendor; `quality` shifts what assessors think of its answers, in marks."""

    slug: str
    name: str
    product: str
    contact: str
    quality: float
    confidential_prices: str


@cache
def invented_vendors() -> tuple[InventedVendor, ...]:
    """All vendors of the example, sorted by slug."""
    found = tomllib.loads(read_text("vendors.toml"))
    return tuple(InventedVendor(slug, **facts) for slug, facts in sorted(found.items()))


@dataclass(frozen=True, slots=True)
class InventedAssessor:
    """One invented assessor, "diemen-1": how lenient (`shift`) and erratic (`noise`), in marks.

    `phrases` are this person's ways to motivate, by what there is to say.
    """

    slug: str
    shift: float
    noise: float
    phrases: Mapping[str, Sequence[str]]

    @property
    def municipality(self) -> str:
        """The slug of the municipality this person works for."""
        return self.slug.rpartition("-")[0]


@cache
def invented_assessors() -> tuple[InventedAssessor, ...]:
    """All assessors of the example, sorted by slug."""
    found = tomllib.loads(read_text("assessors.toml"))
    return tuple(InventedAssessor(slug, **facts) for slug, facts in sorted(found.items()))


def read_text(name: str) -> str:
    """The text of one data file."""
    return (_FOLDER / name).read_text(encoding="utf-8")


@cache
def table(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of one data file; columns are separated by |, a short row ends in empty cells."""
    lines = read_text(f"{name}.csv").splitlines()
    return tuple(csv.DictReader(lines, delimiter="|", quoting=csv.QUOTE_NONE, restval=""))
