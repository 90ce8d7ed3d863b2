"""How far assessors agree, what they must talk about, and how far municipalities agree."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from marktscan.domain.assessment import Mark


@dataclass(frozen=True, slots=True)
class Spread:
    """One wish of one vendor that counts by its marks, with every mark given, by assessor.

    `steps` is how many steps of the scale lie between the lowest and the highest; `settled` when there is a
    consensus, which then counts in their place.
    """

    vendor: str
    requirement: str
    theme: str
    marks: tuple[Mark, ...]
    steps: int
    settled: bool


@dataclass(frozen=True, slots=True)
class OrderChange:
    """In this ranking the vendor comes level with or passes `other`, depending on who is right."""

    ranking: str
    other: str


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A score to talk about: beyond the tolerance, and able to change an order all by itself.

    `lowest` and `highest` are marks with their motivations, one of each; `reach` is how many points (0–100)
    the vendor's score in each ranking differs between the two.
    """

    spread: Spread
    lowest: Mark
    highest: Mark
    reach: Mapping[str, Fraction]
    changes: tuple[OrderChange, ...]


@dataclass(frozen=True, slots=True)
class Leniency:
    """How many points (0–100) an assessor gives above the others who marked the same; never corrected."""

    assessor: str
    compared: int
    difference: Fraction


@dataclass(frozen=True, slots=True)
class ThemeAgreement:
    """How far assessors agree within one theme.

    `alpha` is Krippendorff's α on the order of the marks, to six decimals; None when nothing can be compared
    or all marks are equal. Of `pairs` of marks on the same wish `near` lie at most one step apart.
    """

    theme: str
    alpha: Fraction | None
    pairs: int
    near: int

    @property
    def share_near(self) -> Fraction | None:
        """The share (0–1) of pairs within one step; None without pairs."""
        return Fraction(self.near, self.pairs) if self.pairs else None


@dataclass(frozen=True, slots=True)
class Assessed:
    """What the marks tell about the assessors. `agenda` is most influential first."""

    spreads: tuple[Spread, ...]
    agenda: tuple[AgendaItem, ...]
    leniency: tuple[Leniency, ...]
    themes: tuple[ThemeAgreement, ...]


@dataclass(frozen=True, slots=True)
class ShareTippingPoint:
    """The share (0–1) of one municipality in a joint key at which joint first place would change.

    The other municipalities keep their proportions. First place holds while the share lies in
    [`lower`, `upper`]; None means: no change that way. The vendors are who would then come first.
    """

    key: str
    municipality: str
    share: Fraction
    lower: Fraction | None
    upper: Fraction | None
    lower_vendor: str
    upper_vendor: str


@dataclass(frozen=True, slots=True)
class Concordance:
    """How far the municipalities' rankings agree: Kendall's W (0–1) and the mean rank correlation r̄.

    Both to six decimals and at most 1, over the vendors that have a score everywhere.
    """

    municipalities: int
    vendors: int
    w: Fraction
    mean_correlation: Fraction


@dataclass(frozen=True, slots=True)
class Together:
    """What choosing together does, beside the regrets in Results; `concordance` is None when there is nothing
    to compare."""

    tipping_points: tuple[ShareTippingPoint, ...]
    concordance: Concordance | None
