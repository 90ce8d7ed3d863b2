"""What vendors claim against what was proved: results per level, and what to check in a demonstration."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from marktscan.domain.answer import AnswerCode
from marktscan.domain.assessment import Level
from marktscan.domain.outlook import Rankings
from marktscan.domain.source import Source


@dataclass(frozen=True, slots=True)
class Verified:
    """The rankings when only claims proved up to at least this level count; an unproved one is worth 0."""

    level: Level
    rankings: Rankings


@dataclass(frozen=True, slots=True)
class Unproved:
    """A claim that is below the declared level and carries weight, or a knock-out, somewhere.

    `stakes` are the points (0–100) it adds to each ranking, named as in domain.outlook, and would lose.
    `knock_outs` are the municipalities for which it is a hard requirement. `alike` is how many answers of
    this vendor have the same explanation, itself included.
    """

    vendor: str
    requirement: str
    code: AnswerCode
    level: Level
    knock_outs: tuple[str, ...]
    stakes: Mapping[str, Fraction]
    sources: tuple[Source, ...]
    alike: int = 1


@dataclass(frozen=True, slots=True)
class Demo:
    """What to ask one vendor to show: every knock-out and the heaviest others; `rest` is what there is no
    time for. Both are most influential first."""

    shown: tuple[Unproved, ...]
    rest: tuple[Unproved, ...]


@dataclass(frozen=True, slots=True)
class Claims:
    """As verified, one step of the ladder at a time (as claimed stands in Results); what is still to prove,
    by vendor, most influential first: what is a knock-out, then by points under the first joint key.

    `levels` counts, by vendor, how far its claims about today are proved.
    """

    verified: tuple[Verified, ...]
    unproved: tuple[Unproved, ...]
    levels: Mapping[str, Mapping[Level, int]] = field(default_factory=dict)

    def at(self, level: Level) -> Rankings:
        """The rankings of what is proved up to this level; KeyError for what is only claimed."""
        return {item.level: item.rankings for item in self.verified}[level]

    def to_check(self, vendor: str) -> tuple[Unproved, ...]:
        """All that one vendor still has to prove, most influential first."""
        return tuple(item for item in self.unproved if item.vendor == vendor)

    def demo(self, vendor: str, most: int) -> Demo:
        """All its knock-outs and at most so many others, and what is left."""
        items = self.to_check(vendor)
        cut = sum(bool(item.knock_outs) for item in items) + most
        return Demo(items[:cut], items[cut:])
